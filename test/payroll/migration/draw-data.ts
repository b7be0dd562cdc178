import { addDays } from '../../../src/calendar/index.js'
import { dayIn, endOf, money, monthOf } from './days.js'
import type { DrawnBook } from './draw-book.js'
import { drawEvents, type Event } from './draw-events.js'
import { adjustmentsOf, sharedOf } from './draw-shared.js'
import type { Fixture, Month } from './fixture.js'
import { type Random, text } from './random.js'

export const ids = ['ann', 'bob', 'cai']

type Drawn = Omit<Fixture, 'id' | 'book' | 'months'> & {
  readonly months: readonly Omit<Month, 'paid' | 'unpaid'>[]
}

/** The people of a book, what they sold, and what each month is told. */
export function drawData(random: Random, book: DrawnBook, people: readonly string[]): Drawn {
  const told: Record<string, object>[] = book.months.map(() => ({}))
  const own = people.map((id) => drawPerson(random, book, id, told))
  /** From which month on each is in the data. */
  const since = new Map(
    people.map((id) => [
      id,
      Math.max(
        0,
        told.findIndex((month) => (month[id] as { absent?: boolean })?.absent === false),
      ),
    ]),
  )
  const listed = (i: number) => people.filter((id) => (since.get(id) as number) <= i)
  const last = Math.max(...since.values())
  const all = book.traits.includes('plan') ? drawEvents(random, book, people) : []
  /** Nobody sells before they are in the data. */
  const isEarly = ({ attributes, recorded, ...event }: Event) => {
    const names = [...Object.values(attributes as Record<string, string>), event['to'] as string]
    const first = names.includes('both') ? last : Math.max(...names.map((id) => since.get(id) ?? 0))
    return first > 0 && recorded <= endOf(book.months[first - 1] as string)
  }
  const employed = (id: string, from: string, to: string) => {
    const spans = [
      own.find((each) => each['id'] === id) as object,
      ...told.map((month) => month[id]),
    ].flatMap((each) => (each as { employment?: { from: string; to?: string } })?.employment ?? [])
    // The last one told is known to be so; who comes back was there before.
    const [last, before] = [spans.at(-1), spans.at(-2)] as [
      { from: string; to?: string },
      ...typeof spans,
    ]
    const held = before?.to !== undefined && before.from !== last.from ? [before, last] : [last]
    return held.some((span) => span.from <= to && (span.to ?? to) >= from)
  }
  const homes = (id: string) =>
    [own.find((each) => each['id'] === id) as object, ...told.map((month) => month[id])].flatMap(
      (each) => (each as { department?: string })?.department ?? [],
    )
  /** Mostly who sells is employed on that day, in a department with a plan. */
  const isOutside = ({ attributes, effective, of }: Event) => {
    const { seller } = attributes as { seller: string }
    const sellers = seller === 'both' ? people.slice(0, 2) : [seller]
    return (
      of === undefined &&
      random.chance(93) &&
      !sellers.every(
        (id) =>
          employed(id, effective as string, effective as string) &&
          homes(id).every((home) => book.paysPlan.has(home)),
      )
    )
  }
  const early = new Set(
    all
      .filter((event) => isEarly(event) || isOutside(event))
      .map(({ id }) => (id as string).slice(0, 2)),
  )
  /** Mostly of who is employed in the month. */
  const there = (i: number) =>
    listed(i).filter(
      (id) =>
        employed(id, `${book.months[i]}-01`, endOf(book.months[i] as string)) || random.chance(4),
    )
  return {
    people: own,
    events: all.filter(({ id }) => !early.has((id as string).slice(0, 2))),
    months: book.months.map((period, i) => ({
      period,
      asOf: endOf(period),
      ...(Object.keys(told[i] as object).length > 0 && { told: told[i] as Record<string, object> }),
      ...sharedOf(random, book, there(i)),
      ...adjustmentsOf(random, book, there(i), period),
    })),
  }
}

function drawPerson(
  random: Random,
  book: DrawnBook,
  id: string,
  told: Record<string, object>[],
): Record<string, unknown> {
  const { traits, months, departments } = book
  const much = book.simple ? 1 : 2
  const joins = random.chance(9 * much) ? dayIn(random, book) : undefined
  const from = joins ?? random.pick(['2020-01-01', '2024-07-15', '2025-03-31'])
  const note = (i: number, what: object) => {
    const own = told[i] as Record<string, object>
    own[id] = { ...own[id], ...what }
  }
  const department = random.pick(departments)
  const person: Record<string, unknown> = {
    id,
    name: id.toUpperCase(),
    department,
    employment: { from },
    pay: {},
    figures: figuresOf(random, book),
  }
  if (joins !== undefined && random.chance(70)) {
    const when = monthOf(joins, book)
    if (when > 0) {
      person['absent'] = true
      note(when, { absent: false })
    }
  }
  const leaves = random.chance(8 * much) ? dayIn(random, book) : undefined
  if (leaves !== undefined && leaves >= from) {
    const late = random.chance(8) ? 1 : 0
    note(Math.min(monthOf(leaves, book) + late, months.length - 1), {
      employment: { from, to: leaves },
    })
    const back = addDays(leaves, random.between(5, 50))
    if (
      random.chance(10) &&
      back <= endOf(months.at(-1) as string) &&
      monthOf(back, book) > monthOf(leaves, book)
    )
      note(monthOf(back, book), { employment: { from: back } })
  }
  const payOf = (name: string, most: number) => {
    const amount = () => (random.chance(3) ? '0' : money(random, book, most >> 2, most))
    const raise = random.chance(9 * much) ? dayIn(random, book) : undefined
    return [
      { from: '2020-01-01', value: amount() },
      ...(raise === undefined ? [] : [{ from: raise, value: amount() }]),
    ].map((each) => ({ ...each, name }))
  }
  const histories = {
    ...(traits.includes('base') && { base: payOf('base', 9000) }),
    ...(traits.includes('meal') && { meal: payOf('meal', 400) }),
  }
  const target = () => money(random, book, 100, 3000)
  const targetBonus = target()
  /** What a department pays; once in a while something that it does not, or not all that it does. */
  const paysIn = (where: string) => {
    const bonus = traits.includes('scorecard') && (where === 'sales' || book.officeBonus)
    const isWrong = random.chance(1)
    return {
      pay: Object.fromEntries(
        Object.entries(histories)
          .filter(([name]) => (name === 'base' || where === 'sales') !== isWrong)
          .map(([name, history]) => [name, history.map(({ from, value }) => ({ from, value }))]),
      ),
      targetBonus: bonus ? targetBonus : null,
    }
  }
  Object.assign(person, paysIn(department))
  if (departments.length > 1 && random.chance(25)) {
    const next = departments.find((each) => each !== department) as string
    note(random.between(1, months.length - 1), { department: next, ...paysIn(next) })
  } else if (typeof person['targetBonus'] === 'string' && random.chance(6))
    note(random.between(1, months.length - 1), { targetBonus: target() })
  if (random.chance(10)) person['costCentre'] = 'C7'
  if (random.chance(12 * much)) {
    const absences = random.list(random.between(1, 2), () => {
      const start = dayIn(random, book)
      return {
        from: start,
        to: addDays(start, random.below(6)),
        ...random.maybe(30, () => ({ part: random.pick(['0.5', '0.25']) })),
      }
    })
    for (const [i, period] of months.entries()) {
      const known = absences.filter((each) => each.from <= endOf(period))
      const before =
        i === 0 ? [] : absences.filter((each) => each.from <= endOf(months[i - 1] as string))
      if (known.length > before.length) note(i, { absences: known })
    }
  }
  return person
}

function figuresOf(random: Random, { traits, months, simple, json }: DrawnBook): object {
  const reads = JSON.stringify(json)
  const names = ['satisfaction', 'resolution', 'speed'].filter((name) =>
    reads.includes(`"${name}"`),
  )
  const quota = reads.includes('"quota":"quota"')
  if (!traits.includes('scorecard') && !quota && names.length === 0) return {}
  return Object.fromEntries(
    months.map((month) => [
      month,
      {
        ...Object.fromEntries(
          names.flatMap((name): [string, string | null][] => {
            if (random.chance(simple ? 1 : 2)) return []
            if (random.chance(traits.includes('scorecard') ? 4 : 1)) return [[name, null]]
            return [[name, text(random.between(6800, 10_000), 4)]]
          }),
        ),
        ...(quota && !random.chance(2) && { quota: String(random.between(1, 9) * 1000) }),
        ...random.maybe(1, () => ({ unasked: '1' })),
      },
    ]),
  )
}

import { addDays, type IsoDate } from '../../../src/calendar/index.js'
import type {
  AttributeValue,
  Employment,
  Figure,
  Known,
  Person,
  PersonAbsence,
  Row,
} from '../../../src/pay/data.js'
import { indexOf, lastDayOf, monthAt } from './known.js'
import type { DrawnDeal, DrawnPerson, News } from './life-draws.js'

const daysKnown = new Map<number, IsoDate>()

/** A day of the lives, counted from the first one of 2026. */
export function day(offset: number): IsoDate {
  const known = daysKnown.get(offset)
  if (known !== undefined) return known
  const made = addDays('2026-01-01', offset)
  daysKnown.set(offset, made)
  return made
}

/** All versions of one item: as first told, and as told later. */
function told<T extends Known, U>(
  own: number,
  delay: number | undefined,
  first: U,
  later: News<U>,
  item: (value: U) => T,
): readonly T[] {
  const at = own + (delay ?? 0)
  let since = at
  const versions = later.map(({ after, tells }): T => {
    since += after
    return {
      ...item(tells ?? first),
      recorded: day(since),
      ...(tells === null && { void: true as const }),
    }
  })
  return [{ ...item(first), ...(delay !== undefined && { recorded: day(at) }) }, ...versions]
}

/** What is told of a deal. */
interface Told {
  readonly person: number
  readonly move: number
  readonly amount: string
}

function employmentOf({ joins, joinedLate, leaves, returns }: DrawnPerson): readonly Employment[] {
  const from = { from: day(joins) }
  const joined = { ...from, ...(joinedLate !== undefined && { recorded: day(joins + joinedLate) }) }
  if (leaves === undefined) return [joined]
  const left = joins + leaves.after
  const toldLeft = Math.max(left + (leaves.late ?? 0), joins + (joinedLate ?? 0) + 1)
  const ended = { ...from, to: day(left), recorded: day(toldLeft) }
  if (returns === undefined) return [joined, ended]
  const back = left + returns.after
  const toldBack = Math.max(back + (returns.late ?? 0), toldLeft)
  return [joined, ended, { from: day(back), recorded: day(toldBack) }]
}

function historyOf(
  first: string,
  changes: readonly { at: number; late: number | undefined; value: string; later: News<string> }[],
): readonly AttributeValue[] {
  const days = new Set<number>()
  return [
    { from: '2015-01-01', value: first },
    ...changes.flatMap((change) => {
      if (days.has(change.at)) return []
      days.add(change.at)
      const from = day(change.at)
      return told<AttributeValue, string>(
        change.at,
        change.late,
        change.value,
        change.later,
        (value): AttributeValue => ({ from, value }),
      )
    }),
  ]
}

const offsetOf = (date: IsoDate) =>
  Math.round((Date.parse(date) - Date.parse('2026-01-01')) / 864e5)
const lastOffsets = Array.from({ length: 12 }, (_, i) => {
  const month = monthAt(indexOf('2025-11') + i)
  return { month, last: offsetOf(lastDayOf(month)) }
})

export function figuresOf<T extends string>(
  name: string,
  drawn: readonly { given: number; late: number | undefined; value: T; later: News<T> }[],
): readonly Figure[] {
  return drawn.flatMap(({ given, late, value, later }, i) => {
    const { month, last } = lastOffsets[i] as (typeof lastOffsets)[number]
    if (given === 0) return []
    const figure = (told: string): Figure => ({ name, period: month, value: told })
    return told<Figure, string>(last, late, value, later, figure)
  })
}

export function personOf(drawn: DrawnPerson, id: string): Person {
  return {
    id,
    employment: employmentOf(drawn),
    attributes: {
      department: historyOf(drawn.department, drawn.moves),
      salary: historyOf(drawn.salary, drawn.raises),
      hired: [{ from: '2015-01-01', value: day(-60 - drawn.hired) }],
    },
    absences: drawn.absences.flatMap(({ at, length, late, part, kind, later }, i) =>
      told<PersonAbsence, number>(at, late, length, later, (days): PersonAbsence => {
        const id = `absence ${i}`
        return { id, from: day(at), to: day(at + days - 1), kind, ...(part && { part }) }
      }),
    ),
    figures: [...figuresOf('kpi', drawn.kpi), ...figuresOf('points', drawn.points)],
  }
}

export function rowsOf(deal: DrawnDeal, id: string, people: readonly Person[]): readonly Row[] {
  const personAt = (i: number) => people[i % people.length]?.id as string
  const { on, channel, refund } = deal
  const first: Told = { person: deal.person, move: 0, amount: deal.amount }
  const rows = told(
    on,
    deal.late,
    first,
    deal.later,
    ({ person, move, amount }): Row => ({
      id,
      on: day(on + move),
      person: personAt(person),
      amount,
      units: '1',
      channel,
    }),
  )
  if (refund === undefined) return rows
  const back = on + refund.after
  const amountOf = (part: string) => {
    const cents = Math.round(Number(deal.amount) * 100 * Number(part))
    return `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
  }
  return [
    ...rows,
    ...told(
      back,
      refund.late,
      refund.part,
      refund.later,
      (part): Row => ({
        id: `${id} back`,
        on: day(back),
        made: day(on),
        ...(refund.counts === 'deal' && { counts: day(on) }),
        person: personAt(deal.person),
        amount: amountOf(part),
        units: '-1',
        channel,
      }),
    ),
  ]
}

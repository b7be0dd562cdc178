import fc from 'fast-check'
import { addDays, type IsoDate } from '../../../src/calendar/index.js'
import type { Book } from '../../../src/pay/component.js'
import type {
  AttributeValue,
  Data,
  Employment,
  Figure,
  Known,
  Person,
  PersonAbsence,
  Row,
} from '../../../src/pay/data.js'
import { type BookName, bookOf, books } from './books.js'
import { compare, indexOf, lastDayOf, monthAt } from './known.js'
import type { Payment } from './oracle.js'

/** A small company: what it pays by, all that is ever told of it, and its payments. */
export interface Life {
  readonly name: BookName
  readonly book: Book
  readonly data: Data
  readonly payments: readonly Payment[]
}

const daysKnown = new Map<number, IsoDate>()

/** A day of the lives, counted from the first one of 2026. */
export function day(offset: number): IsoDate {
  const known = daysKnown.get(offset)
  if (known !== undefined) return known
  const made = addDays('2026-01-01', offset)
  daysKnown.set(offset, made)
  return made
}

const sometimes = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 })

/** How many days later than its own something is told: mostly at once, some months later, some before. */
const late = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: -30, max: 0 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 45 }) },
  { weight: 1, arbitrary: fc.integer({ min: 46, max: 160 }) },
)
/** What is told of the same later still: something else, the same day, or that it is not so. */
const news = <T>(of: fc.Arbitrary<T>) =>
  fc.array(
    fc.record({ after: fc.integer({ min: 1, max: 70 }), tells: fc.option(of, { freq: 3 }) }),
    {
      maxLength: 2,
      size: 'max',
      depthIdentifier: 'news',
    },
  )
const rarely = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<readonly never[]>([]) },
    { weight: 1, arbitrary: news(of) },
  )
type News<T> = readonly { readonly after: number; readonly tells: T | null }[]

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

const departments = fc.constantFrom('sales', 'office', 'sales')
const salaries = fc.constantFrom('1000.00', '2345.67', '3000.00', '3100.01', '0.00')
const kpis = fc.constantFrom('0.00', '0.89', '0.90', '1.25', '1.00')
const points = fc.constantFrom('0', '1', '1', '2', '3', '7')
const profits = fc.constantFrom('100.00', '0.00', '0.05', '-10.01', '1000.00')

const dated = <T>(of: fc.Arbitrary<T>) =>
  fc.record({ at: fc.integer({ min: -70, max: 270 }), late, value: of, later: rarely(of) })
const histories = <T>(of: fc.Arbitrary<T>) => fc.array(dated(of), { maxLength: 3, size: 'max' })

const monthly = <T>(of: fc.Arbitrary<T>) =>
  fc.array(
    fc.record({ given: fc.integer({ min: 0, max: 5 }), late, value: of, later: rarely(of) }),
    { minLength: 12, maxLength: 12 },
  )

const drawnPerson = fc.record({
  joins: fc.oneof(
    { weight: 2, arbitrary: fc.constant(-60) },
    { weight: 3, arbitrary: fc.integer({ min: -60, max: 150 }) },
  ),
  joinedLate: late,
  leaves: sometimes(fc.record({ after: fc.integer({ min: 5, max: 220 }), late })),
  returns: sometimes(fc.record({ after: fc.integer({ min: 1, max: 100 }), late })),
  department: departments,
  moves: histories(departments),
  salary: salaries,
  raises: histories(salaries),
  absences: fc.array(
    fc.record({
      at: fc.integer({ min: -40, max: 240 }),
      length: fc.integer({ min: 1, max: 20 }),
      late,
      part: fc.constantFrom('0.5', '1', undefined),
      kind: fc.constantFrom('leave', 'sick'),
      later: rarely(fc.integer({ min: 1, max: 20 })),
    }),
    { maxLength: 2, size: 'max' },
  ),
  hired: fc.integer({ min: 100, max: 2400 }),
  kpi: monthly(kpis),
  points: monthly(points),
})
type DrawnPerson = typeof drawnPerson extends fc.Arbitrary<infer T> ? T : never

const drawnDeal = fc.record({
  person: fc.nat(9),
  on: fc.integer({ min: -60, max: 240 }),
  late,
  amount: fc.constantFrom('100.00', '300.00', '1500.01', '899.99', '4000.00', '0.00', '-20.00'),
  channel: fc.constantFrom('web', 'shop', 'phone'),
  later: rarely(
    fc.record({
      person: fc.nat(9),
      move: fc.integer({ min: -40, max: 40 }),
      amount: fc.constantFrom('100.00', '1000.00'),
    }),
  ),
  refund: sometimes(
    fc.record({
      after: fc.integer({ min: 0, max: 180 }),
      late,
      part: fc.constantFrom('-1', '-0.5'),
      counts: fc.constantFrom('deal', 'deal', 'own'),
      later: rarely(fc.constant('-1')),
    }),
  ),
})
type DrawnDeal = typeof drawnDeal extends fc.Arbitrary<infer T> ? T : never

const drawnPayments = fc.record({
  first: fc.constantFrom('2025-11', '2026-01', '2026-02'),
  runs: fc.array(
    fc.record({
      asOf: fc.integer({ min: -5, max: 8 }),
      again: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 10 }) },
      ),
      skip: fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
      ),
    }),
    { minLength: 4, maxLength: 9, size: 'max' },
  ),
})
type DrawnPayments = typeof drawnPayments extends fc.Arbitrary<infer T> ? T : never

/** What is told of a deal. */
interface Told {
  readonly person: number
  readonly move: number
  readonly amount: string
}

export const ids = ['b', 'a', 'B', 'é'] as const

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

function figuresOf<T extends string>(
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

function personOf(drawn: DrawnPerson, id: string): Person {
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

function rowsOf(deal: DrawnDeal, id: string, people: readonly Person[]): readonly Row[] {
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

/** Payments month after month, some left out as far as the horizon allows, some run again. */
function paymentsOf({ first, runs }: DrawnPayments, mayskip: number): readonly Payment[] {
  let month = indexOf(first) - 1
  return runs.flatMap(({ asOf, again, skip }, i) => {
    month += 1 + (i === 0 ? 0 : Math.min(skip, mayskip))
    const period = monthAt(month)
    const known = addDays(lastDayOf(period), asOf)
    const run = { period, asOf: known }
    return again === undefined ? [run] : [run, { period, asOf: addDays(known, again) }]
  })
}

const ascending = (payments: readonly Payment[]): readonly Payment[] => {
  let latest = ''
  return payments.map((payment) => {
    latest = compare(payment.asOf, latest) < 0 ? latest : payment.asOf
    return { ...payment, asOf: latest }
  })
}

/** Lives of a book, with its horizon within some bounds. */
export function anyLife(
  name: BookName,
  { least = 0, most = 6 }: { least?: number; most?: number } = {},
): fc.Arbitrary<Life> {
  const deals = ['commission', 'lost', 'balance', 'team'].includes(name) ? 8 : 0
  return fc
    .record({
      retro: fc.integer({ min: least, max: most }),
      people: fc.array(drawnPerson, { minLength: 1, maxLength: 4, size: 'max' }),
      deals: fc.array(drawnDeal, { maxLength: deals, size: 'max' }),
      profit: monthly(profits),
      payments: drawnPayments,
    })
    .map(({ retro, people: drawn, deals, profit, payments }) => {
      const people = drawn.map((person, i) => personOf(person, ids[i] as string))
      const data: Data = {
        people,
        groups: [{ of: 'company', figures: figuresOf('profit', profit) }],
        records: { deals: deals.flatMap((deal, i) => rowsOf(deal, `deal ${i}`, people)) },
      }
      const book = bookOf(books[name], retro)
      return {
        name,
        book,
        data,
        payments: ascending(paymentsOf(payments, name === 'fixed' ? 0 : retro)),
      }
    })
}

/** Lives of all books. */
export const bookNames = Object.keys(books) as readonly BookName[]

import fc from 'fast-check'
import { addDays, type Basis, type IsoDate, parsePeriod } from '../../../src/calendar/index.js'
import { decimal, total } from '../../../src/quantity/index.js'
import {
  type CompensationRun,
  parseBook,
  parsePeople,
  runCompensation,
} from '../../../src/run/index.js'
import { policy } from '../../run/company.js'

export const months = ['2026-02', '2026-03', '2026-04']
const begin = '2026-01-25'
export const dayAt = (offset: number): IsoDate => addDays(begin, offset)
const week = { weekend: ['saturday', 'sunday'], workdays: ['2026-02-14', '2026-02-28'] } as const
const newYear = ['2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-06']
export const bases = {
  calendar: { basis: 'calendar-days' },
  working: { basis: 'working-days', ...week, holidays: newYear },
  halves: {
    basis: 'working-days',
    weekend: ['sunday'],
    holidays: newYear,
    parts: { saturday: '0.5' },
  },
  'paid-days': { basis: 'fixed-21.75', count: 'days-worked', ...week },
  'paid-days-absent': { basis: 'fixed-21.75', count: 'days-absent', ...week },
  thirty: { basis: 'fixed-30' },
  'thirty-absent': { basis: 'fixed-30', count: 'days-absent' },
  thirties: { basis: '30e-360' },
} as const satisfies Readonly<Record<string, Basis>>

/** Something that is known some days after its own day. */
interface Told {
  readonly told: number
}

export interface Draw {
  readonly basis: keyof typeof bases
  readonly from: number
  readonly to?: number | undefined
  /** How long after the day after the last one the leaving is known. */
  readonly toldOfLeaving: number
  readonly salary: number
  readonly rises: readonly (Told & { readonly day: number; readonly cents: number })[]
  readonly absences: readonly (Told & {
    readonly from: number
    readonly days: number
    readonly hundredths: number
  })[]
  /** The allowance that is not prorated, and from a day on. */
  readonly meal: readonly [before: number, day: number, after: number]
}

const cent = fc.integer({ min: 0, max: 3_000_000 })

/** Of so many things one is told late. */
export function drawsWith(inTime: number): fc.Arbitrary<Draw> {
  const told = fc.oneof(
    { weight: inTime, arbitrary: fc.constant(0) },
    fc.integer({ min: 1, max: 70 }),
  )
  const rise = fc.record({ told, day: fc.integer({ min: 0, max: 95 }), cents: cent })
  return fc
    .record({
      basis: fc.constantFrom(...(Object.keys(bases) as (keyof typeof bases)[])),
      from: fc.oneof(fc.constant(-400), fc.integer({ min: 0, max: 90 })),
      stays: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      toldOfLeaving: told,
      salary: cent,
      rises: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        fc.uniqueArray(rise, { maxLength: 2, selector: ({ day }) => day }),
      ),
      absences: fc.array(
        fc.record({
          told,
          from: fc.integer({ min: -5, max: 95 }),
          days: fc.integer({ min: 0, max: 12 }),
          hundredths: fc.constantFrom(100, 100, 50, 25, 80),
        }),
        { maxLength: 3 },
      ),
      meal: fc.tuple(cent, fc.integer({ min: -9, max: 95 }), cent),
    })
    .map(({ stays, ...draw }) =>
      stays === undefined ? draw : { ...draw, to: Math.max(0, draw.from) + stays },
    )
}

const text = (hundredths: number) => decimal(String(hundredths)).div(100).toFixed(2)

/** What is known of a person by a day. */
export function known({ rises, absences, to, ...draw }: Draw, by: IsoDate): Draw {
  const isKnown = (day: number, { told }: Told) => told === 0 || dayAt(day + told) <= by
  const hasLeft = to !== undefined && isKnown(to + 1, { told: draw.toldOfLeaving })
  return {
    ...draw,
    ...(hasLeft && { to }),
    rises: rises.filter((each) => isKnown(each.day, each)),
    absences: absences.filter((each) => isKnown(each.from, each)),
  }
}

export function historiesOf({ salary, rises, meal: [before, day, after] }: Draw) {
  const start = '2020-01-01'
  return {
    salary: [
      { from: start, value: text(salary) },
      ...rises
        .toSorted((a, b) => a.day - b.day)
        .map(({ day, cents }) => ({ from: dayAt(day), value: text(cents) })),
    ],
    meal: [
      { from: start, value: text(before) },
      { from: dayAt(day), value: text(after) },
    ],
  }
}

export function employmentOf({ from, to }: Draw) {
  return { from: dayAt(from), ...(to !== undefined && { to: dayAt(to) }) }
}

export const absencesOf = ({ absences }: Draw) =>
  absences.map(({ from, days, hundredths }) => ({
    from: dayAt(from),
    to: dayAt(from + days),
    part: text(hundredths),
  }))

/** What each month pays of base pay and of the allowance, in two texts. */
export type Paid = readonly (readonly [base: string, meal: string])[]

/** The old run, month by month, of what is known by then. */
export function byOldRun(draw: Draw, knownBy: (month: string) => IsoDate): Paid {
  const components = [
    { component: 'salary', prorated: true },
    { component: 'meal', prorated: false },
  ]
  const book = parseBook({
    id: 'shop',
    currency: 'CNY',
    rounding: 'half-up',
    proration: bases[draw.basis],
    policies: [policy('department', 'office', { label: 'Office', components }, '2026-01-01')],
  })
  let before: CompensationRun | 'first' = 'first'
  return months.map((month) => {
    const own = known(draw, knownBy(month))
    const people = parsePeople([
      {
        id: 'li',
        name: 'Li Na',
        department: 'office',
        employment: employmentOf(own),
        absences: absencesOf(own),
        pay: historiesOf(own),
        figures: {},
      },
    ])
    const period = parsePeriod(month)
    const run: CompensationRun = runCompensation(
      book,
      { people, events: [], asOf: period.to, before },
      period,
    )
    before = run
    const lines = run.statements.flatMap(({ lines }) => lines)
    const sum = (source: string) =>
      total(
        lines.filter((each) => each.source === source).map(({ amount }) => amount),
        2,
      )
    return [sum('salary'), sum('meal')]
  })
}

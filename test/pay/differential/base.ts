import fc from 'fast-check'
import {
  addDays,
  type Basis,
  historyOf,
  type IsoDate,
  intersection,
  parsePeriod,
  prorateByChange,
} from '../../../src/calendar/index.js'
import { decimal, divideTo, total } from '../../../src/quantity/index.js'

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

/** What each month or run pays of base pay and of the allowance, in two texts. */
export type Paid = readonly (readonly [base: string, meal: string])[]

/**
 * Base pay and the allowance of each month by all that is known by a day, from the days of the calendar
 * alone: base pay for the days of each salary, rounded once, and the allowance of the last day employed.
 */
export function byCalendar(all: Draw, by: IsoDate): Paid {
  const draw = known(all, by)
  const { salary, meal } = historiesOf(draw)
  return months.map((month) => {
    const period = parsePeriod(month)
    const employment = employmentOf(draw)
    const employed = intersection(period, employment)
    if (employed === undefined) return ['0.00', '0.00']
    const request = { period, employment, absences: absencesOf(draw), basis: bases[draw.basis] }
    const segments = prorateByChange(request, historyOf(salary))
    // The segments have one whole, and not always one denominator.
    const times = (of: readonly string[]) => of.reduce((all, each) => all.times(each), decimal('1'))
    const wholes = segments.map(({ proration }) => proration.denominator)
    const sum = segments.reduce((all, { values, proration }, i) => {
      const others = times(wholes.filter((_, j) => j !== i))
      return all.plus(others.times(values[0] as string).times(proration.numerator))
    }, decimal('0'))
    const allowance = meal.findLast(({ from }) => from <= employed.to)?.value as string
    return [divideTo(sum, times(wholes), 2, 'half-up').toFixed(2), allowance]
  })
}

/** What the run of each month pays: what all months so far come to by then, less what was paid of them. */
export function byCalendarInRuns(draw: Draw): Paid {
  const soFar = months.map((month, i) =>
    sumsOf(byCalendar(draw, parsePeriod(month).to).slice(0, i + 1)),
  )
  return soFar.map(([base, meal], i) => {
    const [paidBase, paidMeal] = soFar[i - 1] ?? ['0', '0']
    return [decimal(base).minus(paidBase).toFixed(2), decimal(meal).minus(paidMeal).toFixed(2)]
  })
}

const sumsOf = (paid: Paid): readonly [string, string] => [
  total(
    paid.map(([base]) => base),
    2,
  ),
  total(
    paid.map(([, meal]) => meal),
    2,
  ),
]

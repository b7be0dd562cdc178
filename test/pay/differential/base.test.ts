import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type Basis,
  historyOf,
  type IsoDate,
  intersection,
  parsePeriod,
  prorateByChange,
} from '../../../src/calendar/index.js'
import { divide, multiply } from '../../../src/formula/index.js'
import {
  attribute,
  book,
  component,
  days,
  parseData,
  type Run,
  settle,
} from '../../../src/pay/index.js'
import { decimal, divideTo, total } from '../../../src/quantity/index.js'
import {
  type CompensationRun,
  parseBook,
  parsePeople,
  runCompensation,
} from '../../../src/run/index.js'
import { policy } from '../../run/company.js'
import { cents, salary, yuan } from '../months.js'
import { heldBeside } from './held-beside.js'

const months = ['2026-02', '2026-03', '2026-04']
const begin = '2026-01-25'
const dayAt = (offset: number): IsoDate => addDays(begin, offset)
const week = { weekend: ['saturday', 'sunday'], workdays: ['2026-02-14', '2026-02-28'] } as const
const newYear = ['2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-06']
const bases = {
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

interface Draw {
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
function drawsWith(inTime: number): fc.Arbitrary<Draw> {
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
function known({ rises, absences, to, ...draw }: Draw, by: IsoDate): Draw {
  const isKnown = (day: number, { told }: Told) => told === 0 || dayAt(day + told) <= by
  const hasLeft = to !== undefined && isKnown(to + 1, { told: draw.toldOfLeaving })
  return {
    ...draw,
    ...(hasLeft && { to }),
    rises: rises.filter((each) => isKnown(each.day, each)),
    absences: absences.filter((each) => isKnown(each.from, each)),
  }
}

function historiesOf({ salary, rises, meal: [before, day, after] }: Draw) {
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

function employmentOf({ from, to }: Draw) {
  return { from: dayAt(from), ...(to !== undefined && { to: dayAt(to) }) }
}

const absencesOf = ({ absences }: Draw) =>
  absences.map(({ from, days, hundredths }) => ({
    from: dayAt(from),
    to: dayAt(from + days),
    part: text(hundredths),
  }))

/** What each month pays of base pay and of the allowance, in two texts. */
type Paid = readonly (readonly [base: string, meal: string])[]

/** The old run, month by month, of what is known by then. */
function byOldRun(draw: Draw, knownBy: (month: string) => IsoDate): Paid {
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

function byPayCore(draw: Draw): readonly Run[] {
  const basis = { basis: 'own' }
  const components = [
    component(
      'base',
      { pays: 'due', each: 'stretch' },
      divide(multiply(salary, days('part', basis)), days('whole', basis), cents),
    ),
    component('meal', { pays: 'due' }, attribute('meal', yuan, 2)),
  ]
  const of = book(components, { currency: 'CNY', retro: 3, basis: { own: bases[draw.basis] } })
  const { salary: history, meal } = historiesOf(draw)
  const recorded = new Map(draw.rises.map(({ day, told }) => [dayAt(day), dayAt(day + told)]))
  const { to: _, ...open } = employmentOf(draw)
  const told = { recorded: dayAt((draw.to ?? 0) + 1 + draw.toldOfLeaving) }
  const employment =
    draw.to === undefined || draw.toldOfLeaving === 0
      ? [employmentOf(draw)]
      : [open, { ...employmentOf(draw), ...told }]
  const person = {
    id: 'li',
    employment,
    attributes: {
      salary: history.map((each) => ({ ...each, recorded: recorded.get(each.from) ?? each.from })),
      meal,
    },
    absences: absencesOf(draw).map((each, i) => {
      const { from, told } = draw.absences[i] as Draw['absences'][number]
      return {
        ...each,
        id: String(i),
        kind: 'leave',
        ...(told > 0 && { recorded: dayAt(from + told) }),
      }
    }),
  }
  const data = parseData({ people: [person] })
  let before: Run | 'first' = 'first'
  return months.map((period) => {
    const run: Run = settle(of, data, { period, before })
    before = run
    expect(run.withheld).toEqual([])
    return run
  })
}

/** What each run pays, of whatever month. */
function inRuns(runs: readonly Run[]): Paid {
  return runs.map(({ lines }) => [sumOf(lines, 'base'), sumOf(lines, 'meal')])
}

/** What all runs pay for each month. */
function ofMonths(runs: readonly Run[]): Paid {
  const lines = runs.flatMap((run) => run.lines)
  return months.map((month) => {
    const own = lines.filter(({ earned }) => earned.period === month)
    return [sumOf(own, 'base'), sumOf(own, 'meal')]
  })
}

function sumOf(lines: Run['lines'], component: string): string {
  const own = lines.filter((line) => line.component === component)
  return total(
    own.map(({ amount }) => amount),
    2,
  )
}

/** Base pay of each month by all that is known in the end, rounded once: from the days of the calendar alone. */
function roundedOnce(all: Draw): readonly string[] {
  const draw = known(all, inTheEnd())
  return months.map((month) => {
    const period = parsePeriod(month)
    const employment = employmentOf(draw)
    if (intersection(period, employment) === undefined) return '0.00'
    const request = { period, employment, absences: absencesOf(draw), basis: bases[draw.basis] }
    const changes = historyOf(historiesOf(draw).salary)
    const segments = prorateByChange(request, changes)
    // The segments have one whole, and not always one denominator.
    const times = (of: readonly string[]) => of.reduce((all, each) => all.times(each), decimal('1'))
    const wholes = segments.map(({ proration }) => proration.denominator)
    const sum = segments.reduce((all, { values, proration }, i) => {
      const others = times(wholes.filter((_, j) => j !== i))
      return all.plus(others.times(values[0] as string).times(proration.numerator))
    }, decimal('0'))
    return divideTo(sum, times(wholes), 2, 'half-up').toFixed(2)
  })
}

const last = (month: string) => parsePeriod(month).to
const inTheEnd = () => last('2026-04')
const allowances = (paid: Paid) => paid.map(([, meal]) => meal)

/** Something is told after the month that it changes was paid: the old run never pays the difference. */
const toldLate = (draw: Draw) =>
  JSON.stringify(byOldRun(draw, last)) !== JSON.stringify(byOldRun(draw, inTheEnd))

/** The old run rounds each stretch of a month by itself, and their sum is a cent off. */
const centOfStretches = (draw: Draw) =>
  byOldRun(draw, inTheEnd).some(([base], i) => base !== roundedOnce(draw)[i])

const leftOut = {
  'F5 told late': toldLate,
  'F11 a cent of stretches': centOfStretches,
}

describe('base pay of three months, beside the old run', () => {
  test.each([0, 1, 2, 3])('each run pays the same: %i', (salt) => {
    heldBeside(drawsWith(60), { runs: 250, salt, leftOut }, (draw) => {
      expect(inRuns(byPayCore(draw))).toEqual(byOldRun(draw, last))
    })
  })

  test('whatever is told late, each month is paid once and rounded once in the end', () => {
    heldBeside(drawsWith(2), { runs: 500, leftOut: {} }, (draw) => {
      const paid = ofMonths(byPayCore(draw))
      expect(paid.map(([base]) => base)).toEqual(roundedOnce(draw))
      expect(allowances(paid)).toEqual(allowances(byOldRun(draw, inTheEnd)))
    })
  })

  const li: Draw = {
    basis: 'calendar',
    from: -400,
    salary: 300_000,
    toldOfLeaving: 0,
    rises: [],
    absences: [],
    meal: [10_000, 90, 20_000],
  }

  test('F5 the old run never pays a rise from March that is told in April', () => {
    const draw = { ...li, rises: [{ day: 35, told: 40, cents: 360_000 }] }
    expect(toldLate(draw)).toBe(true)
    expect(byOldRun(draw, last)).toEqual([
      ['3000.00', '100.00'],
      ['3000.00', '100.00'],
      ['3600.00', '200.00'],
    ])
    expect(inRuns(byPayCore(draw))).toEqual([
      ['3000.00', '100.00'],
      ['3000.00', '100.00'],
      ['4200.00', '200.00'],
    ])
  })

  test('F11 the old run rounds each stretch of March by itself', () => {
    // 100 for 15 and 200 for 16 of 31 days: 151.6129….
    const draw = { ...li, salary: 10_000, rises: [{ day: 50, told: 0, cents: 20_000 }] }
    expect(centOfStretches(draw)).toBe(true)
    const march = (paid: Paid) => paid[1]?.[0]
    expect(march(byOldRun(draw, last))).toBe('151.62')
    expect(march(inRuns(byPayCore(draw)))).toBe('151.61')
  })
})

import { describe, expect, test } from 'vitest'
import {
  historyOf,
  intersection,
  parsePeriod,
  prorateByChange,
} from '../../../src/calendar/index.js'
import { decimal, divideTo } from '../../../src/quantity/index.js'
import {
  absencesOf,
  bases,
  byOldRun,
  type Draw,
  drawsWith,
  employmentOf,
  historiesOf,
  known,
  months,
  type Paid,
} from './base.js'
import { byPayCore, inRuns, ofMonths } from './base-in-core.js'
import { heldBeside } from './held-beside.js'

const last = (month: string) => parsePeriod(month).to
const inTheEnd = () => last('2026-04')

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

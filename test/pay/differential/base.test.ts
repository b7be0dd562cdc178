import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/calendar/index.js'
import { byCalendar, byCalendarInRuns, type Draw, drawsWith, type Paid } from './base.js'
import { byPayCore, inRuns, ofMonths } from './base-in-core.js'
import { heldBeside } from './held-beside.js'

const inTheEnd = parsePeriod('2026-04').to

describe('base pay of three months, beside the days of the calendar', () => {
  test.each([0, 1, 2, 3])('each run pays what its months come to by then: %i', (salt) => {
    heldBeside(drawsWith(60), { runs: 250, salt, leftOut: {} }, (draw) => {
      expect(inRuns(byPayCore(draw))).toEqual(byCalendarInRuns(draw))
    })
  })

  test('whatever is told late, each month is paid once and rounded once in the end', () => {
    heldBeside(drawsWith(2), { runs: 500, leftOut: {} }, (draw) => {
      const runs = byPayCore(draw)
      expect(inRuns(runs)).toEqual(byCalendarInRuns(draw))
      expect(ofMonths(runs)).toEqual(byCalendar(draw, inTheEnd))
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

  test('F5 a rise from March that is told in April is paid in April', () => {
    const draw = { ...li, rises: [{ day: 35, told: 40, cents: 360_000 }] }
    const paid = [
      ['3000.00', '100.00'],
      ['3000.00', '100.00'],
      ['4200.00', '200.00'],
    ]
    expect(inRuns(byPayCore(draw))).toEqual(paid)
    expect(byCalendarInRuns(draw)).toEqual(paid)
  })

  test('F11 the stretches of March are rounded once', () => {
    // 100 for 15 and 200 for 16 of 31 days: 151.6129….
    const draw = { ...li, salary: 10_000, rises: [{ day: 50, told: 0, cents: 20_000 }] }
    const march = (paid: Paid) => paid[1]?.[0]
    expect(march(inRuns(byPayCore(draw)))).toBe('151.61')
    expect(march(byCalendarInRuns(draw))).toBe('151.61')
  })
})

import fc from 'fast-check'
import {
  type Basis,
  type FiscalCalendar,
  type History,
  historyOf,
  weekdays,
} from '../../calendar/index.js'
import { day } from './draws.js'

/**
 * Draws fiscal calendars that `parseFiscalCalendar` accepts: of months from any month and day on, or of
 * weeks in each pattern.
 *
 * @example
 * fc.assert(fc.property(fiscalCalendars(), (calendar) => periodContaining('2026-03-15', 'year', calendar).from <= '2026-03-15'))
 */
export function fiscalCalendars(): fc.Arbitrary<FiscalCalendar> {
  const month = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
  const namedBy = fc.constantFrom('start' as const, 'end' as const)
  return fc.oneof(
    { withCrossShrink: true },
    fc.record(
      {
        kind: fc.constant('gregorian' as const),
        startMonth: month,
        startDay: fc.integer({ min: 1, max: 31 }),
        weeksFrom: fc.constantFrom('2026-01-04', '2025-12-29'),
        namedBy,
        rhythm: fc.constant('cycle'),
      },
      { requiredKeys: ['kind', 'startMonth'] },
    ),
    fc.record(
      {
        kind: fc.constant('weeks' as const),
        pattern: fc.constantFrom('4-4-5', '4-5-4', '5-4-4'),
        endMonth: month,
        endDay: fc.constantFrom(...weekdays),
        endRule: fc.constantFrom('last', 'nearest'),
        namedBy,
      },
      { requiredKeys: ['kind', 'pattern', 'endMonth', 'endDay', 'endRule'] },
    ),
  )
}

/**
 * Draws bases of proration that `parseBasis` accepts: all five, with weekends, up to two days of March
 * 2026 off and two to make up for them, and a half day.
 *
 * @example
 * fc.assert(fc.property(prorationBases(), (basis) => parseBasis(basis).basis === basis.basis))
 */
export function prorationBases(): fc.Arbitrary<Basis> {
  const weekend = fc.subarray([...weekdays], { maxLength: 3 })
  const off = fc.uniqueArray(day('2026-03-01', 14), { maxLength: 2 })
  const workdays = fc.uniqueArray(day('2026-03-16', 14), { maxLength: 2 })
  const count = fc.constantFrom('days-worked' as const, 'days-absent' as const)
  const parts = fc.dictionary(day('2026-03-30', 2), fc.constant('0.5'), { maxKeys: 1 })
  return fc.oneof(
    { withCrossShrink: true },
    fc.record({ basis: fc.constant('calendar-days' as const) }),
    fc.record(
      { basis: fc.constant('working-days' as const), weekend, holidays: off, workdays, parts },
      { requiredKeys: ['basis', 'weekend', 'holidays'] },
    ),
    fc.record(
      { basis: fc.constant('fixed-21.75' as const), count, weekend, daysOff: off, workdays, parts },
      { requiredKeys: ['basis', 'count', 'weekend'] },
    ),
    fc.record({ basis: fc.constant('fixed-30' as const), count }, { requiredKeys: ['basis'] }),
    fc.record({ basis: fc.constant('30e-360' as const) }),
  )
}

/**
 * Draws histories that `parseHistory` accepts: up to four values, each from another day of 2024 to 2026
 * on.
 *
 * @example
 * fc.assert(fc.property(historiesOf(fc.nat()), (history) => parseHistory(history, Number).length === history.length))
 */
export function historiesOf<T>(values: fc.Arbitrary<T>): fc.Arbitrary<History<T>> {
  return fc
    .uniqueArray(fc.record({ from: day('2024-01-01', 1_095), value: values }), {
      maxLength: 4,
      selector: ({ from }) => from,
    })
    .map((drawn) => historyOf(drawn.sort((a, b) => (a.from < b.from ? -1 : 1))))
}

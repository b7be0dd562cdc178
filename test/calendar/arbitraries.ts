import fc from 'fast-check'
import type { Basis, FiscalCalendar, IsoDate, Span } from '../../src/calendar/index.js'
import { weekdays } from '../../src/calendar/index.js'

const dayLength = 86_400_000

/** The days since 1970-01-01, counted by the engine's UTC clock alone: the reference for dates. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayLength
}

/** The date of a {@link dayNumber}. */
export function dateNumbered(day: number): IsoDate {
  return new Date(day * dayLength).toISOString().slice(0, 10)
}

/** Every day of a span, counted one by one. */
export function daysOf({ start, end }: Span): readonly IsoDate[] {
  const first = dayNumber(start)
  return Array.from({ length: dayNumber(end) - first + 1 }, (_, i) => dateNumbered(first + i))
}

export function datesWithin(start: IsoDate, end: IsoDate): fc.Arbitrary<IsoDate> {
  return fc.integer({ min: dayNumber(start), max: dayNumber(end) }).map(dateNumbered)
}

export const anyDate = datesWithin('0000-01-01', '9999-12-31')

/** Spans of one day to about a year. */
export function spansWithin(start: IsoDate, end: IsoDate): fc.Arbitrary<Span> {
  return fc
    .tuple(datesWithin(start, end), fc.integer({ min: 0, max: 400 }))
    .map(([from, length]) => ({ start: from, end: dateNumbered(dayNumber(from) + length) }))
}

const month = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
const namedBy = fc.constantFrom('start', 'end')

export const anyCalendar: fc.Arbitrary<FiscalCalendar> = fc.oneof(
  fc.record({ kind: fc.constant('gregorian'), startMonth: month, namedBy }),
  fc.record({
    kind: fc.constant('weeks'),
    pattern: fc.constantFrom('4-4-5', '4-5-4', '5-4-4'),
    endMonth: month,
    endDay: fc.constantFrom(...weekdays),
    endRule: fc.constantFrom('last', 'nearest'),
    namedBy,
  }),
) as fc.Arbitrary<FiscalCalendar>

const count = fc.constantFrom('days-worked', 'days-absent')
const weekend = fc.subarray([...weekdays], { maxLength: 3 })

/** Two lists of days that share none, for days off and make-up days. */
function dayLists(start: IsoDate, end: IsoDate): fc.Arbitrary<readonly [IsoDate[], IsoDate[]]> {
  const listed = fc.uniqueArray(fc.tuple(datesWithin(start, end), fc.boolean()), {
    maxLength: 6,
    selector: ([date]) => date,
  })
  const of = (days: [IsoDate, boolean][], off: boolean) =>
    days.filter((day) => day[1] === off).map(([date]) => date)
  return listed.map((days) => [of(days, true), of(days, false)] as const)
}

/** Bases of every kind, with days off and make-up days between two dates. */
export function basesWithin(start: IsoDate, end: IsoDate): fc.Arbitrary<Basis> {
  return fc
    .record({ days: dayLists(start, end), weekend, count })
    .chain(({ days: [off, workdays], weekend, count }) =>
      fc.constantFrom<Basis>(
        { basis: 'calendar-days' },
        { basis: 'working-days', weekend, holidays: off, workdays },
        { basis: 'fixed-21.75', count, weekend, daysOff: off, workdays },
        { basis: 'fixed-30', count },
      ),
    )
}

import fc from 'fast-check'
import type { Absence, Basis, FiscalCalendar, IsoDate, Span } from '../../src/calendar/index.js'
import { dayOfWeek, weekdays } from '../../src/calendar/index.js'

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
export function daysOf({ from, to }: Span): readonly IsoDate[] {
  const first = dayNumber(from)
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, i) => dateNumbered(first + i))
}

export function datesWithin(start: IsoDate, end: IsoDate): fc.Arbitrary<IsoDate> {
  return fc.integer({ min: dayNumber(start), max: dayNumber(end) }).map(dateNumbered)
}

export const anyDate = datesWithin('0000-01-01', '9999-12-31')

/** Spans of one day to about a year. */
export function spansWithin(start: IsoDate, end: IsoDate): fc.Arbitrary<Span> {
  return fc
    .tuple(datesWithin(start, end), fc.integer({ min: 0, max: 400 }))
    .map(([from, length]) => ({ from: from, to: dateNumbered(dayNumber(from) + length) }))
}

const month = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
const namedBy = fc.constantFrom('start', 'end')

export const anyCalendar: fc.Arbitrary<FiscalCalendar> = fc.oneof(
  fc.record({ kind: fc.constant('gregorian'), startMonth: month, namedBy }),
  fc.record({
    kind: fc.constant('gregorian'),
    startMonth: month,
    startDay: fc.integer({ min: 1, max: 31 }),
    namedBy,
    rhythm: fc.constant('cycle'),
  }),
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

const dayPart = fc.constantFrom('0.5', '0.25', '0.50', '1')

/** Bases of every kind, with days off, make-up days and days that count in part between two dates. */
export function basesWithin(start: IsoDate, end: IsoDate): fc.Arbitrary<Basis> {
  return fc
    .record({
      days: dayLists(start, end),
      weekend,
      count,
      dated: fc.dictionary(datesWithin(start, end), dayPart, { maxKeys: 3 }),
      weekly: fc.dictionary(fc.constantFrom(...weekdays), dayPart, { maxKeys: 2 }),
    })
    .chain(({ days: [off, workdays], weekend, count, dated, weekly }) => {
      const resting: readonly string[] = [...off, ...weekend]
      const parts = Object.fromEntries(
        [...Object.entries(dated), ...Object.entries(weekly)].filter(
          ([day]) => !resting.includes(day),
        ),
      )
      return fc.constantFrom<Basis>(
        { basis: 'calendar-days' },
        { basis: 'working-days', weekend, holidays: off, workdays },
        { basis: 'working-days', weekend, holidays: off, workdays, parts },
        { basis: 'fixed-21.75', count, weekend, daysOff: off, workdays, parts },
        { basis: 'fixed-30', count },
        { basis: '30e-360' },
      )
    })
}

/** What a day weighs, in hundredths of a day, by the rule as it is written: the reference. */
export function weightOf(date: IsoDate, basis: Basis): number {
  if (basis.basis === '30e-360') {
    const day = Number(date.slice(8))
    const isLast = dateNumbered(dayNumber(date) + 1).endsWith('-01')
    if (isLast) return 100 * (30 - Math.min(day - 1, 29))
    return day <= 29 ? 100 : 0
  }
  if (!('weekend' in basis)) return 100
  const hundredths = (part: string) => Math.round(100 * Number(part))
  const { parts = {}, weekend, workdays = [] } = basis
  const off = basis.basis === 'working-days' ? basis.holidays : (basis.daysOff ?? [])
  const own = parts[date]
  if (own !== undefined) return hundredths(own)
  if (workdays.includes(date)) return 100
  const weekday = dayOfWeek(date)
  if (off.includes(date) || weekend.includes(weekday)) return 0
  return hundredths(parts[weekday] ?? '1')
}

/** Absences within two dates, some for a part of each day. */
export function absencesWithin(start: IsoDate, end: IsoDate): fc.Arbitrary<Absence[]> {
  const part = fc.constantFrom('0.5', '0.375', '0.2001', '1')
  return fc.array(
    fc
      .record({ span: spansWithin(start, end), part: fc.option(part, { nil: undefined }) })
      .map(({ span, part }) => (part === undefined ? span : { ...span, part })),
    { maxLength: 4 },
  )
}

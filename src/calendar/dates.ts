import { addDays as addDaysTo } from 'date-fns/addDays'
import { getISODay } from 'date-fns/getISODay'
import { type Problem, refuse } from '../problem/index.js'
import { dateOutOfRange, notADate, notWholeDays } from './problems.js'
import { UtcDate } from './utc-date.js'

/**
 * A day of the proleptic Gregorian calendar as ISO 8601 writes it, `2026-02-28`, years 0000 to 9999.
 * It is a day, not an instant: it has no time zone, and none can change it.
 */
export type IsoDate = string

/** The days of the week, Monday first, as ISO 8601 counts them. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
/** A day of the week by its English name, in lower case. */
export type Weekday = (typeof weekdays)[number]

/**
 * Whether a value is a date of the calendar, written as ISO 8601 writes it. Never throws.
 *
 * @example
 * isIsoDate('2024-02-29') //=> true
 * isIsoDate('2026-02-29') //=> false
 */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(value)
  // The engine reads 30 February as 2 March, so the text must also come back.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/**
 * The date a whole number of days later, or earlier where `days` is negative. Exact.
 *
 * Throws a `PolicyError` for a date that is none, days that are not whole, and a result outside the
 * years 0000 to 9999.
 *
 * @example
 * addDays('2024-02-28', 1) //=> '2024-02-29'
 * addDays('2026-01-01', -1) //=> '2025-12-31'
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  refuse([
    ...dateProblems(date, 'date'),
    ...(Number.isSafeInteger(days) ? [] : [notWholeDays(days)]),
  ])
  return writeDate(addDaysTo(dateOf(date), days))
}

/**
 * The days from one date to another: zero for the same day, negative where `end` is the earlier.
 * The days of a span with both its ends are one more.
 *
 * Throws a `PolicyError` for a date that is none.
 *
 * @example
 * daysBetween('2026-02-01', '2026-03-01') //=> 28
 * daysBetween('2026-03-01', '2026-02-01') //=> -28
 */
export function daysBetween(start: IsoDate, end: IsoDate): number {
  refuse([...dateProblems(start, 'start'), ...dateProblems(end, 'end')])
  return daysApart(start, end)
}

/**
 * -1 where `a` is the earlier date, 1 where it is the later, 0 for the same day; fit for `sort`.
 *
 * Throws a `PolicyError` for a date that is none.
 *
 * @example
 * compareDates('2026-02-28', '2026-03-01') //=> -1
 * compareDates('2026-02-28', '2026-02-28') //=> 0
 */
export function compareDates(a: IsoDate, b: IsoDate): -1 | 0 | 1 {
  refuse([...dateProblems(a, 'a'), ...dateProblems(b, 'b')])
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The day of the week.
 *
 * Throws a `PolicyError` for a date that is none.
 *
 * @example
 * dayOfWeek('2026-02-28') //=> 'saturday'
 * dayOfWeek('2000-01-03') //=> 'monday'
 */
export function dayOfWeek(date: IsoDate): Weekday {
  refuse(dateProblems(date, 'date'))
  return weekdayOf(date)
}

/** What is wrong with a value that should be a date; nothing where it is one. */
export function dateProblems(value: unknown, path: string): readonly Problem[] {
  return isIsoDate(value) ? [] : [notADate(path, value)]
}

const millisecondsOfDay = 86_400_000

/** {@link daysBetween} of dates that are known to be good: a date alone is read as midnight in UTC. */
export function daysApart(start: IsoDate, end: IsoDate): number {
  return (Date.parse(end) - Date.parse(start)) / millisecondsOfDay
}

/** {@link dayOfWeek} of a date that is known to be good. */
export function weekdayOf(date: IsoDate): Weekday {
  return weekdays[getISODay(dateOf(date)) - 1] as Weekday
}

/** The day that a good date names, for date-fns. */
export function dateOf(date: IsoDate): UtcDate {
  return new UtcDate(`${date}T00:00:00Z`)
}

/** The text of a day. Throws a `PolicyError` outside the years 0000 to 9999. */
export function writeDate(date: UtcDate): IsoDate {
  const year = date.getFullYear()
  // A day beyond what Date can hold has the year NaN.
  if (!(year >= 0 && year <= 9999)) refuse([dateOutOfRange()])
  return date.toISOString().slice(0, 10)
}

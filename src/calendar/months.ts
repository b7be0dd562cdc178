import { addDays } from 'date-fns/addDays'
import { addMonths as addMonthsTo } from 'date-fns/addMonths'
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths'
import { type Problem, refuse } from '../problem/index.js'
import { dateOf, dateProblems, type IsoDate, writeDate } from './dates.js'
import { notWholeMonthCount } from './problems.js'
import type { UtcDate } from './utc-date.js'

/**
 * The date a whole number of months later, or earlier where `months` is negative. A day that the month
 * does not have becomes its last: 31 January and a month is 28 or 29 February.
 *
 * Throws a `PolicyError` for a date that is none, months that are not whole, and a result outside the
 * years 0000 to 9999.
 *
 * @example
 * addMonths('2026-01-31', 1) //=> '2026-02-28'
 * addMonths('2024-02-29', 12) //=> '2025-02-28'
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const whole: readonly Problem[] = Number.isSafeInteger(months) ? [] : [notWholeMonthCount(months)]
  refuse([...dateProblems(date, 'date'), ...whole])
  return writeDate(addMonthsTo(dateOf(date), months))
}

/**
 * The full months from one date to another: the most that {@link addMonths} can add to `start` without
 * passing `end`. Negative where `end` is the earlier: a day before is -1. For months of service, whose
 * last day counts, see {@link monthsOfService}.
 *
 * Throws a `PolicyError` for a date that is none.
 *
 * @example
 * monthsBetween('2025-03-15', '2026-03-14') //=> 11
 * monthsBetween('2026-01-31', '2026-02-28') //=> 1
 */
export function monthsBetween(start: IsoDate, end: IsoDate): number {
  refuse([...dateProblems(start, 'start'), ...dateProblems(end, 'end')])
  return monthsApart(dateOf(start), dateOf(end))
}

/**
 * The full months of service from a first day to a last one, which counts: 1 January to 31 December
 * are 12, and 31 January to 27 February are one. So service is counted everywhere in this library,
 * to the last day of an employment or to the day on which it is looked at. Negative where the service
 * begins later.
 *
 * Throws a `PolicyError` for a date that is none.
 *
 * @example
 * monthsOfService('2026-01-01', '2026-12-31') //=> 12
 * monthsOfService('2026-01-01', '2026-12-30') //=> 11
 */
export function monthsOfService(first: IsoDate, last: IsoDate): number {
  refuse([...dateProblems(first, 'first'), ...dateProblems(last, 'last')])
  return monthsApart(dateOf(first), addDays(dateOf(last), 1))
}

/**
 * The full years of service from a first day to a last one, which counts: twelve of
 * {@link monthsOfService} each. The anniversary of 29 February is the 28th in a common year.
 *
 * Throws a `PolicyError` for a date that is none.
 *
 * @example
 * yearsOfService('2024-02-29', '2025-02-27') //=> 1
 * yearsOfService('2020-07-01', '2026-06-29') //=> 5
 */
export function yearsOfService(first: IsoDate, last: IsoDate): number {
  return Math.floor(monthsOfService(first, last) / 12)
}

function monthsApart(first: UtcDate, last: UtcDate): number {
  const months = differenceInCalendarMonths(last, first)
  return addMonthsTo(first, months) > last ? months - 1 : months
}

import { addMonths as addMonthsTo } from 'date-fns/addMonths'
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths'
import { type Problem, refuse } from '../problem/index.js'
import { dateOf, dateProblems, type IsoDate, writeDate } from './dates.js'
import { notWholeMonthCount } from './problems.js'

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
 * passing `end`. Negative where `end` is the earlier: a day before is -1.
 *
 * Throws a `PolicyError` for a date that is none.
 *
 * @example
 * monthsBetween('2025-03-15', '2026-03-14') //=> 11
 * monthsBetween('2026-01-31', '2026-02-28') //=> 1
 */
export function monthsBetween(start: IsoDate, end: IsoDate): number {
  refuse([...dateProblems(start, 'start'), ...dateProblems(end, 'end')])
  const [first, last] = [dateOf(start), dateOf(end)]
  const months = differenceInCalendarMonths(last, first)
  return addMonthsTo(first, months) > last ? months - 1 : months
}

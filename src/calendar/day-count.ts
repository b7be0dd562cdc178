import { refuse } from '../problem/index.js'
import { daysApart, type IsoDate, weekdayOf, weekdays } from './dates.js'
import { basisProblems, listedOff } from './day-lists.js'
import type { Basis } from './schema.js'
import { type Span, spanProblems } from './span.js'

/**
 * The days of a span that a basis counts, a whole number: each for `calendar-days` and `fixed-30`,
 * working days for `working-days`, paid days for `fixed-21.75`. The counts of the parts of a span
 * add up to the count of the whole.
 *
 * Throws a `PolicyError` for dates that are none, a span that ends before it starts, and a date that
 * is both off and a working day.
 *
 * @example
 * const weekend = ['saturday', 'sunday'] as const
 * countDays({ start: '2026-02-01', end: '2026-02-28' }, { basis: 'working-days', weekend, holidays: ['2026-02-16'] }) //=> 19
 */
export function countDays(span: Span, basis: Basis): number {
  refuse([...spanProblems(span, 'span'), ...basisProblems(basis, 'basis')])
  return daysCounted(span, basis)
}

/** {@link countDays} of what is known to be good. */
export function daysCounted(span: Span, basis: Basis): number {
  const length = daysApart(span.start, span.end) + 1
  if (!('weekend' in basis)) return length
  const rests = (date: IsoDate) => basis.weekend.includes(weekdayOf(date))
  const listed = (dates: readonly IsoDate[]) =>
    [...new Set(dates)].filter((date) => span.start <= date && date <= span.end)
  const lost = listed(listedOff(basis)).filter((date) => !rests(date))
  const madeUp = listed(basis.workdays ?? []).filter(rests)
  return weekdaysIn(span.start, length, basis) - lost.length + madeUp.length
}

type WeekBasis = Extract<Basis, { readonly weekend: unknown }>

/** Counted a day of the week at a time, so that a year costs no more than a week. */
function weekdaysIn(start: IsoDate, length: number, { weekend }: WeekBasis): number {
  const first = weekdays.indexOf(weekdayOf(start))
  return weekdays
    .filter((day) => !weekend.includes(day))
    .map((day) => (weekdays.indexOf(day) - first + 7) % 7)
    .reduce((total, offset) => total + Math.ceil((length - offset) / 7), 0)
}

import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths'
import { isLastDayOfMonth } from 'date-fns/isLastDayOfMonth'
import { refuse } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { basisProblems, type DayLists, listedOff } from './basis.js'
import { dateOf, daysApart, type IsoDate, weekdayOf, weekdays } from './dates.js'
import type { Basis } from './schema.js'
import { covers, type Span, spanProblems } from './span.js'

/**
 * The days of a span that a basis counts, a decimal string: each day for `calendar-days` and
 * `fixed-30`, days of months of thirty for `30e-360`, working days for `working-days`, paid days for
 * `fixed-21.75`; a day that counts in part counts that part. The counts of the parts of a span add up
 * to the count of the whole, exactly.
 *
 * Throws a `PolicyError` for dates that are none, a span that ends before it starts, and a date that
 * is both off and a working day.
 *
 * @example
 * const basis = { basis: 'working-days', weekend: ['sunday'], holidays: ['2026-02-17'], parts: { saturday: '0.5' } } as const
 * countDays({ from: '2026-02-01', to: '2026-02-28' }, basis) //=> '21'
 */
export function countDays(span: Span, basis: Basis): string {
  refuse([...spanProblems(span, 'span'), ...basisProblems(basis, 'basis')])
  return writtenDays(daysCounted(span, basis))
}

/**
 * A day in the unit in which days are counted: whole numbers, so that parts of days add up exactly.
 * The part of a day has two places at most, that of an absence four.
 */
export const wholeDay = 1_000_000

/** {@link countDays} of what is known to be good, in millionths of a day. */
export function daysCounted(span: Span, basis: Basis): number {
  if (basis.basis === '30e-360') return wholeDay * daysOfThirties(span)
  const length = daysApart(span.from, span.to) + 1
  if (!('weekend' in basis)) return wholeDay * length
  const first = weekdays.indexOf(weekdayOf(span.from))
  const usual = weekdays.map((day, i) => {
    const occurrences = Math.ceil((length - ((i - first + 7) % 7)) / 7)
    return occurrences * usualWeight(day, basis)
  })
  const unusual = listedIn(basis, span).map(
    (date) => listedWeight(date, basis) - usualWeight(weekdayOf(date), basis),
  )
  return [...usual, ...unusual].reduce((sum, part) => sum + part, 0)
}

/** A count of {@link daysCounted} as a plain decimal. */
export function writtenDays(millionths: number): string {
  return decimal(String(millionths)).times('0.000001').toFixed()
}

/** A part of a day, a decimal of at most six places, in millionths. */
export function partOfDay(part: string): number {
  return decimal(part).times(wholeDay).toNumber()
}

/**
 * Days of months that all have thirty: the last day of a month is its 30th, and no other day is. So
 * a 30 July weighs nothing and a 28 February as much as three days, and spans that follow each other
 * add up, as the 30E/360 of bonds does not: there the 30th and the 31st are the same day.
 */
function daysOfThirties({ from, to }: Span): number {
  const [first, last] = [dateOf(from), dateOf(to)]
  const through = isLastDayOfMonth(last) ? 30 : Math.min(last.getDate(), 29)
  const before = Math.min(first.getDate() - 1, 29)
  return 30 * differenceInCalendarMonths(last, first) + through - before
}

type WeekBasis = Extract<Basis, { readonly weekend: unknown }>

function usualWeight(day: (typeof weekdays)[number], { weekend, parts = {} }: WeekBasis): number {
  if (weekend.includes(day)) return 0
  const part = parts[day]
  return part === undefined ? wholeDay : partOfDay(part)
}

/** What a day weighs that the basis lists: its own part, else as a make-up day, else nothing. */
function listedWeight(date: IsoDate, { parts = {}, workdays = [] }: WeekBasis): number {
  const part = parts[date]
  if (part !== undefined) return partOfDay(part)
  return workdays.includes(date) ? wholeDay : 0
}

/** The days of a span that the basis lists by their dates, each once. */
function listedIn(basis: WeekBasis & DayLists, span: Span): readonly IsoDate[] {
  const { workdays = [], parts = {} } = basis
  const listed = new Set([...listedOff(basis), ...workdays, ...Object.keys(parts)])
  return [...listed].filter((date) => covers(span, date))
}

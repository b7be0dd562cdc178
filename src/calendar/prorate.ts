import { addDays } from 'date-fns/addDays'
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths'
import { at, type Problem, refuse } from '../problem/index.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { dateOf, type IsoDate } from './dates.js'
import { daysCounted } from './day-count.js'
import { basisProblems } from './day-lists.js'
import { type HistoriesOf, type Segment, splitByChange } from './history.js'
import { noDayCounted, notWholeMonths } from './problems.js'
import type { Basis } from './schema.js'
import { merged, overlap, rangeProblems, type Span, spanProblems } from './span.js'

/** From the first to the last day of employment; without `to` it goes on. */
export interface Employment {
  readonly from: IsoDate
  readonly to?: IsoDate | undefined
}

/** What is asked of {@link prorate}. */
export interface ProrationRequest {
  readonly period: Span
  readonly employment: Employment
  /** Unpaid days. What overlaps counts once; what lies outside the employment does not count. */
  readonly absences?: readonly Span[] | undefined
  readonly basis: Basis
}

/** Days as the basis counts them. */
export interface ProrationDays {
  readonly inPeriod: number
  readonly employed: number
  /** Employed and absent. */
  readonly absent: number
  /** Employed and not absent. */
  readonly paid: number
}

/**
 * The exact part of a period that is paid: `numerator / denominator`, plain decimals, from 0 to 1.
 * It is not reduced, so that it can be read: 19 of 28 days is `19 / 28`, 15 days of 21.75 is
 * `15 / 21.75`.
 */
export interface Proration {
  readonly numerator: string
  readonly denominator: string
  readonly basis: Basis['basis']
  readonly days: ProrationDays
}

/** A {@link Segment} with the part of the period that its paid days have. */
export interface ProratedSegment<Values extends unknown[] = unknown[]> extends Segment<Values> {
  readonly proration: Proration
}

interface Fraction {
  readonly numerator: Decimal
  readonly denominator: Decimal
}

/**
 * The part of a period that is paid, as an exact fraction from 0 to 1; nothing is rounded.
 *
 * Exactly 1 where every day that the basis counts is paid, exactly 0 where none is. Between: paid
 * days over the period's days; on a fixed basis paid days over 21.75 or 30 a month, at most 1
 * (`days-worked`), or 1 less the days not paid over it, at least 0 (`days-absent`). Days before
 * joining and after leaving are not paid, and are no absence either.
 *
 * Throws a `PolicyError` with every problem: dates that are none, an end before its start, a basis
 * that counts no day of the period, a fixed basis for a period that is not whole calendar months.
 *
 * @example
 * const period = parsePeriod('2026-02')
 * prorate({ period, employment: { from: '2026-02-10' }, basis: { basis: 'calendar-days' } }).numerator //=> '19'
 */
export function prorate(request: ProrationRequest): Proration {
  refuse(requestProblems(request))
  const days = tally(request, request.period)
  return written(fractionOf(days, request), days, request.basis)
}

/**
 * {@link prorate}, with the paid part divided among the segments between changes: a rise in the
 * middle of the month pays each salary for its own days. Only employed days are split, so histories
 * may begin with the employment; where nothing is employed there are no segments.
 *
 * The fractions add up to that of `prorate`, exactly, on every basis: a segment gets its paid days'
 * share of it. For `calendar-days` and `working-days` that is its own days over the period's. A fixed
 * basis does not add up by itself (10 and 11 days of a full month are 21 / 21.75), so its whole is
 * divided by paid days instead: 10 / 21 and 11 / 21.
 *
 * Throws a `PolicyError` as `prorate` and `splitByChange` do.
 *
 * @example
 * const salary = [{ from: '2026-01-01', value: '8000' }, { from: '2026-02-16', value: '9000' }]
 * const request = { period: parsePeriod('2026-02'), employment: { from: '2020-01-01' }, basis: { basis: 'calendar-days' } } as const
 * prorateByChange(request, salary).map(({ proration }) => proration.numerator) //=> ['15', '13']
 */
export function prorateByChange<Values extends unknown[]>(
  request: ProrationRequest,
  ...histories: HistoriesOf<Values>
): readonly ProratedSegment<Values>[] {
  refuse(requestProblems(request))
  const employed = overlap(request.period, employedSpan(request))
  if (employed === undefined) return []
  const total = tally(request, request.period)
  const all = fractionOf(total, request)
  return splitByChange(employed, ...histories).map((segment) => {
    const days = tally(request, segment)
    const fraction = share(all, days.paid, total.paid)
    return { ...segment, proration: written(fraction, days, request.basis) }
  })
}

/** The part of a whole that some of its paid days have: `whole × paid / total`, kept readable. */
function share(all: Fraction, paid: number, total: number): Fraction {
  if (paid === total) return all
  const { numerator, denominator } = all
  if (numerator.equals(total)) return { numerator: whole(paid), denominator }
  if (numerator.equals(denominator)) return { numerator: whole(paid), denominator: whole(total) }
  return { numerator: numerator.times(paid), denominator: denominator.times(total) }
}

function fractionOf({ paid, inPeriod }: ProrationDays, request: ProrationRequest): Fraction {
  const { basis, period } = request
  const denominator = divisorOf(basis)?.times(wholeMonths(period)) ?? whole(inPeriod)
  if (paid === 0) return { numerator: whole(0), denominator }
  if (paid === inPeriod) return { numerator: denominator, denominator }
  const byAbsence = 'count' in basis && basis.count === 'days-absent'
  const numerator = byAbsence ? denominator.minus(inPeriod - paid) : whole(paid)
  return { numerator: clamped(numerator, denominator), denominator }
}

function clamped(value: Decimal, most: Decimal): Decimal {
  if (value.isNegative()) return whole(0)
  return value.greaterThan(most) ? most : value
}

function whole(days: number): Decimal {
  return decimal(String(days))
}

/** The days a month of a fixed basis. */
function divisorOf({ basis }: Basis): Decimal | undefined {
  if (basis === 'fixed-21.75') return decimal('21.75')
  return basis === 'fixed-30' ? decimal('30') : undefined
}

/** How many calendar months a span is, 0 where it is not whole ones. */
function wholeMonths({ start, end }: Span): number {
  const first = dateOf(start)
  const next = addDays(dateOf(end), 1)
  return first.getDate() === 1 && next.getDate() === 1 ? differenceInCalendarMonths(next, first) : 0
}

function tally(request: ProrationRequest, within: Span): ProrationDays {
  const { period, basis, absences = [] } = request
  const count = (spans: readonly Span[]) =>
    spans.reduce((days, span) => days + daysCounted(span, basis), 0)
  const own = overlap(within, employedSpan(request))
  const away = absences.flatMap((absence) => (own && overlap(own, absence)) ?? [])
  const employed = count(own === undefined ? [] : [own])
  const absent = count(merged(away))
  return { inPeriod: daysCounted(period, basis), employed, absent, paid: employed - absent }
}

function employedSpan({ employment }: ProrationRequest): Span {
  return { start: employment.from, end: employment.to ?? '9999-12-31' }
}

function written(fraction: Fraction, days: ProrationDays, { basis }: Basis): Proration {
  const { numerator, denominator } = fraction
  return { numerator: numerator.toFixed(), denominator: denominator.toFixed(), basis, days }
}

function requestProblems(request: ProrationRequest): readonly Problem[] {
  const { period, absences = [], basis } = request
  const { start, end } = employedSpan(request)
  const problems = [
    ...spanProblems(period, 'period'),
    ...rangeProblems(start, 'employment.from', end, 'employment.to'),
    ...absences.flatMap((absence, i) => spanProblems(absence, at('absences', i))),
    ...basisProblems(basis, 'basis'),
  ]
  return problems.length > 0 ? problems : divisionProblems(period, basis)
}

function divisionProblems(period: Span, basis: Basis): readonly Problem[] {
  const { start, end } = period
  if (divisorOf(basis) !== undefined && wholeMonths(period) === 0)
    return [notWholeMonths(basis.basis, start, end)]
  return daysCounted(period, basis) === 0 ? [noDayCounted(basis.basis, start, end)] : []
}

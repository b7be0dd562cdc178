import { addDays } from 'date-fns/addDays'
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths'
import { isLastDayOfMonth } from 'date-fns/isLastDayOfMonth'
import { at, type Problem, refuse } from '../problem/index.js'
import { unknownKey } from '../problem/shape-problems.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { basisProblems, partProblems } from './basis.js'
import { dateOf } from './dates.js'
import { daysCounted, writtenDays } from './day-count.js'
import { type HistoriesOf, type Segment, splitByChange } from './history.js'
import { noDayCounted, notWholeMonths } from './problems.js'
import type { Basis } from './schema.js'
import { type OpenSpan, overlap, type Span, spanProblems } from './span.js'
import { type Absence, type Tally, tally } from './tally.js'

/** What is asked of {@link prorate}. */
export interface ProrationRequest {
  readonly period: Span
  readonly employment: OpenSpan
  /** Unpaid days. What overlaps counts once; what lies outside the employment does not count. */
  readonly absences?: readonly Absence[] | undefined
  readonly basis: Basis
}

/** Days as the basis counts them, as decimal strings: a day may count, or be paid, in part. */
export interface ProrationDays {
  readonly inPeriod: string
  readonly employed: string
  /** Employed and absent. */
  readonly absent: string
  /** Employed and not absent. */
  readonly paid: string
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
 * that counts no day of the period, a fixed basis for a period that is not whole calendar months, a key of
 * an absence that is not known.
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
 * const salary = historyOf([{ from: '2026-01-01', value: '8000' }, { from: '2026-02-16', value: '9000' }])
 * const request = { period: parsePeriod('2026-02'), employment: { from: '2020-01-01' }, basis: { basis: 'calendar-days' } } as const
 * prorateByChange(request, salary).map(({ proration }) => proration.numerator) //=> ['15', '13']
 */
export function prorateByChange<Values extends unknown[]>(
  request: ProrationRequest,
  ...histories: HistoriesOf<Values>
): readonly ProratedSegment<Values>[] {
  refuse(requestProblems(request))
  const employed = overlap(request.period, request.employment)
  if (employed === undefined) return []
  const total = tally(request, request.period)
  const all = fractionOf(total, request)
  return splitByChange(employed, ...histories).map((segment) => {
    const days = tally(request, segment)
    const fraction = share(all, days.paid, total.paid)
    return { ...segment, proration: written(fraction, days, request.basis) }
  })
}

/**
 * The parts of a period that several runs of paid days have, in millionths of a day: their numerators,
 * over one denominator, so that they add up to the part that all of them have.
 */
export function partsOf(
  { period, basis }: Pick<ProrationRequest, 'period' | 'basis'>,
  runs: readonly number[],
): { readonly numerators: readonly Decimal[]; readonly denominator: Decimal } {
  const paid = runs.reduce((sum, part) => sum + part, 0)
  const inPeriod = daysCounted(period, basis)
  const all = fractionOf({ inPeriod, paid }, { period, basis })
  const parts = runs.map((part) => share(all, part, paid))
  // Where one run has all, the others have nothing of the same whole.
  const alone = runs.includes(paid)
  return {
    numerators: parts.map(({ numerator }) => numerator),
    denominator: (alone ? all : (parts[0] as Fraction)).denominator,
  }
}

/** The part of a whole that some of its paid days have: `whole × paid / total`, kept readable. */
function share(all: Fraction, paid: number, total: number): Fraction {
  if (paid === total) return all
  const { numerator, denominator } = all
  const [part, days] = [daysOf(paid), daysOf(total)]
  if (numerator.equals(days)) return { numerator: part, denominator }
  if (numerator.equals(denominator)) return { numerator: part, denominator: days }
  return { numerator: numerator.times(part), denominator: denominator.times(days) }
}

function fractionOf(
  { paid, inPeriod }: Pick<Tally, 'paid' | 'inPeriod'>,
  request: Pick<ProrationRequest, 'period' | 'basis'>,
): Fraction {
  const { basis, period } = request
  const denominator = divisorOf(basis)?.times(wholeMonths(period)) ?? daysOf(inPeriod)
  if (paid === 0) return { numerator: decimal('0'), denominator }
  if (paid === inPeriod) return { numerator: denominator, denominator }
  const byAbsence = 'count' in basis && basis.count === 'days-absent'
  const numerator = byAbsence ? denominator.minus(daysOf(inPeriod - paid)) : daysOf(paid)
  return { numerator: clamped(numerator, denominator), denominator }
}

function clamped(value: Decimal, most: Decimal): Decimal {
  if (value.isNegative()) return decimal('0')
  return value.greaterThan(most) ? most : value
}

function daysOf(millionths: number): Decimal {
  return decimal(writtenDays(millionths))
}

/** The days a month of a fixed basis. */
function divisorOf({ basis }: Basis): Decimal | undefined {
  if (basis === 'fixed-21.75') return decimal('21.75')
  return basis === 'fixed-30' ? decimal('30') : undefined
}

/** How many whole months a span is, from a day of one to the day before it in another, else 0. */
function wholeMonths({ from, to }: Span): number {
  const first = dateOf(from)
  const next = addDays(dateOf(to), 1)
  // A month without the day begins on its last one instead.
  const [a, b] = [first.getDate(), next.getDate()]
  const aligned = a === b || (isLastDayOfMonth(first) && a < b) || (isLastDayOfMonth(next) && b < a)
  return aligned ? differenceInCalendarMonths(next, first) : 0
}

/** The places that the numbers of a fraction may have; a formula that reads them declares as many. */
const fractionPlaces = 4

function written(fraction: Fraction, days: Tally, { basis }: Basis): Proration {
  const { numerator, denominator } = fraction
  const places = Math.max(numerator.decimalPlaces(), denominator.decimalPlaces())
  const by = 10 ** Math.max(0, places - fractionPlaces)
  const text = (part: Decimal) => part.times(by).toFixed()
  return {
    numerator: text(numerator),
    denominator: text(denominator),
    basis,
    days: {
      inPeriod: writtenDays(days.inPeriod),
      employed: writtenDays(days.employed),
      absent: writtenDays(days.absent),
      paid: writtenDays(days.paid),
    },
  }
}

function requestProblems(request: ProrationRequest): readonly Problem[] {
  const { period, employment, absences = [], basis } = request
  const problems = [
    ...spanProblems(period, 'period'),
    ...spanProblems(employment, 'employment'),
    ...absences.flatMap((absence, i) => absenceProblems(absence, at('absences', i))),
    ...basisProblems(basis, 'basis'),
  ]
  return problems.length > 0 ? problems : divisionProblems(period, basis)
}

/** What is read of an absence. */
const read = new Set(['from', 'to', 'part'])
/** What a whole period, or an absence of the data of a run, has beside it. */
const beside = new Set(['name', 'kind', 'rhythm', 'id', 'recorded', 'void'])

/** What is not read could be meant to cut the absence, as `half` would: it is refused. */
function absenceProblems(absence: Absence, path: string): readonly Problem[] {
  const { part = '1' } = absence
  return [
    ...spanProblems(absence, path),
    ...partProblems(part, 4, at(path, 'part')),
    ...Object.keys(absence)
      .filter((key) => !read.has(key) && !beside.has(key))
      .map((key) => unknownKey(at(path, key), key, [...read])),
  ]
}

function divisionProblems(period: Span, basis: Basis): readonly Problem[] {
  const { from, to } = period
  if (divisorOf(basis) !== undefined && wholeMonths(period) === 0)
    return [notWholeMonths(basis.basis, from, to)]
  return daysCounted(period, basis) === 0 ? [noDayCounted(basis.basis, from, to)] : []
}

import type { IsoDate } from '../../calendar/index.js'
import { having, list, optional, refuse, text } from '../../problem/index.js'
import { decimal } from '../../quantity/index.js'
import {
  decimalOption,
  type Fraction,
  fraction,
  fractionOf,
  fractionTo,
  minus,
  over,
  plus,
} from '../../quantity/internal.js'

/** The places of levels, falls and swings. */
const places = 2

/** A score of a day: a performance rating, or a survey; without a score where nobody answered. */
export interface Reading {
  readonly date: IsoDate
  readonly score?: string | undefined
}

const readingsOption = list(having({ date: text, score: optional(decimalOption()) }))

/**
 * The last score up to a day: 2 places, half-up. `undefined` where there is none.
 *
 * Throws a `PolicyError` for scores that are no numbers, as all that read scores do.
 *
 * @example
 * lastLevel([{ date: '2025-12-31', score: '3.5' }], '2026-03-31') //=> '3.50'
 */
export function lastLevel(readings: readonly Reading[], on: IsoDate): string | undefined {
  const last = scoresUntil(readings, on).at(-1)
  return last && fractionTo(last, places)
}

/**
 * How far the last score lies below the mean of the person's scores before it: 2 places, half-up;
 * negative where it rose. `undefined` with fewer than two scores.
 *
 * @example
 * fallFromPast([{ date: '2024-12-31', score: '4' }, { date: '2025-12-31', score: '3' }], '2026-03-31') //=> '1.00'
 */
export function fallFromPast(readings: readonly Reading[], on: IsoDate): string | undefined {
  const scores = scoresUntil(readings, on)
  const past = scores.slice(0, -1)
  return past.length === 0
    ? undefined
    : fractionTo(minus(mean(past), scores.at(-1) as Fraction), places)
}

/**
 * How far scores swing: the mean distance from one to the next, 2 places, half-up. `undefined` with
 * fewer than two scores.
 *
 * @example
 * volatility([{ date: '2024-06-30', score: '4' }, { date: '2024-12-31', score: '2' }, { date: '2025-06-30', score: '3' }], '2026-03-31') //=> '1.50'
 */
export function volatility(readings: readonly Reading[], on: IsoDate): string | undefined {
  const scores = scoresUntil(readings, on)
  const steps = scores.slice(1).map((score, i) => distance(score, scores[i] as Fraction))
  return steps.length === 0 ? undefined : fractionTo(mean(steps), places)
}

/**
 * How many surveys in a row, up to a day, the person has left unanswered: a count. `undefined` where
 * none was sent.
 *
 * @example
 * silence([{ date: '2026-01-15', score: '4' }, { date: '2026-02-15' }], '2026-03-31') //=> '1'
 */
export function silence(surveys: readonly Reading[], on: IsoDate): string | undefined {
  const sent = until(surveys, on)
  const answered = sent.findLastIndex(({ score }) => score !== undefined)
  return sent.length === 0 ? undefined : String(sent.length - 1 - answered)
}

/** The readings up to a day in the order of their dates, those of one day as they were given. */
function until(readings: readonly Reading[], on: IsoDate): readonly Reading[] {
  refuse(readingsOption(readings, 'readings'))
  return readings
    .filter(({ date }) => date <= on)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function scoresUntil(readings: readonly Reading[], on: IsoDate): readonly Fraction[] {
  return until(readings, on).flatMap(({ score }) =>
    score === undefined ? [] : [fractionOf(decimal(score))],
  )
}

function mean(values: readonly Fraction[]): Fraction {
  return over(values.reduce(plus, fraction(0n)), fraction(BigInt(values.length)))
}

function distance(a: Fraction, b: Fraction): Fraction {
  const { numerator, denominator } = minus(a, b)
  return { numerator: numerator < 0n ? -numerator : numerator, denominator }
}

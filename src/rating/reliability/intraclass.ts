import { type Localized, list, type Problem, refuse } from '../../problem/index.js'
import { decimal, toScaled } from '../../quantity/index.js'
import {
  doubleOf,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  times,
} from '../../quantity/internal.js'
import { badTable, noVariation } from '../problems.js'
import { scoreOption } from '../scores.js'
import { tooAlike } from './judged.js'

/** The correlations that a table may give. */
export type IntraclassForm = 'icc1' | 'icc1k' | 'icc2' | 'icc2k' | 'icc3' | 'icc3k'

/**
 * The six intraclass correlations of Shrout and Fleiss, and the mean squares they are made of. A
 * correlation is absent where there is nothing that it could be a part of; `untold` says why.
 */
export interface IntraclassCorrelations {
  /** One-way random: each target rated by other raters. One rating, and the mean of all. */
  readonly icc1?: number
  readonly icc1k?: number
  /** Two-way random: the same raters, a sample of all; absolute agreement. */
  readonly icc2?: number
  readonly icc2k?: number
  /** Two-way mixed: these raters and no others; consistency. */
  readonly icc3?: number
  readonly icc3k?: number
  readonly untold: readonly { readonly figure: IntraclassForm; readonly reason: Localized }[]
  /** Mean squares between targets, within targets, between raters, residual. */
  readonly betweenTargets: number
  readonly withinTargets: number
  readonly betweenRaters: number
  readonly residual: number
}

/**
 * Intraclass correlations of a full table: a row a target, a column a rater. Worked out exactly of the
 * scores as they are written, each figure then the nearest double or its neighbour; so equal scores are
 * equal, and a correlation whose divisor is zero, or below it by chance, is absent rather than infinite
 * or above 1. It may be negative where raters disagree more than targets differ.
 *
 * Source: P. E. Shrout and J. L. Fleiss, "Intraclass Correlations: Uses in Assessing Rater
 * Reliability", Psychological Bulletin 86 (1979), 420–428.
 *
 * Throws a `PolicyError` for a table that is not full, or smaller than two by two, for scores that are
 * all equal, and for scores beyond 1e100.
 *
 * @example
 * intraclassCorrelations([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]).icc3k?.toFixed(2)
 * //=> '0.91'
 */
export function intraclassCorrelations(
  table: readonly (readonly number[])[],
): IntraclassCorrelations {
  refuse(tableProblems(table))
  const squares = meanSquaresOf(table)
  const figures = partsOf(squares)
  const forms = Object.keys(figures) as IntraclassForm[]
  const isTold = (form: IntraclassForm) => figures[form][1].numerator > 0n
  return {
    ...Object.fromEntries(
      forms.filter(isTold).map((form) => [form, doubleOf(over(...figures[form]))]),
    ),
    untold: forms.filter((form) => !isTold(form)).map((figure) => ({ figure, reason: tooAlike })),
    betweenTargets: doubleOf(squares.between),
    withinTargets: doubleOf(squares.within),
    betweenRaters: doubleOf(squares.raters),
    residual: doubleOf(squares.residual),
  }
}

/** Exact mean squares of a full table of so many targets and raters. */
export interface MeanSquares {
  readonly targetCount: number
  readonly raterCount: number
  readonly between: Fraction
  readonly within: Fraction
  readonly raters: Fraction
  readonly residual: Fraction
}

export function meanSquaresOf(table: readonly (readonly number[])[]): MeanSquares {
  const n = table.length
  const k = (table[0] as readonly number[]).length
  const { between, raters, within } = squaresOf(table)
  return {
    targetCount: n,
    raterCount: k,
    between: over(between, count(n - 1)),
    within: over(within, count(n * (k - 1))),
    raters: over(raters, count(k - 1)),
    residual: over(minus(within, raters), count((n - 1) * (k - 1))),
  }
}

/** Each correlation as a part and what it is a part of. */
export function partsOf({
  targetCount: n,
  raterCount: k,
  between: b,
  within: w,
  raters: j,
  residual: e,
}: MeanSquares): Readonly<Record<IntraclassForm, readonly [part: Fraction, of: Fraction]>> {
  const apart = over(minus(j, e), count(n))
  return {
    icc1: [minus(b, w), plus(b, times(w, count(k - 1)))],
    icc1k: [minus(b, w), b],
    icc2: [minus(b, e), plus(plus(b, times(e, count(k - 1))), times(apart, count(k)))],
    icc2k: [minus(b, e), plus(b, apart)],
    icc3: [minus(b, e), plus(b, times(e, count(k - 1)))],
    icc3k: [minus(b, e), b],
  }
}

export function count(value: number): Fraction {
  return fraction(BigInt(value))
}

/** Sums of squares between targets, between raters and within targets, exactly. */
function squaresOf(table: readonly (readonly number[])[]) {
  const { rows, places } = scaled(table)
  const columns = (rows[0] as bigint[]).map((_, j) => rows.map((row) => row[j] as bigint))
  const [n, k] = [BigInt(rows.length), BigInt(columns.length)]
  const whole = sum(rows.flat()) ** 2n
  const ofRows = n * sum(rows.map((row) => sum(row) ** 2n))
  const unit = n * k * 10n ** BigInt(2 * places)
  return {
    between: fraction(ofRows - whole, unit),
    raters: fraction(k * sum(columns.map((column) => sum(column) ** 2n)) - whole, unit),
    within: fraction(n * k * sum(rows.flat().map((score) => score ** 2n)) - ofRows, unit),
  }
}

/** Scores as whole numbers of their last decimal place. */
export function scaled(table: readonly (readonly number[])[]) {
  const read = table.map((row) => row.map((score) => decimal(String(score))))
  const places = read.flat().reduce((most, score) => Math.max(most, score.decimalPlaces()), 0)
  return { rows: read.map((row) => row.map((score) => toScaled(score, places))), places }
}

export function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}

function tableProblems(table: unknown): readonly Problem[] {
  const rows: readonly unknown[] = Array.isArray(table) ? table : []
  const scores: readonly unknown[] = rows.flat()
  const width = scores.length / rows.length
  const isFull = rows.every((row) => Array.isArray(row) && row.length === width)
  if (!isFull || rows.length < 2 || width < 2 || !scores.every(Number.isFinite))
    return [badTable('table')]
  const large = list(list(scoreOption))(table, 'table')
  if (large.length > 0) return large
  return new Set(scores).size === 1 ? [noVariation('table')] : []
}

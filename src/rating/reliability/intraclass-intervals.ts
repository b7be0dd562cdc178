import { type Localized, list, type Problem, refuse } from '../../problem/index.js'
import { doubleOf, type Fraction, minus, over, plus, times } from '../../quantity/internal.js'
import { confidenceOption } from '../../statistics/index.js'
import { noVariation, oneTarget } from '../problems.js'
import { scoreOrNone } from '../scores.js'
import {
  count,
  type IntraclassForm,
  type MeanSquares,
  meanSquaresOf,
  partsOf,
} from './intraclass.js'
import {
  equalMeans,
  fisherRange,
  hasHoles,
  type Interval,
  intervalOver,
  type JudgedCorrelation,
  judged,
  noDisagreement,
  type Told,
  testOf,
  tooAlike,
  tooFewDegrees,
} from './judged.js'
import { oneWay } from './one-way.js'

/** The six intraclass correlations, each with its interval and its test. */
export interface IntraclassIntervals extends Readonly<Record<IntraclassForm, JudgedCorrelation>> {
  /** How many targets have a score. */
  readonly targets: number
  /**
   * How many ratings a target has: the raters of a full table. Of one with holes, what stands for it in
   * the one-way forms, (N − Σ kᵢ² / N) / (n − 1), between the least number and the mean.
   */
  readonly ratingsEach: number
}

/**
 * Intraclass correlations with confidence intervals and F tests. A row a target, a column a rater,
 * `null` where a rater gave nothing; a row may be short, and one without a score is left out. The test
 * is of a correlation of zero. Values and ratios are worked out exactly; intervals and probabilities
 * are in double precision, good to 8 digits.
 *
 * A full table gives all six forms. Their intervals suppose that errors and targets are normal: exact
 * for `icc1` and `icc3`, an approximation for `icc2`, whose lower mean square is a sum.
 *
 * A table with holes gives the one-way forms `icc1` and `icc1k`, by the analysis of variance for
 * unequal groups, with Wald's exact interval; `icc1k` is of the mean of `ratingsEach` ratings. The
 * two-way forms are absent. Where targets have unequal numbers of ratings, a value may lie below −1, or
 * below its interval, whose bounds are correlations that the model allows.
 *
 * Sources: P. E. Shrout and J. L. Fleiss (1979), Psychological Bulletin 86, 420–428; K. O. McGraw and
 * S. P. Wong (1996), "Forming Inferences About Some Intraclass Correlation Coefficients",
 * Psychological Methods 1, 30–46; A. Wald (1940), "A Note on the Analysis of Variance with Unequal
 * Class Frequencies", Annals of Mathematical Statistics 11, 96–100.
 *
 * Throws a `PolicyError` for a value that is neither a number nor `null`, one beyond 1e100, a
 * confidence that is not between 0 and 1, scores of fewer than two targets, and where no target has two
 * scores, or all scores are equal.
 *
 * @example
 * const { icc1 } = intraclassIntervals([[9, 2, 5, 8], [6, 1, null, 2], [8, 4, 6]], 0.95)
 * icc1.interval?.low.toFixed(2) //=> '-0.32'
 */
export function intraclassIntervals(
  table: readonly (readonly (number | null)[])[],
  confidence: number,
): IntraclassIntervals {
  refuse([...tableProblems(table), ...confidenceOption(confidence, 'confidence')])
  const width = table.reduce((most, row) => Math.max(most, row.length), 0)
  const given = table.map((row) => row.filter((score) => score !== null))
  const rows = given.filter((row) => row.length > 0)
  if (rows.some((row) => row.length < width)) {
    const { single, average, ratingsEach } = oneWay(rows, confidence)
    const [icc1, icc1k] = [single, average]
    const absent = judged({ value: twoWay, interval: twoWay, test: twoWay })
    const others = { icc2: absent, icc2k: absent, icc3: absent, icc3k: absent }
    return { icc1, icc1k, ...others, targets: rows.length, ratingsEach }
  }
  return fullTable(meanSquaresOf(rows), confidence)
}

const twoWay: { readonly reason: Localized } = { reason: hasHoles }

function tableProblems(table: unknown): readonly Problem[] {
  const problems = list(list(scoreOrNone))(table, 'table')
  if (problems.length > 0) return problems
  const rows = (table as readonly (readonly (number | null)[])[])
    .map((row) => row.filter((score) => score !== null))
    .filter((row) => row.length > 0)
  if (rows.length < 2) return [oneTarget('table')]
  const isTold = rows.some((row) => row.length > 1) && new Set(rows.flat()).size > 1
  return isTold ? [] : [noVariation('table')]
}

function fullTable(squares: MeanSquares, confidence: number): IntraclassIntervals {
  const { targetCount: n, raterCount: k, between, within, residual } = squares
  const [upper, lower, apart] = [n - 1, n * (k - 1), (n - 1) * (k - 1)]
  const absolute = ratioOf(between, within)
  const consistent = ratioOf(between, residual)
  const parts = partsOf(squares)
  const value = (form: IntraclassForm): Told<number> => {
    const [part, of] = parts[form]
    return of.numerator > 0n ? { told: doubleOf(over(part, of)) } : { reason: tooAlike }
  }
  const one = betweenRatio(absolute, k, () => fisherRange(confidence, upper, lower))
  const two = agreement(squares, confidence)
  const three = betweenRatio(consistent, k, () => fisherRange(confidence, upper, apart))
  const test1 = testOf(absolute, upper, lower)
  const test = testOf(consistent, upper, apart)
  return {
    icc1: judged({ value: value('icc1'), interval: one.single, test: test1 }),
    icc1k: judged({ value: value('icc1k'), interval: one.average, test: test1 }),
    icc2: judged({ value: value('icc2'), interval: two.single, test }),
    icc2k: judged({ value: value('icc2k'), interval: two.average, test }),
    icc3: judged({ value: value('icc3'), interval: three.single, test }),
    icc3k: judged({ value: value('icc3k'), interval: three.average, test }),
    targets: n,
    ratingsEach: k,
  }
}

function ratioOf(between: Fraction, error: Fraction): number {
  return error.numerator === 0n ? Number.POSITIVE_INFINITY : doubleOf(over(between, error))
}

interface Intervals {
  readonly single: Told<Interval>
  readonly average: Told<Interval>
}

function neither(reason: Localized): Intervals {
  return { single: { reason }, average: { reason } }
}

/** The intervals of a correlation that rests on one ratio of mean squares. */
function betweenRatio(ratio: number, k: number, rangeOf: () => Interval): Intervals {
  if (!Number.isFinite(ratio)) return neither(noDisagreement)
  if (ratio === 0) return neither(equalMeans)
  const range = rangeOf()
  return {
    single: intervalOver(range, (f) => [ratio - f, ratio + (k - 1) * f]),
    average: intervalOver(range, (f) => [ratio - f, ratio]),
  }
}

/**
 * The intervals of absolute agreement (McGraw and Wong's table 7). Its error is a sum of two mean
 * squares, whose degrees of freedom Satterthwaite's rule gives; written without the correlation itself.
 */
function agreement(squares: MeanSquares, confidence: number): Intervals {
  const { targetCount: n, raterCount: k, between, raters, residual } = squares
  if (between.numerator === 0n) return neither(equalMeans)
  const ofRaters = times(minus(between, residual), raters)
  const ofResidual = times(residual, plus(raters, times(between, count(n - 1))))
  const whole = times(between, plus(raters, times(residual, count(n - 1))))
  const squared = (value: Fraction) => times(value, value)
  const spread = plus(times(squared(ofRaters), count(n - 1)), squared(ofResidual))
  if (spread.numerator === 0n) return neither(noDisagreement)
  const degrees = doubleOf(over(times(squared(whole), count((n - 1) * (k - 1))), spread))
  if (degrees < 1) return neither(tooFewDegrees)
  const range = fisherRange(confidence, n - 1, degrees)
  // In parts of their sum, which no double is too small or too large for.
  const sum = plus(plus(between, raters), residual)
  const share = (square: Fraction) => doubleOf(over(square, sum))
  const [b, j, e] = [share(between), share(raters), share(residual)]
  return {
    single: intervalOver(range, (f) => [
      n * (b - f * e),
      f * (k * j + (k * n - k - n) * e) + n * b,
    ]),
    average: intervalOver(range, (f) => [n * (b - f * e), f * (j - e) + n * b]),
  }
}

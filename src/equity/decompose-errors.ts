import { normalCdf, normalQuantile, rowShares } from '../statistics/index.js'
import type { Model } from './decompose-models.js'
import type { Term } from './design.js'

/**
 * What the means of what people have are taken for: `fixed`, so that only coefficients err, or those of
 * people who are a sample themselves, `stochastic`.
 */
export const regressors = ['fixed', 'stochastic'] as const

/** How the errors of a decomposition are asked for. */
export interface ErrorsAsked {
  /** The probability that an interval covers the part, such as 0.95. */
  readonly confidence: number
  readonly regressors: (typeof regressors)[number]
}

/** The error of a part, and its interval by the normal distribution. */
export interface PartError {
  readonly standardError: number
  /** The part over its error, and its two-sided probability; absent where there is no error at all. */
  readonly z?: number
  readonly p?: number
  readonly low: number
  readonly high: number
}

/** How much a figure changes with each coefficient and each mean, over the columns of all terms. */
export interface Slopes {
  readonly reference?: readonly number[]
  readonly compared?: readonly number[]
  /** Of the coefficients that count as what would be paid without a gap. */
  readonly norm?: readonly number[]
  readonly referenceMeans?: readonly number[]
  readonly comparedMeans: readonly number[]
}

/** What errors are worked out from. */
export interface Fits {
  readonly terms: readonly Term[]
  readonly reference: Model
  readonly compared: Model
  readonly isCompared: readonly boolean[]
  /** The part of the reference in the norm, or the fit of all people that the norm is. */
  readonly norm: number | Model
}

/**
 * The errors of figures, by the delta method, as Jann's (2008) `oaxaca` has them. The coefficients of the
 * groups err apart, each by the classical covariance of its fit. A norm of all people errs with both:
 * then what it is a part of is told from all together, each person's part of the sum of their errors
 * squared, times n / (n − 1), as Stata's `suest` does, which holds whatever variance people have. Means,
 * where they err, do so apart from coefficients; what is of higher order is left out.
 */
export function errorsOf(
  fits: Fits,
  { confidence, regressors: kind }: ErrorsAsked,
  figures: readonly { readonly value: number; readonly slopes: Slopes }[],
): readonly PartError[] {
  const { terms, reference, compared, norm } = fits
  const zeros = terms.flatMap(({ columns }) => columns.map(() => 0))
  const all = figures.map(({ slopes }) => ({
    reference: slopes.reference ?? zeros,
    compared: slopes.compared ?? zeros,
    norm: slopes.norm ?? zeros,
    referenceMeans: slopes.referenceMeans ?? zeros,
    comparedMeans: slopes.comparedMeans,
  }))
  const share = typeof norm === 'number' ? norm : 0
  const ofGroups = apart(
    [reference, all.map((each) => added(each.reference, each.norm, share))],
    [compared, all.map((each) => added(each.compared, each.norm, 1 - share))],
    terms,
  )
  const ofAll = typeof norm === 'number' ? ofGroups : together({ ...fits, norm }, all)
  const reach = -normalQuantile((1 - confidence) / 2)
  return figures.map(({ value }, i) => {
    const slopes = all[i] as (typeof all)[number]
    const ofMeans =
      kind === 'fixed'
        ? 0
        : varianceOfMeans(reference, slopes.referenceMeans) +
          varianceOfMeans(compared, slopes.comparedMeans)
    const ofCoefficients = figures[i]?.slopes.norm === undefined ? ofGroups : ofAll
    return errorOf(value, Math.sqrt(at(ofCoefficients, i) + ofMeans), reach)
  })
}

function errorOf(value: number, standardError: number, reach: number): PartError {
  const z = value / standardError
  const half = reach * standardError
  return {
    standardError,
    ...(standardError > 0 && { z, p: 2 * normalCdf(-Math.abs(z)) }),
    low: value - half,
    high: value + half,
  }
}

type Matrix = readonly (readonly number[])[]

/** Variances of figures whose coefficients err apart, each row of a fit by its one variance. */
function apart(
  [reference, ofReference]: readonly [Model, Matrix],
  [compared, ofCompared]: readonly [Model, Matrix],
  terms: readonly Term[],
): readonly number[] {
  const shares = sharesIn(compared, terms, ofCompared)
  return sharesIn(reference, terms, ofReference).map(
    (each, i) =>
      reference.residualVariance * squares(each) +
      compared.residualVariance * squares(shares[i] as readonly number[]),
  )
}

/** Variances of figures from what each row adds to their errors, by the fit of all and by its own. */
function together(
  { terms, reference, compared, isCompared, norm }: Fits & { readonly norm: Model },
  slopes: readonly Required<Slopes>[],
): readonly number[] {
  const of = (model: Model, own: (each: Required<Slopes>) => readonly number[], isOf: boolean[]) =>
    scoresOf(model, terms, slopes.map(own), isOf)
  const fits = [
    of(
      norm,
      (each) => each.norm,
      isCompared.map(() => true),
    ),
    of(
      reference,
      (each) => each.reference,
      isCompared.map((is) => !is),
    ),
    of(compared, (each) => each.compared, [...isCompared]),
  ] as const
  const rows = isCompared.length
  return fits[0].map((scores, figure) => {
    const sums = scores.map((_, row) => fits.reduce((sum, fit) => sum + at(fit[figure], row), 0))
    return (squares(sums) * rows) / (rows - 1)
  })
}

/** What each row adds to the error of each figure by a fit; nothing where it is not of the fit. */
function scoresOf(
  model: Model,
  terms: readonly Term[],
  slopes: Matrix,
  isOf: readonly boolean[],
): Matrix {
  return sharesIn(model, terms, slopes).map((shares) => {
    let own = 0
    return isOf.map((is) => {
      if (!is) return 0
      own += 1
      return at(shares, own - 1) * at(model.residuals, own - 1)
    })
  })
}

function sharesIn({ columns }: Model, terms: readonly Term[], slopes: Matrix): Matrix {
  return rowShares(
    columns,
    slopes.map((each) => {
      const own = uncentredSlopes(terms, each)
      // Controls, which stand last, are of no part.
      return columns.map((_, j) => own[j] ?? 0)
    }),
  )
}

/** The variance of Σ slope × mean of a column. */
function varianceOfMeans({ wide, means }: Model, slopes: readonly number[]): number {
  const rows = wide[0]?.values.length as number
  let sum = 0
  for (let row = 0; row < rows; row++) {
    let distance = 0
    for (const [j, slope] of slopes.entries())
      distance += slope * (at(wide[j]?.values, row) - at(means, j))
    sum += distance ** 2
  }
  return sum / (rows * (rows - 1))
}

/**
 * Slopes by the coefficients of a regression, from those by the coefficients of all columns, which are
 * an attribute's less their mean, and the intercept with these means.
 */
function uncentredSlopes(terms: readonly Term[], slopes: readonly number[]): readonly number[] {
  const ofIntercept = at(slopes, 0)
  let place = 0
  return terms.flatMap(({ levels, columns }) => {
    const own = slopes.slice(place, place + columns.length)
    place += columns.length
    if (!levels) return own
    const taken = (own.reduce((sum, each) => sum + each, 0) - ofIntercept) / own.length
    return own.slice(1).map((each) => each - taken)
  })
}

function added(a: readonly number[], b: readonly number[], times: number): readonly number[] {
  return a.map((value, i) => value + times * at(b, i))
}

function squares(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value ** 2
  return sum
}

function at(values: readonly number[] | undefined, i: number): number {
  return values?.[i] as number
}

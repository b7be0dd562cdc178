import { at, choice, type Problem, refuse } from '../problem/index.js'
import { centred, uncentred, uncentredCovariance, weightedMean } from './centre.js'
import { studentQuantile, studentTails } from './distributions.js'
import {
  confidenceOption,
  notFinite,
  otherLength,
  tooFewRows,
  weightNotPositive,
} from './problems.js'
import { householder, type Qr, solveTriangle } from './qr.js'

/**
 * How the errors of coefficients are estimated. `classical` takes one variance for all rows; the
 * others are White's (1980) and hold where it differs: `HC0` as it is, `HC1` times n / (n − k), `HC2`
 * and `HC3` with each squared residual over 1 − h and (1 − h)², h the row's leverage (MacKinnon and
 * White 1985; Long and Ervin 2000 advise HC3 below some 250 rows).
 */
export const covariances = ['classical', 'HC0', 'HC1', 'HC2', 'HC3'] as const
export type Covariance = (typeof covariances)[number]

/** What a request of a fit may say of errors and intervals. */
export const errorOptions = { covariance: choice(covariances), confidence: confidenceOption }

/** One column of a design, by name. */
export interface Column {
  readonly name: string
  readonly values: readonly number[]
}

/** A coefficient with its error and its interval, by Student's t with n − k degrees of freedom. */
export interface Coefficient {
  readonly name: string
  readonly estimate: number
  readonly standardError: number
  /** Estimate over error, and its two-sided probability; absent where there is no error at all. */
  readonly t?: number
  readonly p?: number
  readonly low: number
  readonly high: number
}

/** A column that is made of the columns before it, so that it has no coefficient. */
export interface Collinear {
  readonly name: string
  readonly of: readonly { readonly name: string; readonly times: number }[]
}

/** What a least-squares fit gives. */
export interface LeastSquares {
  readonly coefficients: readonly Coefficient[]
  /** Between the coefficients, row by row. */
  readonly covariance: readonly (readonly number[])[]
  readonly collinear: readonly Collinear[]
  readonly fitted: readonly number[]
  readonly residuals: readonly number[]
  readonly rows: number
  readonly degrees: number
  /** The (weighted) sum of squared residuals over the degrees of freedom. */
  readonly residualVariance: number
  /** 1 − squared residuals over squared distances from the (weighted) mean; 1 where the target is constant. */
  readonly rSquared: number
}

/** Residuals shorter than this, beside the target, are rounding: then the fit is exact. */
const exactTolerance = 1e-12

/** A row with less than this left of 1 − leverage has a coefficient of its own, and so no residual. */
const leverageTolerance = 1e-10

/** A combination's part below this is rounding. */
const partTolerance = 1e-6

/**
 * Weighted least squares by Householder QR: the coefficients that make the weighted sum of squared
 * residuals least. An intercept is a column of ones like any other. A column that is collinear with
 * those before it is left out and named with what makes it up; beside an intercept that stands first,
 * wherever the columns have their zero. Weights count a row's precision, as in
 * R's `lm`; only their ratios matter to the coefficients.
 *
 * A row whose leverage is 1 has no residual, and adds nothing to HC2 and HC3. Where the fit is exact,
 * errors are 0, and t and p are absent.
 *
 * Results agree with statsmodels to 8 digits and more on well-conditioned data; they may differ in the
 * last places between JavaScript engines, so they never decide an amount of money.
 *
 * Throws a `PolicyError` for columns of unequal length, numbers that are not finite, weights of zero
 * or less, no more rows than independent columns, an unknown kind of covariance, and a confidence that
 * is not between 0 and 1.
 *
 * @example
 * const ones = { name: 'intercept', values: [1, 1, 1] }
 * leastSquares({ columns: [ones, { name: 'x', values: [0, 1, 2] }], target: [1, 3, 5], covariance: 'HC3', confidence: 0.95 }).coefficients[1]?.estimate.toFixed(6) //=> '2.000000'
 */
export function leastSquares(request: {
  readonly columns: readonly Column[]
  readonly target: readonly number[]
  readonly weights?: readonly number[] | undefined
  readonly covariance: Covariance
  /** The probability that an interval covers the coefficient, such as 0.95. */
  readonly confidence: number
}): LeastSquares {
  const { columns, target, weights = target.map(() => 1), covariance: kind, confidence } = request
  refuse([
    ...errorOptions.covariance(kind, 'covariance'),
    ...errorOptions.confidence(confidence, 'confidence'),
    ...problemsIn(columns, target, weights),
  ])
  const roots = weights.map(Math.sqrt)
  const scaled = (values: readonly number[]) =>
    values.map((value, i) => value * (roots[i] as number))
  const right = scaled(target)
  const centre = centred(
    columns.map(({ values }) => values),
    weights,
  )
  const qr = householder(centre.columns.map(scaled), right)
  const rows = target.length
  const degrees = rows - qr.kept.length
  refuse(degrees > 0 ? [] : [tooFewRows(rows, qr.kept.length)])
  const slopes = solveTriangle(qr.triangle, qr.projected)
  const centredAt = (place: number) => centre.columns[place] as readonly number[]
  const fitted = target.map((_, i) => combined(qr.kept.map(centredAt), slopes, i))
  const residuals = target.map((value, i) => value - (fitted[i] as number))
  const whitened = scaled(residuals)
  const exact = squares(whitened) <= exactTolerance ** 2 * squares(right)
  const residualVariance = exact ? 0 : squares(whitened) / degrees
  const takenBy = (place: number) => centre.taken[place] as number
  const nameAt = (place: number) => (columns[place] as Column).name
  const taken = qr.kept.map(takenBy)
  const estimates = uncentred(slopes, taken)
  const covariance = exact
    ? slopes.map(() => slopes.map(() => 0))
    : uncentredCovariance(covarianceOf(qr, whitened, kind, residualVariance), taken)
  const reach = studentQuantile((1 - confidence) / 2, degrees)
  return {
    coefficients: qr.kept.map((place, j) =>
      coefficient(nameAt(place), estimates[j] as number, errorOf(covariance[j]?.[j] as number), {
        degrees,
        reach: -reach,
      }),
    ),
    covariance,
    collinear: qr.collinear.map(({ column, of }) => ({
      name: nameAt(column),
      of: madeOf(of, takenBy(column), taken).flatMap((times, j) =>
        times === 0 ? [] : [{ name: nameAt(qr.kept[j] as number), times }],
      ),
    })),
    fitted,
    residuals,
    rows,
    degrees,
    residualVariance,
    rSquared: exact ? 1 : 1 - squares(whitened) / squaresAboutMean(target, weights),
  }
}

/** The root of a variance; one of nothing may be a rounding below zero. */
function errorOf(variance: number): number {
  return Math.sqrt(Math.max(variance, 0))
}

/** What of each kept column makes up a column as it was, rounding taken out. */
function madeOf(
  of: readonly number[],
  taken: number,
  takenByKept: readonly number[],
): readonly number[] {
  const [first = 0, ...rest] = uncentred(of, takenByKept)
  const own = first + taken
  const isPart = (times: number, beside: number) => Math.abs(times) > partTolerance * beside
  return [
    isPart(own, Math.max(1, Math.abs(taken))) ? own : 0,
    ...rest.map((times) => (isPart(times, 1) ? times : 0)),
  ]
}

function coefficient(
  name: string,
  estimate: number,
  standardError: number,
  { degrees, reach }: { readonly degrees: number; readonly reach: number },
): Coefficient {
  const t = estimate / standardError
  return {
    name,
    estimate,
    standardError,
    ...(standardError > 0 && { t, p: studentTails(t, degrees) }),
    low: estimate - reach * standardError,
    high: estimate + reach * standardError,
  }
}

/** (XᵀX)⁻¹ Xᵀ D X (XᵀX)⁻¹ as R⁻¹ Qᵀ D Q R⁻ᵀ, D the variance that each row is taken to have. */
function covarianceOf(
  { triangle, basis }: Qr,
  residuals: readonly number[],
  kind: Covariance,
  residualVariance: number,
): readonly (readonly number[])[] {
  const size = triangle.length
  const correction = kind === 'HC1' ? residuals.length / (residuals.length - size) : 1
  const middle = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const [i, row] of basis.entries()) {
    const variance =
      kind === 'classical'
        ? residualVariance
        : correction * squaredError(residuals[i] as number, 1 - squares(row), kind)
    for (const [j, line] of middle.entries())
      for (let k = 0; k < size; k++)
        line[k] = (line[k] as number) + variance * (row[j] as number) * (row[k] as number)
  }
  const half = middle.map((line) => solveTriangle(triangle, line))
  return half.map((_, j) =>
    solveTriangle(
      triangle,
      half.map((line) => line[j] as number),
    ),
  )
}

function squaredError(residual: number, left: number, kind: Covariance): number {
  if (kind === 'HC0' || kind === 'HC1') return residual ** 2
  if (left < leverageTolerance) return 0
  return kind === 'HC2' ? residual ** 2 / left : (residual / left) ** 2
}

function combined(
  columns: readonly (readonly number[])[],
  times: readonly number[],
  row: number,
): number {
  let sum = 0
  for (const [j, values] of columns.entries()) sum += (values[row] as number) * (times[j] as number)
  return sum
}

function squaresAboutMean(values: readonly number[], weights: readonly number[]): number {
  const centre = weightedMean(values, weights)
  let sum = 0
  for (const [i, weight] of weights.entries()) sum += weight * ((values[i] as number) - centre) ** 2
  return sum
}

function squares(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value ** 2
  return sum
}

function problemsIn(
  columns: readonly Column[],
  target: readonly number[],
  weights: readonly number[],
): readonly Problem[] {
  const finite = (path: string, values: readonly number[]) =>
    values.flatMap((value, i) => (Number.isFinite(value) ? [] : [notFinite(at(path, i))]))
  const long = (path: string, { length }: readonly number[]) =>
    length === target.length ? [] : [otherLength(path, length, target.length)]
  return [
    ...finite('target', target),
    ...long('weights', weights),
    ...finite('weights', weights),
    ...weights.flatMap((weight, i) => (weight <= 0 ? [weightNotPositive(at('weights', i))] : [])),
    ...columns.flatMap(({ values }, j) => {
      const path = at(at('columns', j), 'values')
      return [...long(path, values), ...finite(path, values)]
    }),
  ]
}

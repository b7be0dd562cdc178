import { at, type Problem, refuse } from '../problem/index.js'
import { cholesky, type Matrix, solveCholesky } from './cholesky.js'
import type { Column } from './least-squares.js'
import { notFinite, oneOutcome, otherLength, penaltyOption, separated } from './problems.js'
import { householder } from './qr.js'

/** What a logistic fit gives. */
export interface LogisticFit {
  readonly intercept: number
  /** One a column that was kept, in the order of the columns. */
  readonly coefficients: readonly { readonly name: string; readonly estimate: number }[]
  /** The columns left out because the columns before them make them up; none under a penalty. */
  readonly collinear: readonly string[]
  /** The fitted probability of each row. */
  readonly probabilities: readonly number[]
  /** Whether a threshold parts the outcomes without an error: then only the penalty bounds the fit. */
  readonly separated: boolean
}

/** A step shorter than this, beside the coefficients, is rounding. */
const stepTolerance = 1e-10

/** A sum of losses above another by less is not above it: near the best fit all is rounding. */
const lossTolerance = 1e-12

/** Newton's method takes 5 to 15 steps; a fit that takes more runs away to infinity. */
const mostSteps = 100

/** A fitted probability this near to 0 or 1 without a penalty comes of a coefficient without bound. */
const certainty = 1e-10

/**
 * Ridge logistic regression: the intercept and coefficients that make least the sum of log losses plus
 * penalty / 2 × the sum of squared coefficients, the intercept free of it (scikit-learn's
 * `LogisticRegression` with C = 1 / penalty). By Newton's method (iteratively reweighted least
 * squares), each step halved until it lowers the sum. Under a penalty above zero there is always one
 * best fit. Without one, collinear columns are left out, the later ones first.
 *
 * Throws a `PolicyError` for columns of unequal length, numbers that are not finite, a negative
 * penalty, outcomes that are all the same, and, without a penalty, columns that tell some outcomes for
 * certain, so that no best fit exists (Albert and Anderson 1984).
 *
 * @example
 * const x = { name: 'x', values: [0, 0, 0, 1, 1, 1] }
 * logistic({ columns: [x], outcomes: [true, false, false, true, true, false], penalty: 0 }).coefficients[0]?.estimate.toFixed(6) //=> '1.386294'
 */
export function logistic(request: {
  readonly columns: readonly Column[]
  readonly outcomes: readonly boolean[]
  readonly penalty: number
}): LogisticFit {
  const { outcomes, penalty } = request
  refuse(problemsIn(request))
  const { kept, collinear } = parted(request.columns, outcomes.length, penalty)
  const design = [outcomes.map(() => 1), ...kept.map(({ values }) => values)]
  let beta: readonly number[] = design.map(() => 0)
  let loss = lossOf(design, beta, outcomes, penalty)
  let size = Number.POSITIVE_INFINITY
  for (let i = 0; i < mostSteps && size > stepTolerance * (1 + largest(beta)); i++) {
    let step = newtonStep(design, beta, outcomes, penalty)
    let next = sum(beta, step)
    let nextLoss = lossOf(design, next, outcomes, penalty)
    while (nextLoss > loss * (1 + lossTolerance)) {
      step = step.map((value) => value / 2)
      next = sum(beta, step)
      nextLoss = lossOf(design, next, outcomes, penalty)
    }
    beta = next
    loss = nextLoss
    size = largest(step)
  }
  const predictors = outcomes.map((_, i) => predictor(design, beta, i))
  const probabilities = predictors.map(probabilityOf)
  const certain = probabilities.some((p) => p < certainty || p > 1 - certainty)
  refuse(penalty === 0 && certain ? [separated()] : [])
  return {
    intercept: beta[0] as number,
    coefficients: kept.map(({ name }, j) => ({ name, estimate: beta[j + 1] as number })),
    collinear: collinear.map(({ name }) => name),
    probabilities,
    separated: isParted(predictors, outcomes),
  }
}

/**
 * The probability whose log odds are given.
 *
 * @example
 * probabilityOf(0) //=> 0.5
 */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

/**
 * The intercept that makes the probabilities of rows add up to the number of yeses, the rest of their
 * log odds being given. The sum rises with the intercept, so by halving. The yeses must be more than 0
 * and fewer than the rows.
 *
 * @example
 * interceptFor([0, 0, 0, 0], 2) //=> 0
 */
export function interceptFor(logOdds: readonly number[], yeses: number): number {
  const centre = Math.log(yeses / (logOdds.length - yeses))
  let [low, high] = [Infinity, -Infinity]
  for (const each of logOdds)
    [low, high] = [Math.min(low, centre - each), Math.max(high, centre - each)]
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    let expected = 0
    for (const each of logOdds) expected += probabilityOf(middle + each)
    if (expected > yeses) high = middle
    else low = middle
  }
  return high
}

/** Which columns are fitted. A penalty shares a coefficient out among collinear columns. */
function parted(columns: readonly Column[], rows: number, penalty: number) {
  if (penalty > 0) return { kept: columns, collinear: [] }
  const ones = new Array<number>(rows).fill(1)
  const { kept } = householder([ones, ...columns.map(({ values }) => values)], ones)
  return {
    kept: columns.filter((_, j) => kept.includes(j + 1)),
    collinear: columns.filter((_, j) => !kept.includes(j + 1)),
  }
}

/** Where the quadratic that touches the loss is least, from here. */
function newtonStep(
  design: Matrix,
  beta: readonly number[],
  outcomes: readonly boolean[],
  penalty: number,
): readonly number[] {
  const residuals: number[] = []
  const weights: number[] = []
  for (const [i, outcome] of outcomes.entries()) {
    const p = probabilityOf(predictor(design, beta, i))
    residuals.push((outcome ? 1 : 0) - p)
    weights.push(p * (1 - p))
  }
  const slope = design.map(
    (column, j) => product(column, residuals) - (j > 0 ? penalty * (beta[j] as number) : 0),
  )
  const curvature = design.map((column, j) => {
    const weighted = column.map((value, i) => value * (weights[i] as number))
    return design
      .slice(0, j + 1)
      .map((other, k) => product(weighted, other) + (j === k && j > 0 ? penalty : 0))
  })
  const triangle = cholesky(curvature)
  // Flat to the last digit: the fit has run away, or there is nothing left to gain.
  return triangle === undefined ? beta.map(() => 0) : solveCholesky(triangle, slope)
}

function lossOf(
  design: Matrix,
  beta: readonly number[],
  outcomes: readonly boolean[],
  penalty: number,
): number {
  let loss = 0
  for (const [i, outcome] of outcomes.entries()) {
    const logOdds = predictor(design, beta, i)
    const against = outcome ? -logOdds : logOdds
    loss += Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)))
  }
  const [, ...penalised] = beta
  return loss + (penalty / 2) * product(penalised, penalised)
}

function predictor(design: Matrix, beta: readonly number[], row: number): number {
  let value = 0
  for (const [j, column] of design.entries()) value += (column[row] as number) * (beta[j] as number)
  return value
}

function isParted(predictors: readonly number[], outcomes: readonly boolean[]): boolean {
  let lowestTrue = Number.POSITIVE_INFINITY
  let highestFalse = Number.NEGATIVE_INFINITY
  for (const [i, value] of predictors.entries())
    if (outcomes[i]) lowestTrue = Math.min(lowestTrue, value)
    else highestFalse = Math.max(highestFalse, value)
  return lowestTrue > highestFalse
}

function product(a: readonly number[], b: readonly number[]): number {
  let value = 0
  for (const [i, each] of a.entries()) value += each * (b[i] as number)
  return value
}

function sum(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, i) => value + (b[i] as number))
}

function largest(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs))
}

function problemsIn(request: {
  readonly columns: readonly Column[]
  readonly outcomes: readonly boolean[]
  readonly penalty: number
}): readonly Problem[] {
  const { columns, outcomes, penalty } = request
  return [
    ...(new Set(outcomes).size === 2 ? [] : [oneOutcome()]),
    ...penaltyOption(penalty, 'penalty'),
    ...columns.flatMap(({ values }, j) => {
      const path = at(at('columns', j), 'values')
      return [
        ...(values.length === outcomes.length
          ? []
          : [otherLength(path, values.length, outcomes.length)]),
        ...values.flatMap((value, i) => (Number.isFinite(value) ? [] : [notFinite(at(path, i))])),
      ]
    }),
  ]
}

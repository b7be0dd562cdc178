export { correlation, correlationRatio, cramersV } from './association.js'
export { cholesky, inverseOfCholesky, type Matrix, solveCholesky } from './cholesky.js'
export {
  auc,
  brier,
  type CalibrationBin,
  calibrationCurve,
  calibrationError,
  lift,
  logLoss,
  type Outcomes,
} from './classification.js'
export { type Covariance, covariances, problemsOfKind } from './covariance.js'
export {
  chiSquareCdf,
  fisherBound,
  fisherTail,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
  studentTails,
} from './distributions.js'
export {
  type Coefficient,
  type Collinear,
  type Column,
  errorOptions,
  type LeastSquares,
  leastSquares,
} from './least-squares.js'
export { interceptFor, type LogisticFit, logistic, probabilityOf } from './logistic.js'
export { confidenceOption, penaltyOption } from './problems.js'
export { fisherExact, type Part, twoProportions } from './proportions.js'
export { householder, type Qr, rankTolerance, solveTriangle } from './qr.js'
export { rowShares } from './row-shares.js'
export { mean, quantile, type Standardised, standardise, variance } from './summary.js'

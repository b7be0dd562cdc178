export { cholesky, inverseOfCholesky, type Matrix, solveCholesky } from './cholesky.js'
export {
  chiSquareCdf,
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
  type Covariance,
  covariances,
  type LeastSquares,
  leastSquares,
} from './least-squares.js'
export { householder, type Qr, rankTolerance, solveTriangle } from './qr.js'
export { mean, quantile, type Standardised, standardise, variance } from './summary.js'

import { choice, type Problem } from '../problem/index.js'
import { uncentred } from './centre.js'
import { clusterUnread, clusterWanted, otherLength, tooFewClusters } from './problems.js'
import { type Qr, solveTriangle } from './qr.js'

/**
 * How the errors of coefficients are estimated. `classical` takes one variance for all rows; the
 * `HC` kinds are White's (1980) and hold where it differs: `HC0` as it is, `HC1` times n / (n − k), `HC2`
 * and `HC3` with each squared residual over 1 − h and (1 − h)², h the row's leverage (MacKinnon and
 * White 1985; Long and Ervin 2000 advise HC3 below some 250 rows). `CR1` holds where the rows of a
 * cluster, such as a team, go together (Liang and Zeger 1986), with the factor of Stata and
 * statsmodels: G / (G − 1) × (n − 1) / (n − k) of G clusters.
 */
export const covariances = ['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'CR1'] as const
export type Covariance = (typeof covariances)[number]

export const covarianceOption = choice(covariances)

/** A row with less than this left of 1 − leverage has a coefficient of its own, and so no residual. */
const leverageTolerance = 1e-10

/** What is left, cluster by cluster, of the rows' parts of an error is rounding where it is below this. */
const cancelTolerance = 1e-10

/** Why errors of this kind have no use for clusters, or lack them. */
export function problemsOfKind(kind: Covariance, isClustered: boolean): readonly Problem[] {
  if (kind === 'CR1') return isClustered ? [] : [clusterWanted('cluster')]
  return isClustered ? [clusterUnread('cluster')] : []
}

/** Why so many rows cannot be of these clusters. */
export function problemsOfClusters(cluster: readonly string[], rows: number): readonly Problem[] {
  if (cluster.length !== rows) return [otherLength('cluster', cluster.length, rows)]
  return new Set(cluster).size < 2 ? [tooFewClusters('cluster')] : []
}

/** Centred columns as they were factored, and how much of the first was taken from each that is kept. */
export interface Fit {
  readonly qr: Qr
  readonly taken: readonly number[]
}

/** The covariance of coefficients, and how many degrees of freedom their t has. */
export interface Estimated {
  readonly covariance: readonly (readonly number[])[]
  readonly degrees: number
  /** What it were if each row was a cluster, where the rows have clusters. */
  readonly apart?: readonly (readonly number[])[]
}

/** The places of coefficients whose parts cancel out in every cluster: they have no error to tell. */
export function cancelledIn(
  covariance: readonly (readonly number[])[],
  apart: readonly (readonly number[])[],
): readonly number[] {
  const at = (of: readonly (readonly number[])[], j: number) => of[j]?.[j] as number
  return covariance.flatMap((_, j) =>
    at(covariance, j) <= cancelTolerance ** 2 * at(apart, j) ? [j] : [],
  )
}

/**
 * (XᵀX)⁻¹ Xᵀ D X (XᵀX)⁻¹ as R⁻¹ Qᵀ D Q R⁻ᵀ, D the variance that each row is taken to have; of the
 * coefficients of columns as they were before so much of the first was taken from each.
 */
export function covarianceOf(
  fit: Fit,
  residuals: readonly number[],
  kind: Covariance,
  residualVariance: number,
  clusters: readonly string[] = [],
): Estimated {
  const { qr } = fit
  const size = qr.triangle.length
  const rows = residuals.length
  if (kind === 'CR1') return clusteredCovariance(fit, residuals, clusters)
  const correction = kind === 'HC1' ? rows / (rows - size) : 1
  const scores = qr.basis.map((row, i) => {
    const variance =
      kind === 'classical'
        ? residualVariance
        : correction * squaredError(residuals[i] as number, 1 - squares(row), kind)
    return { row, variance }
  })
  return { covariance: sandwich(fit, scores), degrees: rows - size }
}

function clusteredCovariance(
  fit: Fit,
  residuals: readonly number[],
  clusters: readonly string[],
): Estimated {
  const { qr } = fit
  const size = qr.triangle.length
  const rows = residuals.length
  const sums = new Map<string, number[]>()
  const single = qr.basis.map((row, i) => row.map((part) => part * (residuals[i] as number)))
  for (const [i, score] of single.entries()) {
    const cluster = clusters[i] as string
    const sum = sums.get(cluster) ?? new Array<number>(size).fill(0)
    sums.set(cluster, sum)
    for (const [j, part] of score.entries()) sum[j] = (sum[j] as number) + part
  }
  const groups = sums.size
  const variance = ((groups / (groups - 1)) * (rows - 1)) / (rows - size)
  const of = (scores: readonly (readonly number[])[]) =>
    sandwich(
      fit,
      scores.map((row) => ({ row, variance })),
    )
  return { covariance: of([...sums.values()]), degrees: groups - 1, apart: of(single) }
}

/** Brought to coefficients row by row, so that each variance is a sum of squares, and never below zero. */
function sandwich(
  { qr: { triangle }, taken }: Fit,
  scores: readonly { readonly row: readonly number[]; readonly variance: number }[],
): readonly (readonly number[])[] {
  const sums = triangle.map(() => triangle.map(() => 0))
  for (const { row, variance } of scores) {
    const own = uncentred(solveTriangle(triangle, row), taken)
    for (const [j, line] of sums.entries())
      for (const [k, value] of own.entries())
        line[k] = (line[k] as number) + variance * (own[j] as number) * value
  }
  return sums
}

function squaredError(residual: number, left: number, kind: Covariance): number {
  if (kind === 'HC0' || kind === 'HC1') return residual ** 2
  if (left < leverageTolerance) return 0
  return kind === 'HC2' ? residual ** 2 / left : (residual / left) ** 2
}

function squares(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value ** 2
  return sum
}

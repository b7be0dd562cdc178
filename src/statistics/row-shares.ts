import { centred } from './centre.js'
import type { Column } from './least-squares.js'
import { householder } from './qr.js'

/**
 * What the target of each row counts for in sums of least-squares coefficients: Σ of coefficients times
 * what each is counted for is Σ of targets times these shares. So by rows of one variance the variance
 * of the sum is that variance × Σ shares², and by rows of any the sum of squared residuals × shares²; a
 * sum of squares is never below zero, as a product with a covariance may be by rounding.
 *
 * The columns must be independent, an intercept first.
 *
 * @example
 * rowShares([{ name: 'intercept', values: [1, 1] }], [[1]]) //=> [[0.5, 0.5]]
 */
export function rowShares(
  columns: readonly Column[],
  sums: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const values = columns.map((column) => column.values)
  const rows = (values[0] as readonly number[]).map(() => 1)
  const centre = centred(values, rows)
  const { triangle, basis } = householder(centre.columns, rows)
  return sums.map((counts) => {
    const first = counts[0] as number
    const solved = solveTransposed(
      triangle,
      counts.map((count, j) => count - first * (centre.taken[j] as number)),
    )
    return basis.map((row) => product(row, solved))
  })
}

/** Solves Rᵀ × x = right, with R column by column. */
function solveTransposed(
  triangle: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const x: number[] = []
  for (const [j, column] of triangle.entries())
    x.push(((right[j] as number) - product(x, column)) / (column[j] as number))
  return x
}

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (const [i, value] of a.entries()) sum += value * (b[i] as number)
  return sum
}

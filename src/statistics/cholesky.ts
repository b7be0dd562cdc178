/** A matrix as a list of its rows. */
export type Matrix = readonly (readonly number[])[]

/** How much of a diagonal entry must be left for a matrix to count as positive definite. */
const tolerance = 1e-12

/**
 * The lower triangle L with L × Lᵀ = the matrix, which must be symmetric; only its lower triangle is
 * read. `undefined` where the matrix is not positive definite: where less than 1e-12 of a diagonal
 * entry is left.
 *
 * @example
 * cholesky([[4, 2], [2, 5]]) //=> [[2], [1, 2]]
 */
export function cholesky(matrix: Matrix): Matrix | undefined {
  const lower: number[][] = []
  for (const [i, row] of matrix.entries()) {
    const made: number[] = []
    for (let j = 0; j < i; j++) {
      const left = (row[j] as number) - dot(made, lower[j] as number[], j)
      made.push(left / (lower[j]?.[j] as number))
    }
    const diagonal = row[i] as number
    const left = diagonal - dot(made, made, i)
    if (!(left > tolerance * diagonal)) return undefined
    made.push(Math.sqrt(left))
    lower.push(made)
  }
  return lower
}

/**
 * Solves matrix × x = right, given the matrix as its Cholesky triangle.
 *
 * @example
 * solveCholesky([[2], [1, 2]], [8, 14]) //=> [0.75, 2.5]
 */
export function solveCholesky(lower: Matrix, right: readonly number[]): readonly number[] {
  const x: number[] = []
  for (const [i, row] of lower.entries())
    x.push(((right[i] as number) - dot(row, x, i)) / (row[i] as number))
  for (let i = lower.length - 1; i >= 0; i--) {
    let left = x[i] as number
    for (let j = i + 1; j < lower.length; j++) left -= (lower[j]?.[i] as number) * (x[j] as number)
    x[i] = left / (lower[i]?.[i] as number)
  }
  return x
}

/**
 * The inverse of a matrix that is given as its Cholesky triangle.
 *
 * @example
 * inverseOfCholesky([[2]]) //=> [[0.25]]
 */
export function inverseOfCholesky(lower: Matrix): Matrix {
  return lower.map((_, i) =>
    solveCholesky(
      lower,
      lower.map((_, j) => (i === j ? 1 : 0)),
    ),
  )
}

function dot(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** Columns less their means, and what brings a fit of them back to the columns as they were. */
export interface Centred {
  readonly columns: readonly (readonly number[])[]
  /** How many times the first column was taken from each. */
  readonly taken: readonly number[]
}

/**
 * Columns beside an intercept less their weighted means: whether a column is made of others must not
 * hang on where its zero lies, such as that of a year. Without an intercept, which is a constant first
 * column, nothing is taken; nor is anything from another constant, which is made of the intercept.
 *
 * @example
 * centred([[1, 1], [7, 9]], [1, 1]) //=> { columns: [[1, 1], [-1, 1]], taken: [0, 8] }
 */
export function centred(
  columns: readonly (readonly number[])[],
  weights: readonly number[],
): Centred {
  const [first = []] = columns
  const constant = isConstant(first) ? (first[0] ?? 0) : 0
  const means = columns.map((values, j) =>
    j === 0 || constant === 0 || isConstant(values) ? 0 : weightedMean(values, weights),
  )
  return {
    columns: columns.map((values, j) => values.map((value) => value - (means[j] as number))),
    taken: means.map((mean) => (mean === 0 ? 0 : mean / constant)),
  }
}

/** The coefficients of columns as they were, from those of centred ones. */
export function uncentred(
  [first = 0, ...rest]: readonly number[],
  [, ...taken]: readonly number[],
): readonly number[] {
  return [first - product(rest, taken), ...rest]
}

/** The mean by weights, in two passes: the second takes out the rounding of the first. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const rough = product(values, weights) / whole
  const rest = values.map((value) => value - rough)
  return rough + product(rest, weights) / whole
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0])
}

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (const [i, value] of a.entries()) sum += value * (b[i] as number)
  return sum
}

/** How much of a column must be left beside the columns before it, or it counts as made of them. */
export const rankTolerance = 1e-9

/** Columns brought to a triangle by Householder reflections. */
export interface Qr {
  /** The places of the columns that are independent, in ascending order. */
  readonly kept: readonly number[]
  /** For each column that is not: its place, and what of each column kept before it makes it up. */
  readonly collinear: readonly { readonly column: number; readonly of: readonly number[] }[]
  /** The triangle R over the kept columns, column by column: the jth holds j + 1 numbers. */
  readonly triangle: readonly (readonly number[])[]
  /** The first entries of Qᵀ × right, one a kept column. */
  readonly projected: readonly number[]
  /** For each row the entries of Q: their squares add up to the row's leverage. */
  readonly basis: readonly (readonly number[])[]
}

/**
 * Factors columns, in the order given, by Householder reflections (Golub and Van Loan, Matrix
 * Computations, §5.2). A column with at most 1e-9 of its length left beside the columns before it is
 * passed over, and named as a combination of them: so earlier columns have the right of way, as in
 * R's `lm`.
 *
 * @example
 * householder([[1, 1, 1], [2, 2, 2]], [1, 2, 3]).collinear //=> [{ column: 1, of: [2] }]
 */
export function householder(columns: readonly (readonly number[])[], right: readonly number[]): Qr {
  const rows = right.length
  const work = columns.map((column) => [...column])
  const target = [...right]
  const kept: number[] = []
  const passed: { readonly column: number; readonly rank: number }[] = []
  const reflectors: (readonly number[])[] = []
  for (const [j, column] of work.entries()) {
    const rank = kept.length
    const left = length(column, rank)
    if (left <= rankTolerance * length(columns[j] as readonly number[], 0)) {
      passed.push({ column: j, rank })
      continue
    }
    const reflector = reflectorOf(column, rank, left)
    for (const other of work.slice(j)) reflect(other, reflector, rank)
    reflect(target, reflector, rank)
    reflectors.push(reflector)
    kept.push(j)
  }
  const triangle = kept.map((j, i) => (work[j] as number[]).slice(0, i + 1))
  return {
    kept,
    triangle,
    projected: target.slice(0, kept.length),
    basis: basisOf(reflectors, rows),
    collinear: passed.map(({ column, rank }) => ({
      column,
      of: solveTriangle(triangle.slice(0, rank), (work[column] as number[]).slice(0, rank)),
    })),
  }
}

/**
 * Solves R × x = right, with R column by column as {@link Qr} has it.
 *
 * @example
 * solveTriangle([[2], [1, 4]], [4, 8]) //=> [1, 2]
 */
export function solveTriangle(
  triangle: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const x = [...right]
  for (let j = x.length - 1; j >= 0; j--) {
    const column = triangle[j] as readonly number[]
    x[j] = (x[j] as number) / (column[j] as number)
    for (let i = 0; i < j; i++) x[i] = (x[i] as number) - (column[i] as number) * (x[j] as number)
  }
  return x
}

/** The unit vector, from place `from` on, whose reflection brings a column's rest to one entry. */
function reflectorOf(column: readonly number[], from: number, left: number): readonly number[] {
  const vector = column.slice(from)
  const first = vector[0] as number
  vector[0] = first + (first < 0 ? -left : left)
  const size = length(vector, 0)
  return vector.map((value) => value / size)
}

function reflect(column: number[], reflector: readonly number[], from: number): void {
  let along = 0
  for (let i = 0; i < reflector.length; i++)
    along += (reflector[i] as number) * (column[from + i] as number)
  for (let i = 0; i < reflector.length; i++)
    column[from + i] = (column[from + i] as number) - 2 * along * (reflector[i] as number)
}

function basisOf(reflectors: readonly (readonly number[])[], rows: number) {
  const columns = reflectors.map((_, j) => {
    const column = Array.from({ length: rows }, (_, i) => (i === j ? 1 : 0))
    for (let k = reflectors.length - 1; k >= 0; k--)
      reflect(column, reflectors[k] as readonly number[], k)
    return column
  })
  return Array.from({ length: rows }, (_, i) => columns.map((column) => column[i] as number))
}

/** The Euclidean length of a column from a place on, scaled so that no square overflows. */
function length(column: readonly number[], from: number): number {
  let largest = 0
  for (let i = from; i < column.length; i++)
    largest = Math.max(largest, Math.abs(column[i] as number))
  if (largest === 0) return 0
  let squares = 0
  for (let i = from; i < column.length; i++) squares += ((column[i] as number) / largest) ** 2
  return largest * Math.sqrt(squares)
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cholesky, inverseOfCholesky, solveCholesky } from '../../src/statistics/index.js'

const entry = fc.integer({ min: -9, max: 9 })
const square = fc.integer({ min: 1, max: 5 }).chain((size) =>
  fc.array(fc.array(entry, { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
)

const product = (a: readonly (readonly number[])[], b: readonly number[]) =>
  a.map((row) => row.reduce((sum, value, i) => sum + value * (b[i] as number), 0))

describe('cholesky', () => {
  test('the triangle of a worked example', () => {
    const matrix = [
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ]
    expect(cholesky(matrix)).toEqual([[2], [6, 1], [-8, 5, 3]])
  })

  test.each([
    [
      'indefinite',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'singular but for rounding',
      [
        [0.1, 0.3],
        [0.3, 0.9],
      ],
    ],
    ['zero', [[0]]],
    ['no number', [[Number.NaN]]],
  ])('a matrix that is %s has none', (_, matrix) => {
    expect(cholesky(matrix)).toBeUndefined()
  })

  test('it solves what it was made of', () => {
    fc.assert(
      fc.property(square, (rows) => {
        // Rows times themselves, and a diagonal that makes it definite.
        const matrix = rows.map((a, i) =>
          rows.map((b, j) =>
            a.reduce((sum, value, k) => sum + value * (b[k] as number), i === j ? 1 : 0),
          ),
        )
        const lower = cholesky(matrix) ?? []
        const x = rows.map((_, i) => i - 1.5)
        const found = solveCholesky(lower, product(matrix, x))
        found.forEach((value, i) => {
          expect(value).toBeCloseTo(x[i] as number, 6)
        })
        const inverse = inverseOfCholesky(lower)
        product(inverse, product(matrix, x)).forEach((value, i) => {
          expect(value).toBeCloseTo(x[i] as number, 6)
        })
      }),
    )
  })
})

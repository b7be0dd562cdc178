import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { householder, solveTriangle } from '../../src/statistics/index.js'

const value = fc.integer({ min: -20, max: 20 })
const columns = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), {
    minLength: count,
    maxLength: count,
  }),
)
const zeros = [0, 0, 0, 0, 0, 0]

describe('householder', () => {
  test('the basis times the triangle is the columns that were kept', () => {
    fc.assert(
      fc.property(columns, (given) => {
        const { kept, triangle, basis } = householder(given, zeros)
        kept.forEach((place, j) => {
          basis.forEach((row, i) => {
            const made = (triangle[j] as number[]).reduce(
              (sum, entry, k) => sum + entry * (row[k] as number),
              0,
            )
            expect(made).toBeCloseTo((given[place] as number[])[i] as number, 9)
          })
        })
      }),
    )
  })

  test('each column is kept, or made of those kept before it', () => {
    fc.assert(
      fc.property(columns, fc.array(value, { minLength: 4, maxLength: 4 }), (given, times) => {
        const made = zeros.map((_, i) =>
          given.reduce((sum, column, j) => sum + (column[i] as number) * (times[j] as number), 0),
        )
        const { kept, collinear } = householder([...given, made], zeros)
        expect([...kept, ...collinear.map(({ column }) => column)].sort()).toEqual(
          [...given, made].map((_, j) => j),
        )
        expect(collinear.at(-1)?.column).toBe(given.length)
        for (const { column, of } of collinear)
          zeros.forEach((_, i) => {
            const found = of.reduce(
              (sum, part, k) => sum + part * ((given[kept[k] as number] as number[])[i] as number),
              0,
            )
            expect(found).toBeCloseTo(([...given, made][column] as number[])[i] as number, 6)
          })
      }),
    )
  })

  test('the size of the numbers does not matter to what is collinear', () => {
    const x = [1e-200, 2e-200, 4e-200]
    const y = [1e200, 2e200, 4.001e200]
    expect(householder([x, y], [0, 0, 0]).kept).toEqual([0, 1])
    expect(householder([x, x.map((entry) => entry * 3)], [0, 0, 0]).collinear).toEqual([
      { column: 1, of: [expect.closeTo(3, 12)] },
    ])
  })

  test.each([
    [1e-8, [0, 1]],
    [1e-10, [0]],
  ])('a column with %d of its length left keeps the columns %j', (left, kept) => {
    expect(
      householder(
        [
          [1, 1],
          [1, 1 + 2 * left],
        ],
        [0, 0],
      ).kept,
    ).toEqual(kept)
  })

  test('a column that points down its first row is reflected without cancelling', () => {
    const { triangle, projected } = householder(
      [
        [-2, 0, 0],
        [1, 1, 0],
      ],
      [4, 3, 0],
    )
    expect(solveTriangle(triangle, projected)).toEqual([
      expect.closeTo(-0.5, 14),
      expect.closeTo(3, 14),
    ])
  })

  test('a column of zeros is made of nothing', () => {
    expect(
      householder(
        [
          [0, 0],
          [1, 2],
        ],
        [0, 0],
      ),
    ).toMatchObject({
      kept: [1],
      collinear: [{ column: 0, of: [] }],
    })
  })
})

test('a triangle is solved from its last row up', () => {
  expect(solveTriangle([[2], [1, 4]], [4, 8])).toEqual([1, 2])
})

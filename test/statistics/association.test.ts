import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correlation, correlationRatio, cramersV } from '../../src/statistics/index.js'

describe('correlation', () => {
  // Anscombe's first set (The American Statistician 27, 1973): 0.816.
  test('of a published set', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    expect(correlation(x, y)).toBeCloseTo(0.81642, 5)
  })

  test.each([
    ['a falling line', [1, 2, 3], [6, 4, 2], 1],
    ['what has nothing to do with it', [-1, 0, 1], [1, 0, 1], 0],
    ['a constant', [1, 2, 3], [5, 5, 5], 0],
    ['a constant first', [0.1, 0.1, 0.1], [1, 2, 3], 0],
  ])('of %s', (_, a, b, expected) => {
    expect(correlation(a, b)).toBe(expected)
  })

  test('neither order nor scale nor sign matters, and it stays within 0 and 1', () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ max: 50, min: -50 }), fc.integer({ max: 9, min: 0 })),
      {
        minLength: 2,
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(pairs, (drawn) => {
        const [a, b] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)]
        const strength = correlation(a, b)
        expect(strength).toBeGreaterThanOrEqual(0)
        expect(strength).toBeLessThanOrEqual(1)
        expect(correlation(b, a)).toBeCloseTo(strength, 10)
        expect(
          correlation(
            a.map((x) => 3 - 2 * x),
            b,
          ),
        ).toBeCloseTo(strength, 10)
      }),
    )
  })
})

describe('correlationRatio', () => {
  // Algebra, geometry and statistics: 2100 of 9640 lies between the groups (Kendall's example, as
  // Wikipedia's "Correlation ratio" has it): the square is 6780 / 9640.
  test('of a published set', () => {
    const groups = {
      algebra: [45, 70, 29, 15, 21],
      geometry: [40, 20, 30, 42],
      statistics: [65, 95, 80, 70, 85, 73],
    }
    const rows = Object.entries(groups).flatMap(([group, values]) =>
      values.map((value) => ({ group, value })),
    )
    const ratio = correlationRatio(
      rows.map(({ value }) => value),
      rows.map(({ group }) => group),
    )
    expect(ratio ** 2).toBeCloseTo(6780 / 9640, 12)
  })

  test.each([
    ['groups that tell everything', [1, 1, 5, 5], ['a', 'a', 'b', 'b'], 1],
    ['groups of the same mean', [1, 3, 2, 2], ['a', 'a', 'b', 'b'], 0],
    ['one group', [1, 2, 6], ['a', 'a', 'a'], 0],
    ['a constant', [4, 4, 4], ['a', 'b', 'a'], 0],
  ])('of %s', (_, values, groups, expected) => {
    expect(correlationRatio(values, groups)).toBe(expected)
  })
})

describe('cramersV', () => {
  // A table of 2 by 2 with 10, 20, 30, 40: chi-square is 100 × (10 × 40 − 20 × 30)² / (30 × 70 × 40 × 60).
  test('of a table of two by two it is the root of chi-square over the rows', () => {
    const times = (count: number, a: string, b: string) =>
      Array.from({ length: count }, () => [a, b] as const)
    const rows = [
      ...times(10, 'x', 'm'),
      ...times(20, 'x', 'n'),
      ...times(30, 'y', 'm'),
      ...times(40, 'y', 'n'),
    ]
    const v = cramersV(
      rows.map(([a]) => a),
      rows.map(([, b]) => b),
    )
    expect(v).toBeCloseTo(Math.sqrt(200 ** 2 / (30 * 70 * 40 * 60)), 12)
  })

  test.each([
    ['names of each other', ['x', 'x', 'y', 'z'], ['a', 'a', 'b', 'c'], 1],
    ['a coarser naming', ['x', 'x', 'y', 'y'], ['a', 'b', 'c', 'd'], 1],
    ['no relation', ['x', 'x', 'y', 'y'], ['a', 'b', 'a', 'b'], 0],
    ['a constant', ['x', 'x'], ['a', 'b'], 0],
    ['texts that run into each other', ['a', 'a,b'], ['b,c', 'c'], 1],
  ])('of %s', (_, a, b, expected) => {
    expect(cramersV(a, b)).toBe(expected)
  })
})

import { describe, expect, test } from 'vitest'
import { mean, quantile, standardise, variance } from '../../src/statistics/index.js'

describe('mean and variance', () => {
  test('the mean of values far from zero keeps its digits', () => {
    const values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]
    expect(mean(values)).toBe(1e9 + 10)
    expect(variance(values)).toBe(30)
  })

  // The sum 0.1 ten times is 0.9999999999999999: one pass would leave 0.09999999999999999.
  test('the second pass takes out the rounding of the sum', () => {
    expect(mean(Array.from({ length: 10 }, () => 0.1))).toBe(0.1)
  })

  test('of nothing there is no mean, of one value no variance', () => {
    expect(mean([])).toBeNaN()
    expect(variance([3])).toBeNaN()
  })
})

describe('quantile', () => {
  // Hyndman and Fan (1996), definition 7; these are R 4's quantile(c(...), p).
  test.each([
    [[4, 1, 2, 3], 0.5, 2.5],
    [[4, 1, 2, 3], 0.25, 1.75],
    [[4, 1, 2, 3], 0, 1],
    [[4, 1, 2, 3], 1, 4],
    [[7], 0.3, 7],
    [[1, 10, 2], 0.5, 2],
    [[1, 2, 10], 0.75, 6],
  ])('of %j at %d is %d', (values, probability, expected) => {
    expect(quantile(values, probability)).toBe(expected)
  })

  test('it leaves the values as they were, and of none is no number', () => {
    const values = [3, 1, 2]
    quantile(values, 0.5)
    expect(values).toEqual([3, 1, 2])
    expect(quantile([], 0.5)).toBeNaN()
  })
})

describe('standardise', () => {
  test('a column gets mean 0 and mean square 1', () => {
    expect(standardise([1, 3])).toEqual({ mean: 2, deviation: 1, values: [-1, 1] })
    const { values } = standardise([2, 4, 4, 4, 5, 5, 7, 9])
    expect(values).toEqual([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2])
  })

  // Seven times 0.1 has a mean that is not 0.1 to the last bit.
  test.each([[[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]], [[5]]])(
    'a constant column becomes zeros',
    (values) => {
      const { deviation, values: found } = standardise(values)
      expect(deviation).toBe(0)
      expect(found).toEqual(values.map(() => 0))
    },
  )
})

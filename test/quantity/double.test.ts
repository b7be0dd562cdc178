import { expect, test } from 'vitest'
import { textOfDouble } from '../../src/quantity/double.js'
import { found } from '../found.js'

test.each([
  [1.005, 1, '1.0'],
  [-1.26, 1, '-1.3'],
  [-0.001, 2, '0.00'],
  [-0, 0, '0'],
  [-0.4, 0, '0'],
  [4.175, 2, '4.18'],
  [2.5e30, 1, '2500000000000000000000000000000.0'],
  [1e-7, 7, '0.0000001'],
])('%d with %d places is %s', (value, places, text) => {
  expect(textOfDouble(value, places)).toBe(text)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  '%d has no digits',
  (value) => {
    expect(found(() => textOfDouble(value, 2))).toEqual([['not-a-number', '']])
  },
)

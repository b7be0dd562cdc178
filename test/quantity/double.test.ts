import { expect, test } from 'vitest'
import { textOfDouble } from '../../src/quantity/double.js'

test.each([
  [1.005, 1, '1.0'],
  [-1.26, 1, '-1.3'],
  [-0.001, 2, '0.00'],
  [-0, 0, '0'],
  [-0.4, 0, '0'],
])('%d with %d places is %s', (value, places, text) => {
  expect(textOfDouble(value, places)).toBe(text)
})

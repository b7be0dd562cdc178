import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawCases } from '../../src/testing/drawing.js'

test('a law looks at one case, also where its budget is spent before the first', () => {
  const spent = { runs: 5, seed: 1, budget: 0 }
  expect(drawCases(fc.nat(), spent, () => true)).toEqual({ runs: 1 })
  expect(drawCases(fc.constant(7), spent, () => false).smallest?.value).toBe(7)
  expect(drawCases(fc.nat(), { runs: 5, seed: 1 }, () => true)).toEqual({ runs: 5 })
})

import { expect, test } from 'vitest'
import { placesProblems } from '../../src/quantity/internal.js'

test.each([
  ['0.01', 'CNY', []],
  ['0.001', 'CNY', ['too-many-places']],
  ['1.5', 'JPY', ['too-many-places']],
  [undefined, 'CNY', []],
] as const)('%s in %s has the problems %j', (amount, currency, codes) => {
  expect(placesProblems('cap', amount, currency).map(({ code }) => code)).toEqual(codes)
})

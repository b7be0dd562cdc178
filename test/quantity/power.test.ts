import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, roundings } from '../../src/quantity/index.js'
import { powerTo } from '../../src/quantity/internal.js'

test.each<[string, number, number, number, string]>([
  ['1.21', 1, 2, 4, '1.1'],
  ['1.03', 0, 12, 6, '1'],
  ['1.03', 24, 12, 6, '1.0609'],
  // 1.03 ^ 0.5 = 1.01488915650921...
  ['1.03', 6, 12, 4, '1.0149'],
  ['1.03', 6, 12, 10, '1.0148891565'],
  ['2', 1, 2, 8, '1.41421356'],
  ['0.25', 1, 2, 2, '0.5'],
])(
  '%s to the power %i / %i has to %i places the value %s',
  (base, above, below, places, expected) => {
    expect(powerTo(decimal(base), above, below, places, 'half-up').toFixed()).toBe(expected)
  },
)

test('a root that is exact is a tie where it is one, and one that is not never is', () => {
  // 1.1025 ^ 0.5 = 1.05 is a tie to one place; 1.1026 ^ 0.5 = 1.05004... is above it.
  const half = (base: string) =>
    roundings.map((rounding) => powerTo(decimal(base), 1, 2, 1, rounding).toFixed())
  expect(half('1.1025')).toEqual(['1.1', '1', '1', '1.1', '1', '1.1', '1'])
  expect(half('1.1026')).toEqual(['1.1', '1.1', '1.1', '1.1', '1', '1.1', '1'])
})

test('what is rounded down is the root: its power is not above, that of the next is', () => {
  const draws = {
    rate: fc.integer({ min: 0, max: 9_999 }),
    above: fc.integer({ min: 0, max: 800 }),
  }
  fc.assert(
    fc.property(fc.record(draws), ({ rate, above }) => {
      const base = decimal(`1.${String(rate).padStart(4, '0')}`)
      const root = BigInt(powerTo(base, above, 365, 5, 'down').times(100_000).toFixed())
      const whole = BigInt(base.times(10_000).toFixed()) ** BigInt(above)
      // (root ÷ 10^5) ^ 365 <= base ^ above, both sides times what makes them whole.
      const [left, right] = [10_000n ** BigInt(above), whole * 10n ** (5n * 365n)]
      expect(root ** 365n * left <= right).toBe(true)
      expect((root + 1n) ** 365n * left > right).toBe(true)
    }),
    { numRuns: 30 },
  )
})

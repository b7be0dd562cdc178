import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../src/payroll/index.js'

describe('draws', () => {
  test('are the same on every machine', () => {
    const random = randomFrom(7)
    expect(Array.from({ length: 8 }, () => random.integer(1, 6))).toEqual([6, 3, 5, 3, 3, 6, 1, 3])
    expect(randomFrom(7 + 2 ** 32).integer(0, 2 ** 32 - 1)).not.toBe(
      randomFrom(7).integer(0, 2 ** 32 - 1),
    )
    expect(random.pick(['only'])).toBe('only')
  })

  test('stay within their bounds, and meet each value about as often', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer(), fc.nat(1000), (seed, low, size) => {
        const drawn = randomFrom(seed).integer(low, low + size)
        expect(drawn).toBeGreaterThanOrEqual(low)
        expect(drawn).toBeLessThanOrEqual(low + size)
      }),
    )
    const random = randomFrom(1)
    const counts = new Map<number, number>()
    for (let i = 0; i < 6000; i++) {
      const drawn = random.integer(1, 6)
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1)
    }
    // Chi-square with 5 degrees of freedom: 20.5 is passed by chance once in a thousand.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(counts.size).toBe(6)
    expect(chi).toBeLessThan(20.5)
  })

  test('draw again what would make small numbers likelier', () => {
    const size = 3 * 2 ** 30
    const random = randomFrom(3)
    const low = Array.from({ length: 3000 }, () => random.integer(0, size - 1)).filter(
      (drawn) => drawn < 2 ** 30,
    )
    // A third of them; half, if draws beyond the last multiple were folded back.
    expect(low.length).toBeGreaterThan(900)
    expect(low.length).toBeLessThan(1100)
  })
})

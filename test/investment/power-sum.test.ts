import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  lowered,
  partsAt,
  powerSum,
  powersOf,
  reversed,
  signBetween,
  sizeOf,
} from '../../src/investment/power-sum.js'

/** So few that what is cut shows. */
const bits = 12n
const one = 1n << bits
const number = fc.bigInt({ min: 0n, max: one })
const sums = fc
  .array(
    fc.record({
      power: fc.integer({ min: 0, max: 40 }),
      coefficient: fc.bigInt({ min: -50n, max: 50n }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(powerSum)
  .filter((sum) => sum.length > 0)

test('a power is short of the true one by fewer parts than its exponent', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 90 }), (x, exponent) => {
      // Both times the parts of one, to the exponent less one.
      const scale = one ** BigInt(exponent - 1)
      const short = x ** BigInt(exponent) - powersOf(x, bits)(exponent) * scale
      expect(short >= 0n && (short === 0n || short < BigInt(exponent) * scale)).toBe(true)
    }),
  )
})

/** What the terms come to, exactly: the parts of one, to the power of 40. */
const exactly = (sum: ReturnType<typeof powerSum>, x: bigint) =>
  sum.reduce(
    (all, { power, coefficient }) =>
      all + coefficient * x ** BigInt(power) * one ** BigInt(40 - power),
    0n,
  )

test('the terms come to what is told, and at most to the slack more', () => {
  fc.assert(
    fc.property(sums, number, (sum, x) => {
      const { above, below, slack } = partsAt(sum, powersOf(x, bits), bits)
      const gains = exactly(
        sum.filter(({ coefficient }) => coefficient > 0n),
        x,
      )
      const losses = gains - exactly(sum, x)
      const scale = one ** 39n
      for (const [told, exact] of [
        [above, gains],
        [below, losses],
      ] as const)
        expect(told * scale <= exact && exact <= (told + slack) * scale).toBe(true)
      expect(x === one ? slack : 0n).toBe(0n)
    }),
  )
})

test('a sign that is told is that of the sum, all the way between', () => {
  fc.assert(
    fc.property(sums, fc.tuple(number, number, number), (sum, drawn) => {
      const [low, x, high] = [...drawn].sort((a, b) => Number(a - b)) as [bigint, bigint, bigint]
      const partsOf = (at: bigint) => partsAt(sum, powersOf(at, bits), bits)
      const sign = signBetween(partsOf(low), partsOf(high))
      if (sign !== 0) expect(exactly(sum, x) * BigInt(sign) > 0n).toBe(true)
    }),
  )
})

test('turned round, a sum is that of one over the number', () => {
  expect(
    reversed(
      powerSum([
        { power: 5, coefficient: 2n },
        { power: 1, coefficient: -3n },
        { power: 5, coefficient: 1n },
      ]),
    ),
  ).toEqual([
    { power: 0, coefficient: 3n },
    { power: 4, coefficient: -3n },
  ])
  expect(lowered([])).toEqual([])
  fc.assert(
    fc.property(sums, (sum) => {
      expect(reversed(reversed(lowered(sum)))).toEqual(lowered(sum))
      expect(sizeOf(reversed(sum))).toBe(sizeOf(sum))
    }),
  )
})

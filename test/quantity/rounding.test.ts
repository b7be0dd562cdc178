import { Decimal as UserDecimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, divideTo, type Rounding, roundings, roundTo } from '../../src/quantity/index.js'
import { roundFraction, writeScaled } from './reference.js'

const rounding = fc.constantFrom(...roundings)
const scale = fc.nat(8)
const integer = fc.oneof(
  fc.bigInt({ min: -2000n, max: 2000n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
)
const nonZero = integer.filter((value) => value !== 0n)
const powerOfTen = (exponent: number) => 10n ** BigInt(exponent)

describe('roundTo', () => {
  // The table of java.math.RoundingMode (Java SE API documentation), its inputs in its order.
  const inputs = ['5.5', '2.5', '1.6', '1.1', '1.0', '-1.0', '-1.1', '-1.6', '-2.5', '-5.5']
  const table: readonly (readonly [Rounding, readonly number[]])[] = [
    ['up', [6, 3, 2, 2, 1, -1, -2, -2, -3, -6]],
    ['down', [5, 2, 1, 1, 1, -1, -1, -1, -2, -5]],
    ['ceiling', [6, 3, 2, 2, 1, -1, -1, -1, -2, -5]],
    ['floor', [5, 2, 1, 1, 1, -1, -2, -2, -3, -6]],
    ['half-up', [6, 3, 2, 1, 1, -1, -1, -2, -3, -6]],
    ['half-down', [5, 2, 2, 1, 1, -1, -1, -2, -2, -5]],
    ['half-even', [6, 2, 2, 1, 1, -1, -1, -2, -2, -6]],
  ]
  test.each(table)('%s rounds as the Java table does', (mode, expected) => {
    expect(inputs.map((input) => roundTo(decimal(input), 0, mode).toNumber())).toEqual(expected)
  })

  test('every mode is in the table', () => {
    expect(table.map(([mode]) => mode).sort()).toEqual([...roundings].sort())
  })

  test('1.005 goes up to 1.01, which binary floating point misses', () => {
    expect(roundTo(decimal('1.005'), 2, 'half-up').toFixed(2)).toBe('1.01')
  })

  test('what rounds to zero from below is written without a sign', () => {
    expect(roundTo(decimal('-0.004'), 2, 'half-up').toFixed(2)).toBe('0.00')
  })

  test('it agrees with the reference over big integers', () => {
    fc.assert(
      fc.property(integer, scale, scale, rounding, (value, from, places, mode) => {
        const expected = roundFraction(value * powerOfTen(places), powerOfTen(from), mode)
        const rounded = roundTo(decimal(writeScaled(value, from)), places, mode)
        expect(rounded.toFixed(places)).toBe(writeScaled(expected, places))
      }),
      { numRuns: 1_000 },
    )
  })

  test('the modes mirror as they say: ceiling and floor swap under negation, the rest hold', () => {
    const mirrored: Partial<Record<Rounding, Rounding>> = { ceiling: 'floor', floor: 'ceiling' }
    fc.assert(
      fc.property(integer, scale, scale, rounding, (value, from, places, mode) => {
        const negated = roundTo(decimal(writeScaled(-value, from)), places, mirrored[mode] ?? mode)
        const rounded = roundTo(decimal(writeScaled(value, from)), places, mode)
        expect(negated.negated().equals(rounded)).toBe(true)
      }),
    )
  })
})

describe('divideTo', () => {
  test.each([
    ['2', '3', 2, 'half-up', '0.67'],
    ['-2', '3', 2, 'half-up', '-0.67'],
    ['2', '-3', 2, 'down', '-0.66'],
    ['-2', '-3', 2, 'up', '0.67'],
    ['1', '8', 2, 'half-even', '0.12'],
    ['1', '8', 2, 'half-up', '0.13'],
    ['-1', '1000', 2, 'floor', '-0.01'],
    ['-1', '1000', 2, 'ceiling', '0.00'],
    ['0', '-7', 2, 'up', '0.00'],
    ['61250.00', '21.75', 4, 'half-up', '2816.0920'],
  ] as const)('%s / %s to %i places, %s, is %s', (dividend, divisor, places, mode, expected) => {
    expect(divideTo(decimal(dividend), decimal(divisor), places, mode).toFixed(places)).toBe(
      expected,
    )
  })

  // Rounding twice, first to any number of digits, turns these into ties; the remainder breaks them.
  test.each([
    ['half-down', 1n, '0.3'],
    ['half-even', 1n, '0.3'],
    ['half-up', -1n, '0.2'],
  ] as const)('%s sees a remainder far behind the tie', (mode, mark, expected) => {
    const divisor = 10n ** 60n
    const dividend = divisor / 4n + mark
    expect(divideTo(decimal(`${dividend}`), decimal(`${divisor}`), 1, mode).toFixed()).toBe(
      expected,
    )
  })

  test('it agrees with the reference over big integers', () => {
    fc.assert(
      fc.property(integer, nonZero, scale, scale, scale, rounding, (n, d, s, t, places, mode) => {
        const expected = roundFraction(n * powerOfTen(t + places), d * powerOfTen(s), mode)
        const quotient = divideTo(
          decimal(writeScaled(n, s)),
          decimal(writeScaled(d, t)),
          places,
          mode,
        )
        expect(quotient.toFixed(places)).toBe(writeScaled(expected, places))
      }),
      { numRuns: 1_000 },
    )
  })

  test('a product divided by its factor is the other factor', () => {
    fc.assert(
      fc.property(integer, nonZero, scale, rounding, (a, b, places, mode) => {
        const factor = decimal(writeScaled(a, places))
        const quotient = divideTo(factor.times(`${b}`), decimal(`${b}`), places, mode)
        expect(quotient.equals(factor)).toBe(true)
      }),
    )
  })
})

test('no setting of the user’s own decimal.js changes a rounding', () => {
  const setting = fc.record({
    precision: fc.integer({ min: 1, max: 5 }),
    rounding: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8),
    toExpPos: fc.nat(3),
    maxE: fc.integer({ min: 1, max: 9 }),
    minE: fc.integer({ min: -9, max: -1 }),
  }) as fc.Arbitrary<UserDecimal.Config>
  fc.assert(
    fc.property(setting, integer, nonZero, scale, rounding, (config, n, d, places, mode) => {
      try {
        UserDecimal.set(config)
        const quotient = divideTo(decimal(`${n}`), decimal(`${d}`), places, mode)
        const expected = roundFraction(n * powerOfTen(places), d, mode)
        expect(quotient.toFixed(places)).toBe(writeScaled(expected, places))
      } finally {
        UserDecimal.set({ defaults: true })
      }
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal } from '../../src/quantity/index.js'
import {
  compareFractions,
  doubleOf,
  fraction,
  fractionOf,
  fractionTo,
  minus,
  over,
  plus,
  times,
} from '../../src/quantity/internal.js'

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
const some = fc
  .tuple(
    whole,
    whole.filter((value) => value !== 0n),
  )
  .map(([numerator, denominator]) => fraction(numerator, denominator))

describe('fraction', () => {
  test.each([
    [4n, -6n, -2n, 3n],
    [-4n, -6n, 2n, 3n],
    [0n, -7n, 0n, 1n],
    [5n, 5n, 1n, 1n],
  ])('%s over %s is %s over %s', (numerator, denominator, top, bottom) => {
    expect(fraction(numerator, denominator)).toEqual({ numerator: top, denominator: bottom })
  })

  test('a whole number is over one', () => {
    expect(fraction(7n)).toEqual({ numerator: 7n, denominator: 1n })
  })

  test.each([
    ['0.75', 3n, 4n],
    ['-1.20', -6n, 5n],
    ['100', 100n, 1n],
  ])('%s is %s over %s', (text, numerator, denominator) => {
    expect(fractionOf(decimal(text))).toEqual({ numerator, denominator })
  })

  test.each([
    [2n, 3n, 4, '0.6667'],
    [1n, 2n, 0, '1'],
    [-1n, 2n, 0, '-1'],
    [-1n, 1000n, 2, '0.00'],
    [1n, 3n, 2, '0.33'],
  ] as const)('%s over %s to %i places is %s', (numerator, denominator, places, expected) => {
    expect(fractionTo(fraction(numerator, denominator), places)).toBe(expected)
  })

  test('a fraction of any length is rounded exactly, and need not be in lowest terms', () => {
    const long = 10n ** 9000n
    expect(fractionTo({ numerator: long + 5n, denominator: long * 10n }, 2)).toBe('0.10')
    expect(fractionTo({ numerator: 15n * long, denominator: 100n * long }, 1)).toBe('0.2')
    expect(fractionTo({ numerator: 15n * long - 1n, denominator: 100n * long }, 1)).toBe('0.1')
  })

  test.each<[bigint, bigint, number]>([
    [1n, 3n, 1 / 3],
    [-7n, 2n, -3.5],
    [0n, 5n, 0],
    [2n ** 53n - 1n, 1n, 2 ** 53 - 1],
    [10n ** 400n, 3n * 10n ** 400n, 1 / 3],
    [10n ** 300n, 1n, 1e300],
    [1n, 10n ** 300n, 1e-300],
    [1n, 10n ** 400n, 0],
  ])('%d over %d is the double %d', (numerator, denominator, value) => {
    const found = doubleOf({ numerator, denominator })
    expect(Math.abs(found - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -52)
  })

  test('sums and products undo differences and quotients', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(plus(minus(a, b), b)).toEqual(a)
        if (b.numerator !== 0n) expect(times(over(a, b), b)).toEqual(a)
      }),
    )
  })

  test('a fraction compares as its difference from the other', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const { numerator } = minus(a, b)
        expect(compareFractions(a, b)).toBe(numerator < 0n ? -1 : numerator > 0n ? 1 : 0)
        expect(compareFractions(a, a)).toBe(0)
      }),
    )
  })
})

import { type Decimal, decimal } from './decimal.js'
import { divideTo } from './rounding.js'

/**
 * An exact ratio of whole numbers, in lowest terms, its denominator above zero. For averages, shares
 * and comparisons that no number of decimal places holds.
 */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * A fraction in lowest terms. The denominator must not be zero.
 *
 * @example
 * fraction(4n, -6n) //=> { numerator: -2n, denominator: 3n }
 */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 1n) return { numerator, denominator }
  const sign = denominator < 0n ? -1n : 1n
  const divisor = sign * greatestDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/**
 * The exact fraction that a decimal is.
 *
 * @example
 * fractionOf(decimal('0.75')) //=> { numerator: 3n, denominator: 4n }
 */
export function fractionOf(value: Decimal): Fraction {
  const [whole, digits = ''] = value.toFixed().split('.') as [string, string?]
  return fraction(BigInt(whole + digits), 10n ** BigInt(digits.length))
}

/** The sum, exactly. */
export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.numerator === 0n) return b
  if (b.numerator === 0n) return a
  return fraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  )
}

/** The difference, exactly. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator })
}

/** The product, exactly. */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** The quotient, exactly; the divisor must not be zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Below 0 where a is less than b, 0 where they are equal, above 0 where a is more. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * A fraction as a decimal string, rounded once, half-up (away from zero on a tie).
 *
 * @example
 * fractionTo(fraction(2n, 3n), 4) //=> '0.6667'
 */
export function fractionTo({ numerator, denominator }: Fraction, places: number): string {
  const quotient = divideTo(
    decimal(numerator.toString()),
    decimal(denominator.toString()),
    places,
    'half-up',
  )
  return quotient.toFixed(places)
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (small > 0n) [large, small] = [small, large % small]
  return large
}

import type { Decimal } from './decimal.js'

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
 * A fraction as a decimal string, rounded once, half-up (away from zero on a tie). It need not be in
 * lowest terms, and may have any number of digits.
 *
 * @example
 * fractionTo(fraction(2n, 3n), 4) //=> '0.6667'
 */
export function fractionTo({ numerator, denominator }: Fraction, places: number): string {
  const size = magnitude(numerator) * 10n ** BigInt(places)
  const rounded = (2n * size + denominator) / (2n * denominator)
  const digits = rounded.toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const sign = numerator < 0n && rounded > 0n ? '-' : ''
  return sign + (places === 0 ? whole : `${whole}.${digits.slice(-places)}`)
}

/**
 * The double nearest to a fraction, or its neighbour. It need not be in lowest terms, and may have any
 * number of digits.
 *
 * @example
 * doubleOf(fraction(1n, 3n)) //=> 0.3333333333333333
 */
export function doubleOf({ numerator, denominator }: Fraction): number {
  // A quotient of 64 bits or more: none of those that a double keeps are lost.
  const shift = 64 + bits(denominator) - bits(numerator)
  const quotient =
    shift > 0
      ? (numerator << BigInt(shift)) / denominator
      : numerator / (denominator << BigInt(-shift))
  // In two steps: the power alone may be beyond a double where the value is not.
  const half = Math.trunc(shift / 2)
  return Number(quotient) * 2 ** -half * 2 ** (half - shift)
}

function bits(value: bigint): number {
  return 4 * magnitude(value).toString(16).length
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [magnitude(a), magnitude(b)]
  while (small > 0n) [large, small] = [small, large % small]
  return large
}

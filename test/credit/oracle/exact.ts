import { type Fraction, fraction, plus } from '../../../src/quantity/internal.js'

export const zero = fraction(0n)
export const one = fraction(1n)

/** The number that a text is: `12.50`, `-3` or `1/3`. */
export function exactly(text: string): Fraction {
  const [above, below] = text.split('/')
  const [whole, digits = ''] = (above as string).split('.')
  return fraction(BigInt(`${whole}${digits}`), 10n ** BigInt(digits.length) * BigInt(below ?? '1'))
}

export function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

export function sumOf(values: Iterable<Fraction>): Fraction {
  let sum = zero
  for (const value of values) sum = plus(sum, value)
  return sum
}

export function negated({ numerator, denominator }: Fraction): Fraction {
  return fraction(-numerator, denominator)
}

export function isZero({ numerator }: Fraction): boolean {
  return numerator === 0n
}

/** How many whole units of some places a size comes to, the rest cut off. */
export function wholeUnits({ numerator, denominator }: Fraction, places: number): bigint {
  return (numerator * 10n ** BigInt(places)) / denominator
}

export function ofUnits(units: bigint, places: number): Fraction {
  return fraction(units, 10n ** BigInt(places))
}

/** Half-up: away from zero on a tie. */
export function rounded(value: Fraction, places: number): Fraction {
  if (value.numerator < 0n) return negated(rounded(negated(value), places))
  return ofUnits(wholeUnits(plus(value, ofUnits(5n, places + 1)), places), places)
}

/** A number in decimals, no zeros at the end beyond the least places; one that never ends as a quotient. */
export function written(value: Fraction, least: number): string {
  const { numerator, denominator } = value
  if (numerator < 0n) return `-${written(negated(value), least)}`
  let left = denominator
  for (const prime of [2n, 5n]) while (left % prime === 0n) left /= prime
  if (left > 1n) return `${numerator}/${denominator}`
  let places = least
  while ((numerator * 10n ** BigInt(places)) % denominator !== 0n) places += 1
  const digits = wholeUnits(value, places)
    .toString()
    .padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

import { compareFractions, type Fraction, fraction, over } from '../../quantity/internal.js'

export const zero: Fraction = { numerator: 0n, denominator: 1n }
export const one: Fraction = { numerator: 1n, denominator: 1n }

/** The number that a plain decimal or the text of {@link textOf} means. */
export function readFraction(text: string): Fraction {
  const [number = '', divisor = '1'] = text.split('/')
  const [whole = '', places = ''] = number.split('.')
  return fraction(BigInt(whole + places), BigInt(divisor) * 10n ** BigInt(places.length))
}

/** One unit of the last of so many decimal places: 0.01 of two. */
export function unitOf(places: number): Fraction {
  return { numerator: 1n, denominator: 10n ** BigInt(places) }
}

export function negated({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator }
}

export function signOf({ numerator }: Fraction): -1 | 0 | 1 {
  if (numerator === 0n) return 0
  return numerator < 0n ? -1 : 1
}

export function isEqual(a: Fraction, b: Fraction): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

export function least(first: Fraction, ...rest: readonly Fraction[]): Fraction {
  return rest.reduce((a, b) => (compareFractions(b, a) < 0 ? b : a), first)
}

export function greatest(first: Fraction, ...rest: readonly Fraction[]): Fraction {
  return rest.reduce((a, b) => (compareFractions(b, a) > 0 ? b : a), first)
}

export function magnitude(a: Fraction): Fraction {
  return signOf(a) < 0 ? negated(a) : a
}

/** The greatest whole number that is not above `a`. */
export function floorOf({ numerator, denominator }: Fraction): bigint {
  const cut = numerator / denominator
  return numerator < 0n && cut * denominator !== numerator ? cut - 1n : cut
}

/** The largest number that both are whole multiples of; zero of two zeros. */
export function commonMeasure(a: Fraction, b: Fraction): Fraction {
  const denominator = a.denominator * b.denominator
  const found = greatestCommonDivisor(a.numerator * b.denominator, b.numerator * a.denominator)
  return fraction(found, denominator)
}

/** Whether `a` is a whole multiple of `measure`, which is not zero. */
export function isMultiple(a: Fraction, measure: Fraction): boolean {
  return over(a, measure).denominator === 1n
}

/**
 * Exact text: a plain decimal with `places` places at least, or `1600000/3` where no decimal is
 * exact.
 */
export function textOf(a: Fraction, places = 0): string {
  const exact = placesOf(a.denominator)
  if (exact === undefined) return `${a.numerator}/${a.denominator}`
  const shown = Math.max(exact, places)
  const scaled = (a.numerator * 10n ** BigInt(shown)) / a.denominator
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(shown + 1, '0')
  const whole = digits.slice(0, digits.length - shown)
  const sign = scaled < 0n ? '-' : ''
  return shown === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-shown)}`
}

/** The decimal places that a denominator needs; `undefined` where it has other primes than 2 and 5. */
function placesOf(denominator: bigint): number | undefined {
  let rest = denominator
  const count = (prime: bigint) => {
    let times = 0
    for (; rest % prime === 0n; rest /= prime) times += 1
    return times
  }
  const places = Math.max(count(2n), count(5n))
  return rest === 1n ? places : undefined
}

/** Of two whole numbers, not both zero unless one is returned instead; never below one. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

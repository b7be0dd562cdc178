import { magnitude } from './sturm.js'

/** A whole number of money, a whole number of periods after the first. */
export interface Term {
  readonly power: number
  readonly coefficient: bigint
}

/**
 * A sum of coefficients times powers of one number, what a period leaves of money or makes of it. The
 * powers rise, and no coefficient is zero.
 */
export type PowerSum = readonly Term[]

/** The sum of terms in any order, those of one power added up. */
export function powerSum(terms: readonly Term[]): PowerSum {
  const byPower = new Map<number, bigint>()
  for (const { power, coefficient } of terms)
    byPower.set(power, (byPower.get(power) ?? 0n) + coefficient)
  return [...byPower]
    .map(([power, coefficient]) => ({ power, coefficient }))
    .filter(({ coefficient }) => coefficient !== 0n)
    .sort((a, b) => a.power - b.power)
}

/** The sum over the number to its lowest power: the same numbers above 0 balance it. */
export function lowered(sum: PowerSum): PowerSum {
  const lowest = sum[0]?.power ?? 0
  return sum.map(({ power, coefficient }) => ({ power: power - lowest, coefficient }))
}

/** The sum of which the number is one part: the same powers from the other end. */
export function reversed(sum: PowerSum): PowerSum {
  const highest = highestPower(sum)
  return sum.map(({ power, coefficient }) => ({ power: highest - power, coefficient })).toReversed()
}

export function highestPower(sum: PowerSum): number {
  return (sum.at(-1) as Term).power
}

export function sizeOf(sum: PowerSum): bigint {
  return sum.reduce((size, { coefficient }) => size + magnitude(coefficient), 0n)
}

/**
 * The powers of a number between 0 and 1 given in parts of 2^-bits, as are they: cut at every product,
 * so that each is short of the true one by fewer parts than its exponent.
 */
export function powersOf(number: bigint, bits: bigint): (exponent: number) => bigint {
  const known = new Map([
    [0, 1n << bits],
    [1, number],
  ])
  const power = (exponent: number): bigint => {
    const before = known.get(exponent)
    if (before !== undefined) return before
    const half = Math.floor(exponent / 2)
    const found = (power(half) * power(exponent - half)) >> bits
    known.set(exponent, found)
    return found
  }
  return power
}

/**
 * What the terms above zero and those below come to at a number between 0 and 1, in parts of 2^-bits:
 * at least so much, and at most `slack` more. Neither falls as the number rises.
 */
export interface Parts {
  readonly above: bigint
  readonly below: bigint
  readonly slack: bigint
}

export function partsAt(sum: PowerSum, power: (exponent: number) => bigint, bits: bigint): Parts {
  let [above, below] = [0n, 0n]
  let after = highestPower(sum)
  for (const term of sum.toReversed()) {
    const between = power(after - term.power)
    above = (above * between) >> bits
    below = (below * between) >> bits
    if (term.coefficient > 0n) above += term.coefficient << bits
    else below -= term.coefficient << bits
    after = term.power
  }
  above = (above * power(after)) >> bits
  below = (below * power(after)) >> bits
  // At 1 nothing is cut; below, each power lacks less than its exponent, and each product one part.
  const isExact = power(1) === 1n << bits
  const slack = isExact ? 0n : sizeOf(sum) * BigInt(highestPower(sum)) + BigInt(sum.length) + 1n
  return { above, below, slack }
}

/** The sign of the sum wherever the number is between those of two parts; 0 where it is not certain. */
export function signBetween(low: Parts, high: Parts): -1 | 0 | 1 {
  if (low.above > high.below + high.slack) return 1
  return low.below > high.above + high.slack ? -1 : 0
}

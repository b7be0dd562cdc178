import { byCodePoints } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { type Fraction, fraction, fractionOf } from '../quantity/internal.js'
/** The number that a share is: a decimal, or a fraction such as `1/3`. */
export function shareOf(text: string): Fraction {
  const [part, whole] = text.split('/') as [string, string?]
  return whole === undefined ? fractionOf(decimal(part)) : fraction(BigInt(part), BigInt(whole))
}

/** Who has which part of something, in whole numbers of `whole`, by the order of their ids. */
export interface Claims {
  readonly claims: readonly Claim[]
  readonly whole: bigint
}

/** Claims that nobody can tell, as what was told of them does not go together. */
export const unclear: Claims = { claims: [{ person: '', part: 1n }], whole: 1n }

/** A person's claim. */
export interface Claim {
  readonly person: string
  readonly part: bigint
}

/** Claims from shares of a whole, where nothing is said of it the sum of all. */
export function claimsOf(shares: ReadonlyMap<string, Fraction>, ofSum: boolean): Claims {
  let whole = 1n
  for (const { denominator } of shares.values()) whole = commonMultiple(whole, denominator)
  const claims = [...shares].map(([person, { numerator, denominator }]) => ({
    person,
    part: numerator * (whole / denominator),
  }))
  const kept = claims
    .filter(({ part }) => part > 0n)
    .sort((a, b) => byCodePoints(a.person, b.person))
  return { claims: kept, whole: ofSum && kept.length > 0 ? partsOf(kept) : whole }
}

/** What all claims come to. */
export function partsOf(claims: readonly Claim[]): bigint {
  return claims.reduce((sum, { part }) => sum + part, 0n)
}

function commonMultiple(a: bigint, b: bigint): bigint {
  // The denominator of a product of a fraction in lowest terms.
  return a * fraction(b, a).numerator
}

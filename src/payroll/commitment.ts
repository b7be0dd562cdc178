import type { IsoDate } from '../calendar/index.js'
import { canonicalJson, hmacSha256, sha256 } from '../problem/index.js'
import type { Currency } from '../quantity/index.js'

/**
 * How values are committed to. A leaf is a hash of a class, a nonce and its values; who does not hold the
 * nonce can try any values against it and learns nothing. Each kind of hash begins with a word of its
 * own, so that none can stand in the place of another.
 */

/** The kinds of what a leaf is of. */
export type LeafOf = 'line' | 'head'

/** A leaf: the hash of a nonce and of the values of a class. */
export type Leaf = (of: LeafOf, name: string, nonce: string, value: unknown) => string

export const leaf: Leaf = (of, name, nonce, value) =>
  sha256(`leaf ${of} ${name} ${nonce} ${canonicalJson(value)}`)

/** The hash of all classes of a line, or of what is beside the lines, in their fixed order. */
export function hashOfAll(of: LeafOf, leaves: readonly string[]): string {
  return sha256(`${of} ${leaves.join(' ')}`)
}

/** The hash of two places of a tree. */
export function nodeOf(left: string, right: string): string {
  return sha256(`node ${left} ${right}`)
}

/** What stands where a tree has nothing; only who holds the nonce can tell it from something. */
export function emptyOf(nonce: string): string {
  return sha256(`empty ${nonce}`)
}

/** The hash of a statement, of what is beside its lines and of the tree of these. */
export function statementHash(head: string, lines: string): string {
  return sha256(`statement ${head} ${lines}`)
}

/** What a run says in clear, to whoever holds a view of it. */
export interface RunFacts {
  readonly period: string
  /** The number of the run within its period. */
  readonly number: number
  readonly asOf: IsoDate
  readonly currency: Currency
}

/** The root of a run, of the tree of its statements. */
export function rootOf({ period, number, asOf, currency }: RunFacts, statements: string): string {
  return sha256(`run ${canonicalJson({ period, number, asOf, currency })} ${statements}`)
}

/** Texts that only who has the key can make: the nonce, or the place, of what is named. */
export type Derive = (name: readonly (string | number)[]) => string

/**
 * By a key of the host and the digest of the run: another run, also of the same period, has other nonces
 * and other places, so that nobody sees by comparing what has stayed the same.
 */
export function deriving(key: string, run: string): Derive {
  const code = hmacSha256(hmacSha256(key)(`payproof 1 ${run}`))
  return (name) => code(JSON.stringify(name))
}

/** 128 bits, in hexadecimal. */
export function nonceOf(derive: Derive, name: readonly (string | number)[]): string {
  return derive(['nonce', ...name]).slice(0, 32)
}

import { writeCanonicalJson } from './canonical.js'
import { hashing } from './sha256.js'

/**
 * The digest of plain data: SHA-256 of its canonical JSON (RFC 8785), in hexadecimal. Equal content
 * gives the same digest on every machine, whatever order it was written in. Members that are
 * `undefined` are left out.
 *
 * Throws a `PolicyError` for what has no JSON that every reader takes alike (a `Date`, a `Map`, `NaN`,
 * a whole number beyond 2^53 - 1, `undefined` in a list, half a character), for more than 1,000 levels,
 * and for more than 2^28 characters of a part three levels down.
 *
 * @example
 * digestOf({ b: 2, a: 1 }) === digestOf({ a: 1, b: 2 }) //=> true
 */
export function digestOf(value: unknown): string {
  const hash = hashing()
  writeCanonicalJson(value, hash.add)
  return hash.hex()
}

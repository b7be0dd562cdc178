import { canonicalJson } from '../problem/index.js'
import { sha256 } from './sha256.js'

/**
 * The digest of plain data: SHA-256 of its canonical JSON (RFC 8785), in hexadecimal. Equal content
 * gives the same digest on every machine, whatever order it was written in.
 *
 * @example
 * digestOf({ b: 2, a: 1 }) === digestOf({ a: 1, b: 2 }) //=> true
 */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value))
}

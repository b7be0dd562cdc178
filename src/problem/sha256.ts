import { hmac } from '@noble/hashes/hmac'
import { sha256 as sha256Of } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'

/**
 * The SHA-256 digest of a text in UTF-8, in lower-case hexadecimal (FIPS 180-4). At once, since the
 * digest of a run is plain data: what the platform has answers later.
 *
 * @example
 * sha256('abc').slice(0, 16) //=> 'ba7816bf8f01cfea'
 */
export function sha256(text: string): string {
  return bytesToHex(sha256Of(text))
}

/** A digest that is being worked out. */
export interface Hashing {
  /** Goes on with a text that is whole: no character of it is cut. */
  readonly add: (text: string) => void
  /** The digest of all texts, one after the other; once. */
  readonly hex: () => string
}

/** So many characters are encoded at once. */
const piece = 2 ** 14

/**
 * The SHA-256 digest of texts that come one at a time, and need not be held together.
 *
 * @example
 * const hash = hashing()
 * hash.add('ab')
 * hash.add('c')
 * hash.hex() === sha256('abc') //=> true
 */
export function hashing(): Hashing {
  const hash = sha256Of.create()
  let waiting = ''
  const flush = () => {
    hash.update(waiting)
    waiting = ''
  }
  return {
    add: (text) => {
      waiting += text
      if (waiting.length >= piece) flush()
    },
    hex: () => {
      flush()
      return bytesToHex(hash.digest())
    },
  }
}

/**
 * HMAC-SHA-256 (RFC 2104) of texts by one key, both in UTF-8; in lower-case hexadecimal.
 *
 * @example
 * hmacSha256('Jefe')('what do ya want for nothing?').slice(0, 16) //=> '5bdcc146bf60754e'
 */
export function hmacSha256(key: string): (text: string) => string {
  const keyed = hmac.create(sha256Of, key)
  return (text) => bytesToHex(keyed.clone().update(text).digest())
}

/** A hash that is being worked out. */
export interface QuickHash {
  /** Goes on with a text. */
  readonly add: (text: string) => void
  /** The hash of all texts, one after the other: 32 hexadecimal digits. */
  readonly hex: () => string
}

/**
 * A hash of 128 bits of texts, to tell whether they are the same: some thirty times as quick as SHA-256,
 * and no protection against somebody who wants two texts to have one. Four lanes of 32 bits take each
 * character in turn, each by an odd factor of its own.
 *
 * @example
 * const hash = quickHash()
 * hash.add('ab')
 * hash.hex().length //=> 32
 */
export function quickHash(): QuickHash {
  let a = 0x6a09e667
  let b = 0xbb67ae85
  let c = 0x3c6ef372
  let d = 0xa54ff53a
  return {
    add: (text) => {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        a = b ^ Math.imul(a ^ unit, 0x239b961b)
        b = c ^ Math.imul(b ^ unit, 0xab0e9789)
        c = d ^ Math.imul(c ^ unit, 0x38b34ae5)
        d = a ^ Math.imul(d ^ unit, 0xa1e38b93)
      }
    },
    hex: () => {
      const all = mixed(a ^ mixed(b ^ mixed(c ^ mixed(d))))
      const lane = (own: number, odd: number) => written(mixed(own ^ Math.imul(all, odd)))
      // Joined, and not added: what is added is held in parts, and a run holds very many.
      return [lane(a, 1), lane(b, 3), lane(c, 5), lane(d, 7)].join('')
    },
  }
}

/** Lets each bit of a lane change about half of the others (the last step of MurmurHash3). */
function mixed(lane: number): number {
  const first = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return second ^ (second >>> 16)
}

/** Bytes in hexadecimal: a run has a hash a line. */
const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function written(lane: number): string {
  const byte = (shift: number) => bytes[(lane >>> shift) & 255] as string
  return byte(24) + byte(16) + byte(8) + byte(0)
}

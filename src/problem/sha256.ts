/**
 * The first 32 bits of the fractional parts of the cube roots of the first 64 primes: FIPS 180-4,
 * section 4.2.2. Worked out in whole numbers, so that no table can be mistyped.
 */
const constants = Int32Array.from(firstPrimes(64), (prime) => fractionOfRoot(prime, 3))

/** The same of the square roots of the first eight primes: FIPS 180-4, section 5.3.3. */
const initial = firstPrimes(8).map((prime) => fractionOfRoot(prime, 2))

/** Every runtime has it, and no ECMAScript library declares it. */
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }

const encoder = new TextEncoder()

/**
 * The SHA-256 digest of a text in UTF-8, in lower-case hexadecimal (FIPS 180-4). It is here because
 * the one of the platform answers later, not at once, and a statement's digest must be plain data.
 *
 * @example
 * sha256('abc').slice(0, 16) //=> 'ba7816bf8f01cfea'
 */
export function sha256(text: string): string {
  const hash = hashing()
  hash.add(text)
  return hash.hex()
}

/** A digest that is being worked out. */
export interface Hashing {
  /** Goes on with a text that is whole: no character of it is cut. */
  readonly add: (text: string) => void
  /** The digest of all texts, one after the other. */
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
  const state = Int32Array.from(initial)
  const words = new Int32Array(64)
  let [waiting, rest, length] = ['', new Uint8Array(0), 0]
  /** All whole blocks of what waits; what is left of it waits on. */
  const digest = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const whole = bytes.length - (bytes.length % 64)
    for (let block = 0; block < whole; block += 64) {
      for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + i * 4)
      extend(words)
      compress(state, words)
    }
    rest = bytes.slice(whole)
  }
  const encoded = () => {
    const bytes = encoder.encode(waiting)
    waiting = ''
    length += bytes.length
    if (rest.length === 0) return bytes
    const joined = new Uint8Array(rest.length + bytes.length)
    joined.set(rest)
    joined.set(bytes, rest.length)
    return joined
  }
  return {
    add: (text) => {
      waiting += text
      if (waiting.length >= piece) digest(encoded())
    },
    hex: () => {
      digest(padded(encoded(), length))
      return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
    },
  }
}

/** A one bit, zeros, and the length of all in bits, to whole blocks of 64 bytes: FIPS 180-4, section 5.1.1. */
function padded(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(length) * 8n)
  return whole
}

function extend(words: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const a = words[i - 15] as number
    const b = words[i - 2] as number
    const small = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)
    const large = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10)
    words[i] = (words[i - 16] as number) + small + (words[i - 7] as number) + large
  }
}

function compress(state: Int32Array, words: Int32Array): void {
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let i = 0; i < 64; i++) {
    const chosen = g ^ (e & (f ^ g))
    const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const first = (h + mixed + chosen + (constants[i] as number) + (words[i] as number)) | 0
    const majority = (a & b) ^ (c & (a ^ b))
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++)
    if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes
}

/** The first 32 bits behind the point of the square or cube root of a number. */
function fractionOfRoot(n: number, degree: 2 | 3): number {
  const target = BigInt(n) << BigInt(32 * degree)
  let root = 0n
  // The root has at most 37 bits: that of the 64th prime, 311, is below 32.
  for (let bit = 1n << 37n; bit > 0n; bit >>= 1n)
    if ((root | bit) ** BigInt(degree) <= target) root |= bit
  return Number(BigInt.asIntN(32, root))
}

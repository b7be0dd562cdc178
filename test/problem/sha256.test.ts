import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf } from '../../src/problem/index.js'
import { hashing, hmacSha256, sha256 } from '../../src/problem/sha256.js'

// The examples of NIST for SHA-256 (Cryptographic Standards and Guidelines, "Examples with
// Intermediate Values"), and the empty message and the million letters of its test vectors.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('gives the published digest of %j', (text, digest) => {
  expect(sha256(text)).toBe(digest)
})

test('equals the digest of Node for texts of any length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }),
  )
})

test('is the same for equal content in any order', () => {
  expect(digestOf({ b: [2, { d: null }], a: '工资' })).toBe(
    digestOf({ a: '工资', b: [2, { d: null }] }),
  )
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: '1' }))
  expect(digestOf({ a: 1 })).toBe(sha256('{"a":1}'))
})

test('goes on with texts that come one at a time', () => {
  // Of one to four bytes, and so many that some are encoded before the last has come.
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), fc.nat(700), (words, times) => {
      const texts = words.map((each) => each.repeat(times))
      const hash = hashing()
      for (const text of texts) hash.add(text)
      expect(hash.hex()).toBe(sha256(texts.join('')))
    }),
  )
})

// RFC 4231, test cases 1 and 2: those whose key is a text.
test.each([
  [
    '\u000b'.repeat(20),
    'Hi There',
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    'Jefe',
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
])('gives the published code of the key %j', (key, text, code) => {
  expect(hmacSha256(key)(text)).toBe(code)
})

test('equals the codes of Node for keys and texts of any length, one key after the other', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (key, texts) => {
      const code = hmacSha256(key)
      for (const each of texts)
        expect(code(each)).toBe(createHmac('sha256', key).update(each).digest('hex'))
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quickHash } from '../../src/problem/quick-hash.js'

const hashOf = (...texts: readonly string[]) => {
  const hash = quickHash()
  for (const text of texts) hash.add(text)
  return hash.hex()
}

describe('a quick hash', () => {
  test('is that of all texts, wherever they are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, at) => {
        expect(hashOf(text.slice(0, at), text.slice(at))).toBe(hashOf(text))
      }),
    )
  })

  test('has 32 digits, the same on every machine', () => {
    expect(hashOf('')).toMatch(/^[0-9a-f]{32}$/)
    expect(hashOf('8 attribute')).toMatchInlineSnapshot(`"f12a526234cbc2f5f79f7b91849e2a32"`)
  })

  test('is another for each of very many texts that are much alike', () => {
    const texts = Array.from({ length: 200_000 }, (_, i) => `salary ${i}.00`)
    expect(new Set(texts.map((text) => hashOf(text))).size).toBe(texts.length)
  })

  test('changes about half of its bits where one bit of a text does', () => {
    const bits = (hex: string) => BigInt(`0x${hex}`).toString(2).padStart(128, '0')
    const differing = Array.from({ length: 500 }, (_, i) => {
      const text = `${i} of a longer text`
      const other = String.fromCharCode(text.charCodeAt(0) ^ 1) + text.slice(1)
      const right = bits(hashOf(other))
      return [...bits(hashOf(text))].filter((bit, place) => bit !== right[place]).length
    })
    const mean = differing.reduce((sum, each) => sum + each, 0) / differing.length
    expect(mean).toBeGreaterThan(60)
    expect(mean).toBeLessThan(68)
    expect(Math.min(...differing)).toBeGreaterThan(35)
  })
})

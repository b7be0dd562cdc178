import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, canonicalLimits, writeCanonicalJson } from '../../src/problem/canonical.js'
import { found } from '../found.js'

// RFC 8785, sections 3.2.2 and 3.2.3: the worked examples of the standard, but for 1e30, which is a
// whole number that not every reader takes alike.
test('writes numbers, strings and literals as RFC 8785 does', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('sorts members by code unit of their names, as RFC 8785 does', () => {
  const value = {
    '€': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '😀': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    ö: 'Latin Small Letter O With Diaeresis',
  }
  expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
    'One',
    'Carriage Return',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ])
})

test('leaves out members that are undefined, as JSON does', () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}')
})

/** JSON whose whole numbers every reader takes alike. */
const safeJson = fc
  .jsonValue({ maxDepth: 4 })
  .filter((value) => !/\d{16}|e\+/.test(JSON.stringify(value)))

test('parses back to the same JSON, whatever order its members were written in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), safeJson), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(turned)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

describe('what is no JSON that every reader takes alike', () => {
  test.each<[string, unknown]>([
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a set', new Set()],
    ['a pattern', /a/],
    ['a number of a class', Object(5)],
    ['an object of a class', new (class Rate {})()],
    ['an object with a prototype of its own', Object.create({ rate: '1' })],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a whole number beyond 2^53 - 1', 2 ** 53],
    ['1e30', 1e30],
    ['a big integer', 5n],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['half a character', 'a\ud83d'],
    ['the other half', '\ude00b'],
  ])('%s is refused where it stands', (_, value) => {
    expect(found(() => canonicalJson(value))).toEqual([['not-json', '']])
    expect(found(() => canonicalJson({ a: [1, { b: value }] }))).toEqual([['not-json', 'a[1].b']])
  })

  test('undefined is, but for a member, which is left out', () => {
    expect(found(() => canonicalJson(undefined))).toEqual([['not-json', '']])
    expect(found(() => canonicalJson({ a: [1, undefined] }))).toEqual([['not-json', 'a[1]']])
    expect(found(() => canonicalJson(Object.assign([1], { 2: 2 })))).toEqual([['not-json', '[1]']])
    expect(found(() => canonicalJson(new Array(4e9)))).toEqual([['not-json', '[0]']])
  })

  test('half a character in a key is', () => {
    expect(found(() => canonicalJson({ 'a\ud83d': 1 }))).toEqual([['not-json', 'a\\u{d83d}']])
  })

  test('a member that would write itself is a function', () => {
    expect(found(() => canonicalJson({ toJSON: () => 1 }))).toEqual([['not-json', 'toJSON']])
  })

  test('the largest whole number, whole characters and objects without a prototype are fine', () => {
    const bare = Object.assign(Object.create(null), { a: Number.MAX_SAFE_INTEGER, b: '😀', c: -0 })
    expect(canonicalJson(bare)).toBe('{"a":9007199254740991,"b":"😀","c":0}')
  })
})

describe('the limits', () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1)

  test('a depth at the limit is written, one more is refused where it is too deep', () => {
    const { depth } = canonicalLimits
    expect(canonicalJson(nested(depth))).toBe(`${'['.repeat(depth)}1${']'.repeat(depth)}`)
    expect(found(() => canonicalJson(nested(depth + 1)))).toEqual([
      ['too-deep', expect.any(String)],
    ])
    expect(found(() => canonicalJson(nested(20_000)))).toEqual([['too-deep', expect.any(String)]])
  })

  test('what holds itself is too deep', () => {
    const loop: { self?: unknown } = {}
    loop.self = loop
    expect(found(() => canonicalJson(loop))).toEqual([
      ['too-deep', expect.stringMatching(/^self\.self/)],
    ])
  })

  test('what refers to one part over and over is written once, and refused where it is too long', () => {
    const doubled = (levels: number) =>
      Array.from({ length: levels }).reduce<unknown>((part) => [part, part], 'ha')
    expect(canonicalJson(doubled(2))).toBe('[["ha","ha"],["ha","ha"]]')
    expect(found(() => canonicalJson(doubled(60)))).toEqual([
      ['too-large', expect.stringMatching(/^\[/)],
    ])
  })

  test('a text that is too long by itself is refused', () => {
    const text = 'x'.repeat(canonicalLimits.length + 1)
    expect(found(() => canonicalJson({ text }))).toEqual([['too-large', 'text']])
  })
})

describe('in parts', () => {
  const values = [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)]
  const plain = fc.object({ values, maxDepth: 5 })
  const inParts = (value: unknown) => {
    const parts: string[] = []
    writeCanonicalJson(value, (part) => parts.push(part))
    return parts
  }

  test('it is the same text, whatever is written', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(inParts(value).join('')).toBe(canonicalJson(value))
      }),
    )
  })

  test('each element of a list of lists is a part of its own', () => {
    expect(inParts({ b: [[1, { a: 2 }], []], c: undefined })).toEqual([
      '{"b":',
      '[',
      '[',
      '1',
      ',',
      '{"a":2}',
      ']',
      ',',
      '[]',
      ']',
      '}',
    ])
  })

  test('objects of very many forms, and of one form over and over, have their names in order', () => {
    const forms = Array.from({ length: 20 }, (_, i) => ({ [`z${i}`]: 1, [`a${i}`]: 2 }))
    const all = [...forms, ...forms]
    expect(inParts(all).join('')).toBe(
      `[${all.map((_, i) => `{"a${i % 20}":2,"z${i % 20}":1}`).join(',')}]`,
    )
  })

  test('what has no JSON is refused with its path', () => {
    expect(found(() => inParts({ a: [{ b: [undefined] }] }))).toEqual([['not-json', 'a[0].b[0]']])
    expect(found(() => inParts({ a: [undefined] }))).toEqual([['not-json', 'a[0]']])
  })
})

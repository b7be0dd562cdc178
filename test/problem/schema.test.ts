import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  describeProblems,
  PolicyError,
  type Problem,
  problem,
  problemsOf,
} from '../../src/problem/index.js'
import {
  format,
  jsonLimits,
  labelSchema,
  meaning,
  parseEach,
  parseWith,
  report,
} from '../../src/problem/schema.js'

const anything = z.unknown()
const found = (schema: z.ZodType, json: unknown) =>
  problemsOf(() => parseWith(schema, json)).map(({ code, path }) => [code, path])
const only = (schema: z.ZodType, json: unknown): Problem => {
  const [first, ...rest] = problemsOf(() => parseWith(schema, json))
  expect(rest).toEqual([])
  return first as Problem
}

/** `[[[…]]]`, so many lists deep. */
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => [inner], null)

/** A list with nothing before its last place, not even `undefined`. */
const holed = <T>(last: T, place: number): T[] => Object.assign([], { [place]: last })

describe('hostile JSON', () => {
  test.each([
    ['{"__proto__":{"admin":true}}', '__proto__'],
    ['{"a":[{"constructor":{"prototype":{}}}]}', 'a[0].constructor'],
    ['{"prototype":1}', 'prototype'],
  ])('%s holds a forbidden key', (json, path) => {
    expect(found(anything, JSON.parse(json))).toEqual([['forbidden-key', path]])
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  test('a key that every object inherits is a key like any other', () => {
    const json = JSON.parse('{"toString":"a","hasOwnProperty":"b","valueOf":"c"}')
    expect(parseWith(z.record(format.name, z.string()), json)).toEqual(json)
  })

  test('nesting at the limit is read, one level more is refused where it is too deep', () => {
    expect(parseWith(anything, nested(jsonLimits.depth))).toEqual(nested(jsonLimits.depth))
    expect(found(anything, nested(jsonLimits.depth + 1))).toEqual([
      ['too-deep', '[0]'.repeat(jsonLimits.depth)],
    ])
  })

  test('nesting that would overflow the stack is refused all the same', () => {
    const json: unknown = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)
    expect(only(anything, json).code).toBe('too-deep')
  })

  test('an object that holds itself is refused', () => {
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    expect(only(anything, loop).code).toBe('too-deep')
  })

  test('values up to the limit are read, one more is refused', () => {
    const list = (length: number) => Array.from({ length }, () => true)
    expect(parseWith(anything, list(jsonLimits.values - 1))).toHaveLength(jsonLimits.values - 1)
    expect(found(anything, list(jsonLimits.values))).toEqual([['too-large', '']])
    const object = Object.fromEntries(list(jsonLimits.values).entries())
    expect(found(anything, { object })).toEqual([['too-large', '']])
  })

  test('a list that refers to one list over and over is counted by what it unfolds to', () => {
    let json: unknown = 'ha'
    for (let level = 0; level < 30; level++) json = [json, json]
    expect(found(anything, json)).toEqual([['too-large', '']])
  })

  test('text at the limit is read, one character more is refused', () => {
    const text = 'x'.repeat(jsonLimits.textLength)
    expect(parseWith(anything, [text])).toEqual([text])
    expect(found(anything, [text, { note: `${text}x` }])).toEqual([['text-too-long', '[1].note']])
  })

  test('a key at the limit is read, one character more is refused', () => {
    const key = 'k'.repeat(jsonLimits.keyLength)
    expect(parseWith(anything, { [key]: 1 })).toEqual({ [key]: 1 })
    expect(only(anything, { [`${key}k`]: 1 }).code).toBe('key-too-long')
  })

  test.each([
    ['a text', { a: ['x\ud83d'] }, 'a[0]'],
    ['a key', { a: { 'x\ude00': 1 } }, 'a.x\\u{de00}'],
  ])('half a character in %s is refused', (_, json, path) => {
    expect(found(anything, json)).toEqual([['broken-text', path]])
    expect(parseWith(anything, ['😀'])).toEqual(['😀'])
  })

  test('the places of a list count before any is read, and a place that holds nothing is missing', () => {
    expect(found(anything, { of: new Array(4e9) })).toEqual([['too-large', '']])
    expect(found(anything, { of: holed('1', 1) })).toEqual([['missing', 'of[0]']])
    expect(parseWith(anything, [undefined])).toEqual([undefined])
  })

  test('no more hostile parts are looked for than are told', () => {
    const json = Array.from({ length: 300 }, () => new Date(0))
    const later = new Proxy(json, {
      get: (list, key) => (key === '150' ? expect.unreachable() : Reflect.get(list, key)),
    })
    expect(found(anything, later)).toHaveLength(100)
    const parts = Object.fromEntries(json.map((part, i) => [`k${i}`, part]))
    expect(found(anything, parts)).toHaveLength(100)
  })

  test('what is read is a copy, each part read once', () => {
    const asked: string[] = []
    const json = new Proxy(
      { rate: '0.1' },
      {
        get: (holder, key) => {
          asked.push(String(key))
          return asked.length === 1 ? Reflect.get(holder, key) : { hostile: true }
        },
      },
    )
    expect(parseWith(z.strictObject({ rate: format.decimal }), json)).toEqual({ rate: '0.1' })
    expect(asked).toEqual(['rate'])
    const list = ['1']
    const copy = parseWith(z.unknown(), list) as unknown[]
    list.push('2')
    expect(copy).toEqual(['1'])
  })

  const raise = () => {
    throw new Error('from within')
  }
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable([], {})
    revoke()
    return proxy
  }
  test.each<[string, unknown]>([
    [
      'a getter that throws',
      {
        get part() {
          return raise()
        },
      },
    ],
    ['a proxy that throws for its keys', { part: new Proxy({}, { ownKeys: raise }) }],
    ['a proxy that throws for its prototype', { part: new Proxy({}, { getPrototypeOf: raise }) }],
    ['a list that throws for its length', { part: new Proxy([], { get: raise }) }],
    ['a list of a length that is none', { part: new Proxy([], { get: () => -1 }) }],
    ['a revoked proxy', { part: revoked() }],
  ])('%s cannot be read', (_, json) => {
    expect(found(anything, json)).toEqual([['not-plain', 'part']])
  })

  test('what throws for whether it holds a place, holds it not', () => {
    const json = new Proxy([undefined], { getOwnPropertyDescriptor: raise })
    expect(found(anything, json)).toEqual([['missing', '[0]']])
  })

  class Rate {
    readonly rate = '0.1'
  }
  test.each([
    ['a class instance', new Rate()],
    ['a date', new Date(0)],
    ['a map', new Map([['rate', '0.1']])],
    ['an object with a prototype of its own', Object.create({ rate: '0.1' })],
    [
      'an object that hides its members',
      Object.create(Object.assign(Object.create(null), { rate: '0.1' })),
    ],
  ])('%s is not plain', (_, value) => {
    expect(found(anything, { rates: [value] })).toEqual([['not-plain', 'rates[0]']])
  })

  test('an object without a prototype is plain', () => {
    const bare = Object.assign(Object.create(null), { rate: '0.1' })
    expect(parseWith(z.strictObject({ rate: format.decimal }), bare)).toEqual({ rate: '0.1' })
  })

  test('every hostile part is listed, in the order of the JSON, before the schema is asked', () => {
    const json = JSON.parse(
      `{"a":{"constructor":1},"b":["${'x'.repeat(10_001)}"],"prototype":{"constructor":2}}`,
    )
    expect(found(z.strictObject({}), { ...json, c: new Date(0) })).toEqual([
      ['forbidden-key', 'a.constructor'],
      ['text-too-long', 'b[0]'],
      ['forbidden-key', 'prototype'],
      ['not-plain', 'c'],
    ])
  })

  test('what was found before a limit is passed is told with it', () => {
    const json = { a: new Date(0), b: nested(jsonLimits.depth) }
    expect(found(anything, json).map(([code]) => code)).toEqual(['not-plain', 'too-deep'])
    const many = { a: new Date(0), b: Array.from({ length: jsonLimits.values }, () => 1) }
    expect(found(anything, many)).toEqual([
      ['not-plain', 'a'],
      ['too-large', ''],
    ])
  })

  test('any JSON is read as it stands or refused with a PolicyError', () => {
    const key = fc.constantFrom('a', 'toString', '__proto__', 'constructor', 'prototype')
    const hostile = fc
      .tuple(key, fc.jsonValue())
      .map(([name, value]) => JSON.parse(`[{"${name}":${JSON.stringify(value)}}]`) as unknown)
    const forbidden = /"(__proto__|constructor|prototype)":/
    fc.assert(
      fc.property(hostile, (json) => {
        const problems = problemsOf(() => expect(parseWith(anything, json)).toEqual(json))
        expect(problems.length > 0).toBe(forbidden.test(JSON.stringify(json)))
      }),
    )
  })
})

describe('formats', () => {
  test.each([
    ['decimal', ['0', '-0', '12', '-120.50', '0.015', '10.00'], 'not-a-decimal'],
    ['nonNegative', ['0', '8000', '0.10'], 'not-a-non-negative-decimal'],
    ['name', ['sales', '_x', 'a.b-c'], 'not-a-name'],
    ['date', ['2026-02-28'], 'not-a-date'],
  ] as const)('%s takes %j', (name, texts, code) => {
    for (const text of texts) expect(parseWith(format[name], text)).toBe(text)
    expect(found(format[name], '')).toEqual([[code, '']])
  })

  const noDecimals = [
    ['1e3', '+1', ' 1', '1 ', '1,000', '.5', '5.', '01', '0x10', 'NaN', 'Infinity', '１', '--1'],
    ['1\n', '-', '1.2.3', '-01.5'],
  ].flat()
  test.each(noDecimals)('%j is no decimal', (text) => {
    expect(found(format.decimal, text)).toEqual([['not-a-decimal', '']])
    expect(found(format.nonNegative, text)).toEqual([['not-a-non-negative-decimal', '']])
  })

  test('a negative decimal is not non-negative', () => {
    expect(found(format.nonNegative, '-1')).toEqual([['not-a-non-negative-decimal', '']])
  })

  test.each(['2026-2-28', '20260228', '2026-02-28T00:00', '２０２６-02-28'])(
    '%s is no date',
    (text) => {
      expect(found(format.date, text)).toEqual([['not-a-date', '']])
    },
  )
})

describe('labels', () => {
  test.each(['Gate', { en: 'Gate', 'zh-CN': '门槛' }])('%j is a label', (label) => {
    expect(parseWith(labelSchema, label)).toEqual(label)
  })

  test.each([
    ['', [['too-small', 'label']]],
    [{ en: 'Gate' }, [['missing', 'label.zh-CN']]],
    [
      {},
      [
        ['missing', 'label.en'],
        ['missing', 'label.zh-CN'],
      ],
    ],
    [
      { en: '', 'zh-CN': 5 },
      [
        ['too-small', 'label.en'],
        ['wrong-type', 'label.zh-CN'],
      ],
    ],
    [{ en: 'a', 'zh-CN': 'b', fr: 'c' }, [['unknown-key', 'label.fr']]],
    [
      { en: 'a', zh_CN: 'b' },
      [
        ['missing', 'label.zh-CN'],
        ['unknown-key', 'label.zh_CN'],
      ],
    ],
    [5, [['wrong-type', 'label']]],
    [['Gate'], [['wrong-type', 'label']]],
    [undefined, [['missing', 'label']]],
  ] as const)('the label %j has the problems %j', (label, problems) => {
    expect(found(z.object({ label: labelSchema }), { label })).toEqual(problems)
  })

  test('a misspelt language is told the right one', () => {
    const problems = problemsOf(() => parseWith(labelSchema, { en: 'a', zh_CN: 'b' }))
    expect(problems[1]?.hint.en).toBe('Perhaps "zh-CN" was meant')
  })

  test('a choice or a list is told as both', () => {
    const schema = z.union([z.literal('any'), z.array(format.decimal)])
    expect(only(schema, 'some').message.en).toBe('should be one of: any or a list, and is "some"')
    expect(only(schema, ['x']).message.en).toBe('"x" is not a decimal')
  })

  test('a label of no fitting type is told both types', () => {
    expect(only(labelSchema, true).message.en).toBe('should be a text or an object, and is true')
    expect(only(labelSchema, 5).hint.en).toContain('Write the number as text, "5"')
  })
})

describe('parseWith', () => {
  const schema = z.strictObject({
    rate: format.decimal,
    kind: z.enum(['marginal', 'retroactive']),
    places: z.int().min(0).max(30),
    tiers: z
      .array(z.strictObject({ from: format.nonNegative }))
      .min(1)
      .max(2),
    cap: format.nonNegative.optional(),
  })
  const good = { rate: '0.1', kind: 'marginal', places: 2, tiers: [{ from: '0' }] }

  test('it gives back what fits the schema', () => {
    expect(parseWith(schema, good)).toEqual(good)
  })

  test('it lists the first of very many, one problem a key', () => {
    const keys = Array.from({ length: 5_000 }, (_, i) => [`key${i}`, i])
    const problems = problemsOf(() => parseWith(schema, { ...good, ...Object.fromEntries(keys) }))
    expect(problems).toHaveLength(100)
    expect(problems[98]?.path).toBe('key98')
    const within = problemsOf(() =>
      parseWith(labelSchema, { en: 'a', 'zh-CN': 'b', ...Object.fromEntries(keys) }),
    )
    expect(within).toHaveLength(100)
  })

  test('it lists every problem at once', () => {
    const bad = { rate: 0.1, kind: 'marginl', places: 31, tiers: [{ from: '-1', to: '2' }], x: 1 }
    const attempt = () => parseWith(schema, bad)
    expect(attempt).toThrow(PolicyError)
    expect(describeProblems(problemsOf(attempt), 'zh-CN').split('\n')).toEqual([
      'rate：应为文本，实际是 0.1。请把数字写成文本 "0.1"：JSON 数字是二进制浮点数。',
      'kind："marginl" 不在可选范围内。也许是“marginal”。',
      'places：数值太大。请给出 30 或以下。',
      'tiers[0].from："-1" 格式不对。请写成不小于零的普通小数，例如 "0.015" 或 "8000"。',
      'tiers[0].to：此处没有键“to”。请删除，或改用：from。',
      'x：此处没有键“x”。请删除，或改用：rate、kind、places、tiers、cap。',
    ])
  })

  test.each([
    [null, [['wrong-type', '']]],
    [undefined, [['missing', '']]],
    [[], [['wrong-type', '']]],
    ['{}', [['wrong-type', '']]],
    [() => good, [['wrong-type', '']]],
    [{ ...good, rate: undefined }, [['missing', 'rate']]],
    [{ ...good, rate: null }, [['wrong-type', 'rate']]],
    [{ ...good, rate: Number.NaN }, [['wrong-type', 'rate']]],
    [{ ...good, cap: Number.POSITIVE_INFINITY }, [['wrong-type', 'cap']]],
    [{ ...good, cap: 8000n }, [['wrong-type', 'cap']]],
    [{ ...good, kind: undefined }, [['missing', 'kind']]],
    [{ ...good, kind: 1 }, [['not-offered', 'kind']]],
    [{ ...good, places: '2' }, [['wrong-type', 'places']]],
    [{ ...good, places: 1.5 }, [['wrong-type', 'places']]],
    [{ ...good, places: Number.NaN }, [['wrong-type', 'places']]],
    [{ ...good, places: Number.NEGATIVE_INFINITY }, [['wrong-type', 'places']]],
    [{ ...good, places: -1 }, [['too-small', 'places']]],
    [{ ...good, tiers: [] }, [['too-small', 'tiers']]],
    [{ ...good, tiers: { 0: { from: '0' } } }, [['wrong-type', 'tiers']]],
    [{ ...good, tiers: [{ from: '0' }, { from: '1' }, { from: '2' }] }, [['too-big', 'tiers']]],
    [{ ...good, tiers: [{ from: '0' }, null] }, [['wrong-type', 'tiers[1]']]],
  ])('%# a bad value is refused at its place', (json, problems) => {
    expect(found(schema, json)).toEqual(problems)
  })

  test('a key of a record must be a name', () => {
    const records = z.object({ pay: z.record(format.name, format.decimal) })
    expect(found(records, { pay: { '1st': '1', ok: 'x' } })).toEqual([
      ['not-a-name', 'pay.1st'],
      ['not-a-decimal', 'pay.ok'],
    ])
    expect(only(records, { pay: { '1st': '1' } }).message.en).toBe('"1st" is not a name')
  })

  test('a discriminator outside its choices is refused with the nearest of them', () => {
    const shapes = z.object({
      shape: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('marginal') }),
        z.strictObject({ kind: z.literal('retroactive') }),
      ]),
    })
    expect(only(shapes, { shape: { kind: 'retroactiv' } })).toMatchObject({
      code: 'not-offered',
      path: 'shape.kind',
      hint: { en: 'Perhaps "retroactive" was meant' },
    })
    expect(found(shapes, { shape: {} })).toEqual([['missing', 'shape.kind']])
    expect(found(shapes, { shape: 'marginal' })).toEqual([['wrong-type', 'shape']])
  })

  test('a fault within a default that the schema fills in counts as missing', () => {
    const filled = z.object({
      pay: z
        .unknown()
        .transform(() => ({}))
        .pipe(z.object({ base: format.decimal })),
    })
    expect(found(filled, { pay: 'none' })).toEqual([['missing', 'pay.base']])
    expect(found(filled, { pay: null })).toEqual([['missing', 'pay.base']])
    expect(found(filled, { pay: undefined })).toEqual([['missing', 'pay.base']])
  })

  test('a refinement reports problems under its own path', () => {
    const falls = problem('falls', '[1].from', ['falls', 'Raise it'], ['下降', '请提高'])
    const whole = problem('whole', '', ['is odd', 'Mend it'], ['不对', '请改正'])
    const strict = z.object({
      tiers: z.array(z.unknown()).superRefine((_, context) => report(context, [falls, whole])),
    })
    expect(problemsOf(() => parseWith(strict, { tiers: [] }))).toEqual([
      { ...falls, path: 'tiers[1].from' },
      { ...whole, path: 'tiers' },
    ])
  })

  test('a rule that has no text is a defect of the schema, not of the policy', () => {
    expect(() => parseWith(z.number().multipleOf(2), 3)).toThrow(
      'a schema reports not_multiple_of, which has no text',
    )
  })
})

describe('a list read one by one', () => {
  const rows = z.strictObject({ amounts: z.array(format.decimal) })

  test('gives every value, also where all together are beyond the limits of one', () => {
    const row = { amounts: Array.from({ length: jsonLimits.values / 2 }, () => '1') }
    expect(parseEach(rows, [row, row, row])).toEqual([row, row, row])
    expect(parseEach(rows, [])).toEqual([])
  })

  test('has every problem of every value, with its place in the list', () => {
    const found = problemsOf(() =>
      parseEach(rows, [{ amounts: ['1', 'x'] }, { amounts: [] }, null, { amount: [] }]),
    )
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['not-a-decimal', '[0].amounts[1]'],
      ['wrong-type', '[2]'],
      ['missing', '[3].amounts'],
      ['unknown-key', '[3].amount'],
    ])
  })

  test('has no more problems than are told, and looks for no more', () => {
    const list = new Proxy(
      Array.from({ length: 1_000 }, () => 0),
      {
        get: (of, key) => {
          if (key === '500') throw new Error('too far')
          return Reflect.get(of, key)
        },
      },
    )
    expect(problemsOf(() => parseEach(rows, list))).toHaveLength(100)
  })

  test('tells the places that hold nothing, and those that cannot be read', () => {
    const list = new Proxy(holed({ amounts: [] }, 3), {
      get: (of, key) => {
        if (key === '1') throw new Error('from within')
        return Reflect.get(of, key)
      },
    })
    expect(problemsOf(() => parseEach(rows, list)).map(({ code, path }) => [code, path])).toEqual([
      ['missing', '[0]'],
      ['not-plain', '[1]'],
      ['missing', '[2]'],
    ])
  })

  test('is refused where it is none', () => {
    expect(
      problemsOf(() => parseEach(rows, { 0: {} })).map(({ code, path }) => [code, path]),
    ).toEqual([['wrong-type', '']])
  })
})

test('meaning is looked at only where the shape is right', () => {
  const asked: unknown[] = []
  const schema = z.strictObject({ from: format.decimal }).superRefine(
    meaning((value) => {
      asked.push(value)
      return [problem('too-late', 'from', ['is late', 'Begin before'], ['太晚', '请提前'])]
    }),
  )
  expect(found(schema, { from: 'x' })).toEqual([['not-a-decimal', 'from']])
  expect(asked).toEqual([])
  expect(found(schema, { from: '1' })).toEqual([['too-late', 'from']])
  expect(asked).toEqual([{ from: '1' }])
})

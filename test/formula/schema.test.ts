import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulaJsonSchema, parseFormula } from '../../src/formula/schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { formulaAndInputs } from './arbitrary.js'
import { codesAndPaths } from './outcome.js'

const one = { op: 'constant', value: '1', unit: 'ratio' }
const sales = { op: 'input', name: 'sales', unit: 'money:CNY', scale: 2 }
const found = (json: unknown) => codesAndPaths(problemsOf(() => parseFormula(json)))
const text = (json: string): unknown => JSON.parse(json)

/** A policy of so many levels, one node on each. */
function nested(levels: number, around: (node: unknown) => unknown): unknown {
  let node: unknown = one
  for (let i = 1; i < levels; i++) node = around(node)
  return node
}
const label = (of: unknown) => ({ op: 'named', label: 'n', of })
const sum = (node: unknown) => ({ op: 'add', of: [node] })

describe('parseFormula', () => {
  test('reads a policy from JSON', () => {
    const formula = parseFormula(
      text(
        '{ "op": "marginal", "x": { "op": "input", "name": "sales", "unit": "money:CNY", "scale": 2 }, "tiers": [{ "from": "0", "rate": "0.010" }], "rateUnit": "ratio" }',
      ),
    )
    expect(formula).toMatchObject({ unit: 'money:CNY', scale: 5 })
  })

  test('reads every formula that was checked, as deep as any may be', () => {
    fc.assert(
      fc.property(formulaAndInputs(), ({ formula }) => {
        expect(parseFormula(formula.expression).expression).toEqual(formula.expression)
      }),
    )
    expect(found(nested(100, sum))).toEqual([])
  })

  const tier = (parts: object) => ({ op: 'marginal', x: sales, rateUnit: 'ratio', tiers: [parts] })

  test.each([
    ['nothing', undefined, ['missing at ']],
    ['a number', 5, ['wrong-type at ']],
    ['a list', [], ['wrong-type at ']],
    ['no operation', {}, ['missing at op']],
    ['a misspelt operation', { op: 'mulitply', of: [one] }, ['not-offered at op']],
    ['an inherited operation', { op: 'constructor' }, ['not-offered at op']],
    ['a missing part', { op: 'round', of: one, places: 2 }, ['missing at rounding']],
    ['a missing currency', { ...sales, unit: 'money' }, ['not-offered at unit']],
    ['an unknown currency', { ...sales, unit: 'money:RMB' }, ['not-offered at unit']],
    ['a name that is none', { ...sales, name: 'net sales' }, ['not-a-name at name']],
    ['a name that JavaScript reserves', { ...sales, name: '__proto__' }, ['not-a-name at name']],
    ['a misspelt key', { ...one, vaule: '1' }, ['unknown-key at vaule']],
    ['a number for text', { ...one, value: 0.015 }, ['wrong-type at value']],
    ['NaN', { ...one, value: Number.NaN }, ['wrong-type at value']],
    ['Infinity', { ...sales, scale: Infinity }, ['wrong-type at scale']],
    ['text that says NaN', { ...one, value: 'NaN' }, ['not-a-decimal at value']],
    ['an exponent', { ...one, value: '1e5' }, ['not-a-decimal at value']],
    ['a fraction of places', { ...sales, scale: 0.5 }, ['wrong-type at scale']],
    ['negative places', { ...sales, scale: -1 }, ['too-small at scale']],
    ['too many places', { ...sales, scale: 31 }, ['too-big at scale']],
    ['no terms', { op: 'add', of: [] }, ['too-small at of']],
    [
      'an unknown mode',
      { op: 'round', of: one, places: 2, rounding: 'nearest' },
      ['not-offered at rounding'],
    ],
    [
      'a bound in a wrong format',
      tier({ from: '1,000', rate: '0.1' }),
      ['not-a-decimal at tiers[0].from'],
    ],
    [
      'an exclusive tier, which would mean nothing',
      tier({ rate: '1', exclusive: true }),
      ['unknown-key at tiers[0].exclusive'],
    ],
    [
      'a condition where a number belongs',
      { op: 'add', of: [{ op: 'not', of: one }] },
      ['not-offered at of[0].op'],
    ],
    [
      'a number where a condition belongs',
      // biome-ignore lint/suspicious/noThenProperty: the field's word
      { op: 'when', condition: one, then: one, otherwise: one },
      ['not-offered at condition.op'],
    ],
    [
      'the key __proto__',
      text('{ "op": "constant", "value": "1", "unit": "ratio", "__proto__": {} }'),
      ['forbidden-key at __proto__'],
    ],
    [
      'cases called __proto__ and constructor',
      text('{ "op": "match", "key": "k", "cases": { "__proto__": {}, "constructor": {} } }'),
      ['forbidden-key at cases.__proto__', 'forbidden-key at cases.constructor'],
    ],
    ['too many levels of nodes', nested(101, label), ['too-deep at ']],
    [
      'a date for a part, and a part of a class',
      { op: 'add', of: [new Date(0), one] },
      ['not-plain at of[0]'],
    ],
    [
      'ill units once the shape is right',
      { op: 'add', of: [sales, { op: 'multiply', of: [sales, sales] }, one] },
      ['no-product at of[1]', 'mixed-units at '],
    ],
  ])('refuses %s', (_, json, expected) => {
    expect(found(json)).toEqual(expected)
  })

  test('says in Chinese too what is wrong', () => {
    const json = {
      op: 'add',
      of: [
        { ...one, value: 0.5 },
        { ...sales, unit: 'money:CNT' },
      ],
    }
    const problems = problemsOf(() => parseFormula(json))
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      'of[0].value：应为文本，实际是 0.5。请把数字写成文本 "0.5"：JSON 数字是二进制浮点数。',
      'of[1].unit："money:CNT" 不在可选范围内。请使用 "money:CNY"（或其他 ISO 4217 货币）、"money:CNY/hour"、"ratio"、"count"、"points" 或 "duration:day"。',
    ])
  })

  test.each([
    ['JSON nested without end', () => nested(100_000, label)],
    ['a list without end', () => ({ op: 'add', of: Array(300_000).fill(one) })],
    ['a text without end', () => ({ ...one, value: '9'.repeat(1_000_000) })],
  ])('refuses %s', (_, hostile) => {
    expect(found(hostile())).toHaveLength(1)
  })

  test('finds each of the problems of shape planted in a policy, and no other', () => {
    const parts = fc.constantFrom<readonly [code: string, path: string, part: object]>(
      ['', '', sales],
      ['not-offered', '.op', { ...one, op: 'constnat' }],
      ['missing', '.op', {}],
      ['unknown-key', '.vaule', { ...one, vaule: '1' }],
      ['wrong-type', '.value', { ...one, value: Number.NaN }],
      ['not-a-decimal', '.value', { ...one, value: 'Infinity' }],
      ['not-offered', '.unit', { ...sales, unit: 'money:' }],
      ['too-big', '.scale', { ...sales, scale: 31 }],
      ['too-small', '.bands', { op: 'step', x: sales, bands: [], unit: 'ratio' }],
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (planted) => {
        const json = { op: 'minimum', of: [sales, ...planted.map(([, , part]) => part)] }
        const expected = planted.flatMap(([code, path], i) =>
          code === '' ? [] : [`${code} at of[${i + 1}]${path}`],
        )
        expect(found(json)).toEqual(expected)
      }),
    )
  })
})

describe('formulaJsonSchema', () => {
  const schema = formulaJsonSchema()
  const { $defs } = schema as {
    $defs: Record<
      string,
      { oneOf: { properties: { op: { const: string } }; additionalProperties: boolean }[] }
    >
  }

  test('is of draft 2020-12, and can be written as JSON', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })

  test.each([
    [
      'Expression',
      [
        ...['input', 'constant', 'add', 'subtract', 'multiply', 'divide', 'minimum', 'maximum'],
        ...['round', 'marginal', 'step', 'interpolate', 'grid', 'match', 'when', 'named'],
      ],
    ],
    ['Condition', ['atLeast', 'above', 'equals', 'all', 'any', 'not']],
  ])('lists every %s, and no key beside its own', (name, ops) => {
    const choices = $defs[name]?.oneOf ?? []
    expect(choices.map(({ properties }) => properties.op.const)).toEqual(ops)
    expect(choices.every(({ additionalProperties }) => additionalProperties === false)).toBe(true)
  })
})

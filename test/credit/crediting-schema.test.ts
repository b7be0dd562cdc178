import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { creditingJsonSchema, parseCrediting } from '../../src/credit/crediting-schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { crediting, creditingWith, direct } from './crediting.js'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const rolled = { of: 'direct', manager: 'manager', shares: ['0.1'] }
const web = { by: 'customer', window: 30, model: { kind: 'linear' } }

function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.isFrozen(value) && Object.values(value).every(isFrozen)
}

describe('rules of crediting', () => {
  test('are read back', () => {
    expect(parseCrediting(json(crediting))).toEqual(crediting)
    expect(parseCrediting(crediting)).toEqual(crediting)
  })

  test('are frozen, and a copy that nobody else holds', () => {
    const given = json(crediting) as { credits: { plain: { rules: { owner: string }[] } } }
    const read = parseCrediting(given)
    ;(given.credits.plain.rules[0] as { owner: string }).owner = 'buyer'
    expect(read).toEqual(crediting)
    expect(isFrozen(read)).toBe(true)
  })

  test('have none of the members that are said to be undefined, by which kinds are told', () => {
    const plain = { rules: [{ owner: 'seller' }], touches: undefined, of: undefined }
    const { credits } = parseCrediting({ currency: 'CNY', credits: { plain } })
    expect(Object.keys(credits['plain'] ?? {})).toEqual(['rules'])
  })

  test('have a JSON Schema that takes them and nothing misspelt', () => {
    const schema = z.fromJSONSchema(creditingJsonSchema() as never)
    expect(schema.safeParse(json(crediting)).success).toBe(true)
    expect(schema.safeParse({ ...crediting, curency: 'CNY' }).success).toBe(false)
  })
})

describe('a kind of credit is refused', () => {
  test.each<[kind: object, ...problems: readonly string[]]>([
    [{}, 'one-of '],
    [{ label: 'Nothing' }, 'one-of '],
    [{ ...direct, touches: web }, 'one-of '],
    [{ ...direct, where: {} }, 'not-beside .where'],
    [{ ...direct, manager: 'manager' }, 'not-beside .manager'],
    [{ ...direct, shares: ['1'] }, 'wrong-type .shares'],
    [{ ...direct, shares: 'some' }, 'wrong-type .shares'],
    [{ ...direct, follows: 'document' }, 'not-offered .follows'],
    [{ ...direct, unowned: { too: 'house' } }, 'missing .unowned.to', 'unknown-key .unowned.too'],
    [{ rules: [] }, 'too-small .rules'],
    [{ ruels: [] }, 'unknown-key .ruels'],
    [{ rules: [{}] }, 'one-of .rules[0]'],
    [{ rules: [{ owner: 'seller', by: 'desk' }] }, 'one-of .rules[0]', 'missing .rules[0].owners'],
    [{ rules: [{ by: 'desk' }] }, 'missing .rules[0].owners'],
    [{ rules: [{ by: 'desk', owners: [] }] }, 'too-small .rules[0].owners'],
    [{ rules: [{ owner: 'seller', owners: 'desks' }] }, 'not-beside .rules[0].owners'],
    [
      { rules: [{ owner: 'seller', from: '2026-02-01', to: '2026-01-31' }] },
      'ends-before-start .rules[0].to',
    ],
    [
      {
        rules: [
          {
            by: 'desk',
            owners: [
              { of: 'n', person: 'li' },
              { of: 'n', person: 'li', share: '0.5' },
            ],
          },
        ],
      },
      'told-twice .rules[0].owners[1]',
    ],
    [
      { rules: [{ by: 'desk', owners: [{ of: 'n', person: 'li', share: '4/3' }] }] },
      'bad-part .rules[0].owners[0].share',
    ],
    [
      { rules: [{ owner: 'seller', where: { size: { atLeast: 'large' } } }] },
      'not-a-decimal .rules[0].where.size.atLeast',
    ],
    [
      { rules: [{ owner: 'seller', where: { size: { atleast: '1' } } }] },
      'unknown-key .rules[0].where.size.atleast',
    ],
    [{ rules: [{ owner: 'seller', where: { size: {} } }] }, 'asks-nothing .rules[0].where.size'],
    [
      { rules: [{ owner: 'seller', where: { size: { above: '1'.repeat(41) } } }] },
      'too-many-digits .rules[0].where.size.above',
    ],
    [
      { rules: [{ owner: 'seller', where: { size: { of: 'amount' } } }] },
      'asks-nothing .rules[0].where.size',
    ],
    [
      {
        rules: [{ owner: 'seller', where: { counts: ['x'], amount: { above: '1', of: 'size' } } }],
      },
      'no-attribute .rules[0].where.counts',
      'unknown-figure .rules[0].where.amount.of',
    ],
    [{ touches: web, shares: 'any' }, 'not-beside .shares'],
    [{ touches: { ...web, window: -1 } }, 'too-small .touches.window'],
    [{ touches: { ...web, model: { kind: 'middle' } } }, 'not-offered .touches.model.kind'],
    [{ touches: web, where: { country: [] } }, 'asks-nothing .where.country'],
    [{ of: 'direct', manager: 'manager' }, 'one-of '],
    [{ ...rolled, ranked: { rank: 'rank', rates: { a: '0.1' } } }, 'one-of '],
    [{ of: 'direct', shares: ['0.1'] }, 'missing .manager'],
    [{ ...rolled, shares: 'any' }, 'wrong-type .shares'],
    [{ ...rolled, shares: [] }, 'too-small .shares'],
    [{ ...rolled, shares: ['-0.1'] }, 'not-a-share .shares[0]'],
    [{ ...rolled, shares: ['1/0'] }, 'not-a-share .shares[0]'],
    [{ ...rolled, unowned: 'list' }, 'not-beside .unowned'],
    [{ ...rolled, qualified: { licensed: { from: '2026-01-01' } } }],
    [{ ...rolled, qualified: { licensed: [] } }, 'asks-nothing .qualified.licensed'],
    [{ ...rolled, whose: { licensed: ['yes'] } }],
    [{ ...rolled, whose: { licensed: [] } }, 'asks-nothing .whose.licensed'],
    [{ ...rolled, qualified: { licensed: ['yes'] }, unqualified: 'unpaid' }],
    [{ ...rolled, unqualified: 'unpaid' }, 'missing .qualified'],
    [
      { ...rolled, qualified: { licensed: ['yes'] }, unqualified: 'paid' },
      'not-offered .unqualified',
    ],
    [{ ...rolled, of: 'dircet' }, 'unknown-credit .of'],
    [{ ...rolled, of: 'toString' }, 'unknown-credit .of'],
  ])('%j', (kind, ...problems) => {
    const read = () => parseCrediting({ ...crediting, credits: { direct, x: kind } })
    expect(found(read).map(([code, path]) => `${code} ${path.slice('credits.x'.length)}`)).toEqual(
      problems,
    )
  })
})

describe('rules of crediting are refused', () => {
  test.each<[edit: object, ...problems: readonly string[]]>([
    [{ places: 1 }, 'too-small places'],
    [{ currency: 'KWD', places: 2 }, 'too-small places'],
    [{ places: 31 }, 'too-big places'],
    [{ currency: 'RMB' }, 'not-offered currency'],
    [{ takebacks: 'own' }, 'unknown-key takebacks'],
    [{ figures: { 'own.margin': { unit: 'count' } } }, 'reserved-name figures.own.margin'],
    [{ figures: { '1st': { unit: 'count' } } }, 'not-a-name figures.1st'],
    [{ customer: 'own.customer' }, 'no-attribute customer'],
  ])('with %j', (edit, ...problems) => {
    const read = () =>
      parseCrediting({
        currency: 'CNY',
        credits: { direct: { rules: [{ owner: 'seller' }] } },
        ...edit,
      })
    expect(found(read).map(([code, path]) => `${code} ${path}`)).toEqual(problems)
  })

  test('with a circle among many that roll up each other, told once', () => {
    const credits = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, i) => [
        `c${i}`,
        { ...rolled, of: `c${i === 4_999 ? 17 : i + 1}` },
      ]),
    )
    const problems = problemsOf(() => parseCrediting({ currency: 'CNY', credits }))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['circular-roll-up', 'credits.c17.of'],
    ])
    expect(problems[0]?.message.en).toMatch(/^"c17" rolls up "c18", which rolls up .*"…"$/)
  })

  test('with every problem at once, in both languages', () => {
    const wrong = creditingWith(
      { figures: { margin: { unit: 'ratio' } } },
      {
        plain: {
          rules: [
            { owner: 'id' },
            { by: 'desk', owners: 'desks', where: { units: { atMost: '1', of: 'units' } } },
          ],
        },
      },
    )
    const problems = problemsOf(() => parseCrediting(wrong))
    expect(describeProblems(problems)).toBe(
      [
        'credits.plain.rules[0].owner: "id" is no attribute of a deal. Name an attribute; what a document says of itself can be read where the credit follows documents, such as "invoice".',
        'credits.plain.rules[1].where.units.of: "units" is no figure of the rules of crediting. Use one of: amount, margin.',
        'figures.margin.unit: "margin" is ratio, and such numbers of several events do not add up. Give what it is worked out from, such as an amount or a number of things, and work it out in a formula.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN').split('\n')).toHaveLength(3)
  })
})

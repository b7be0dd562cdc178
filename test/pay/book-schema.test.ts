import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  bookJsonSchema,
  componentJsonSchema,
  componentSchema,
  parseBook,
} from '../../src/pay/book-schema.js'
import { book } from '../../src/pay/build.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { parseWith } from '../../src/problem/schema.js'
import { payBooks } from '../../src/testing/index.js'
import { components, simple } from './components.js'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const parseComponent = (value: unknown) => parseWith(componentSchema, value)

describe('the JSON of a component', () => {
  test.each(components.map((each) => [each.component, each] as const))(
    '%s is read back',
    (_, each) => {
      expect(parseComponent(json(each))).toEqual(each)
    },
  )

  const formula = { op: 'constant', value: '1', unit: 'money:CNY' }
  const own = { component: 'base', formula, reads: {} }
  const reading = (source: object) => ({ ...own, reads: { pay: source } })
  const records = (more: object) => reading({ from: 'records', of: 'orders', as: 'sum', ...more })

  test.each<[name: string, json: unknown, en: string, zh: string]>([
    [
      'a misspelt member',
      { ...own, eligable: {} },
      'eligable: the key "eligable" is not known here. Perhaps "eligible" was meant.',
      'eligable：此处没有键“eligable”。也许是“eligible”。',
    ],
    [
      'a source of no kind',
      reading({ from: 'table', name: 'pay' }),
      'reads.pay.from: "table" is not one of the choices. Use one of: attribute, figure, time, record, records, component.',
      'reads.pay.from："table" 不在可选范围内。可选：attribute、figure、time、record、records、component。',
    ],
    [
      'time of no kind',
      reading({ from: 'time', count: 'weeks' }),
      'reads.pay.count: "weeks" is not one of the choices. Use one of: present, absent, part, whole, months, years, month, quarter.',
      'reads.pay.count："weeks" 不在可选范围内。可选：present、absent、part、whole、months、years、month、quarter。',
    ],
    [
      'a component without a name',
      reading({ from: 'component' }),
      'reads.pay: needs one of: name, tag. Give exactly one of them.',
      'reads.pay：须有以下之一：name、tag。请只保留其中一项。',
    ],
    [
      'a component with a name and a tag',
      reading({ from: 'component', name: 'a', tag: 'b' }),
      'reads.pay: can have only one of: name, tag. Give exactly one of them.',
      'reads.pay：只能有以下之一：name、tag。请只保留其中一项。',
    ],
    [
      'two windows in one',
      records({ over: { ago: 1, last: 2 } }),
      'reads.pay.over: can have only one of: ago, last. Give exactly one of them.',
      'reads.pay.over：只能有以下之一：ago、last。请只保留其中一项。',
    ],
    [
      'a window that is none',
      records({ over: {} }),
      'reads.pay.over: needs one of: ago, last, since. Give exactly one of them.',
      'reads.pay.over：须有以下之一：ago、last、since。请只保留其中一项。',
    ],
    [
      'a misspelt window',
      records({ over: { lsat: 2 } }),
      'reads.pay.over.lsat: the key "lsat" is not known here. Perhaps "last" was meant.',
      'reads.pay.over.lsat：此处没有键“lsat”。也许是“last”。',
    ],
    [
      'one period through somewhere',
      records({ over: { ago: 1, through: 'before' } }),
      'reads.pay.over.through: "through" says nothing beside "ago". Leave it out, or replace "ago" by what it goes with.',
      'reads.pay.over.through：“through”与“ago”并用没有意义。请删去，或把“ago”换成可与之并用的写法。',
    ],
    [
      'what goes with another look around',
      reading({
        from: 'component',
        name: 'pay',
        among: { group: { by: 'team', levels: [1, 2] }, as: { quantile: '1', least: 'a' } },
      }),
      [
        'reads.pay.among.group.levels: "levels" says nothing beside "by". Leave it out, or replace "by" by what it goes with.',
        'reads.pay.among.as.least: "least" says nothing beside "quantile". Leave it out, or replace "quantile" by what it goes with.',
      ].join('\n'),
      [
        'reads.pay.among.group.levels：“levels”与“by”并用没有意义。请删去，或把“by”换成可与之并用的写法。',
        'reads.pay.among.as.least：“least”与“quantile”并用没有意义。请删去，或把“quantile”换成可与之并用的写法。',
      ].join('\n'),
    ],
    [
      'a window of nothing',
      records({ over: { last: 0 } }),
      'reads.pay.over.last: is too small. Give 1 or more.',
      'reads.pay.over.last：数值太小。请给出 1 或以上。',
    ],
    [
      'a window of no days earlier',
      records({ over: { ago: { days: 0 } } }),
      'reads.pay.over.ago.days: is too small. Give 1 or more.',
      'reads.pay.over.ago.days：数值太小。请给出 1 或以上。',
    ],
    [
      'the same records by no member',
      reading({ from: 'component', name: 'pay', over: 'before', same: [] }),
      'reads.pay.same: has too few entries. Give 1 or more.',
      'reads.pay.same：项数太少。请给出 1 或以上。',
    ],
    [
      'a bound that is a number of JSON',
      records({ where: { amount: { atLeast: 5 } } }),
      'reads.pay.where.amount.atLeast: should be a text, and is 5. Write the number as text, "5": a JSON number is binary floating point.',
      'reads.pay.where.amount.atLeast：应为文本，实际是 5。请把数字写成文本 "5"：JSON 数字是二进制浮点数。',
    ],
    [
      'a day of no name',
      reading({ from: 'time', count: 'years', since: '2020-01-01' }),
      'reads.pay.since: "2020-01-01" is not a name. Write at most 64 letters, digits, "_", "-" and ".", a letter or "_" first, and no word that JavaScript reserves.',
      'reads.pay.since："2020-01-01" 格式不对。请以字母或“_”开头，由字母、数字、“_”、“-”和“.”组成，最多 64 个字符，且不是 JavaScript 保留的词。',
    ],
    [
      'a day of both ends',
      reading({ from: 'time', count: 'years', since: { first: {}, last: {} } }),
      'reads.pay.since: can have only one of: first, last. Give exactly one of them.',
      'reads.pay.since：只能有以下之一：first、last。请只保留其中一项。',
    ],
    [
      'a look around of two meanings',
      reading({
        from: 'component',
        name: 'pay',
        among: { group: { by: 'team', below: 'manager' }, as: { share: 'a', quantile: '1' } },
      }),
      [
        'reads.pay.among.group: can have only one of: by, below. Give exactly one of them.',
        'reads.pay.among.as: can have only one of: quantile, share. Give exactly one of them.',
      ].join('\n'),
      [
        'reads.pay.among.group：只能有以下之一：by、below。请只保留其中一项。',
        'reads.pay.among.as：只能有以下之一：quantile、share。请只保留其中一项。',
      ].join('\n'),
    ],
    [
      'a number of open periods below zero',
      { ...own, retro: -1 },
      'retro: is too small. Give 0 or more.',
      'retro：数值太小。请给出 0 或以上。',
    ],
    [
      'another each',
      { ...own, each: 'day' },
      'each: should be one of: stretch or an object, and is "day". Give one of: stretch or an object.',
      'each：应为其一：stretch或对象，实际是 "day"。请填写其一：stretch或对象。',
    ],
  ])('%s is refused', (_, wrong, en, zh) => {
    const problems = problemsOf(() => parseComponent(wrong))
    expect(describeProblems(problems)).toBe(en)
    expect(describeProblems(problems, 'zh-CN')).toBe(zh)
  })
})

describe('parseBook', () => {
  test('reads a book, which is the one that was written', () => {
    const book = parseBook(json(simple))
    expect(book.definition).toEqual(simple)
    expect([...book.components.keys()].sort()).toEqual(['base', 'gross'])
  })

  test('makes of the JSON of a book what is made of the book', () => {
    fc.assert(
      fc.property(payBooks('CNY'), (drawn) => {
        const [read, built] = [parseBook(json(drawn)), book(drawn)]
        expect(read.definition).toEqual(drawn)
        expect(read.digest).toBe(built.digest)
        expect([...read.components.keys()]).toEqual([...built.components.keys()])
      }),
    )
  })

  test.each<[name: string, json: unknown, found: string[]]>([
    ['nothing', {}, ['missing currency', 'missing components', 'missing retro']],
    [
      'a component without versions, and one that is no name',
      { ...simple, components: { base: [], '1': [] } },
      ['not-a-name components.1', 'too-small components.base'],
    ],
    [
      'a rhythm of no kind, and a basis that is none',
      { ...simple, rhythms: { week: { kind: 'day' } }, basis: { paid: { basis: 'days' } } },
      ['not-offered rhythms.week.kind', 'not-offered basis.paid.basis'],
    ],
    [
      'a version that begins on no day',
      { ...simple, components: { base: [{ from: '2026-02-30', value: components[0] }] } },
      ['not-a-date components.base[0].from'],
    ],
  ])('refuses %s', (_, wrong, found) => {
    const problems = problemsOf(() => parseBook(json(wrong)))
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(found)
  })
})

describe('the JSON Schema', () => {
  test.each([
    ['of a component', componentJsonSchema, components, { component: 'base', reads: {} }],
    ['of a book', bookJsonSchema, [simple], { ...simple, retro: '2' }],
  ])('%s takes what the parser takes, and is of draft 2020-12', (_, of, good, bad) => {
    const schema = of()
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(json(schema)).toEqual(schema)
    const again = z.fromJSONSchema(schema)
    for (const each of good) expect(again.safeParse(json(each)).success).toBe(true)
    expect(again.safeParse(bad).success).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Data, Person, Row } from '../../src/pay/data.js'
import {
  parseData,
  parsePeople,
  parseRecords,
  personJsonSchema,
  recordJsonSchema,
} from '../../src/pay/data-schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { payData } from '../../src/testing/index.js'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const texts = (task: () => unknown) => {
  const problems = problemsOf(task)
  return [describeProblems(problems), describeProblems(problems, 'zh-CN')]
}
const from = '2020-01-01'
const li: Person = { id: 'li', employment: [{ from }], attributes: {} }

const wang: Person = {
  id: 'wang',
  name: '王芳',
  employment: [
    { from, to: '2023-12-31' },
    { from: '2025-01-01' },
    { from: '2025-01-01', to: '2026-03-31', recorded: '2026-03-15' },
  ],
  assignments: [
    {
      id: 'desk',
      from: '2025-01-01',
      attributes: { team: [{ from: '2025-01-01', value: 'north' }] },
    },
    { id: 'desk', from: '2025-01-01', attributes: {}, recorded: '2026-02-01', void: true },
  ],
  attributes: {
    salary: [
      { from, value: '8000.00' },
      { from, value: '8100.00', recorded: '2020-02-01' },
      { from: '2026-01-01', value: '9000.00' },
    ],
  },
  absences: [{ id: 'a1', from: '2026-03-02', to: '2026-03-03', kind: 'sick', part: '0.5' }],
  figures: [
    { name: 'hours', period: '2026-03', value: '12.5' },
    { name: 'hours', period: '2026-03', value: '13', recorded: '2026-04-02' },
    { name: 'hours', period: '2026-03', value: '2', assignment: 'desk' },
    { name: 'hours', period: '2026', rhythm: 'year', value: '100' },
  ],
}
const orders: readonly Row[] = [
  { id: 'o1', on: '2026-03-02', person: 'wang', amount: '120.00', product: 'car', note: '' },
  { id: 'o1', on: '2026-03-02', person: 'wang', recorded: '2026-03-09', void: true },
  {
    id: 'r1',
    on: '2026-04-02',
    counts: '2026-03-02',
    made: '2026-03-01',
    order: '1',
    assignment: 'desk',
  },
]
const data: Data = {
  people: [li, wang],
  groups: [
    { of: 'company', attributes: { budget: [{ from, value: '100000' }] } },
    {
      of: { by: 'team', value: 'north' },
      figures: [{ name: 'kpi', period: '2026-03', value: '1' }],
    },
    { of: { by: 'team', value: 'south' } },
  ],
  records: { orders, shifts: [] },
}

describe('parseData', () => {
  test('reads people, groups and records, as they were written', () => {
    expect(parseData(json(data))).toEqual(data)
    expect(parseData({ people: [] })).toEqual({ people: [] })
  })

  test('makes of JSON what was written, whatever it holds', () => {
    fc.assert(
      fc.property(payData('CNY'), (drawn) => {
        expect(parseData(json(drawn))).toEqual(drawn)
      }),
    )
  })

  test('returns a frozen copy', () => {
    const given = json(data) as Data
    const read = parseData(given)
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      (Object.isFrozen(value) && Object.values(value as object).every(frozen))
    expect(frozen(read)).toBe(true)
    expect(Object.isFrozen(given.people)).toBe(false)
  })

  test('lists every problem of every part with its path', () => {
    const wrong = {
      people: [li, { ...li, name: 3 }],
      groups: [{ of: 'company' }, { of: 'company' }],
      records: {
        orders: [...orders, { id: 'o4', on: '2026-02-30' }],
        shifts: [orders[0], orders[0]],
        '1st': [],
      },
      recrods: {},
    }
    const found = problemsOf(() => parseData(wrong)).map(({ code, path }) => `${code} ${path}`)
    expect(found).toEqual([
      'unknown-key recrods',
      'wrong-type people[1].name',
      'repeated-id groups[1].of',
      'not-a-date records.orders[3].on',
      'told-twice records.shifts[1]',
      'not-a-name records.1st',
    ])
  })

  test('refuses a group that is given twice', () => {
    const team = { of: { by: 'team', value: 'north' } }
    expect(problemsOf(() => parseData({ people: [], groups: [team, team] }))[0]).toMatchObject({
      code: 'repeated-id',
      path: 'groups[1].of',
      message: { en: '"team north" is duplicated' },
    })
  })

  test('refuses what a group is told twice', () => {
    const twice = [
      { from, value: '1' },
      { from, value: '2' },
    ]
    const figures = [
      { name: 'kpi', period: '2026', value: '1' },
      { name: 'kpi', period: '2026', value: '1' },
    ]
    const groups = [{ of: 'company', attributes: { pool: twice }, figures }]
    expect(texts(() => parseData({ people: [], groups }))[0]).toBe(
      [
        'groups[0].attributes.pool[1]: "pool 2020-01-01" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
        'groups[0].figures[1]: "kpi 2026" is given twice. Keep the one that holds, or say in "recorded" which became known later.',
      ].join('\n'),
    )
  })
})

describe('parsePeople', () => {
  test.each<[name: string, person: object, en: string, zh: string]>([
    [
      'who leave before they come',
      { employment: [{ from, to: '2019-12-31' }] },
      'employment[0].to: 2019-12-31 is before the start, 2020-01-01. Give an end on the day of the start, or later.',
      'employment[0].to：2019-12-31 早于开始日期 2020-01-01。结束日期不得早于开始日期。',
    ],
    [
      'whose post or absence ends before it begins',
      {
        assignments: [{ id: 'a', from, to: '2019-12-31', attributes: {} }],
        absences: [{ id: 'b', from, to: '2019-12-31', kind: 'sick' }],
      },
      [
        'assignments[0].to: 2019-12-31 is before the start, 2020-01-01. Give an end on the day of the start, or later.',
        'absences[0].to: 2019-12-31 is before the start, 2020-01-01. Give an end on the day of the start, or later.',
      ].join('\n'),
      [
        'assignments[0].to：2019-12-31 早于开始日期 2020-01-01。结束日期不得早于开始日期。',
        'absences[0].to：2019-12-31 早于开始日期 2020-01-01。结束日期不得早于开始日期。',
      ].join('\n'),
    ],
    [
      'employed twice at once',
      { employment: [{ from: '2021-01-01' }, { from }] },
      'employment[0].from: the employment from 2021-01-01 begins before the one from 2020-01-01 has ended. End the earlier one by "to", or take one away by "void".',
      'employment[0].from：自 2021-01-01 起的在职期间开始时，自 2020-01-01 起的在职期间尚未结束。请用“to”结束较早的一段，或用“void”撤销其中一段。',
    ],
    [
      'whose end was taken back',
      {
        employment: [
          { from, recorded: '2021-02-01' },
          { from, to: '2020-12-31' },
          { from: '2021-01-01' },
        ],
      },
      'employment[2].from: the employment from 2021-01-01 begins before the one from 2020-01-01 has ended. End the earlier one by "to", or take one away by "void".',
      'employment[2].from：自 2021-01-01 起的在职期间开始时，自 2020-01-01 起的在职期间尚未结束。请用“to”结束较早的一段，或用“void”撤销其中一段。',
    ],
    [
      'told twice of one thing',
      {
        employment: [{ from }, { from, to: '2020-12-31', recorded: from }],
        absences: [
          { id: 'b', from, to: from, kind: 'sick' },
          { id: 'b', from, to: from, kind: 'leave' },
        ],
        attributes: {
          grade: [
            { from, value: 'A' },
            { from, value: 'B' },
          ],
        },
      },
      [
        'employment[1]: "2020-01-01" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
        'attributes.grade[1]: "grade 2020-01-01" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
        'absences[1]: "b" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
      ].join('\n'),
      [
        'employment[1]：“2020-01-01”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
        'attributes.grade[1]：“grade 2020-01-01”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
        'absences[1]：“b”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
      ].join('\n'),
    ],
    [
      'with a post told twice, and its attribute',
      {
        assignments: [
          { id: 'a', from, attributes: {} },
          {
            id: 'a',
            from,
            attributes: {
              team: [
                { from, value: 'north' },
                { from, value: 'south' },
              ],
            },
          },
        ],
      },
      [
        'assignments[1]: "a" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
        'assignments[1].attributes.team[1]: "team 2020-01-01" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
      ].join('\n'),
      [
        'assignments[1]：“a”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
        'assignments[1].attributes.team[1]：“team 2020-01-01”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
      ].join('\n'),
    ],
    [
      'with a figure that is given twice',
      {
        figures: [
          { name: 'kpi', rhythm: 'year', period: '2026', value: '1' },
          { name: 'kpi', rhythm: 'year', period: '2026', value: '2' },
        ],
      },
      'figures[1]: "kpi 2026 year" is given twice. Keep the one that holds, or say in "recorded" which became known later.',
      'figures[1]：“kpi 2026 year”重复给出。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
    ],
    [
      'with a figure of a post that there is none of',
      { figures: [{ name: 'kpi', period: '2026', value: '1', assignment: 'dask' }] },
      'figures[0].assignment: the person has no assignment "dask". Add the assignment, or leave it out here.',
      'figures[0].assignment：此人没有岗位“dask”。请补充该岗位，或在此处删去。',
    ],
    [
      'with a figure of another post',
      {
        assignments: [{ id: 'desk', from, attributes: {} }],
        figures: [{ name: 'kpi', period: '2026', value: '1', assignment: 'dask' }],
      },
      'figures[0].assignment: the person has no assignment "dask". Add the assignment, or use one of: desk.',
      'figures[0].assignment：此人没有岗位“dask”。请补充该岗位，或改用：desk。',
    ],
    [
      'away for more than a day a day',
      { absences: [{ id: 'b', from, to: from, kind: 'sick', part: '1.5' }] },
      'absences[0].part: 1.5 is not the part of a day. Give a decimal above 0, at most 1, of at most 4 places, such as "0.5" for half a day.',
      'absences[0].part：1.5 不是一天的一部分。请给出大于 0、不超过 1、至多 4 位小数的数，例如半天写作 "0.5"。',
    ],
    [
      'with numbers of too many digits',
      {
        attributes: { salary: [{ from, value: '1'.repeat(41) }] },
        figures: [{ name: 'kpi', period: '2026', value: `0.${'1'.repeat(40)}` }],
      },
      [
        'attributes.salary[0].value: has 41 digits, more than 40. Give fewer digits.',
        'figures[0].value: has 41 digits, more than 40. Give fewer digits.',
      ].join('\n'),
      [
        'attributes.salary[0].value：有 41 位数字，超过 40 位。请减少位数。',
        'figures[0].value：有 41 位数字，超过 40 位。请减少位数。',
      ].join('\n'),
    ],
    [
      'with a figure that is a text',
      { figures: [{ name: 'kpi', period: '2026', value: 'A' }] },
      'figures[0].value: "A" is not a decimal. Write a plain decimal such as "0.015" or "-120.50": no exponent, plus sign, spaces or separators.',
      'figures[0].value："A" 格式不对。请写成普通小数，例如 "0.015" 或 "-120.50"：不用科学计数法、加号、空格或千位分隔符。',
    ],
    [
      'of a misspelt member',
      { emplyoment: [] },
      'emplyoment: the key "emplyoment" is not known here. Perhaps "employment" was meant.',
      'emplyoment：此处没有键“emplyoment”。也许是“employment”。',
    ],
  ])('refuses people %s', (_, more, en, zh) => {
    const [told, toldZh] = texts(() => parsePeople([{ ...li, ...more }]))
    const at = (lines: string) => lines.replace(/^/gm, '[0].')
    expect(told).toBe(at(en))
    expect(toldZh).toBe(at(zh))
  })

  test('takes an employment that was taken away beside the one that holds', () => {
    const employment = [
      { from },
      { from: '2021-01-01', void: true },
      { from: '2022-01-01', void: true },
    ]
    expect(parsePeople([{ ...li, employment }]).length).toBe(1)
  })

  test('takes what was recorded on different days, and figures that differ', () => {
    expect(parsePeople([json(wang)])).toEqual([wang])
  })

  test('refuses people of one id, and what is no list', () => {
    expect(texts(() => parsePeople([li, li]))[0]).toBe(
      '[1].id: "li" is duplicated. Give each its own, or leave one out.',
    )
    expect(problemsOf(() => parsePeople({ li }))[0]?.code).toBe('wrong-type')
  })
})

describe('parseRecords', () => {
  const row = { id: 'o1', on: '2026-03-02' }
  const reading = (more: object) => () => parseRecords({ orders: [{ ...row, ...more }] })

  test('reads a table of more records than a policy may hold values', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ ...row, id: `o${i}`, a: '1', b: '2' }))
    expect(parseRecords({ orders: many })['orders']?.length).toBe(30_000)
  })

  test.each<[name: string, value: unknown, near: string]>([
    ['recored', '2026-03-02', 'recorded'],
    ['Counts', '2026-03-02', 'counts'],
    ['mad', '2026-03-02', 'made'],
    ['viod', true, 'void'],
    ['odrer', 'a', 'order'],
    ['preson', 'li', 'person'],
    ['assigment', 'desk', 'assignment'],
  ])('tells that %s is likely misspelt', (name, value, near) => {
    expect(texts(reading({ [name]: value }))).toEqual([
      `orders[0].${name}: "${name}" is a member of the record's own, and holds what "${near}" would. Perhaps "${near}" was meant; if not, choose another name.`,
      `orders[0].${name}：“${name}”是记录自有的字段，其内容却像“${near}”。也许是“${near}”；若不是，请另取名称。`,
    ])
  })

  test.each([
    ['count', '3'],
    ['orders', '3'],
    ['reason', 'returned'],
    ['season', 'spring'],
    ['mode', 'cash'],
    ['pension', '120.00'],
    ['paid', 'true'],
    ['due', '2026-03-02'],
    ['note', ''],
    ['profit', `-${'1'.repeat(40)}`],
    ['remark', 'a text of more characters than a number has digits'],
  ])('takes %s, which is a member of its own', (name, value) => {
    expect(reading({ [name]: value })()).toEqual({ orders: [{ ...row, [name]: value }] })
  })

  test('takes a member of its own that is like one that is given', () => {
    const both = { recorded: '2026-03-03', recordd: '2026-03-02' }
    expect(reading(both)()).toEqual({ orders: [{ ...row, ...both }] })
  })

  test.each<[name: string, more: object, en: string]>([
    [
      'a number of JSON',
      { amount: 12.5 },
      'orders[0].amount: should be a text, and is 12.5. Write the number as text, "12.5": a JSON number is binary floating point.',
    ],
    [
      'a member of no name',
      { 'amount paid': '1' },
      'orders[0].amount paid: "amount paid" is not a name. Write at most 64 letters, digits, "_", "-" and ".", a letter or "_" first, and no word that JavaScript reserves.',
    ],
    [
      'a number of too many digits',
      { amount: '1'.repeat(41) },
      'orders[0].amount: has 41 digits, more than 40. Give fewer digits.',
    ],
    [
      'a record that is void and is not',
      { void: false },
      'orders[0].void: false is not one of the choices. Use one of: true.',
    ],
  ])('refuses %s', (_, more, en) => {
    expect(texts(reading(more))[0]).toBe(en)
  })

  test('refuses a record that is told twice as recorded on one day', () => {
    const twice = [row, { ...row, recorded: '2026-03-02', void: true }]
    expect(texts(() => parseRecords({ orders: twice }))).toEqual([
      'orders[1]: "o1" is given twice as recorded on 2026-03-02. Keep the one that holds, or say in "recorded" which became known later.',
      'orders[1]：“o1”在 2026-03-02 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
    ])
  })

  test('refuses what is no object of lists', () => {
    expect(problemsOf(() => parseRecords([]))[0]?.code).toBe('wrong-type')
    expect(problemsOf(() => parseRecords({ orders: {} }))[0]).toMatchObject({
      code: 'wrong-type',
      path: 'orders',
    })
  })
})

describe('the JSON Schema', () => {
  test.each([
    ['of a person', personJsonSchema, [li, wang], [{ id: 'li' }, { ...li, age: '3' }]],
    ['of a record', recordJsonSchema, orders, [{ id: 'o1' }, { ...orders[0], amount: 12 }]],
  ])('%s takes what the parser takes, and is of draft 2020-12', (_, of, good, bad) => {
    const schema = of()
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(json(schema)).toEqual(schema)
    const again = z.fromJSONSchema(schema)
    for (const each of good) expect(again.safeParse(json(each)).success).toBe(true)
    for (const each of bad) expect(again.safeParse(each).success).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Data } from '../../src/pay/data.js'
import { parseData, personJsonSchema, recordJsonSchema } from '../../src/pay/data-schema.js'
import { problemsOf } from '../../src/problem/index.js'
import { payData } from '../../src/testing/index.js'
import { data, from, json, li, orders, texts, wang } from './data-fixtures.js'

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

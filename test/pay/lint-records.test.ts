import { expect, it } from 'vitest'
import { input } from '../../src/formula/index.js'
import { lintData } from '../../src/pay/book-data.js'
import type { Component } from '../../src/pay/component.js'
import type { Data } from '../../src/pay/data.js'
import { link } from '../../src/pay/link.js'
import { person, selling, sold } from './book-lint-fixtures.js'
import { bookOf } from './link-edits.js'

const sale: Component = {
  component: 'bonus',
  pays: 'due',
  formula: input('a', 'money:CNY', 2),
  reads: { a: { from: 'records', of: 'orders', as: 'sum', value: 'amount' } },
}

it('tells conditions that no record of a table can meet, each once', () => {
  expect(lintData(selling, sold).map(({ code, message: { en } }) => `${code} ${en}`)).toEqual([
    'unknown-text "bonus" asks for "fones" as "line", which no record of the table says',
    'unknown-member "bonus" asks for "lien", which no record of the table has',
    'unknown-member "bonus" asks for "size", which no record of the table has',
  ])
  expect(lintData(selling, { people: [person], records: { orders: [] } })).toEqual([])
  expect(lintData(selling, { people: [person] })).toEqual([])
})

const told = (of: Parameters<typeof lintData>[0], data: Data, locale: 'en' | 'zh-CN' = 'en') =>
  lintData(of, data).map(({ code, path, message }) => `${code} ${path} ${message[locale]}`)
const order = (id: string, on: string, more: object = {}) => ({
  id,
  on,
  person: 'li',
  line: 'phones',
  amount: '20.00',
  ...more,
})

it('tells records of days on which their person is not employed, each person once', () => {
  const left = { ...person, employment: [{ from: '2026-03-05', to: '2026-03-20' }] }
  const orders = [
    order('1', '2026-03-10'),
    order('2', '2026-03-04'),
    order('3', '2026-03-21'),
    order('4', '2026-03-25', { made: '2026-03-20' }),
    order('5', '2026-03-01', { void: true }),
    order('6', '2026-03-01', { person: 'wu' }),
  ]
  const of = link(bookOf(sale))
  const data = { people: [left], records: { orders } }
  expect(told(of, data)).toEqual([
    'unknown-person records.orders[5].person nobody is given by the name "wu"',
    'outside-employment records.orders[1] "li" is not employed on 2026-03-04, the day of "2"; records of such days: 2',
  ])
  const one = { people: [left], records: { orders: orders.slice(0, 2) } }
  expect(told(of, one)).toEqual([
    'outside-employment records.orders[1] "li" is not employed on 2026-03-04, the day of "2"',
  ])
  expect(told(of, one, 'zh-CN')).toEqual([
    'outside-employment records.orders[1] “li”在“2”当日 2026-03-04 不在职',
  ])
  expect(told(of, data, 'zh-CN')[1]).toContain('；此类记录共 2 条')
  expect(told(of, { people: [left] })).toEqual([])
})

it('tells values of attributes that nobody has, each once', () => {
  const among = { group: 'company', as: 'sum', where: { team: ['x'] } } as const
  const where = { team: ['1', 'y'], level: { atLeast: '1' }, grade: ['A'] }
  const of = link(
    bookOf(
      { ...sale, eligible: { where } },
      {
        ...sale,
        component: 'all',
        reads: { a: { from: 'component', name: sale.component, among } },
      },
    ),
  )
  const desk = {
    id: 'desk',
    from: '2020-01-01',
    attributes: { grade: [{ from: '2020-01-01', value: 'B' }] },
  }
  const people = [{ ...person, assignments: [desk] }]
  const data = { people, records: { orders: [order('1', '2026-03-10')] } }
  expect(told(of, data)).toEqual([
    'unknown-value components.bonus[0].value.eligible.where.team "bonus" is for those whose "team" is "y", and nobody\'s is',
    'unknown-value components.bonus[0].value.eligible.where.grade "bonus" is for those whose "grade" is "A", and nobody\'s is',
    'unknown-value components.all[0].value.reads.a.among.where.team "all" is for those whose "team" is "x", and nobody\'s is',
  ])
  expect(lintData(of, data)[0]?.hint.en).toBe('Use one of: 1')
  expect(told(of, data, 'zh-CN')[0]).toContain('“bonus”适用于“team”为“y”的人，而没有这样的人')
  const groups = [
    { of: { by: 'team', value: 'x' }, attributes: { grade: [{ from: '2020-01-01', value: 'A' }] } },
    { of: 'company' as const },
  ]
  expect(told(of, { ...data, groups })).toHaveLength(1)
  expect(told(of, { people: [], records: { orders: [] } })).toEqual([])
})

import { add, input } from '../../src/formula/index.js'
import type { Component, Where } from '../../src/pay/component.js'
import type { Data, Person } from '../../src/pay/data.js'
import { link } from '../../src/pay/link.js'
import { bookOf } from './link-edits.js'

export const person: Person = {
  id: 'li',
  employment: [{ from: '2020-01-01' }],
  assignments: [
    {
      id: 'desk',
      from: '2020-01-01',
      attributes: { allowance: [{ from: '2020-01-01', value: '9' }] },
    },
  ],
  attributes: Object.fromEntries(
    ['salary', 'role', 'level', 'basis', 'hired', 'team', 'manager', 'meal'].map((name) => [
      name,
      [{ from: '2020-01-01', value: '1' }],
    ]),
  ),
  figures: [{ name: 'overtime', period: '2026-03', value: '2', assignment: 'desk' }],
}

export const data: Data = {
  people: [person, { id: 'wang', employment: [], attributes: { hired: [] } }],
  groups: [
    { of: 'company', figures: [{ name: 'profit', period: '2026-03', value: '100' }] },
    { of: { by: 'team', value: '1' }, attributes: {} },
  ],
  records: {
    orders: [
      { id: '1', on: '2026-03-01', person: 'li', assignment: 'desk' },
      { id: '2', on: '2026-03-01' },
      { id: '3', on: '2026-03-01', person: 'wang' },
    ],
  },
}

const salesOf = (where: Where): Component['reads'][string] => ({
  from: 'records',
  of: 'orders',
  as: 'sum',
  value: 'amount',
  where,
})
/** Sales under conditions, of which some are misspelt. */
export const selling = link(
  bookOf({
    component: 'bonus',
    pays: 'due',
    formula: add(...['a', 'b', 'c', 'd'].map((name) => input(name, 'money:CNY', 2))),
    reads: {
      a: salesOf({ line: ['phones', 'toys'], amount: { above: '10' } }),
      b: salesOf({ line: ['fones'] }),
      c: salesOf({ lien: ['phones'] }),
      d: salesOf({ size: { atLeast: '5' }, line: ['fones'] }),
    },
  }),
)
export const sold: Data = {
  people: [person],
  records: {
    orders: [
      { id: '1', on: '2026-03-01', person: 'li', line: 'phones', amount: '20.00' },
      { id: '2', on: '2026-03-02', person: 'li', line: 'books', amount: '5.00' },
    ],
  },
}

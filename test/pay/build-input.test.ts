import { describe, expect, test } from 'vitest'
import { add, check, constant, type Expression } from '../../src/formula/index.js'
import type { Source } from '../../src/pay/component.js'
import * as pay from '../../src/pay/index.js'
import { sourceOf } from '../../src/pay/sourced.js'
import {
  amount,
  attribute,
  days,
  figure,
  member,
  records,
  salary,
  service,
  tagged,
  yuan,
} from './build-fixtures.js'

describe('an input', () => {
  test.each<[name: string, node: object, as: object, source: Source]>([
    [
      'of an attribute',
      attribute('salary', yuan, 2, { on: 'start', missing: '0', label: 'Salary' }),
      { op: 'input', name: 'salary', unit: yuan, scale: 2, label: 'Salary' },
      { from: 'attribute', name: 'salary', on: 'start', missing: '0' },
    ],
    [
      'of an attribute that is a text',
      attribute('city'),
      { text: 'city' },
      { from: 'attribute', name: 'city' },
    ],
    [
      'of a labelled text',
      attribute('city', { input: 'place', label: 'City', on: 'start' }),
      { text: 'place', label: 'City' },
      { from: 'attribute', name: 'city', on: 'start' },
    ],
    [
      'of a figure',
      figure('overtime', 'duration:hour', 1, { missing: '0', period: 'quarter' }),
      { op: 'input', name: 'overtime', unit: 'duration:hour', scale: 1 },
      { from: 'figure', name: 'overtime', missing: '0', period: 'quarter' },
    ],
    [
      'of whether a figure is given',
      figure('rating', 'count', 0, { is: 'given', input: 'rated' }),
      { op: 'input', name: 'rated', unit: 'count', scale: 0 },
      { from: 'figure', name: 'rating', is: 'given' },
    ],
    [
      'of days',
      days('absent', { kinds: ['sick'], basis: 'paid', over: { last: 12 } }),
      { op: 'input', name: 'absent', unit: 'duration:day', scale: 4 },
      { from: 'time', count: 'absent', kinds: ['sick'], basis: 'paid', over: { last: 12 } },
    ],
    [
      'of days as a count',
      days('present', { unit: 'count', scale: 0, kinds: undefined }),
      { op: 'input', name: 'present', unit: 'count', scale: 0 },
      { from: 'time', count: 'present' },
    ],
    [
      'of months of service',
      service('months', 'hired', { missing: '0' }),
      { op: 'input', name: 'months', unit: 'duration:month', scale: 0 },
      { from: 'time', count: 'months', since: 'hired', missing: '0' },
    ],
    [
      'of years of service',
      service('years', 'hired'),
      { op: 'input', name: 'years', unit: 'duration:year', scale: 0 },
      { from: 'time', count: 'years', since: 'hired' },
    ],
    [
      'of years of service, as a count',
      service('years', { first: { kind: ['win'] } }, { until: 'left', unit: 'count' }),
      { op: 'input', name: 'years', unit: 'count', scale: 0 },
      { from: 'time', count: 'years', since: { first: { kind: ['win'] } }, until: 'left' },
    ],
    [
      'of the month',
      pay.monthOfYear(),
      { op: 'input', name: 'month', unit: 'count', scale: 0 },
      { from: 'time', count: 'month' },
    ],
    [
      'of the quarter',
      pay.quarterOfYear({ input: 'q' }),
      { op: 'input', name: 'q', unit: 'count', scale: 0 },
      { from: 'time', count: 'quarter' },
    ],
    [
      'of a member',
      member('amount', yuan, 2, { missing: '0' }),
      { op: 'input', name: 'amount', unit: yuan, scale: 2 },
      { from: 'record', name: 'amount', missing: '0' },
    ],
    [
      'of a member that is a text',
      member('product'),
      { text: 'product' },
      { from: 'record', name: 'product' },
    ],
    [
      'of a number of records',
      records('orders', 'count', { where: { state: ['won'] } }),
      { op: 'input', name: 'orders.count', unit: 'count', scale: 0 },
      { from: 'records', of: 'orders', as: 'count', where: { state: ['won'] } },
    ],
    [
      'of different values of records',
      records('orders', 'distinct', { value: 'customer', over: { since: 'year' } }),
      { op: 'input', name: 'orders.customer.distinct', unit: 'count', scale: 0 },
      {
        from: 'records',
        of: 'orders',
        as: 'distinct',
        value: 'customer',
        over: { since: 'year' },
      },
    ],
    [
      'of a quantile of records',
      records('orders', { quantile: '0.5' }, { value: 'amount', unit: yuan, scale: 2 }),
      { op: 'input', name: 'orders.amount.quantile', unit: yuan, scale: 2 },
      { from: 'records', of: 'orders', as: { quantile: '0.5' }, value: 'amount' },
    ],
    [
      'of a component',
      amount('base', yuan, 2, { over: 'before', missing: '0', input: 'last' }),
      { op: 'input', name: 'last', unit: yuan, scale: 2 },
      { from: 'component', name: 'base', over: 'before', missing: '0' },
    ],
    [
      'of a tag',
      tagged('wage', yuan, 2, { what: 'due' }),
      { op: 'input', name: 'wage', unit: yuan, scale: 2 },
      { from: 'component', tag: 'wage', what: 'due' },
    ],
  ])('%s knows its source, which no JSON shows', (_, node, as, source) => {
    expect(node).toEqual(as)
    expect(JSON.parse(JSON.stringify(node))).toEqual(as)
    expect(Object.keys(node)).toEqual(Object.keys(as))
    expect(sourceOf(node)).toEqual(source)
  })

  test('keeps its source in a formula, and not in what check makes of it', () => {
    const formula = add(salary, constant('1', yuan))
    expect(sourceOf(formula.of[0] as Expression)).toEqual({ from: 'attribute', name: 'salary' })
    expect(sourceOf(check(salary).expression)).toBeUndefined()
  })
})

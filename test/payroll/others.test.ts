import { expect, test } from 'vitest'
import { add, divide } from '../../src/formula/index.js'
import {
  amount,
  attribute,
  book,
  type Component,
  component,
  figure,
  type LinkedComponent,
  records,
  service,
  tagged,
} from '../../src/pay/index.js'
import { othersIn } from '../../src/payroll/others.js'
import { base, cents, yuan } from '../pay/months.js'
import { company } from './disclosure-company.js'

/** Which inputs of the last of some components tell of others. */
function telling(...components: readonly Component[]): readonly string[] {
  const of = book([base, ...components], { currency: 'CNY', retro: 0 })
  const last = components.at(-1) as Component
  const [version] = (of.components.get(last.component) as LinkedComponent).versions
  const others = othersIn(of)
  return Object.keys(last.reads).filter((input) => others(version, input))
}

const pays = { pays: 'due' } as const
const wage = tagged('wage', yuan, 2)
const orders = { value: 'amount', unit: yuan, scale: 2 } as const
const total = component(
  'total',
  { of: 'company' },
  tagged('wage', yuan, 2, { among: { group: 'company', as: 'sum' } }),
)
const budget = component('budget', { of: 'company' }, figure('budget', yuan, 2))
const weight = component('weight', {}, attribute('salary', yuan, 2))
const share = { group: 'company', as: { share: 'weight' } } as const

test.each<[string, readonly Component[], readonly string[]]>([
  [
    'attributes, figures and time',
    [component('x', pays, add(attribute('salary', yuan, 2), figure('f', yuan, 2)))],
    [],
  ],
  ['own records', [component('x', pays, records('orders', 'sum', orders))], []],
  [
    'records of all',
    [component('x', pays, records('orders', 'sum', { ...orders, whose: 'all', input: 'all' }))],
    ['all'],
  ],
  ['own pay', [component('x', pays, wage)], []],
  [
    'what is made of own pay',
    [component('net', {}, wage), component('x', pays, amount('net', yuan, 2))],
    [],
  ],
  [
    'others',
    [component('x', pays, tagged('wage', yuan, 2, { among: { group: 'company', as: 'most' } }))],
    ['wage'],
  ],
  [
    'a quantile of others',
    [
      component(
        'x',
        pays,
        tagged('wage', yuan, 2, { among: { group: 'company', as: { quantile: '0.5' } } }),
      ),
    ],
    ['wage'],
  ],
  ['a sum of the company', [total, component('x', pays, amount('total', yuan, 2))], ['total']],
  ['a figure of the company', [budget, component('x', pays, amount('budget', yuan, 2))], []],
  [
    'what is made of a sum of the company',
    [
      total,
      component('twice', {}, amount('total', yuan, 2)),
      component('x', pays, amount('twice', yuan, 2)),
    ],
    ['twice'],
  ],
  [
    'own pay that is made of others',
    [
      total,
      component('twice', pays, amount('total', yuan, 2)),
      component('x', pays, amount('twice', yuan, 2)),
    ],
    [],
  ],
  [
    'what is divided',
    [
      budget,
      weight,
      component('part', pays, amount('budget', yuan, 2, { among: share })),
      component('x', pays, amount('budget', yuan, 2)),
    ],
    ['budget'],
  ],
  [
    'what is divided, by a tag',
    [
      { ...budget, tags: ['pot'] },
      weight,
      component('part', pays, tagged('pot', yuan, 2, { among: share })),
      component('x', pays, tagged('pot', yuan, 2)),
    ],
    ['pot'],
  ],
  [
    'a balance of its own',
    [
      component('rest', {}, add(wage, amount('rest', yuan, 2, { over: 'before', missing: '0' }))),
      component('x', pays, amount('rest', yuan, 2)),
    ],
    [],
  ],
  [
    'a group of records',
    [
      component('sold', { of: { by: 'team' } }, records('orders', 'sum', orders)),
      component('x', pays, amount('sold', yuan, 2, { missing: '0' })),
    ],
    ['sold'],
  ],
])('%s', (_, components, inputs) => {
  expect(telling(...components)).toEqual(inputs)
})

test('service is one’s own, and what no version reads is nobody’s', () => {
  expect(
    telling(
      component('x', pays, divide(wage, service('years', 'hired', { unit: 'count' }), cents)),
    ),
  ).toEqual([])
  const others = othersIn(company)
  const [version] = (company.components.get('base') as LinkedComponent).versions
  expect(others(version, 'bonus')).toBe(true)
  expect(others(undefined, 'salary')).toBe(true)
})

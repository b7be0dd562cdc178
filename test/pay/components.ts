import { add, constant, divide, multiply, subtract } from '../../src/formula/index.js'
import type { Book, Component } from '../../src/pay/component.js'
import * as pay from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'

const { amount, attribute, component, days, figure, matching, member, records, service, tagged } =
  pay
const yuan = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const orders = { value: 'amount', unit: yuan, scale: 2 } as const

/** Components that read everything that can be read, one kind of source each. */
export const components: readonly Component[] = [
  component(
    'base',
    {
      pays: 'due',
      each: 'stretch',
      tags: ['wage'],
      label: { en: 'Base pay', 'zh-CN': '基本工资' },
    },
    divide(multiply(attribute('salary', yuan, 2), days('part')), days('whole'), cents),
  ),
  component(
    'overtime',
    { pays: 'due', clause: '§3', was: ['extra'], retro: 3, tags: ['wage'] },
    multiply(
      figure('hours', 'duration:hour', 0, { missing: '0' }),
      attribute('rate', 'money:CNY/hour', 2),
    ),
  ),
  component(
    'seniority',
    {
      period: 'month',
      eligible: {
        where: { grade: ['A', 'B'], level: { atLeast: '2', below: '9' } },
        after: 'lost',
      },
    },
    multiply(service('years', 'hired', { unit: 'count', until: 'left' }), constant('50', yuan)),
  ),
  component('sold', { of: { by: 'team' } }, records('orders', 'sum', { ...orders, whose: 'all' })),
  component(
    'commission',
    { each: { record: 'orders', by: 'deal', where: { state: ['won'] }, over: { last: 3 } } },
    multiply(
      member('amount', yuan, 2),
      matching(member('product'), { car: constant('0.02') }, constant('0.01')),
    ),
  ),
  component(
    'tally',
    { of: 'company' },
    add(
      records('orders', 'count', { where: { amount: { above: '0' } }, over: 'before' }),
      records('orders', 'distinct', { value: 'buyer', over: { since: 'year' }, same: ['product'] }),
      pay.monthOfYear(),
      pay.quarterOfYear(),
      service('months', { first: { state: ['won'] } }, { unit: 'count', missing: '0' }),
      days('present', { basis: { attribute: 'week' }, unit: 'count', scale: 0 }),
      days('absent', { kinds: ['sick'], basis: 'paid', over: { ago: 1 }, unit: 'count', scale: 0 }),
      figure('rated', 'count', 0, { is: 'given', period: 'year' }),
    ),
  ),
  component(
    'tax',
    { pays: 'cash' },
    subtract(
      tagged('wage', yuan, 2, {
        what: 'due',
        over: { since: { date: 'hired', every: 'year' }, through: 'before' },
      }),
      amount('tax', yuan, 2, { over: 'before', as: 'last', input: 'before' }),
    ),
  ),
  component(
    'pool',
    { of: 'assignment' },
    add(
      amount('sold', yuan, 2, {
        among: { group: { by: 'team' }, as: { share: 'base', least: 'seniority', most: 'base' } },
      }),
      amount('base', yuan, 2, {
        input: 'below',
        among: {
          group: { below: 'manager', levels: [1, 2], compress: true },
          only: 'base',
          as: { quantile: '0.5' },
        },
      }),
      amount('base', yuan, 2, {
        input: 'all',
        among: { group: 'company', where: { grade: ['A'] }, who: 'ahead', by: 'base', as: 'sum' },
      }),
    ),
  ),
]

const salary = attribute('salary', yuan, 2)
const wage = { pays: 'due', tags: ['wage'] } as const

/** A book that any check accepts. */
export const simple: Book = {
  currency: 'CNY',
  rhythms: {
    month: { kind: 'month' },
    year: { kind: 'year', calendar: { kind: 'gregorian', startMonth: 4 } },
  },
  components: {
    base: [
      { to: '2025-12-31', value: component('base', wage, salary) },
      { from: '2026-01-01', value: component('base', { ...wage, clause: '§2' }, salary) },
    ],
    gross: [{ value: component('gross', {}, tagged('wage', yuan, 2)) }],
  },
  retro: 2,
  basis: { all: { basis: 'calendar-days' } },
}

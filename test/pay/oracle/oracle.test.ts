import { describe, expect, test } from 'vitest'
import {
  atLeast,
  constant,
  input,
  maximum,
  multiply,
  round,
  when,
} from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import type { Data, Person, Row } from '../../../src/pay/data.js'
import { money } from '../../../src/quantity/index.js'
import { bookOf, books } from './books.js'
import { indexOf, lastDayOf, monthAt } from './known.js'
import { laws, lawsOf } from './laws.js'
import type { Payment } from './ledger.js'
import { bookNames } from './lives.js'
import { payBy } from './oracle.js'
import { paying, totals } from './paid.js'

const cny = money('CNY')
const [base] = books.salary
const li = (more: Partial<Person> = {}): Person => ({
  id: 'li',
  employment: [{ from: '2026-03-01' }],
  attributes: {
    salary: [{ from: '2020-01-01', value: '3000.00' }],
    department: [{ from: '2020-01-01', value: 'sales' }],
  },
  ...more,
})
const months = (...names: readonly string[]): readonly Payment[] =>
  names.map((period) => ({ period, asOf: lastDayOf(period) }))
/** What each run pays for which month. */
const paid = (
  components: readonly Component[],
  data: Data,
  payments: readonly Payment[] = months('2026-04', '2026-05'),
  retro = 3,
) =>
  payBy(bookOf(components, retro), data, payments).map((run) =>
    paying(run).map(({ component, earned, amount }) => `${component} ${earned} ${amount}`),
  )

describe('what is told late of a salary', () => {
  const april = li({ employment: [{ from: '2026-04-01' }] })
  const told = '2026-05-04'
  test.each<[string, Partial<Person>, string[], string[]]>([
    [
      'a rise to 3,600 from 1 April',
      {
        attributes: {
          ...april.attributes,
          salary: [
            { from: '2020-01-01', value: '3000.00' },
            { from: '2026-04-01', value: '3600.00', recorded: told },
          ],
        },
      },
      ['base 2026-04 3000.00'],
      ['base 2026-04 600.00', 'base 2026-05 3600.00'],
    ],
    [
      'three days away in April',
      {
        absences: [
          { id: 'a', from: '2026-04-07', to: '2026-04-09', kind: 'leave', recorded: told },
        ],
      },
      ['base 2026-04 3000.00'],
      ['base 2026-04 -300.00', 'base 2026-05 3000.00'],
    ],
    [
      'left on 20 April',
      {
        employment: [
          { from: '2026-04-01' },
          { from: '2026-04-01', to: '2026-04-20', recorded: told },
        ],
      },
      ['base 2026-04 3000.00'],
      ['base 2026-04 -1000.00'],
    ],
    [
      'joined on 20 April',
      { employment: [{ from: '2026-04-20', recorded: told }] },
      [],
      ['base 2026-04 1100.00', 'base 2026-05 3000.00'],
    ],
    [
      'a rise in the middle of April',
      {
        attributes: {
          salary: [
            { from: '2020-01-01', value: '100.00' },
            { from: '2026-04-16', value: '200.01' },
          ],
        },
      },
      // 15 / 30 of each, added and then rounded once: 150.005.
      ['base 2026-04 150.01'],
      ['base 2026-05 200.01'],
    ],
  ])('%s', (_, more, first, second) => {
    expect(paid([base], { people: [{ ...april, ...more }] })).toEqual([first, second])
  })

  test('nothing, once April has closed', () => {
    const salary = [
      { from: '2020-01-01', value: '3000.00' },
      { from: '2026-04-01', value: '3600.00', recorded: told },
    ]
    const people = [{ ...april, attributes: { salary } }]
    expect(paid([base], { people }, undefined, 0)).toEqual([
      ['base 2026-04 3000.00'],
      ['base 2026-05 3600.00'],
    ])
  })
})

describe('a figure that was not given', () => {
  const bonus: Component = {
    component: 'bonus',
    pays: 'due',
    formula: when(
      atLeast(input('kpi', 'ratio', 2), constant('0.9')),
      constant('300.00', cny),
      constant('0', cny),
    ),
    reads: { kpi: { from: 'figure', name: 'kpi' } },
  }
  const kpi = (period: string, recorded?: string) => ({
    name: 'kpi',
    period,
    value: '0.95',
    ...(recorded !== undefined && { recorded }),
  })
  const people = [
    li({
      employment: [{ from: '2026-04-01' }],
      figures: [kpi('2026-04', '2026-06-20'), kpi('2026-05'), kpi('2026-06')],
    }),
  ]

  test.each([3, 0])('withholds its bonus alone, until it is given: %i months open', (retro) => {
    const three = months('2026-04', '2026-05', '2026-06')
    expect(paid([base, bonus], { people }, three, retro)).toEqual([
      ['base 2026-04 3000.00'],
      ['base 2026-05 3000.00', 'bonus 2026-05 300.00'],
      ['base 2026-06 3000.00', 'bonus 2026-04 300.00', 'bonus 2026-06 300.00'],
    ])
    const runs = payBy(bookOf([base, bonus], retro), { people }, three)
    expect(runs.map(({ withheld }) => withheld)).toEqual([
      ['bonus li 2026-04'],
      ['bonus li 2026-04'],
      [],
    ])
  })
})

describe('a guarantee', () => {
  const flat: Component = {
    component: 'flat',
    pays: 'due',
    eligible: { where: { department: ['sales'] } },
    formula: maximum(
      constant('1000.00', cny),
      round(multiply(input('sales', cny, 2), constant('0.1')), { places: 2, rounding: 'half-up' }),
    ),
    reads: { sales: { from: 'records', of: 'deals', as: 'sum', value: 'amount' } },
  }
  const sale = (id: string, on: string, amount: string, more: Partial<Row> = {}): Row => ({
    id,
    on,
    person: 'li',
    amount,
    ...more,
  })
  const march = sale('1', '2026-03-10', '20000.00')
  const refund = sale('2', '2026-05-05', '-5000.00', { counts: '2026-03-10' })
  const spring = months('2026-03', '2026-04', '2026-05')

  test.each<[string, Partial<Person>]>([
    ['left', { employment: [{ from: '2026-03-01', to: '2026-03-31' }] }],
    [
      'moved',
      {
        attributes: {
          department: [
            { from: '2020-01-01', value: 'sales' },
            { from: '2026-04-01', value: 'office' },
          ],
        },
      },
    ],
  ])('ends with the span of who %s, and a refund takes back what it earned', (_, more) => {
    const people = [li(more)]
    for (const back of [refund, { ...refund, counts: '2026-05-05', made: '2026-03-10' }])
      expect(paid([flat], { people, records: { deals: [march, back] } }, spring)).toEqual([
        ['flat 2026-03 2000.00'],
        [],
        ['flat 2026-03 -500.00'],
      ])
  })

  test('does not pay twice for who is away and comes back', () => {
    const department = [
      { from: '2020-01-01', value: 'sales' },
      { from: '2026-04-01', value: 'office' },
      { from: '2026-06-01', value: 'sales' },
    ]
    const back = { ...refund, counts: '2026-05-05', made: '2026-03-10' }
    const data = { people: [li({ attributes: { department } })], records: { deals: [march, back] } }
    expect(paid([flat], data, [...spring, ...months('2026-06')])).toEqual([
      ['flat 2026-03 2000.00'],
      [],
      ['flat 2026-03 -500.00'],
      ['flat 2026-06 1000.00'],
    ])
  })

  test('is paid in months without sales', () => {
    const payments = months('2026-03', '2026-04', '2026-05', '2026-06')
    const data = {
      people: [li()],
      records: { deals: [march, sale('3', '2026-06-10', '20000.00')] },
    }
    expect(totals(payBy(bookOf([flat], 6), data, payments))).toEqual({
      'flat li 2026-03': '2000.00',
      'flat li 2026-04': '1000.00',
      'flat li 2026-05': '1000.00',
      'flat li 2026-06': '2000.00',
    })
  })
})

describe.each(bookNames)('lives of the book %s', (name) => {
  test.each(Object.entries(lawsOf(name)))('%s', (_, law) => law(payBy, 30))
})

test.each(Object.entries(laws))('%s', (_, law) => law(payBy, 100))

test('months are those of the calendar', () => {
  expect(monthAt(indexOf('2026-02') + 11)).toBe('2027-01')
  expect(lastDayOf('2028-02')).toBe('2028-02-29')
})

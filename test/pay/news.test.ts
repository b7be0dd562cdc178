import { describe, expect, test } from 'vitest'
import { constant, multiply, round } from '../../src/formula/index.js'
import * as pay from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'

const { amount, book, component, days, figure, parseData, records, settle } = pay
const yuan = money('CNY')

const sales = component(
  'sales',
  { pays: 'due' },
  round(
    multiply(records('orders', 'sum', { value: 'amount', unit: yuan, scale: 2 }), constant('0.02')),
    { places: 2, rounding: 'half-up' },
  ),
)
const pool = component('pool', { of: 'company' }, figure('pool', yuan, 2))
const weight = component('weight', {}, days('present'))
const bonus = component(
  'bonus',
  { pays: 'due', tags: ['wage'] },
  amount('pool', yuan, 2, { among: { group: 'company', as: { share: 'weight' } } }),
)
const gross = component('gross', {}, pay.tagged('wage', yuan, 2, { what: 'due' }))

/** An order of January that came back in March, and a pool that was first given in March. */
const data = parseData({
  people: ['li', 'wang'].map((id) => ({
    id,
    employment: [{ from: '2020-01-01' }],
    attributes: {},
  })),
  groups: [{ of: 'company', figures: [{ name: 'pool', period: '2026-03', value: '1000' }] }],
  records: {
    orders: [
      { id: 'o1', on: '2026-01-20', person: 'li', amount: '5000.00' },
      { id: 'r1', on: '2026-03-05', counts: '2026-01-20', person: 'li', amount: '-1000.00' },
    ],
  },
})
const first = (...components: readonly pay.Component[]) =>
  settle(book(components, { currency: 'CNY', retro: 1 }), data, {
    period: '2026-03',
    before: 'first',
  })

describe('news of records', () => {
  const run = first(sales, pool, weight, bonus)

  test('reaches the closed period in which they count', () => {
    const changed = run.lines.filter(({ earned }) => earned.period === '2026-01')
    expect(changed.map(({ person, component, amount }) => [person, component, amount])).toEqual([
      ['li', 'sales', '-20.00'],
    ])
  })

  test('reaches nothing that does not read them: no old pool is asked for', () => {
    expect(run.withheld).toEqual([])
    expect(run.divisions.map(({ earned }) => earned.period)).toEqual(['2026-03'])
  })
})

test('what a run carries on is written in the places of its components', () => {
  const { state, divisions } = first(sales, pool, weight, bonus, gross)
  expect(divisions.map(({ value, settled }) => [value, settled])).toEqual([['1000.00', '1000.00']])
  const li = state.settled.filter(({ owner }) => owner.person === 'li')
  expect(
    li
      .filter(({ component }) => component !== 'sales')
      .map(({ component, amount, value }) => [component, amount ?? value]),
  ).toEqual([
    ['bonus', '500.00'],
    ['gross', '500.00'],
  ])
  expect(state.paid.map((paid) => paid.amount)).toEqual(['500.00', '500.00'])
})

test('what fails for want of something that has no line of its own says what that is', () => {
  const rated = component('rated', {}, multiply(figure('rate', 'ratio', 2), constant('1')))
  const twice = component('twice', {}, multiply(amount('rated', 'ratio', 2), constant('2')))
  const prize = component(
    'prize',
    { pays: 'due' },
    round(
      multiply(constant('100', yuan), amount('twice', 'ratio', 2), amount('rated', 'ratio', 2)),
      { places: 2, rounding: 'half-up' },
    ),
  )
  const { withheld } = first(rated, twice, prize)
  const [of] = withheld
  expect(withheld).toHaveLength(2)
  expect(of?.problems.map(({ message }) => message.en)).toEqual([
    '"twice" of "li" could not be worked out',
    '"rated" of "li" could not be worked out',
    expect.stringContaining('rate'),
  ])
})

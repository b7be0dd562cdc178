import { describe, expect, test } from 'vitest'
import { input } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { paid, staff } from './bonus-months.js'
import { bookOf, policy } from './policies.js'

const weekly = { week: { kind: 'week' }, month: { kind: 'month' } }
const monthly = { month: { kind: 'month' }, quarter: { kind: 'quarter' } }
const since = (day: string, terms: object) => ({
  versions: [{ from: day, reason: 'Handbook', terms }],
})
const quarter = ['2026-01', '2026-02', '2026-03', '2026-04']
const given = (name: string, value: string, period = '2026-Q1') => ({
  name,
  rhythm: 'quarter',
  period,
  value,
})

describe('the rhythm of a policy', () => {
  test('a monthly salary falls due in the week that holds the last day of the month', () => {
    const base = policy('salary', 'base', {}, { period: 'month' })
    const weeks = ['2026-W04', '2026-W05', '2026-W06']
    const salary = { ...base, ...since('2025-12-01', { prorated: true }) }
    expect(
      paid([salary], { people: [staff('li', { base: '9000.00' })] }, weeks, { rhythms: weekly }),
    ).toEqual(['2026-W05 li base 2026-01 9000.00'])
  })

  test('a pool of a quarter is divided in its last month', () => {
    const pool = {
      funding: { rounding: 'half-up', source: { kind: 'profit-share', rate: '0.10' } },
      division: { ties: 'id', levels: [{ level: 'person', weight: input('rating', 'count', 0) }] },
    }
    const people = [
      staff('li', {}, {}, { figures: [given('rating', '3')] }),
      staff('wu', {}, {}, { figures: [given('rating', '1')] }),
    ]
    const groups = [{ of: 'company', figures: [given('profit', '80000.00')] }]
    expect(
      paid([policy('pool', 'share', pool, { period: 'quarter' })], { people, groups }, quarter, {
        rhythms: monthly,
      }),
    ).toEqual(['2026-03 li share 2026-Q1 6000.00', '2026-03 wu share 2026-Q1 2000.00'])
  })

  test('an allowance of a quarter is paid beside a salary of the month', () => {
    const own = { period: 'quarter' }
    const policies = [
      policy('allowance', 'heat', { amount: '600', prorated: false }, own),
      policy('salary', 'base', { prorated: false }),
    ]
    expect(
      paid(policies, { people: [staff('li', { base: '9000.00' })] }, quarter, { rhythms: monthly }),
    ).toEqual([
      '2026-01 li base 9000.00',
      '2026-02 li base 9000.00',
      '2026-03 li heat 2026-Q1 600.00',
      '2026-03 li base 9000.00',
      '2026-04 li base 9000.00',
    ])
  })

  const plan = {
    plan: { period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'flat', rate: '0.1' } },
  }
  const cycle = { kind: 'gregorian', startMonth: 1, startDay: 26 }

  test('a plan by months is paid in the rhythm of that kind that its policy names', () => {
    const rhythms = { pay: { kind: 'month', calendar: cycle } }
    const book = bookOf(
      [policy('plan', 'p', plan, { period: 'pay', ...since('2025-12-26', plan) })],
      {
        rhythms,
      },
    )
    expect(book.components.get('p')?.versions[0]?.component.period).toBe('pay')
  })

  test.each([
    ['unknown', 'year', ['unknown-rhythm', 'policies[0].period']],
    [
      'of another kind than the plan',
      'quarter',
      ['terms-by-other-periods', 'policies[0].versions[0].terms'],
    ],
  ])('one that is %s is refused', (_, period, expected) => {
    const book = () => bookOf([policy('plan', 'p', plan, { period })], { rhythms: monthly })
    expect(found(book)).toEqual([expected])
  })

  test.each([
    [
      'en',
      'policies[0].versions[0].terms: "quarter" is a rhythm of the kind "quarter", and the terms are by "month". Name a rhythm of the kind that the terms have, or change the terms.',
    ],
    [
      'zh-CN',
      'policies[0].versions[0].terms：“quarter”是“quarter”类的周期，而条款按“month”。请改用与条款同类的周期，或修改条款。',
    ],
  ] as const)('and told in %s', (locale, text) => {
    const task = () =>
      bookOf([policy('plan', 'p', plan, { period: 'quarter' })], { rhythms: monthly })
    expect(describeProblems(problemsOf(task), locale)).toBe(text)
  })
})

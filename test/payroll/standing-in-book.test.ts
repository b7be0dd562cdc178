import { describe, expect, it } from 'vitest'
import { evaluate, input } from '../../src/formula/index.js'
import { payFormula, type Run, settle } from '../../src/pay/index.js'
import { parseRunData } from '../../src/payroll/index.js'
import { decimal, money, total } from '../../src/quantity/index.js'
import { staff } from './bonus-months.js'
import { bookOf, policy } from './policies.js'

const months = ['2026-01', '2026-02']
const gross = { tags: ['gross'] }
const pool = policy(
  'pool',
  'bonus',
  {
    funding: { rounding: 'half-up', source: { kind: 'profit-share', rate: '0.05' } },
    division: {
      ties: 'id',
      levels: [{ level: 'person', weight: input('salary', money('CNY'), 2) }],
    },
    reads: { salary: { from: 'attribute', name: 'base' } },
  },
  gross,
)
const award = policy(
  'award',
  'bonus',
  {
    award: {
      eligibility: [],
      ranking: [{ figure: 'score', unit: 'ratio', direction: 'higher' }],
      ...{ ties: 'share', prizes: ['300'], budget: '300' },
    },
    scales: { score: 2 },
  },
  gross,
)
const orders = policy(
  'component',
  'bonus',
  {
    pays: 'due',
    retro: 0,
    formula: { op: 'input', name: 'sum', unit: 'money:CNY', scale: 2 },
    reads: { sum: { from: 'records', of: 'orders', as: 'sum', value: 'amount' } },
  },
  gross,
)

const cap = policy('cap', 'cap', { of: ['bonus'], most: '100' })
const rounding = policy('rounding', 'rounding', { of: { tag: 'gross' }, step: '1' })
const subtotal = policy('subtotal', 'total', { of: { tag: 'gross' } })

const told = {
  people: ['li', 'wu'].map((id, i) => ({
    ...staff(id, { base: '1000.00' }),
    figures: months.map((period) => ({ name: 'score', period, value: `0.9${i}` })),
  })),
  groups: [
    {
      of: 'company',
      figures: months.map((period) => ({ name: 'profit', period, value: '9000.50' })),
    },
  ],
  records: { orders: [{ id: 'o1', on: '2026-01-05', person: 'li', amount: '250.40' }] },
}

describe('a bonus that stands once it is given', () => {
  const kinds = { pool, award, component: orders }
  it.each(
    Object.entries(kinds).flatMap(([kind, bonus]) => [
      [kind, 'a cap', [bonus, cap]] as const,
      [kind, 'a payment', [bonus, subtotal, rounding]] as const,
    ]),
  )('as %s is read by %s in further runs and in the next month', (_, __, policies) => {
    const of = bookOf(policies)
    const { data } = parseRunData(of, told)
    const first = settle(of, data, { period: '2026-01', before: 'first' })
    const again = settle(of, data, { period: '2026-01', before: first })
    const third = settle(of, data, { period: '2026-01', before: again })
    const next = settle(of, data, { period: '2026-02', before: third })
    const moved = ({ lines }: Run) =>
      lines.filter(({ earned, amount }) => earned.period === '2026-01' && amount !== '0.00')
    expect([first, again, third, next].flatMap(({ withheld }) => withheld)).toEqual([])
    expect(moved(first).length).toBeGreaterThan(0)
    expect([again, third, next].flatMap(moved)).toEqual([])
  })
})

describe('a payment that counts what is due by the year', () => {
  it.each(['year', 'half-year', 'quarter'] as const)('of the rhythm %s', (kind) => {
    const tenth = policy(
      'component',
      'tenth',
      {
        ...{ pays: 'due', period: 'long' },
        formula: { op: 'input', name: 'base', unit: 'money:CNY', scale: 2 },
        reads: { base: { from: 'attribute', name: 'base' } },
      },
      gross,
    )
    const of = bookOf([tenth, subtotal, rounding], {
      rhythms: {
        month: { kind: 'month' },
        long: { kind },
      },
    })
    const { data } = parseRunData(of, { people: [staff('li', { base: '1000.40' })] })
    const first = settle(of, data, { period: '2026-12', before: 'first' })
    const again = settle(of, data, { period: '2026-12', before: first })
    expect(first.lines.map(({ component, amount }) => [component, amount])).toEqual([
      ['tenth', '1000.40'],
      ['rounding', '-0.40'],
    ])
    expect(again.lines.filter(({ amount }) => amount !== '0.00')).toEqual([])
  })

  it.each(['year', 'half-year', 'quarter'] as const)(
    'of the rhythm %s is a formula of what the year is paid by',
    (kind) => {
      const bonus = policy(
        'component',
        'bonus',
        {
          ...{ pays: 'due', period: 'long' },
          formula: { op: 'input', name: 'earned', unit: 'money:CNY', scale: 2 },
          reads: { earned: { from: 'figure', name: 'earned' } },
        },
        gross,
      )
      const of = bookOf([bonus, subtotal, rounding], {
        rhythms: { month: { kind: 'month' }, long: { kind } },
      })
      const period = { year: '2026', 'half-year': '2026-H2', quarter: '2026-Q4' }[kind]
      const dataOf = (value: string) => {
        const figures = [{ name: 'earned', rhythm: 'long', period, value }]
        return parseRunData(of, { people: [staff('li', {}, {}, { figures })] }).data
      }
      const paidFor = (value: string) =>
        settle(of, dataOf(value), { period: '2026-12', before: 'first' })
      const { formula, over, held } = payFormula(of, dataOf('1000.40'), paidFor('1000.40'), {
        person: 'li',
        over: { figure: 'earned' },
      })
      expect(held).toEqual([])
      for (const value of ['0.00', '1000.40', '77.50']) {
        const sum = total(
          paidFor(value).lines.map(({ amount }) => amount),
          2,
        )
        expect(decimal(evaluate(formula, { [over]: value }).value).toFixed(2)).toBe(sum)
      }
    },
  )
})

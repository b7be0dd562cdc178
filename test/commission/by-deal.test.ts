import { describe, expect, test } from 'vitest'
import { type Plan, type PlanPolicy, parsePlan } from '../../src/commission/index.js'
import { add, constant, evaluate, type Formula, input, multiply } from '../../src/formula/index.js'
import { money, type NumericInput } from '../../src/quantity/index.js'
import { flat } from './plans.js'

type Inputs = Readonly<Record<string, NumericInput>>

const steps = [
  { from: '0', rate: '0.01' },
  { from: '1000', rate: '0.02' },
  { from: '3000', rate: '0.03' },
  { from: '8000', rate: '0.05' },
] as const
const marginalTiers = { kind: 'marginal', steps } as const
const yuan = money('CNY')

function planOf(policy: Partial<PlanPolicy>): Plan {
  return parsePlan({ ...flat, per: 'deal', ...policy })
}

/** What one deal earns. */
function deal(policy: Partial<PlanPolicy>, inputs: Inputs | string): string {
  const of = typeof inputs === 'string' ? { sales: inputs } : inputs
  return evaluate(planOf(policy).deal as Formula, of).value
}

describe('one deal by itself', () => {
  test.each([
    ['200', '2.00'],
    ['300', '3.00'],
    ['1500', '20.00'],
    ['1200', '14.00'],
    ['2000', '30.00'],
    ['4500', '95.00'],
    ['0', '0.00'],
    ['-200', '0.00'],
    ['0.50', '0.01'],
    ['0.49', '0.00'],
  ])('by slices: %s earns %s', (sales, expected) => {
    expect(deal({ tiers: marginalTiers }, sales)).toBe(expected)
  })

  test('needs no cap, and the formula of the period reads what deals earn', () => {
    const { formula } = planOf({ tiers: marginalTiers, cap: '150' })
    expect(Object.keys(formula.inputs)).toEqual(['deals'])
    expect(evaluate(formula, { deals: '164.00' }).value).toBe('150.00')
  })

  const linked = [{ sum: 'margin' }] as const
  const ofMargin = { kpi: 'margin', of: 'sales' } as const
  test.each<[string, Partial<PlanPolicy>, Inputs, string]>([
    ['one rate', { tiers: { kind: 'flat', rate: '0.05' } }, { sales: '30' }, '1.50'],
    [
      'the rate that the deal reaches',
      { tiers: { kind: 'retroactive', steps } },
      { sales: '4500' },
      '135.00',
    ],
    [
      'the rate by its margin',
      {
        linked,
        tiers: {
          kind: 'retroactive',
          of: ofMargin,
          steps: [{ rate: '0.01' }, { from: '0.2', rate: '0.05' }],
        },
      },
      { sales: '1000', margin: '200' },
      '50.00',
    ],
    [
      'the stage that it is in',
      {
        linked,
        tiers: {
          kind: 'stages',
          stages: [{ when: { ...ofMargin, atLeast: '0.6' }, rate: '0.1' }],
        },
      },
      { sales: '1000', margin: '599.99' },
      '0.00',
    ],
    [
      'its categories',
      {
        tiers: { kind: 'category', by: 'line', rates: { a: '0.1', b: '0.2' }, otherwise: '0.01' },
        dealFloor: '5',
      },
      { 'sales.a': '10', 'sales.b': '20', 'sales.other': '100' },
      '6.00',
    ],
    [
      'its categories, of which it is worth something',
      {
        tiers: { kind: 'category', by: 'line', rates: { a: '0.1', b: '0.2' } },
        dealFloor: '5',
      },
      { 'sales.a': '10', 'sales.b': '0' },
      '5.00',
    ],
    [
      'each person’s own rate, least and most',
      {
        tiers: { kind: 'flat', rate: { attribute: 'rate' } },
        dealFloor: { figure: 'least' },
        dealCap: { figure: 'most' },
      },
      { sales: '10', rate: '0.1', least: '2', most: '3' },
      '2.00',
    ],
    [
      'pieces, with a least amount',
      {
        measure: { sum: 'pieces', unit: 'count' },
        tiers: { kind: 'flat', rate: '3' },
        dealFloor: '5',
      },
      { pieces: '1' },
      '5.00',
    ],
  ])('by %s', (_, policy, inputs, expected) => {
    expect(deal(policy, inputs)).toBe(expected)
  })

  test.each([
    ['100', '5.00'],
    ['0.01', '5.00'],
    ['0', '0.00'],
    ['-100', '-10.00'],
    ['60', '6.00'],
    ['80', '8.00'],
    ['81', '8.00'],
    ['900', '8.00'],
  ])('at least its floor and at most its cap: %s earns %s', (sales, expected) => {
    const tiers = { kind: 'flat', rate: '0.1' } as const
    const least = sales === '100' ? { tiers: { kind: 'flat', rate: '0.01' } as const } : { tiers }
    expect(deal({ ...least, dealFloor: '5', dealCap: '8' }, sales)).toBe(expected)
  })

  test('a floor above the cap is bounded by it', () => {
    expect(deal({ dealFloor: '9', dealCap: '8' }, '1')).toBe('8.00')
  })
})

describe('a formula of a deal', () => {
  const sales = input('sales', yuan, 2)
  const earns = add(multiply(sales, constant('0.05')), constant('2.50', yuan))
  const once: Partial<PlanPolicy> = { tiers: { kind: 'formula', earns } }

  test.each([
    ['100', '7.50'],
    ['0.01', '2.50'],
    ['0', '0.00'],
    ['-100', '-2.50'],
  ])('pays a fixed amount where something is left of it: of %s %s', (amount, expected) => {
    expect(deal(once, amount)).toBe(expected)
  })

  test('is of all the measures that it reads', () => {
    const shipping = input('shipping', yuan, 2)
    const policy: Partial<PlanPolicy> = {
      linked: [{ sum: 'shipping' }, { sum: 'gross' }],
      tiers: { kind: 'formula', earns: add(earns, multiply(shipping, constant('0.02'))) },
      gate: { kpi: 'gross', atLeast: '10' },
    }
    expect(deal(policy, { sales: '100', shipping: '10' })).toBe('7.70')
    expect(deal(policy, { sales: '0', shipping: '10' })).toBe('2.70')
    expect(deal(policy, { sales: '0', shipping: '0' })).toBe('0.00')
    expect(Object.keys(planOf(policy).formula.inputs).sort()).toEqual(['deals', 'gross'])
  })

  test('may read what is of the person', () => {
    const own = multiply(sales, input('rate', 'ratio', 6))
    expect(deal({ tiers: { kind: 'formula', earns: own } }, { sales: '10', rate: '0.3' })).toBe(
      '3.00',
    )
  })
})

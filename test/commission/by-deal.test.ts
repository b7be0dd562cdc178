import { describe, expect, expectTypeOf, test } from 'vitest'
import { figureNames } from '../../src/commission/figure-names.js'
import {
  estimate,
  nextStage,
  nextTier,
  type Plan,
  type PlanInputs,
  type PlanPolicy,
  parsePlan,
  payoutCurve,
  plan,
} from '../../src/commission/index.js'
import { add, constant, evaluate, type Formula, input, multiply } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money, type NumericInput } from '../../src/quantity/index.js'
import { found } from '../found.js'
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

describe('a plan of deals is refused', () => {
  const stages = (of: string) => ({
    kind: 'stages',
    stages: [{ when: { kpi: 'sales', of, atLeast: '0.1' }, rate: '0.1' }],
  })
  const grid = {
    ...{ kind: 'grid', rows: [{}], kpi: 'a', columns: [{}], rates: [['0.1']] },
  }
  const target = {
    kind: 'target',
    target: '100',
    parts: [
      { kpi: 'sales', weight: '1', curve: { kind: 'stepped', points: [{ at: '0', factor: '1' }] } },
    ],
  }
  const curve = { kind: 'stepped', points: [{ at: '0', factor: '1' }] }
  const accelerator = { steps: [{ from: '1', factor: '2' }] }
  test.each<[string, object, [string, string]]>([
    ['of a grid', { quota: 'q', tiers: grid }, ['not-together', 'per']],
    ['of a target', { tiers: target }, ['not-together', 'per']],
    [
      'of slices of the quota',
      { quota: 'q', tiers: { ...marginalTiers, of: 'quota' } },
      ['not-together', 'per'],
    ],
    [
      'with a floor, of tiers of the quota',
      { per: undefined, dealFloor: '1', quota: 'q', tiers: { ...marginalTiers, of: 'quota' } },
      ['not-together', 'dealFloor'],
    ],
    ['with an accelerator', { quota: 'q', accelerator }, ['not-together', 'per']],
    [
      'with a factor of the overage',
      { quota: 'q', modifiers: [{ kpi: 'a', curve, on: 'overage' }] },
      ['not-together', 'modifiers[0].on'],
    ],
    [
      'in stages of a quota',
      { quota: 'q', tiers: stages('q') },
      ['not-together', 'tiers.stages[0].when.of'],
    ],
    [
      'in stages of a measure of the year',
      {
        linked: [{ sum: 'sales', as: 'year', span: 'year-to-date' }],
        tiers: stages('year'),
      },
      ['not-together', 'linked[0].span'],
    ],
    ['listed beside', { deals: 'listed' }, ['not-together', 'deals']],
    ['by the period', { per: 'period' }, ['not-offered', 'per']],
    ['of other lists', { per: undefined, deals: 'all' }, ['not-offered', 'deals']],
    ['below the minor unit', { dealFloor: '0.001' }, ['too-many-places', 'dealFloor']],
    ['below zero', { dealFloor: '-1' }, ['not-a-non-negative-decimal', 'dealFloor']],
    [
      'with two meanings of a name',
      { dealFloor: { figure: 'x' }, gate: { kpi: 'x', atLeast: '1' } },
      ['duplicate-name', 'dealFloor'],
    ],
    ['with a name that it works out', { quota: 'deals' }, ['duplicate-name', 'quota']],
  ])('%s', (_, wrong, expected) => {
    expect(found(() => parsePlan({ ...flat, per: 'deal', ...wrong }))).toEqual([expected])
  })

  test('in both languages', () => {
    const problems = problemsOf(() => parsePlan({ ...flat, per: 'deal', tiers: target }))
    expect(describeProblems(problems, 'en')).toBe(
      'per: does not go with tiers. Leave out one of the two.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe('per：不能与 tiers 同时使用。请删去其中一项。')
  })

  test('not where a year is read by what is of the period', () => {
    const year = { sum: 'sales', as: 'year', span: 'year-to-date' } as const
    const own = planOf({ linked: [year], gate: { kpi: 'year', atLeast: '5' }, quota: 'q' })
    expect(Object.keys(own.formula.inputs).sort()).toEqual(['deals', 'year'])
  })
})

describe('what is told of a plan of deals', () => {
  const curve = {
    kind: 'stepped',
    points: [
      { at: '0', factor: '1' },
      { at: '1', factor: '2' },
    ],
  } as const
  const ofQuota = { kpi: 'sales', of: 'quota', curve } as const

  test.each<[string, Partial<PlanPolicy>]>([
    ['by itself', {}],
    ['with a factor that reads the measure', { quota: 'quota', modifiers: [ofQuota] }],
  ])('no curve of the period: %s', (_, more) => {
    const of = planOf(more)
    const given = more.quota === undefined ? {} : { sales: '1', quota: '1' }
    const tasks = [
      () => estimate(of, { deals: '1', ...given }, '1'),
      () => nextTier(of, { deals: '1', ...given }),
      () => payoutCurve(of, { deals: '1', ...given }, { from: '0', to: '1', points: 2 }),
    ]
    for (const task of tasks) expect(found(task)).toEqual([['no-curve', 'plan']])
    expect(describeProblems(problemsOf(tasks[0] as () => unknown), 'en')).toBe(
      'plan: "flat" has no one measure to draw a curve over. Ask for a plan without categories that pays a period; what one deal earns is the formula "deal" of a plan that pays deals.',
    )
  })

  test('the next stage of one deal', () => {
    const of = planOf({
      linked: [{ sum: 'margin' }],
      tiers: {
        kind: 'stages',
        stages: [
          { when: { kpi: 'sales', atLeast: '1000' }, rate: '0.02' },
          { when: { kpi: 'margin', of: 'sales', atLeast: '0.5' }, rate: '0.03' },
        ],
      },
    })
    expect(nextStage(of, { sales: '1200', margin: '500' })).toEqual({
      stage: 1,
      rate: '0.03',
      missing: [{ kpi: 'margin', label: 'margin', unit: 'money:CNY', missing: '100.00' }],
    })
  })

  test('the figures of a period, and the names of its inputs', () => {
    const of = plan({
      ...flat,
      quota: 'quota',
      tiers: { kind: 'flat', rate: { figure: 'rate' } },
      dealFloor: { figure: 'least' },
      kickers: [{ kpi: 'sales', of: 'quota', atLeast: '1', pays: '5' }],
    })
    expect(figureNames(of)).toEqual(['quota'])
    expectTypeOf(of.formula.inputs).toHaveProperty('deals')
    const capped = {
      ...flat,
      dealCap: '5',
      tiers: { kind: 'flat', rate: { figure: 'r' } },
    } as const
    const byDeal = { ...flat, per: 'deal' } as const
    expectTypeOf<PlanInputs<typeof capped>>().toEqualTypeOf<'deals'>()
    expectTypeOf<PlanInputs<typeof byDeal>>().toEqualTypeOf<'deals'>()
    expect(evaluate(plan(capped).formula, { deals: '1' }).value).toBe('1.00')
    expect(evaluate(plan(byDeal).formula, { deals: '1' }).value).toBe('1.00')
  })
})

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
import { evaluate } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { flat } from './plans.js'

const marginalTiers = {
  kind: 'marginal',
  steps: [
    { from: '0', rate: '0.01' },
    { from: '1000', rate: '0.02' },
  ],
} as const

function planOf(policy: Partial<PlanPolicy>): Plan {
  return parsePlan({ ...flat, per: 'deal', ...policy })
}

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

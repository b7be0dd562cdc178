import { describe, expect, test } from 'vitest'
import {
  estimate,
  nextStage,
  nextTier,
  type PlanPolicy,
  parsePlan,
  payoutChart,
  payoutCurve,
} from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { flat } from './plans.js'

const steps = [
  { from: '0', rate: '0.010' },
  { from: '50000', rate: '0.015' },
]
const planWith = (tiers: PlanPolicy['tiers'], more: Partial<PlanPolicy> = {}) =>
  parsePlan({ ...flat, ...more, tiers })
const marginal = planWith({ kind: 'marginal', steps })
const retroactive = planWith({ kind: 'retroactive', steps })
const exclusive = planWith({
  kind: 'retroactive',
  steps: [{ rate: '0.01' }, { from: '50000', exclusive: true, rate: '0.02' }],
})
const ofQuota = planWith(
  {
    kind: 'marginal',
    of: 'quota',
    steps: [
      { from: '0', rate: '0.01' },
      { from: '1', rate: '0.02' },
    ],
  },
  { quota: 'quota' },
)
const byCategory = planWith({ kind: 'category', by: 'line', rates: { phone: '0.01' } })

test('one more deal pays what the commission grows by', () => {
  expect(estimate(marginal, { sales: '49000.00' }, '2000.00')).toEqual({
    now: '490.00',
    after: '515.00',
    gain: '25.00',
  })
  expect(estimate(retroactive, { sales: '49000.00' }, '2000.00').gain).toBe('275.00')
})

describe('the next tier', () => {
  test.each([
    ['49000.00', '1000.00'],
    ['49999.99', '0.01'],
    ['-10.00', '10.00'],
  ])('is missing %s less than its bound: %s', (sales, missing) => {
    expect(nextTier(marginal, { sales })?.missing).toBe(missing)
  })

  test('has a bound and a rate, and is none in the last one', () => {
    expect(nextTier(marginal, { sales: '1.00' })).toEqual({
      from: '50000.00',
      rate: '0.015',
      missing: '49999.00',
    })
    expect(nextTier(marginal, { sales: '50000.00' })).toBeUndefined()
  })

  test('begins just above an exclusive bound', () => {
    expect(nextTier(exclusive, { sales: '50000.00' })).toEqual({
      from: '50000.01',
      rate: '0.02',
      missing: '0.01',
    })
    expect(nextTier(exclusive, { sales: '50000.01' })).toBeUndefined()
  })

  test('is told in amounts where tiers are parts of the quota', () => {
    expect(nextTier(ofQuota, { sales: '900', quota: '1000' })).toEqual({
      from: '1000.00',
      rate: '0.02',
      missing: '100.00',
    })
  })

  test('is none where the rate is flat', () => {
    const plan = planWith({ kind: 'flat', rate: '0.01' })
    expect(nextTier(plan, { sales: '1.00' })).toBeUndefined()
  })
})

describe('the payout curve', () => {
  test('has even points, and both sides of every bound', () => {
    const range = { from: '40000', to: '60000', points: 3 }
    expect(payoutCurve(retroactive, {}, range)).toEqual([
      { amount: '40000.00', pay: '400.00' },
      { amount: '49999.99', pay: '500.00' },
      { amount: '50000.00', pay: '750.00' },
      { amount: '60000.00', pay: '900.00' },
    ])
  })

  test('keeps the other inputs, and leaves out bounds beyond its ends', () => {
    const range = { from: '0', to: '999', points: 2 }
    expect(payoutCurve(ofQuota, { quota: '1000' }, range).map(({ amount }) => amount)).toEqual([
      '0.00',
      '999.00',
    ])
  })

  test.each([
    { from: '5', to: '5', points: 2 },
    { from: '0', to: '5', points: 1 },
    { from: '0', to: '5', points: 2.5 },
    { from: '0', to: '5', points: 10_001 },
    { from: '0', to: '5', points: Number.POSITIVE_INFINITY },
  ])('is refused over %j', (range) => {
    expect(found(() => payoutCurve(marginal, {}, range))).toEqual([['bad-range', 'range']])
  })

  test.each([
    ['from', { from: 'much', to: '5', points: 2 }, 'not-a-number'],
    ['to', { from: '0', to: '5.001', points: 2 }, 'too-many-places'],
  ])('is refused where "%s" is no amount of the measure', (_, range, code) => {
    expect(found(() => payoutCurve(marginal, {}, range))).toEqual([[code, 'inputs.sales']])
  })

  test.each(['en', 'zh-CN'] as const)('is a Vega-Lite chart in %s', (locale) => {
    const points = payoutCurve(marginal, {}, { from: '0', to: '100', points: 2 })
    const chart = payoutChart(points, locale)
    expect(chart).toMatchObject({
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      data: {
        values: [
          { amount: 0, pay: 0 },
          { amount: 100, pay: 1 },
        ],
      },
      encoding: { x: { title: { en: 'Amount', 'zh-CN': '业绩' }[locale] } },
    })
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
  })
})

test('a plan without one measure has no estimate, no next tier and no curve', () => {
  const inputs = { 'sales.phone': '1' }
  for (const task of [
    () => estimate(byCategory, inputs, '1'),
    () => nextTier(byCategory, inputs),
    () => payoutCurve(byCategory, inputs, { from: '0', to: '1', points: 2 }),
    () => estimate(parsePlan({ ...flat, dealCap: '5' }), { deals: '1' }, '1'),
  ])
    expect(found(task)).toEqual([['no-curve', 'plan']])
  const problems = problemsOf(() => nextTier(byCategory, inputs))
  expect(describeProblems(problems, 'zh-CN')).toBe(
    'plan：“flat” 没有单一的业绩口径，无法画出曲线。请使用不分类别、按期间计算的方案；按单计算的方案，单笔提成见其公式“deal”。',
  )
})

describe('the next stage', () => {
  const stage = (days: string, hours: string, rate: string, more: object = {}) => ({
    when: {
      all: [
        { kpi: 'days', atLeast: days },
        { kpi: 'hours', atLeast: hours },
        { kpi: 'sales', above: '10000' },
        { kpi: 'complaints', atMost: '2' },
      ],
    },
    rate,
    ...more,
  })
  const staged = parsePlan({
    ...flat,
    kpis: {
      days: { unit: 'duration:day', places: 0, label: { en: 'Days', 'zh-CN': '天数' } },
      hours: { unit: 'duration:hour', places: 1 },
      complaints: { unit: 'count', places: 0 },
    },
    tiers: {
      kind: 'stages',
      stages: [stage('15', '70', '0.12'), stage('20', '100', '0.15', { label: 'Gold' })],
    },
  })
  const now = { sales: '23456.78', days: '16', hours: '88.5', complaints: '1' }
  const missing = (inputs: Partial<typeof now>) =>
    nextStage(staged, { ...now, ...inputs })?.missing.map((each) => [each.kpi, each.missing])

  test('is told with what is missing to it, in its units', () => {
    expect(nextStage(staged, now)).toEqual({
      stage: 1,
      label: 'Gold',
      rate: '0.15',
      missing: [
        { kpi: 'days', label: { en: 'Days', 'zh-CN': '天数' }, unit: 'duration:day', missing: '4' },
        { kpi: 'hours', label: 'hours', unit: 'duration:hour', missing: '11.5' },
      ],
    })
  })

  test('is the first where none is reached, and none where the last one is', () => {
    expect(missing({ days: '14', sales: '10000', complaints: '5' })).toEqual([
      ['days', '1'],
      ['sales', '0.01'],
      ['complaints', '3'],
    ])
    expect(missing({ days: '20', hours: '100' })).toBeUndefined()
  })

  test('is refused of other tiers', () => {
    expect(found(() => nextStage(parsePlan(flat), { sales: '1' }))).toEqual([['no-stages', 'plan']])
  })
})

test('a payout curve has the exact corner at which a cap binds above an accelerator', () => {
  const plan = planWith(
    { kind: 'flat', rate: '0.01' },
    { quota: 'quota', accelerator: { steps: [{ from: '1', factor: '3' }] }, cap: '4000' },
  )
  const given = { quota: '150000' }
  const curve = payoutCurve(plan, given, { from: '0', to: '300000', points: 3 })
  expect(curve).toContainEqual({ amount: '150000.00', pay: '1500.00' })
  expect(curve).toContainEqual({ amount: '233333.33', pay: '4000.00' })
  expect(nextTier(plan, { sales: '100000.00', ...given })).toEqual({
    ...{ from: '150000.00', rate: '0.03', missing: '50000.00' },
  })
})

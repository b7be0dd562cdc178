import { expect, test } from 'vitest'
import { type PlanPolicy, parsePlan } from '../../src/commission/index.js'
import { figureNames } from '../../src/commission/internal.js'
import { flat } from './plans.js'

test('the figures of a plan are what it reads and nothing measures', () => {
  const plan = parsePlan({
    id: 'p',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    linked: [{ sum: 'collections' }],
    quota: 'target',
    tiers: { kind: 'marginal', of: 'quota', steps: [{ from: '0', rate: '0.02' }] },
    gate: { kpi: 'satisfaction', atLeast: '0.9' },
    kickers: [{ kpi: 'collections', atLeast: '1000', pays: '50' }],
    yearCap: '90000',
  })
  expect(Object.keys(plan.formula.inputs)).toContain('earned_to_date')
  expect([...figureNames(plan)].sort()).toEqual(['satisfaction', 'target'])
})

test.each<[string, Partial<PlanPolicy>]>([
  [
    'what each category sells',
    { tiers: { kind: 'category', by: 'line', rates: { desk: '0.05' } } },
  ],
  ['what capped deals earn', { tiers: { kind: 'flat', rate: '0.1' }, dealCap: '500' }],
])('%s is measured too', (_, more) => {
  const plan = parsePlan({ ...flat, gate: { kpi: 'deals_won', atLeast: '3' }, ...more })
  expect(figureNames(plan)).toEqual(['deals_won'])
})

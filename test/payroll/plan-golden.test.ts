import { describe, expect, it } from 'vitest'
import {
  type PaymentPolicy,
  type PlanPolicy,
  paymentComponents,
  planComponents,
} from '../../src/commission/index.js'
import { type Condition, childrenOf, type Expression } from '../../src/formula/index.js'
import { book, type Component, type Version } from '../../src/pay/index.js'
import { expectGolden } from '../golden.js'
import { planOf } from './plan-months.js'

const quality = { kpi: 'quality', atLeast: '0.9' }
const steps = [
  { from: '0', rate: '0.05' },
  { from: '100000', rate: '0.08' },
] as const

const plans: Readonly<Record<string, Partial<PlanPolicy>>> = {
  'a rate on the margin of renewals': {
    measure: {
      sum: 'margin',
      where: { credit: 'direct', attributes: { deal: ['renewal'] } },
    },
    rounding: 'half-even',
  },
  'slices, with a gate, a kicker, a floor and a cap': {
    tiers: { kind: 'marginal', steps },
    gate: { ...quality, keeps: '0.5' },
    kickers: [{ kpi: 'sales', of: 'quota', atLeast: '1.5', pays: '1000' }],
    quota: 'quota',
    floor: '500',
    cap: '20000',
  },
  'money a piece by the quarter, reached of the quota, with an accelerator': {
    period: 'quarter',
    measure: { sum: 'pieces', unit: 'count' },
    quota: 'pieces_quota',
    tiers: { kind: 'retroactive', of: 'quota', steps: [{ from: '0.5', rate: '3' }] },
    accelerator: { steps: [{ from: '1', factor: '1.5' }] },
  },
  'by category, with a rate otherwise': {
    tiers: {
      kind: 'category',
      by: 'line',
      rates: { desk: '0.05', chair: '0.15' },
      otherwise: '0.01',
    },
  },
  'by category, of which each must have a rate': {
    tiers: { kind: 'category', by: 'line', rates: { desk: '0.05', chair: '0.15' } },
  },
  'a grid of attainment and a KPI': {
    quota: 'quota',
    tiers: {
      kind: 'grid',
      rows: [{}, { from: '0.8' }],
      kpi: 'quality',
      columns: [{}, { from: '0.9' }],
      rates: [
        ['0.01', '0.02'],
        ['0.03', '0.04'],
      ],
    },
  },
  'the year to date, with what is received beside it': {
    measuring: 'year-to-date',
    linked: [{ sum: 'collections', as: 'received', span: 'year-to-date' }],
    gate: { kpi: 'received', of: 'sales', atLeast: '0.8' },
    tiers: { kind: 'marginal', steps },
  },
  'a cap of each deal, and one of the year': { dealCap: '3000', yearCap: '50000' },
  'half of each deal held back until it is collected': {
    tiers: { kind: 'marginal', steps },
    gate: quality,
    linked: [{ sum: 'margin' }],
    kickers: [{ kpi: 'margin', atLeast: '10000', pays: '200' }],
    yearCap: '50000',
    holdback: { share: '0.5' },
  },
  'each deal by itself, in stages of its own margin, at least 5': {
    dealFloor: '5',
    linked: [{ sum: 'margin', where: { credit: 'direct' } }],
    tiers: {
      kind: 'stages',
      stages: [{ when: { kpi: 'margin', of: 'sales', atLeast: '0.2' }, rate: '0.05' }],
      otherwise: '0.02',
    },
  },
  'told deal by deal, of the year to date': {
    ...{ deals: 'listed', measuring: 'year-to-date' },
    tiers: { kind: 'marginal', steps },
  },
  'a cap of each deal, all of it held back': { dealCap: '3000', holdback: { share: '1' } },
}

const payments: Readonly<Record<string, Omit<PaymentPolicy, 'currency' | 'rounding'>>> = {
  'half of each due recovers for a year, and a draw up to a ceiling': {
    recovery: { share: '0.5', forgiveAfter: 12 },
    draw: {
      kind: 'recoverable',
      amount: '2000',
      ceiling: '6000',
      until: '2026-06-30',
      forgivenOn: '2026-12-31',
    },
  },
  'a guarantee': { draw: { kind: 'non-recoverable', amount: '1000' } },
}

const eligible = { where: { department: ['sales'] } }
const about = { id: 'plan', currency: 'CNY', eligible } as const

/** A formula as a text: each operation by its name, what it is worked out from, and what it says itself. */
function written(node: Expression | Condition): string {
  if (node.op === 'input')
    return node.above === undefined ? node.name : `${node.name}>${node.above}`
  if (node.op === 'constant') return node.value
  const below = childrenOf(node)
  const parts = below.map(written)
  if (node.op === 'named') return parts.join()
  const own = Object.entries(node).filter(
    ([name, value]) =>
      name !== 'op' && !(below as readonly unknown[]).includes(value) && !isBelow(value),
  )
  return `${node.op}(${[...parts, ...own.map(([name, value]) => `${name} ${JSON.stringify(value)}`)].join(', ')})`

  function isBelow(value: unknown): boolean {
    return (
      typeof value === 'object' &&
      Object.values(value as object).some((each) => below.includes(each))
    )
  }
}

function describedBy(each: Component | Version): string {
  const { value, to } = 'value' in each ? each : { value: each, to: undefined }
  const { component: name, formula, reads, label: _, ...said } = value
  return [
    `  ${name} ${JSON.stringify({ ...said, ...(to !== undefined && { to }) })}`,
    `    = ${written(formula)}`,
    ...Object.entries(reads).map(([input, source]) => `    ${input} <- ${JSON.stringify(source)}`),
  ].join('\n')
}

describe('what plans and payments write', () => {
  it('is what it was', () => {
    const texts = [
      ...Object.entries(plans).map(
        ([title, policy]) => [title, planComponents(planOf(policy), about)] as const,
      ),
      ...Object.entries(payments).map(
        ([title, policy]) =>
          [
            title,
            paymentComponents(
              { currency: 'CNY', rounding: 'half-up', ...policy },
              { ...about, id: 'payments', of: { tag: 'commission' } },
            ),
          ] as const,
      ),
    ].map(([title, all]) => [title, ...all.map(describedBy)].join('\n'))
    expectGolden('test/payroll/golden/plans.txt', texts.join('\n\n'))
  })

  it.each(Object.entries(plans))('a book takes it: %s', (_, policy) => {
    const all = planComponents(planOf(policy), about).map((each) =>
      each.component === 'plan' ? { ...each, tags: ['commission'] } : each,
    )
    const paid = Object.values(payments).flatMap((each, i) =>
      paymentComponents(
        { currency: 'CNY', rounding: 'half-up', ...each },
        { ...about, id: `payments${i}`, of: i === 0 ? { tag: 'commission' } : ['plan'] },
      ),
    )
    const rhythms = { month: { kind: 'month' }, quarter: { kind: 'quarter' } } as const
    const linked = book([...all, ...paid], { currency: 'CNY', retro: 3, rhythms })
    expect(linked.components.size).toBe(all.length + paid.length)
  })
})

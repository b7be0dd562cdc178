import { describe, expect, test } from 'vitest'
import { heldOf } from '../../src/commission/holdback.js'
import { type PlanPolicy, parsePlan } from '../../src/commission/index.js'
import { check, evaluate, explain, renderText } from '../../src/formula/index.js'
import type { NumericInput } from '../../src/quantity/index.js'
import { flat } from './plans.js'

const paid = (parts: Partial<PlanPolicy>, inputs: Record<string, NumericInput>): string =>
  evaluate(parsePlan({ ...flat, ...parts }).formula, inputs).value
const ten = { kind: 'flat', rate: '0.1' } as const

describe('tiers of the quota', () => {
  const steps = [
    { from: '0', rate: '0.01' },
    { from: '0.5', rate: '0.02' },
    { from: '1', rate: '0.04' },
  ]

  test.each([
    ['-100.00', '0.00'],
    ['499.99', '5.00'],
    ['500.00', '5.00'],
    ['600.00', '7.00'],
    ['1000.00', '15.00'],
    ['1500.00', '35.00'],
  ])('marginal ones pay each slice at its rate: sales of %s pay %s', (sales, expected) => {
    const tiers = { kind: 'marginal', of: 'quota', steps } as const
    expect(paid({ quota: 'quota', tiers }, { sales, quota: '1000.00' })).toBe(expected)
  })

  test('marginal ones without a first bound charge refunds beyond the sales at the first rate', () => {
    const open = [{ rate: '0.01' }, { from: '0.5', rate: '0.02' }]
    const tiers = { kind: 'marginal', of: 'quota', steps: open } as const
    expect(paid({ quota: 'quota', tiers }, { sales: '-100.00', quota: '1000.00' })).toBe('-1.00')
  })

  test.each([
    [false, '499.99', '5.00'],
    [false, '500.00', '10.00'],
    [true, '500.00', '5.00'],
    [true, '500.01', '10.00'],
    [false, '1000.00', '40.00'],
    [false, '-100.00', '0.00'],
  ])(
    'retroactive ones pay all at one rate: exclusive %s, %s pays %s',
    (exclusive, sales, expected) => {
      const [first, second, third] = steps as [object, object, object]
      const tiers = {
        kind: 'retroactive',
        of: 'quota',
        steps: [first, { ...second, exclusive }, third],
      } as PlanPolicy['tiers']
      expect(paid({ quota: 'quota', tiers }, { sales, quota: '1000.00' })).toBe(expected)
    },
  )

  test('retroactive ones without a first bound have a rate for everything below', () => {
    const open = [{ rate: '0.01' }, { from: '1', rate: '0.02' }]
    const ofQuota = { kind: 'retroactive', of: 'quota', steps: open } as const
    expect(paid({ quota: 'quota', tiers: ofQuota }, { sales: '-100', quota: '1000' })).toBe('-1.00')
    expect(paid({ quota: 'quota', tiers: ofQuota }, { sales: '1000', quota: '1000' })).toBe('20.00')
    const ofAmount = { kind: 'retroactive', steps: open } as const
    expect(paid({ tiers: ofAmount }, { sales: '0.99' })).toBe('0.01')
    expect(paid({ tiers: ofAmount }, { sales: '-100' })).toBe('-1.00')
  })
})

test.each([
  ['899.99', '0.90', '9.00'],
  ['900.00', '0.90', '18.00'],
  ['899.99', '0.91', '18.00'],
  ['900.00', '0.91', '27.00'],
])('a grid pays by attainment and KPI: %s at %s pays %s', (sales, satisfaction, expected) => {
  const tiers: PlanPolicy['tiers'] = {
    kind: 'grid',
    rows: [{}, { from: '0.9' }],
    kpi: 'satisfaction',
    columns: [{}, { from: '0.9', exclusive: true }],
    rates: [
      ['0.01', '0.02'],
      ['0.02', '0.03'],
    ],
  }
  expect(paid({ quota: 'quota', tiers }, { sales, satisfaction, quota: '1000.00' })).toBe(expected)
})

describe('rates of categories', () => {
  const rates = { phone: '0.01', tablet: '0.02' }

  test('pay each at its own', () => {
    const tiers = { kind: 'category', by: 'line', rates } as const
    expect(paid({ tiers }, { 'sales.phone': '100', 'sales.tablet': '-50' })).toBe('0.00')
    expect(paid({ tiers }, { 'sales.phone': '1000', 'sales.tablet': '500' })).toBe('20.00')
  })

  test('may have one for the rest', () => {
    const tiers = { kind: 'category', by: 'line', rates, otherwise: '0.1' } as const
    const sales = { 'sales.phone': '100', 'sales.tablet': '0', 'sales.other': '10' }
    expect(paid({ tiers }, sales)).toBe('2.00')
  })
})

describe('units', () => {
  test('have rates of money a piece', () => {
    const measure = { sum: 'units', unit: 'count' } as const
    const tiers: PlanPolicy['tiers'] = {
      kind: 'marginal',
      steps: [
        { from: '0', rate: '5' },
        { from: '10', rate: '7.5' },
      ],
    }
    expect(paid({ measure, tiers }, { units: '12' })).toBe('65.00')
  })
})

describe('a kicker', () => {
  const kickers = [
    { kpi: 'satisfaction', atLeast: '0.95', pays: '100', label: 'Service', clause: '4.1' },
    { kpi: 'renewals', of: 'renewal_quota', atLeast: '1', pays: '250' },
  ]
  const linked = [{ sum: 'renewals' }]

  test.each([
    ['0.949999', '999.99', '10.00'],
    ['0.95', '999.99', '110.00'],
    ['0.949999', '1000.00', '260.00'],
    ['0.95', '1000.00', '360.00'],
  ])('pays for what is reached: %s and %s pay %s', (satisfaction, renewals, expected) => {
    const inputs = { sales: '100', satisfaction, renewals, renewal_quota: '1000.00' }
    expect(paid({ tiers: ten, linked, kickers }, inputs)).toBe(expected)
  })
})

test('an accelerator may wait for a measure to be reached', () => {
  const accelerator = {
    steps: [{ from: '1', factor: '2' }],
    when: { kpi: 'year_sales', of: 'year_quota', atLeast: '1' },
  }
  const linked = [{ sum: 'sales', as: 'year_sales', span: 'year-to-date' }] as const
  const pay = (year_sales: string) =>
    paid(
      { tiers: ten, quota: 'quota', linked, accelerator },
      { sales: '300', quota: '100', year_sales, year_quota: '1000' },
    )
  expect([pay('999.99'), pay('1000.00')]).toEqual(['30.00', '50.00'])
})

test('each accelerated stretch has a name of its own', () => {
  const accelerator = {
    steps: [
      { from: '1', factor: '2' },
      { from: '1.5', factor: '3' },
    ],
  }
  const { formula } = parsePlan({ ...flat, tiers: ten, quota: 'quota', accelerator })
  const text = renderText(
    explain(evaluate(formula, { sales: '200', quota: '100' }), { locale: 'en' }),
  )
  for (const stretch of ['up to 100%', 'from 100% to 150%', 'above 150%'])
    expect(text).toContain(`Earned ${stretch} of quota`)
})

describe('floor and caps', () => {
  test.each([
    ['100', '50.00'],
    ['500', '50.00'],
    ['501', '50.10'],
    ['2000', '200.00'],
    ['2001', '200.00'],
  ])('bound the commission: sales of %s pay %s', (sales, expected) => {
    expect(paid({ tiers: ten, floor: '50', cap: '200' }, { sales })).toBe(expected)
  })

  test.each([
    ['0.00', '100.00'],
    ['450.00', '50.00'],
    ['500.00', '0.00'],
    ['600.00', '0.00'],
  ])('of the year leave what is not yet earned: after %s pay %s', (earned_to_date, expected) => {
    expect(paid({ tiers: ten, yearCap: '500' }, { sales: '1000', earned_to_date })).toBe(expected)
  })

  test('of a deal bind each deal', () => {
    const plan = parsePlan({ ...flat, tiers: ten, dealCap: '50' })
    const deal = (sales: string) => plan.deal && evaluate(plan.deal, { sales }).value
    expect([deal('499.96'), deal('500.00'), deal('600.00')]).toEqual(['50.00', '50.00', '50.00'])
    expect(deal('-600.00')).toBe('-60.00')
    expect(evaluate(plan.formula, { deals: '123.45' }).value).toBe('123.45')
  })
})

describe('a holdback', () => {
  const { policy } = parsePlan({ ...flat, tiers: ten, holdback: { share: '0.4', clause: '5.2' } })
  const held = check(heldOf(policy, policy.holdback as NonNullable<typeof policy.holdback>))

  test('is told in words, with its clause', () => {
    const figures = { earned: '100.00', sold: '1000.00', collected: '500.00' }
    const told = renderText(explain(evaluate(held, figures), { locale: 'en' }))
    for (const part of [
      'Held back until collection: 20.00 CNY [5.2]',
      'Commission earned: 100.00 CNY',
      'Sales: 1,000.00 CNY',
      'Collected: 500.00 CNY',
    ])
      expect(told).toContain(part)
  })

  test.each([
    ['100.00', '1000.00', '0.00', '40.00'],
    ['100.00', '1000.00', '500.00', '20.00'],
    ['100.00', '1000.00', '1000.00', '0.00'],
    ['100.00', '1000.00', '1200.00', '0.00'],
    ['100.00', '1000.00', '-5.00', '40.00'],
    ['100.00', '0.00', '0.00', '0.00'],
    ['-30.00', '-300.00', '0.00', '0.00'],
    ['-30.00', '300.00', '0.00', '0.00'],
    ['0.03', '3.00', '1.00', '0.01'],
  ])('of 40 %%: %s earned, %s sold, %s collected keep %s', (earned, sold, collected, expected) => {
    expect(evaluate(held, { earned, sold, collected }).value).toBe(expected)
  })
})

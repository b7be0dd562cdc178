import { describe, expect, test } from 'vitest'
import { partsOf, type Run } from '../../src/pay/index.js'
import { type Paying, paidBy, runsOf, type Terms, whyIn } from './plans.js'

describe('powers 3: each deal by itself, and each deal’s share of a plan', () => {
  const month = { period: 'month', measure: { sum: 'sales' } } as const
  const steps = [
    { from: '0', rate: '0.01' },
    { from: '1000', rate: '0.02' },
    { from: '3000', rate: '0.03' },
    { from: '8000', rate: '0.05' },
  ]
  const perDeal: Terms = { ...month, per: 'deal', tiers: { kind: 'marginal', steps } }
  const listed: Terms = {
    ...{ ...month, deals: 'listed' },
    tiers: { kind: 'marginal', steps: steps.slice(0, 2) },
  }
  const deals = ['200', '300', '1500', '1200', '2000', '4500'].map((amount, i) => ({
    ...{ id: `d${i + 1}`, on: `2026-01-1${i}`, amount },
  }))
  const january: Paying = { names: ['2026-01'] }

  /** The deals of a run as rows. */
  function rows(terms: Terms, events: Parameters<typeof runsOf>[1], paying: Paying, run = 0) {
    const { book, data, runs } = runsOf(terms, events, paying)
    return partsOf(book, data, runs[run] as Run, { component: 'plan', of: 'plan.deals' }).map(
      ({ person, record, amount }) => `${person} ${record} ${amount}`,
    )
  }

  test('per deal: 2, 3, 20, 14, 30 and 95 are 164', () => {
    expect(paidBy(perDeal, deals, january)).toEqual(['164.00'])
    expect(rows(perDeal, deals, january)).toEqual([
      'li d1 2.00',
      'li d2 3.00',
      'li d3 20.00',
      'li d4 14.00',
      'li d5 30.00',
      'li d6 95.00',
    ])
    const why = whyIn(runsOf(perDeal, deals, january), '2026-01', 'en')
    for (const told of ['d3, 2026-01-12: 20.00 CNY', 'd6, 2026-01-15: 95.00 CNY'])
      expect(why).toContain(told)
    expect(whyIn(runsOf(perDeal, deals, january), '2026-01', 'zh-CN')).toContain(
      'd6（2026-01-15）：95.00 CNY',
    )
  })

  test.each<[string, Partial<Terms>, string]>([
    ['by the rate that each reaches', { tiers: { kind: 'retroactive', steps } }, '234.00'],
    ['with a most of 40', { dealCap: '40' }, '109.00'],
    ['with a least of 10', { dealFloor: '10' }, '179.00'],
    ['with both', { dealFloor: '10', dealCap: '40' }, '124.00'],
    ['with a cap of all', { cap: '150' }, '150.00'],
    ['in each person’s own bounds', { dealFloor: { figure: 'least' } }, '179.00'],
  ])('per deal %s', (_, more, expected) => {
    const given = { ...january, figures: { least: '10' } }
    expect(paidBy({ ...perDeal, ...more }, deals, given)).toEqual([expected])
  })

  test('per deal: a refund in a later month takes back what the deal earned', () => {
    const refund = (id: string, of: string, amount: string, on: string) => ({
      ...{ id, of, amount, on, kind: 'refund' },
    })
    const events = [
      ...deals,
      refund('r1', 'd6', '-1500', '2026-02-03'),
      refund('r2', 'd6', '-3000', '2026-03-03'),
      refund('r3', 'd1', '-200', '2026-03-04'),
    ]
    // Of d6 are left 3,000, that is 50; then nothing.
    expect(paidBy(perDeal, events)).toEqual(['164.00', '-45.00', '-52.00'])
    expect(paidBy({ ...perDeal, dealFloor: '10' }, events)).toEqual(['179.00', '-45.00', '-60.00'])
    expect(rows({ ...perDeal, dealFloor: '10' }, events, {}, 2).slice(0, 2)).toEqual([
      'li d1 0.00',
      'li d2 10.00',
    ])
  })

  test('cumulative: 600 then 800 bring 6.00 and 12.00, of 18.00', () => {
    const [a, b] = [
      { id: 'a', on: '2026-01-10', amount: '600' },
      { id: 'b', on: '2026-01-11', amount: '800' },
    ] as const
    expect(paidBy(listed, [a, b], january)).toEqual(['18.00'])
    expect(rows(listed, [a, b], january)).toEqual(['li a 6.00', 'li b 12.00'])
    const why = whyIn(runsOf(listed, [b, a], january), '2026-01', 'en')
    for (const told of ['a, 2026-01-10: 6.00 CNY', 'b, 2026-01-11: 12.00 CNY'])
      expect(why).toContain(told)
    // What it pays is what it pays when it is not told so.
    const { deals: _, ...plain } = listed
    expect(paidBy(plain, [a, b], january)).toEqual(['18.00'])
  })

  test('cumulative: a refund of the first deal in a later month', () => {
    const events = [
      { id: 'a', on: '2026-01-10', amount: '600' },
      { id: 'b', on: '2026-01-11', amount: '800' },
      { id: 'r', of: 'a', kind: 'refund', on: '2026-02-11', amount: '-600' },
    ]
    expect(paidBy(listed, events, { names: ['2026-01', '2026-02'] })).toEqual(['18.00', '-10.00'])
    expect(rows(listed, events, { names: ['2026-01', '2026-02'] }, 1)).toEqual([
      'li a 0.00',
      'li b 8.00',
    ])
  })
})

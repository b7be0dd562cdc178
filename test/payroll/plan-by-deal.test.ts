import { describe, expect, it } from 'vitest'
import type { PlanPolicy } from '../../src/commission/index.js'
import type { DealEvent } from '../../src/credit/index.js'
import { add, constant, input, multiply } from '../../src/formula/index.js'
import { cancelled, collected, refunded, signed, transferred } from '../pay/deals/credits.js'
import { cny, person } from '../pay/rules/paying.js'
import { dealsOf, measured, paid } from './plan-months.js'

const steps = [
  { from: '0', rate: '0.01' },
  { from: '1000', rate: '0.02' },
  { from: '3000', rate: '0.03' },
] as const
const perDeal: Partial<PlanPolicy> = { per: 'deal', tiers: { kind: 'marginal', steps } }
const people = [person('li'), person('wu')]

describe('each deal by itself, paid by runs', () => {
  it('a deal that grows, shrinks and goes back', () => {
    const events = [
      signed('A', '2026-01-10', '2000.00'),
      signed('B', '2026-01-10', '500.00'),
      refunded('A', '2026-02-10', '-500.00'),
      cancelled('A', '2026-03-10', '-1500.00'),
      cancelled('B', '2026-04-10', '-500.00'),
    ]
    expect(paid(perDeal, events)).toEqual([
      '2026-01 35.00',
      '2026-02 2026-01 -10.00',
      '2026-03 2026-01 -20.00',
      '2026-04 2026-01 -5.00',
    ])
  })

  it.each<[string, readonly DealEvent[], readonly string[]]>([
    ['an order of nothing', [signed('A', '2026-01-10', '0.00')], []],
    ['one of the smallest amount', [signed('A', '2026-01-10', '0.01')], ['2026-01 5.00']],
    [
      'a part that goes back',
      [signed('A', '2026-01-10', '100.00'), refunded('A', '2026-02-10', '-99.00')],
      ['2026-01 5.00'],
    ],
    [
      'all of it, in parts',
      [
        signed('A', '2026-01-10', '700.00'),
        refunded('A', '2026-02-10', '-300.00'),
        refunded('A', '2026-03-10', '-400.00'),
      ],
      ['2026-01 7.00', '2026-02 2026-01 -2.00', '2026-03 2026-01 -5.00'],
    ],
    [
      'what is booked and cancelled on one day',
      [signed('A', '2026-01-10', '100.00'), cancelled('A', '2026-01-10', '-100.00')],
      [],
    ],
    [
      'a deal that goes to another',
      [signed('A', '2026-01-10', '100.00'), transferred('A', '2026-02-10', 'li', 'wu')],
      ['2026-01 5.00', '2026-02 2026-01 -5.00', '2026-02 wu 5.00'],
    ],
  ])('a least amount of %s', (_, events, expected) => {
    expect(paid({ ...perDeal, dealFloor: '5' }, events, { people })).toEqual(expected)
  })

  it('as rows: who has a part of a deal has it by what is theirs', () => {
    const events = [
      signed('A', '2026-01-10', '100.00'),
      transferred('A', '2026-01-20', 'li', 'wu'),
      signed('B', '2026-01-21', '2400.00', { attributes: { seller: 'team' } }),
    ]
    expect(dealsOf({ ...perDeal, dealFloor: '5' }, events, { people })).toEqual([
      ['A 0.00', 'B 14.00', 'wu A 5.00', 'wu B 14.00'],
    ])
  })

  it('what else the plan says is of all of them', () => {
    const events = [signed('A', '2026-01-10', '2000.00'), signed('B', '2026-01-10', '500.00')]
    const failing = [measured({ quality: '0.5', quota: '2500.00' })]
    const gate = { kpi: 'quality', atLeast: '0.9', keeps: '0.5' }
    const curve = { kind: 'stepped', points: [{ at: '1', factor: '3' }] } as const
    const by = (more: Partial<PlanPolicy>) =>
      paid({ ...perDeal, quota: 'quota', ...more }, events, {
        names: ['2026-01'],
        people: failing,
      })
    expect(by({ gate })).toEqual(['2026-01 17.50'])
    expect(by({ floor: '40' })).toEqual(['2026-01 40.00'])
    expect(by({ modifiers: [{ kpi: 'sales', of: 'quota', curve }] })).toEqual(['2026-01 105.00'])
    expect(dealsOf({ ...perDeal, gate }, events, { people: failing })).toEqual([
      ['A 30.00', 'B 5.00'],
    ])
  })

  it('a share of each waits until it is collected', () => {
    const events = [
      signed('A', '2026-01-10', '2000.00'),
      signed('B', '2026-01-10', '100.00'),
      collected('B', '2026-02-10', '100.00'),
      refunded('B', '2026-03-10', '-100.00'),
    ]
    expect(paid({ ...perDeal, dealFloor: '5', holdback: { share: '0.6' } }, events)).toEqual([
      '2026-01 14.00',
      '2026-02 3.00',
      '2026-03 2026-01 -2.00',
      '2026-03 2026-02 -3.00',
    ])
  })

  it('of the year to date', () => {
    const events = [signed('A', '2026-01-10', '2000.00'), signed('B', '2026-02-10', '2000.00')]
    expect(paid({ ...perDeal, measuring: 'year-to-date', cap: '40' }, events)).toEqual([
      '2026-01 30.00',
      '2026-02 10.00',
    ])
  })
})

describe('tiers that read more of a deal', () => {
  const margin = (amount: string, value: string, id = 'A') =>
    signed(id, '2026-01-10', amount, { figures: { margin: value } })
  const linked = [{ sum: 'margin' }] as const

  it('the rate of each by its own margin', () => {
    const policy: Partial<PlanPolicy> = {
      ...{ per: 'deal', linked },
      tiers: {
        kind: 'retroactive',
        of: { kpi: 'margin', of: 'sales' },
        steps: [{ rate: '0.01' }, { from: '0.2', rate: '0.05' }],
      },
      gate: { kpi: 'margin', atLeast: '299.99' },
    }
    const events = [
      margin('1000.00', '200.00'),
      margin('1000.00', '99.99', 'B'),
      refunded('A', '2026-02-10', '-100.00', { figures: { margin: '-90.00' } }),
    ]
    // In February both are at 1 %, and the gate of the month is missed.
    expect(paid(policy, events)).toEqual(['2026-01 60.00', '2026-02 2026-01 -60.00'])
    expect(dealsOf(policy, events)).toEqual([['A 50.00', 'B 10.00']])
  })

  it('the stage of each, by a figure of the person too', () => {
    const policy: Partial<PlanPolicy> = {
      ...{ per: 'deal', linked },
      tiers: {
        kind: 'stages',
        stages: [
          {
            when: {
              all: [
                { kpi: 'margin', of: 'sales', atLeast: '0.6' },
                { kpi: 'quality', atLeast: '0.9' },
              ],
            },
            rate: '0.1',
          },
        ],
        otherwise: '0.01',
      },
    }
    const events = [margin('1000.00', '600.00'), margin('1000.00', '599.99', 'B')]
    const by = (quality: string) =>
      dealsOf(policy, events, { people: [measured({ quality })] }).flat()
    expect(by('0.9')).toEqual(['A 100.00', 'B 10.00'])
    expect(by('0.8')).toEqual(['A 10.00', 'B 10.00'])
  })

  it.each<[string, Partial<PlanPolicy>, readonly string[]]>([
    ['a rate otherwise', { dealCap: '18' }, ['A 18.00', 'B 1.00']],
    ['none', { tiers: { kind: 'category', by: 'line', rates: { a: '0.02', b: '0.1' } } }, []],
  ])('the category of each, with %s', (_, more, expected) => {
    const policy: Partial<PlanPolicy> = {
      per: 'deal',
      tiers: { kind: 'category', by: 'line', rates: { a: '0.02' }, otherwise: '0.01' },
      ...more,
    }
    const events = [
      signed('A', '2026-01-10', '1000.00', { attributes: { line: 'a' } }),
      signed('B', '2026-01-10', '100.00', { attributes: { line: 'c' } }),
    ]
    expect(dealsOf(policy, events).flat()).toEqual(expected)
    if (expected.length === 0)
      expect(paid(policy, events, { names: ['2026-01'] })).toEqual([
        '2026-01 plan 2026-01 failed-component unknown-category',
      ])
  })

  it('several figures of it, with factors of their own, and an amount for each', () => {
    const [sales, shipping] = [input('sales', cny, 2), input('shipping', cny, 2)]
    const policy: Partial<PlanPolicy> = {
      per: 'deal',
      measure: { sum: 'sales', where: { credit: 'direct' } },
      linked: [{ sum: 'shipping' }],
      tiers: {
        kind: 'formula',
        earns: add(
          multiply(sales, constant('0.05')),
          multiply(shipping, constant('0.02')),
          constant('0.30', cny),
        ),
      },
    }
    const events = [
      signed('A', '2026-01-10', '100.00', { figures: { shipping: '10.00' } }),
      signed('B', '2026-01-11', '40.00', { figures: { shipping: '0.00' } }),
      refunded('A', '2026-02-10', '-100.00', { figures: { shipping: '-5.00' } }),
      refunded('A', '2026-03-10', '-0.00', { figures: { shipping: '-5.00' } }),
    ]
    // 5.00 + 0.20 + 0.30, and 2.00 + 0.30; then what is left of shipping, with the amount; then nothing.
    expect(paid(policy, events)).toEqual([
      '2026-01 7.80',
      '2026-02 2026-01 -5.10',
      '2026-03 2026-01 -0.40',
    ])
  })
})

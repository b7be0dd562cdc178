import { describe, expect, it } from 'vitest'
import type { PlanPolicy } from '../../src/commission/index.js'
import { collected, refunded, signed } from '../pay/deals/credits.js'
import { person } from '../pay/rules/paying.js'
import { measured, months, paid, planOf, runsOf } from './plan-months.js'

const chair = { attributes: { line: 'chair' } }
const desk = { attributes: { line: 'desk' } }

describe('categories with tiers of their own, month by month', () => {
  const steps = [
    { from: '0', rate: '0.10' },
    { from: '1000', rate: '0.20' },
  ]
  const tiers = {
    kind: 'category',
    by: 'line',
    rates: { desk: '0.05', chair: { kind: 'marginal', steps } },
  } as const
  const sold = [
    signed('A', '2026-01-10', '800.00', chair),
    signed('B', '2026-01-11', '600.00', chair),
    signed('C', '2026-01-12', '1000.00', desk),
    signed('D', '2026-02-10', '500.00', chair),
  ]

  it.each<[string, Partial<PlanPolicy>, Parameters<typeof paid>[1], string[]]>([
    // 1,000 at 10 %, 400 at 20 %, and 5 % of the desk.
    ['by the month', {}, sold, ['2026-01 230.00', '2026-02 50.00']],
    [
      'of the year to date',
      { measuring: 'year-to-date' },
      sold,
      ['2026-01 230.00', '2026-02 100.00'],
    ],
    [
      'a refund takes back what the slice had paid',
      {},
      [...sold, refunded('B', '2026-03-02', '-600.00')],
      ['2026-01 230.00', '2026-02 50.00', '2026-03 2026-01 -100.00'],
    ],
    [
      'a holdback follows each deal of them',
      { holdback: { share: '1' } },
      [...sold, collected('B', '2026-02-03', '600.00')],
      // What the second chair brought: 200 at 10 % and 400 at 20 %.
      ['2026-02 100.00'],
    ],
    [
      'all others by tiers too',
      { tiers: { ...tiers, rates: { desk: '0.05' }, otherwise: { kind: 'retroactive', steps } } },
      sold,
      ['2026-01 330.00', '2026-02 50.00'],
    ],
  ])('%s', (_, policy, events, expected) => {
    expect(paid({ tiers, ...policy }, events)).toEqual(expected)
  })
})

describe('a grid between points, month by month', () => {
  it('reads the attainment and the KPI of each month', () => {
    const tiers = {
      kind: 'grid',
      between: 'linear',
      rows: [{ from: '0.5' }, { from: '1' }],
      kpi: 'quality',
      columns: [{ from: '0.8' }, { from: { attribute: 'best' } }],
      rates: [
        ['0', '0.02'],
        ['0.04', { figure: 'top' }],
      ],
    } as const
    const figures = { quota: '1000.00', quality: '0.9', top: '0.10' }
    const people = [
      measured(figures, months, { attributes: { best: [{ from: '2020-01-01', value: '1' }] } }),
    ]
    const events = [
      signed('A', '2026-01-10', '750.00'),
      signed('B', '2026-02-10', '2000.00'),
      signed('C', '2026-03-10', '100.00'),
    ]
    // A quarter of 0, 2, 4 and 10 %; half of 4 and 10 %; half of 0 and 2 %.
    expect(paid({ quota: 'quota', tiers }, events, { people })).toEqual([
      '2026-01 30.00',
      '2026-02 140.00',
      '2026-03 1.00',
    ])
  })
})

describe('bounds of each person, month by month', () => {
  const tiers = {
    kind: 'marginal',
    steps: [
      { from: '0', rate: '0.10' },
      { from: { attribute: 'goal' }, rate: '0.20' },
      { from: { figure: 'high' }, rate: '0.30' },
    ],
  } as const
  const goal = [
    { from: '2020-01-01', value: '100.00' },
    { from: '2026-02-01', value: '200.00' },
  ]
  const events = [
    signed('A', '2026-01-10', '1000.00'),
    signed('B', '2026-02-10', '1000.00'),
    signed('C', '2026-03-10', '1000.00'),
  ]

  it('an attribute as it holds on the last day, a figure of the month; who has none is told', () => {
    const figures = [
      { name: 'high', period: '2026-01', value: '500.00' },
      { name: 'high', period: '2026-02', value: '600.00' },
    ]
    const people = [person('li', {}, { attributes: { goal }, figures })]
    expect(paid({ tiers }, events, { names: months.slice(0, 3), people })).toEqual([
      // 10 + 80 + 150, and 20 + 80 + 120.
      '2026-01 240.00',
      '2026-02 220.00',
      '2026-03 plan 2026-03 nothing-there',
    ])
  })

  it('that do not rise withhold the line by their name, and nobody else’s', () => {
    const high = (value: string) => [{ name: 'high', period: '2026-01', value }]
    const people = [
      person('li', {}, { attributes: { goal }, figures: high('100.00') }),
      person('wu', {}, { attributes: { goal }, figures: high('100.01') }),
    ]
    const both = [
      ...events.slice(0, 1),
      signed('W', '2026-01-10', '200.00', { attributes: { seller: 'wu' } }),
    ]
    const [run] = runsOf(planOf({ tiers }), both, { names: ['2026-01'], people })
    expect(
      run?.withheld.map(({ owner, problems }) => [owner, problems.map(({ message }) => message)]),
    ).toEqual([
      [
        { person: 'li' },
        [
          {
            en: 'divides by "Room from goal up to high", which is zero',
            'zh-CN': '除数“goal 到 high 的区间”为零',
          },
        ],
      ],
    ])
    expect(run?.lines.map(({ person: who }) => who)).toEqual(['wu'])
  })
})

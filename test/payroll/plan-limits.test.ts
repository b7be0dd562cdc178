import { describe, expect, it } from 'vitest'
import type { PlanPolicy } from '../../src/commission/index.js'
import { planComponents } from '../../src/commission/index.js'
import type { Person } from '../../src/pay/index.js'
import { cancelled, collected, creditsOf, refunded, signed } from '../pay/deals/credits.js'
import { bookOf, dataOf, person, runs, since } from '../pay/rules/paying.js'
import { measured, months, paid, planOf, runsOf, told } from './plan-months.js'

const sales = (amount: string, on = '2026-01-10') => [signed(`A${on}`, on, amount)]
const january = { names: ['2026-01'] }

describe('accelerator, gate, kickers and limits', () => {
  const people = [measured({ quota: '1000.00', quality: '0.89' })]
  it.each<[string, Partial<PlanPolicy>, string]>([
    // 100 to the quota, 50 × 1.5 to 150 %, 50 × 2 above.
    [
      'an accelerator',
      {
        quota: 'quota',
        accelerator: {
          steps: [
            { from: '1', factor: '1.5' },
            { from: '1.5', factor: '2' },
          ],
        },
      },
      '275.00',
    ],
    [
      'a gate that keeps half',
      { gate: { kpi: 'quality', atLeast: '0.9', keeps: '0.5' } },
      '100.00',
    ],
    ['a gate that is met', { gate: { kpi: 'quality', atLeast: '0.8' } }, '200.00'],
    [
      'kickers of a KPI, of the quota and of the measure',
      {
        quota: 'quota',
        kickers: [
          { kpi: 'quality', atLeast: '0.8', pays: '11' },
          { kpi: 'sales', of: 'quota', atLeast: '2', pays: '7' },
          { kpi: 'sales', atLeast: '2000.01', pays: '5' },
        ],
      },
      '218.00',
    ],
    ['a floor', { floor: '250' }, '250.00'],
    ['a cap', { cap: '150' }, '150.00'],
    [
      'another rounding',
      { tiers: { kind: 'flat', rate: '0.000003' }, rounding: 'ceiling' },
      '0.01',
    ],
  ])('%s', (_, policy, expected) => {
    expect(paid(policy, sales('2000.00'), { ...january, people })).toEqual([`2026-01 ${expected}`])
  })

  it('a condition on another measure: of the year, and of what is received', () => {
    const linked = [{ sum: 'sales', as: 'this_year', span: 'year-to-date' as const }]
    const kickers = [{ kpi: 'this_year', atLeast: '2500', pays: '500' }]
    const events = [...sales('2000.00'), ...sales('600.00', '2026-02-10')]
    expect(paid({ linked, kickers }, events, { names: months.slice(0, 2) })).toEqual([
      '2026-01 200.00',
      '2026-02 560.00',
    ])
    const received: Partial<PlanPolicy> = {
      linked: [{ sum: 'collections', as: 'received' }],
      gate: { kpi: 'received', of: 'sales', atLeast: '0.8' },
    }
    const late = [...sales('1000.00'), collected('A2026-01-10', '2026-01-20', '799.99')]
    expect(paid(received, late, january)).toEqual([])
  })

  it('a cap of the year that counts what was earned in it, and begins anew', () => {
    const names = ['2025-11', '2025-12', '2026-01']
    const events = ['2025-11-03', '2025-12-03', '2026-01-03'].flatMap((on) => sales('2000.00', on))
    expect(paid({ yearCap: '300' }, events, { names })).toEqual([
      '2025-11 200.00',
      '2025-12 100.00',
      '2026-01 200.00',
    ])
  })
})

describe('the year to date', () => {
  const steps = [{ rate: '0.10' }, { from: '3000', rate: '0.20' }]
  const yearly: Partial<PlanPolicy> = {
    measuring: 'year-to-date',
    tiers: { kind: 'marginal', steps },
  }

  it('pays what the year is worth by now, less what was earned before, and begins anew', () => {
    const names = ['2025-11', '2025-12', '2026-01']
    const events = ['2025-11-03', '2025-12-03', '2026-01-03'].flatMap((on) => sales('2000.00', on))
    // 200; 3,000 at 10 % and 1,000 at 20 %, less 200; 200.
    expect(paid(yearly, events, { names })).toEqual([
      '2025-11 200.00',
      '2025-12 300.00',
      '2026-01 200.00',
    ])
  })

  it('follows a version that begins within it, of the whole year', () => {
    const about = { id: 'plan', currency: 'CNY' } as const
    const version = (rate: string) =>
      planComponents(planOf({ measuring: 'year-to-date', tiers: { kind: 'flat', rate } }), about)
    const versions = [
      ...version('0.10').map((value) => ({ to: '2026-01-31', value })),
      ...version('0.15').map((value) => ({ from: '2026-02-01', value })),
    ]
    const credits = creditsOf([...sales('1000.00'), ...sales('1000.00', '2026-02-10')])
    const all = runs(bookOf(versions), dataOf([person('li')], { credits }), months.slice(0, 2))
    // 15 % of 2,000 less the 100 of January.
    expect(all.flatMap(told)).toEqual(['2026-01 100.00', '2026-02 200.00'])
  })
})

describe('a cap of each deal', () => {
  const capped: Partial<PlanPolicy> = { dealCap: '150' }

  it('bounds what the deal comes to over its life', () => {
    const events = [
      signed('A', '2026-01-10', '2000.00'),
      signed('B', '2026-01-11', '500.00'),
      refunded('A', '2026-02-10', '-300.00'),
      refunded('A', '2026-03-10', '-700.00'),
      cancelled('B', '2026-04-10', '-500.00'),
    ]
    expect(paid(capped, events)).toEqual([
      '2026-01 200.00',
      '2026-03 2026-01 -50.00',
      '2026-04 2026-01 -50.00',
    ])
  })

  it('with what else a plan has, of the year to date too', () => {
    const events = [signed('A', '2026-01-10', '2000.00'), signed('B', '2026-02-11', '9000.00')]
    const people = [measured({ quality: '0.5' })]
    const gate = { kpi: 'quality', atLeast: '0.9', keeps: '0.5' }
    const names = months.slice(0, 2)
    expect(paid({ ...capped, gate }, events, { people, names })).toEqual([
      '2026-01 75.00',
      '2026-02 75.00',
    ])
    const where = { credit: 'direct' }
    const yearly: Partial<PlanPolicy> = { ...capped, measuring: 'year-to-date', cap: '250' }
    const measure = { sum: 'sales', where }
    expect(paid({ ...yearly, measure }, events, { names })).toEqual([
      '2026-01 150.00',
      '2026-02 100.00',
    ])
  })
})

describe('whose plan it is', () => {
  const eligible = { where: { department: ['sales'] } }
  const office = (from: string, more: Partial<Person> = {}) =>
    measured({ quality: '0.95' }, ['2026-01'], {
      ...more,
      attributes: {
        department: [
          ...(since({ department: 'sales' })['department'] as Person['attributes'][string]),
          { from, value: 'office' },
        ],
      },
    })
  const left = measured({ quality: '0.95' }, ['2026-01'], {
    employment: [{ from: '2020-01-01', to: '2026-01-31' }],
  })
  const event = sales('20000.00')
  const back = [...event, refunded('A2026-01-10', '2026-03-10', '-5000.00')]

  it.each<[string, Person, Partial<PlanPolicy>, typeof back, string[]]>([
    ['F1a a floor ends with the employment', left, { floor: '1000' }, event, ['2026-01 2000.00']],
    [
      'F1d a floor ends with the move',
      office('2026-02-01'),
      { floor: '1000' },
      event,
      ['2026-01 2000.00'],
    ],
    [
      'F1e a refund of a leaver is taken back, whatever the floor',
      left,
      { floor: '1000' },
      back,
      ['2026-01 2000.00', '2026-03 2026-01 -500.00'],
    ],
    [
      'F1f a kicker is paid in the plan alone, and its KPI asked for there',
      left,
      { kickers: [{ kpi: 'quality', atLeast: '0.9', pays: '500' }] },
      event,
      ['2026-01 2500.00'],
    ],
    [
      'F2a no KPI is asked for in the office',
      office('2026-02-01'),
      { gate: { kpi: 'quality', atLeast: '0.9' } },
      event,
      ['2026-01 2000.00'],
    ],
    [
      'F2b the gate of the month that earned it decides a refund',
      left,
      { gate: { kpi: 'quality', atLeast: '0.9' } },
      back,
      ['2026-01 2000.00', '2026-03 2026-01 -500.00'],
    ],
    [
      'F18 who joins on the last day has the floor in full',
      office('2026-02-01', { employment: [{ from: '2026-01-31' }] }),
      { floor: '1000' },
      [],
      ['2026-01 1000.00'],
    ],
  ])('%s', (_, li, policy, events, expected) => {
    const writing = {
      people: [{ ...li, attributes: { ...since({ department: 'sales' }), ...li.attributes } }],
    }
    expect(paid(policy, events, { ...writing, about: { eligible } })).toEqual(expected)
  })

  it('F3 settled each month, now and then, or once, a floor pays the same', () => {
    const events = [...sales('20000.00'), ...sales('20000.00', '2026-04-10')]
    const all = (names: readonly string[]) =>
      runsOf(planOf({ floor: '1000' }), events, { names })
        .flatMap(({ lines }) => lines)
        .reduce((sum, { amount }) => sum + Number(amount), 0)
    // The first run is that of January: what is before it was settled elsewhere.
    expect([months, ['2026-01', '2026-04']].map(all)).toEqual([6000, 6000])
  })
})

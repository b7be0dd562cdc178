import { describe, expect, it } from 'vitest'
import type { PlanPolicy } from '../../src/commission/index.js'
import { collected, refunded, signed, transferred } from '../pay/deals/credits.js'
import { person } from '../pay/rules/paying.js'
import { measured, months, paid } from './plan-months.js'

const half: Partial<PlanPolicy> = { holdback: { share: '0.5' } }
const all: Partial<PlanPolicy> = { holdback: { share: '1' } }
const A = signed('A', '2026-01-10', '1000.00')
const B = signed('B', '2026-01-11', '1000.00')
const people = [person('li'), person('wu')]

describe('a share of each deal waits until it is collected', () => {
  it('half at once, the rest as the money comes in, and no more than that', () => {
    const events = [
      A,
      collected('A', '2026-02-10', '400.00'),
      collected('A', '2026-03-10', '900.00'),
      collected('A', '2026-04-10', '100.00'),
    ]
    expect(paid(half, events)).toEqual(['2026-01 50.00', '2026-02 20.00', '2026-03 30.00'])
  })

  it('what comes back is taken off where it was paid', () => {
    const events = [
      A,
      collected('A', '2026-02-10', '1000.00'),
      refunded('A', '2026-03-10', '-400.00'),
    ]
    expect(paid(half, events)).toEqual([
      '2026-01 50.00',
      '2026-02 50.00',
      '2026-03 2026-01 -20.00',
      '2026-03 2026-02 -20.00',
    ])
    const before = [A, refunded('A', '2026-02-10', '-1000.00')]
    expect(paid(half, before)).toEqual(['2026-01 50.00', '2026-02 2026-01 -50.00'])
  })

  it.each<[string, Partial<PlanPolicy>, Parameters<typeof paid>[1], string[]]>([
    ['a transfer is no money received', {}, [A, transferred('A', '2026-02-10', 'li', 'wu')], []],
    [
      'by the rate of the deal that is collected',
      { tiers: { kind: 'category', by: 'line', rates: { a: '0.05', b: '0.15' } } },
      [
        signed('A', '2026-01-10', '1000.00', { attributes: { line: 'a' } }),
        signed('B', '2026-01-10', '1000.00', { attributes: { line: 'b' } }),
        collected('A', '2026-02-10', '1000.00'),
      ],
      ['2026-02 50.00'],
    ],
    [
      'by the margin of the deal that is collected',
      { measure: { sum: 'margin' } },
      [
        signed('A', '2026-01-10', '1000.00', { figures: { margin: '500.00' } }),
        signed('B', '2026-01-10', '1000.00', { figures: { margin: '10.00' } }),
        collected('B', '2026-02-10', '1000.00'),
      ],
      ['2026-02 1.00'],
    ],
    [
      'who overpays one deal pays no other',
      {},
      [A, B, collected('A', '2026-02-10', '2000.00')],
      ['2026-02 100.00'],
    ],
    [
      'what was collected of a deal that came back releases no other',
      {},
      [A, B, collected('A', '2026-02-10', '1000.00'), refunded('A', '2026-03-10', '-1000.00')],
      ['2026-02 100.00', '2026-03 2026-02 -100.00'],
    ],
  ])('F5 %s', (_, policy, events, expected) => {
    expect(paid({ ...all, ...policy }, events, { people })).toEqual(expected)
  })

  it('of a leaver with the last month, when the money comes in', () => {
    const left = [person('li', {}, { employment: [{ from: '2020-01-01', to: '2026-02-28' }] })]
    const events = [A, collected('A', '2026-04-10', '1000.00')]
    expect(paid(half, events, { people: left })).toEqual(['2026-01 50.00', '2026-04 2026-02 50.00'])
  })
})

describe('a holdback beside the other parts of a plan', () => {
  const received = collected('A', '2026-02-10', '1000.00')
  const failing = [measured({ quality: '0.5', quota: '1000.00' })]

  it('each deal has its part in the order of booking', () => {
    const steps = [
      { from: '0', rate: '0.10' },
      { from: '1000', rate: '0.20' },
    ]
    const events = [A, B, collected('B', '2026-02-10', '1000.00')]
    expect(paid({ ...all, tiers: { kind: 'marginal', steps } }, events)).toEqual(['2026-02 200.00'])
  })

  it('a gate lowers what is held, too', () => {
    const gate = { kpi: 'quality', atLeast: '0.9', keeps: '0.5' }
    expect(paid({ ...half, gate }, [A, received], { people: failing })).toEqual([
      '2026-01 25.00',
      '2026-02 25.00',
    ])
  })

  it('a floor waits for nothing', () => {
    const policy = { ...all, floor: '500' }
    // 1,000 at 10 % are below the floor of each month.
    expect(paid(policy, [A, received], { names: months.slice(0, 2) })).toEqual([
      '2026-01 500.00',
      '2026-02 500.00',
    ])
  })

  it('a kicker is of the deal that reaches it; one of another measure waits for nothing', () => {
    const kickers = [{ kpi: 'sales', of: 'quota', atLeast: '2', pays: '80' }]
    const events = [A, B, collected('B', '2026-02-10', '1000.00')]
    const some = { names: months.slice(0, 2), people: failing }
    expect(paid({ ...all, quota: 'quota', kickers }, events, some)).toEqual(['2026-02 180.00'])
    const linked = [{ sum: 'sales', as: 'this_year', span: 'year-to-date' as const }]
    const yearly = [{ kpi: 'this_year', atLeast: '1500', pays: '80' }]
    expect(paid({ ...all, linked, kickers: yearly }, events, some)).toEqual([
      '2026-01 80.00',
      '2026-02 180.00',
    ])
  })

  it('a cap of each deal: in proportion to what deals earn', () => {
    const capped: Partial<PlanPolicy> = { ...half, dealCap: '150' }
    const gate = { kpi: 'quality', atLeast: '0.9', keeps: '0.5' }
    const events = [
      signed('A', '2026-01-10', '2000.00'),
      signed('B', '2026-01-11', '500.00'),
      collected('A', '2026-02-10', '2000.00'),
    ]
    // (150 + 50) / 2, of which A has 75 and B 25.
    expect(paid({ ...capped, gate }, events, { people: failing })).toEqual([
      '2026-01 50.00',
      '2026-02 37.50',
    ])
    const nothing = { ...capped, tiers: { kind: 'flat', rate: '0' } as const, floor: '20' }
    expect(paid(nothing, events, { names: ['2026-01'] })).toEqual(['2026-01 20.00'])
  })

  it('the year to date, and a cap of the year, go by what is earned', () => {
    const events = [A, received, signed('C', '2026-02-12', '5000.00')]
    const names = months.slice(0, 3)
    const steps = [{ rate: '0.10' }, { from: '2000', rate: '0.20' }]
    const yearly: Partial<PlanPolicy> = {
      ...half,
      measuring: 'year-to-date',
      tiers: { kind: 'marginal', steps },
    }
    // 1,000 at 10 % and 4,000 at 20 %: 900 in February.
    expect(paid(yearly, events, { names })).toEqual(['2026-01 50.00', '2026-02 500.00'])
    // 300 are left of the year's 400, half of it held.
    expect(paid({ ...half, yearCap: '400' }, events, { names })).toEqual([
      '2026-01 50.00',
      '2026-02 200.00',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import type { PlanPolicy } from '../../src/commission/index.js'
import { planComponents } from '../../src/commission/index.js'
import { book } from '../../src/pay/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { collected, creditsOf, refunded, signed } from '../pay/deals/credits.js'
import { bookOf, dataOf, person, quarterly, runs } from '../pay/rules/paying.js'
import { measured, months, paid, planOf, runsOf, told } from './plan-months.js'

const desk = { attributes: { line: 'desk' } }
const chair = { attributes: { line: 'chair' } }
const lamp = { attributes: { line: 'lamp' } }
const sales = (amount: string, on = '2026-01-10') => [signed(`A${on}`, on, amount)]
const january = { names: ['2026-01'] }

describe('what a plan measures', () => {
  const margin = (value: string) => ({ figures: { margin: value } })
  it.each<[string, Partial<PlanPolicy>, Parameters<typeof paid>[1], string[]]>([
    ['sales', {}, sales('1000.00'), ['2026-01 100.00']],
    [
      'a figure',
      { measure: { sum: 'margin' } },
      [signed('A', '2026-01-10', '1000.00', margin('300.00'))],
      ['2026-01 30.00'],
    ],
    [
      'a count, at money a piece',
      {
        measure: { sum: 'deals', as: 'pieces', unit: 'count' },
        tiers: { kind: 'flat', rate: '50' },
      },
      [signed('A', '2026-01-10', '1000.00', { figures: { deals: '3' } })],
      ['2026-01 150.00'],
    ],
    [
      'collections, in the month in which they come in',
      { measure: { sum: 'collections' } },
      [...sales('1000.00'), collected('A2026-01-10', '2026-02-03', '400.00')],
      ['2026-02 40.00'],
    ],
    [
      'deals of some attributes',
      { measure: { sum: 'sales', where: { attributes: { line: ['desk', 'lamp'] } } } },
      [signed('A', '2026-01-10', '1000.00', desk), signed('B', '2026-01-10', '500.00', chair)],
      ['2026-01 100.00'],
    ],
    [
      'a kind of credit',
      { measure: { sum: 'sales', where: { credit: 'team' } } },
      sales('1000.00'),
      [],
    ],
  ])('%s', (_, policy, events, expected) => {
    expect(paid(policy, events, { names: months.slice(0, 2) })).toEqual(expected)
  })

  it('a share of a third exactly, and rounds once', () => {
    const credits = creditsOf(sales('100.00')).map((row) => ({ ...row, sales: '33.333333' }))
    const of = bookOf(planComponents(planOf({ tiers: { kind: 'flat', rate: '0.30' } }), about))
    const [run] = runs(of, dataOf([person('li')], { credits }), ['2026-01'])
    expect(run?.lines.map(({ amount, parts }) => [amount, parts[0]?.read['sales']])).toEqual([
      ['10.00', '33.333333'],
    ])
  })

  it('the quarter, by a rhythm that the book has', () => {
    const quarter = planOf({ period: 'quarter' })
    const events = [...sales('1000.00'), ...sales('500.00', '2026-03-31')]
    const data = dataOf([person('li')], { credits: creditsOf(events) })
    const names = ['2026-01', '2026-02', '2026-03']
    const of = bookOf(planComponents(quarter, about), { rhythms: quarterly })
    expect(runs(of, data, names).flatMap(told)).toEqual(['2026-03 2026-Q1 150.00'])
  })

  it('refunds where the table counts them', () => {
    const events = [...sales('1000.00'), refunded('A2026-01-10', '2026-02-20', '-400.00')]
    expect(paid({}, events)).toEqual(['2026-01 100.00', '2026-02 2026-01 -40.00'])
    const own = creditsOf(events).map((row) => ({ ...row, counts: row.on }))
    const of = bookOf(planComponents(planOf(), { ...about, table: 'own' }))
    const all = runs(of, dataOf([person('li')], { own }), months.slice(0, 2))
    expect(all.flatMap(told)).toEqual(['2026-01 100.00', '2026-02 -40.00'])
  })
})

const about = { id: 'plan', currency: 'CNY' } as const

describe('tiers', () => {
  const steps = [
    { from: '0', rate: '0.10' },
    { from: '5000', rate: '0.20' },
  ]
  const shares = [
    { from: '0', rate: '0.10' },
    { from: '0.5', rate: '0.20' },
  ]
  const quota = { quota: 'quota' }
  it.each<[string, Partial<PlanPolicy>, string]>([
    ['slices', { tiers: { kind: 'marginal', steps } }, '900.00'],
    ['the one that is reached', { tiers: { kind: 'retroactive', steps } }, '1400.00'],
    // 4,000 at 10 % and 3,000 at 20 % of a quota of 8,000.
    [
      'slices of the quota',
      { ...quota, tiers: { kind: 'marginal', of: 'quota', steps: shares } },
      '1000.00',
    ],
    [
      'reached of the quota',
      { ...quota, tiers: { kind: 'retroactive', of: 'quota', steps: shares } },
      '1400.00',
    ],
    // 87.5 % of the quota, and a KPI of 0.90.
    [
      'a grid',
      {
        ...quota,
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
      '280.00',
    ],
  ])('%s', (_, policy, expected) => {
    const people = [measured({ quota: '8000.00', quality: '0.90' })]
    expect(paid(policy, sales('7000.00'), { ...january, people })).toEqual([`2026-01 ${expected}`])
  })

  const rates = { desk: '0.05', chair: '0.15' }
  const of = (more: object = {}): Partial<PlanPolicy> => ({
    tiers: { kind: 'category', by: 'line', rates, ...more },
  })
  const mixed = [
    signed('A', '2026-01-10', '1000.00', desk),
    signed('B', '2026-01-11', '200.00', chair),
    signed('C', '2026-01-12', '300.00', lamp),
    signed('D', '2026-01-13', '500.00'),
  ]

  it('by category, and otherwise', () => {
    // 50 + 30, and 1 % of what is of another line, or of none.
    expect(paid(of({ otherwise: '0.01' }), mixed, january)).toEqual(['2026-01 88.00'])
  })

  it('by category of some categories alone', () => {
    const where = { attributes: { line: ['desk', 'lamp'] } }
    const some = { measure: { sum: 'sales', where }, ...of({ otherwise: '0.01' }) }
    expect(paid(some, mixed, january)).toEqual(['2026-01 53.00'])
  })

  it('a category without a rate is told by name, and withheld', () => {
    expect(paid(of(), mixed.slice(0, 2), january)).toEqual(['2026-01 80.00'])
    const [run] = runsOf(planOf(of()), mixed.slice(0, 3), january)
    const told = run?.withheld.flatMap(({ problems }) => problems.map(({ message }) => message.en))
    expect(told?.join(' ')).toContain('lamp')
    expect(paid(of(), [mixed[0] as never, mixed[3] as never], january)).toEqual([
      '2026-01 plan 2026-01 failed-component no-member',
    ])
  })

  it('by category of the year to date', () => {
    const events = [mixed[0] as never, signed('E', '2026-02-10', '400.00', chair)]
    expect(paid({ ...of(), measuring: 'year-to-date' }, events)).toEqual([
      '2026-01 50.00',
      '2026-02 60.00',
    ])
  })
})

describe('quotas and KPIs', () => {
  const gated: Partial<PlanPolicy> = { gate: { kpi: 'quality', atLeast: '0.9' } }

  it.each(['0.00', '-1.00'])('a quota of %s fails the line alone', (quota) => {
    const policy: Partial<PlanPolicy> = {
      quota: 'quota',
      kickers: [{ kpi: 'sales', of: 'quota', atLeast: '1', pays: '500' }],
    }
    const figures = [
      { name: 'quota', period: '2026-01', value: quota },
      { name: 'quota', period: '2026-02', value: '100.00' },
    ]
    const people = [person('li', {}, { figures })]
    const events = [...sales('1000.00'), ...sales('90.00', '2026-02-10')]
    expect(paid(policy, events, { names: months.slice(0, 2), people })).toEqual([
      '2026-01 plan 2026-01 not-above',
      '2026-02 9.00',
      '2026-02 plan 2026-01 not-above',
    ])
  })

  it('a missing KPI withholds its month, which is paid when it comes', () => {
    const late = { name: 'quality', period: '2026-01', value: '0.95', recorded: '2026-02-03' }
    const next = { name: 'quality', period: '2026-02', value: '0.95' }
    const people = [person('li', {}, { figures: [late, next] })]
    expect(paid(gated, sales('1000.00'), { names: months.slice(0, 2), people })).toEqual([
      '2026-01 plan 2026-01 nothing-there',
      '2026-02 2026-01 100.00',
    ])
  })
})

it('periods of what is paid stay open as the policy says', () => {
  const open = (policy: Partial<PlanPolicy>) =>
    planComponents(planOf(policy), { ...about, retro: 1 }).map(({ component, retro }) => [
      component,
      retro,
    ])
  expect(open({})).toEqual([['plan', 1]])
  expect(open({ holdback: { share: '1' } }).filter(([, retro]) => retro !== undefined)).toEqual([
    ['plan', 1],
  ])
})

it('a plan with problems is refused with all of them', () => {
  const wrong = planOf({ cap: '1.005', gate: { kpi: 'quality', atLeast: '0.9', keeps: '2' } })
  const problems = problemsOf(() => planComponents(wrong, about))
  expect(problems.map(({ path }) => path)).toEqual(['cap', 'gate.keeps'])
  expect(() => book(planComponents(planOf(), about), { currency: 'USD', retro: 1 })).toThrow(/pays/)
})

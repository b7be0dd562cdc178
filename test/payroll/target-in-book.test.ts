import { describe, expect, test } from 'vitest'
import { divide, interpolate } from '../../src/formula/index.js'
import { benchmarkKpi } from '../../src/kpi/index.js'
import { figure } from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { paid, staff } from './bonus-months.js'
import { bookOf, component, policy, version } from './policies.js'

const design = {
  kind: 'multiplicative',
  coefficients: [{ coefficient: 'company' }, { coefficient: 'person', cap: '1.5' }],
}
const target = { rounding: 'half-up', percent: '0.10', prorated: false, design }
const additive = {
  kind: 'additive',
  coefficients: [
    { coefficient: 'company', weight: '0.6' },
    { coefficient: 'person', weight: '0.4' },
  ],
}
const cny = money('CNY')
const annual = (terms: object, more: object = {}) => [
  policy('target', 'annual', terms, { ...more }),
]
const march = ['2026-03']
const figures = (company: string, person: string) => ({ '2026-03': { company, person } })
const li = (of: object, more = {}, base = '80000.00') => staff('li', { base }, of as never, more)

describe('a target bonus plan in a book', () => {
  test.each([
    ['by the product of its coefficients', design, '9600.00'],
    ['by their weighted sum', additive, '8640.00'],
  ])('pays the worked examples of the page: %s', (_, of, amount) => {
    const people = [li(figures('0.8', '1.5'))]
    expect(paid(annual({ target: { ...target, design: of } }), { people }, march)).toEqual([
      `2026-03 li annual ${amount}`,
    ])
  })

  test.each([
    ['above its cap', figures('1', '1.6'), ['2026-03 li annual 12000.00']],
    ['of nothing', figures('0', '1.5'), []],
    ['below zero', figures('1', '-0.5'), ['2026-03 li annual -4000.00']],
    [
      'that is not given',
      { '2026-03': { company: '1' } },
      ['2026-03 li annual 2026-03 nothing-there'],
    ],
  ])('a coefficient %s', (_, told, expected) => {
    expect(paid(annual({ target }), { people: [li(told)] }, march)).toEqual(expected)
  })

  test('reads the percent of each person where the plan has none', () => {
    const { percent: _, ...own } = target
    const people = ['0.1', '0.125'].map((percent, i) =>
      staff(`p${i}`, { base: '80000.00', target_percent: percent }, figures('1', '1')),
    )
    expect(paid(annual({ target: own }), { people }, march)).toEqual([
      '2026-03 p0 annual 8000.00',
      '2026-03 p1 annual 10000.00',
    ])
  })

  describe('of a year', () => {
    const rhythms = { month: { kind: 'month' }, year: { kind: 'year' } }
    const base = policy('salary', 'base', { prorated: true })
    const year = (terms: object) => [base, ...annual(terms, { period: 'year' })]
    const plain = {
      ...target,
      percent: '0.2',
      design: { kind: 'multiplicative', coefficients: [{ coefficient: 'person' }] },
    }
    const told = (value: string, recorded?: string) => ({
      name: 'person',
      rhythm: 'year',
      period: '2026',
      value,
      ...(recorded !== undefined && { recorded }),
    })
    const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
    const bonus = (policies: readonly unknown[], people: readonly object[], more = months) =>
      paid(policies, { people }, more, { rhythms }).filter((line) => line.includes('annual'))
    const hired = (from: string, to?: string) => ({
      employment: [{ from, ...(to !== undefined && { to }) }],
      figures: [told('1')],
    })

    test('a joiner has the part of the days, a leaver too, both with the year', () => {
      const of = { target: { ...plain, prorated: true } }
      const people = [
        li({}, hired('2026-07-01'), '100000.00'),
        { ...li({}, hired('2020-01-01', '2026-06-30'), '100000.00'), id: 'wu' },
      ]
      // 184 of 365 days, and 181.
      expect(bonus(year(of), people)).toEqual([
        '2026-12 li annual 2026 10082.19',
        '2026-12 wu annual 2026 9917.81',
      ])
    })

    test('of what a component came to over the year, also of somebody whose pay rose', () => {
      const reads = { base: { from: 'component', name: 'base' } }
      const attributes = {
        base: [
          { from: '2020-01-01', value: '5000.00' },
          { from: '2026-07-01', value: '6000.00' },
        ],
      }
      const people = [li({}, { attributes, figures: [told('1')] })]
      expect(bonus(year({ target: plain, reads }), people)).toEqual([
        '2026-12 li annual 2026 13200.00',
      ])
    })

    test('a coefficient that is told late is paid with the next run', () => {
      const people = [li({}, { figures: [told('1'), told('1.1', '2027-01-20')] }, '6000.00')]
      expect(bonus(year({ target: plain }), people, [...months, '2027-01'])).toEqual([
        '2026-12 li annual 2026 1200.00',
        '2027-01 li annual 2026 120.00',
      ])
    })
  })

  test('a coefficient is that of a scorecard of the same book, by its component', () => {
    const scorecard = {
      missing: 'fail',
      scores: { threshold: '60', target: '100', stretch: '120' },
      kpis: [benchmarkKpi('satisfaction', '1')],
      score: { places: 1, rounding: 'half-up' },
      bands: [{ coefficient: '0' }, { from: '60', coefficient: '0.8' }],
    }
    const policies = [
      policy('scorecard', 'quality', { scorecard, prorated: false }),
      ...annual({
        target,
        reads: { person: { from: 'component', name: 'quality.coefficient' } },
      }),
    ]
    const people = [
      staff(
        'li',
        { base: '80000.00', target_bonus: '100.00' },
        { '2026-03': { satisfaction: '0.93', company: '1' } },
      ),
    ]
    expect(paid(policies, { people }, march)).toEqual([
      '2026-03 li quality 80.00',
      '2026-03 li annual 6400.00',
    ])
  })

  describe('by what was achieved of a quota', () => {
    /** The achieved part of a quota on a curve, a ratio. */
    const payout = (id: string, points: readonly (readonly [at: string, value: string])[]) => {
      const part = divide(figure(`${id}_sold`, cny, 2), figure(`${id}_quota`, cny, 2), {
        places: 12,
        rounding: 'half-up',
      })
      const line = interpolate(
        part,
        points.map(([at, value]) => ({ at, value })),
        { places: 6, rounding: 'half-up' },
      )
      return component(`${id}_payout`, {}, line)
    }
    const coefficient = (id: string) => ({ from: 'component', name: `${id}_payout` }) as const

    test('a target of 60,000, with 1.5 points a point above the quota', () => {
      const design_ = { kind: 'multiplicative', coefficients: [{ coefficient: 'sales' }] }
      const of = [
        payout('sales', [
          ['0', '0'],
          ['1', '1'],
          ['2', '2.5'],
        ]),
        ...annual({
          target: { ...target, percent: '1', design: design_ },
          reads: { sales: coefficient('sales'), base: { from: 'attribute', name: 'target_bonus' } },
        }),
      ]
      const told = { '2026-03': { sales_sold: '1300000.00', sales_quota: '1200000.00' } }
      const people = [staff('li', { target_bonus: '60000.00' }, told)]
      expect(paid(of, { people }, march)).toEqual(['2026-03 li annual 67500.00'])
    })

    test('three measures by weight, with a threshold and a cap', () => {
      const names = ['a', 'b', 'c']
      const curve = [
        ['0.799999', '0'],
        ['0.8', '0.5'],
        ['1', '1'],
        ['1.2', '2'],
      ] as const
      const weights = ['0.5', '0.3', '0.2']
      const coefficients = names.map((name, i) => ({ coefficient: name, weight: weights[i] }))
      const of = [
        ...names.map((name) => payout(name, curve)),
        ...annual({
          target: { ...target, percent: '1', design: { kind: 'additive', coefficients } },
          reads: {
            ...Object.fromEntries(names.map((name) => [name, coefficient(name)])),
            base: { from: 'attribute', name: 'target_bonus' },
          },
        }),
      ]
      const told = Object.fromEntries(
        names.flatMap((name, i) => [
          [`${name}_sold`, ['110', '90', '79'][i] as string],
          [`${name}_quota`, '100'],
        ]),
      )
      const people = [staff('li', { target_bonus: '20000.00' }, { '2026-03': told })]
      expect(paid(of, { people }, march)).toEqual(['2026-03 li annual 19500.00'])
    })

    test('G1 a quota of zero withholds the bonus, by its name', () => {
      const of = [
        payout('company', [
          ['0', '0'],
          ['1', '1'],
        ]),
        ...annual({ target, reads: { company: coefficient('company') } }),
      ]
      const told = { company_sold: '100', company_quota: '0', person: '1' }
      expect(paid(of, { people: [li({ '2026-03': told })] }, march)).toEqual([
        '2026-03 li annual 2026-03 failed-component division-by-zero',
      ])
    })
  })

  test('ends with its policy, and begins with the next version', () => {
    const versions = [
      version({ target }, { to: '2026-03-31' }),
      version({ target: { ...target, percent: '0.2' } }, { from: '2026-04-01' }),
    ]
    const people = [li({ ...figures('1', '1'), '2026-04': { company: '1', person: '1' } })]
    const of = [policy('target', 'annual', {}, { versions })]
    expect(paid(of, { people }, ['2026-03', '2026-04'])).toEqual([
      '2026-03 li annual 8000.00',
      '2026-04 li annual 16000.00',
    ])
  })

  test.each([
    [{ target: { ...target, id: 'other' } }, ['said-otherwise', 'target.id']],
    [{ target, read: {} }, ['unknown-key', 'read']],
    [{ target: { ...target, percent: '-1' } }, ['not-a-non-negative-decimal', 'target.percent']],
  ])('bad terms are told where they stand: %j', (terms, [code, path]) => {
    expect(found(() => bookOf(annual(terms)))).toEqual([
      [code, `policies[0].versions[0].terms.${path}`],
    ])
  })
})

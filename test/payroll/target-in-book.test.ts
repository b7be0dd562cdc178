import { describe, expect, test } from 'vitest'
import { benchmarkKpi } from '../../src/kpi/index.js'
import { found } from '../found.js'
import { paid, staff } from './bonus-months.js'
import { bookOf, policy, version } from './policies.js'

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
const annual = (terms: object) => [policy('target', 'annual', terms)]
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
    const year = (terms: object) => [base, ...annual({ ...terms, period: 'year' })]
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
    [{ target, period: 5 }, ['wrong-type', 'period']],
  ])('bad terms are told where they stand: %j', (terms, [code, path]) => {
    expect(found(() => bookOf(annual(terms)))).toEqual([
      [code, `policies[0].versions[0].terms.${path}`],
    ])
  })
})

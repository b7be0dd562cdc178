import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/calendar/index.js'
import { input } from '../../../src/formula/index.js'
import { benchmarkKpi } from '../../../src/kpi/index.js'
import { component } from '../../../src/pay/index.js'
import { parseBook } from '../../../src/payroll/index.js'
import {
  assertPolicy,
  checkPolicy,
  describeReport,
  type LawName,
  policyMatchers,
} from '../../../src/testing/index.js'
import { policy, termsOf, version } from '../../payroll/policies.js'
import { allowance, base, company, companyOf, foreign, yuan } from './company.js'

const plan = {
  period: 'month',
  measure: { sum: 'sales' },
  tiers: { kind: 'retroactive', steps: [{ rate: '0.01' }, { from: '50000', rate: '0.02' }] },
}
const scorecard = {
  missing: 'zero',
  scores: { threshold: '60', target: '100', stretch: '120' },
  kpis: [benchmarkKpi('satisfaction', '1')],
  score: { places: 1, rounding: 'half-up' },
  bands: [
    { band: 'C', coefficient: '0' },
    { band: 'B', from: '60', coefficient: '1' },
  ],
}
const outcomes = (of: Parameters<typeof checkPolicy>[0], asked: readonly LawName[]) =>
  checkPolicy(of, { laws: asked, runs: 2 }).reports.map(
    ({ of, law, outcome }) => `${of}: ${law} ${outcome}`,
  )

describe('a book of components', () => {
  test('is checked for all laws within a budget', () => {
    const report = checkPolicy(company)
    expect(report.holds, describeReport(report)).toBe(true)
    const runs = new Map(report.reports.map(({ of, law, runs }) => [`${of}: ${law}`, runs]))
    // A constant has nothing to be worked out from.
    expect([...runs.keys()]).toEqual([
      ...[...company.components.keys()].map((name) => `${name}: engine-equal`),
      ...['reproducible', 'anonymous'].map((law) => `book: ${law}`),
      ...['protected-blind', 'equal-pay', 'budget-balanced', 'additive', 'late-news'].map(
        (law) => `book: ${law}`,
      ),
    ])
    for (const [key, count] of runs)
      expect(count, key).toBe(key.endsWith('blind') ? 0 : count || -1)
  })

  test('is drawn once of at least, however small the budget', () => {
    const { reports } = checkPolicy(companyOf(0, base), { budget: 1, laws: ['late-news'] })
    expect(reports).toMatchObject([{ of: 'book', outcome: 'held', runs: 1 }])
    expect(() => checkPolicy(company, { budget: 0.5 })).toThrow(/budget/)
  })

  test('is run for the period that is given', () => {
    const june = parsePeriod('2030-06')
    expect(
      checkPolicy(companyOf(0, base), { laws: ['anonymous'], runs: 1, period: june }).holds,
    ).toBe(true)
  })

  test('has formulas of which those that read something are worked out in batches', () => {
    const found = outcomes(foreign, ['engine-equal', 'split-proof', 'budget-balanced'])
    expect(found).toContain('by-kind: engine-equal held')
    expect(found.filter((each) => each.startsWith('none') || each.startsWith('book'))).toEqual([])
  })

  test('is asserted and matched', () => {
    const book = companyOf(1, base)
    assertPolicy(book, { laws: ['equal-pay'], runs: 2 })
    expect(policyMatchers.toKeepLaws(book, { laws: ['anonymous'], runs: 2 }).pass).toBe(true)
  })
})

describe('a book of policies', () => {
  const book = (policies: readonly unknown[], more: object = {}) =>
    parseBook({ format: 2, id: 'handbook', currency: 'CNY', retro: 1, policies, ...more })
  const pooled = {
    funding: { rounding: 'half-up', source: { kind: 'profit-share', rate: '0.10' } },
    division: { ties: 'id', levels: [{ level: 'person', weight: input('months', 'count', 0) }] },
  }
  const award = {
    eligibility: [],
    ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }],
    ties: 'share',
    prizes: ['500', '200'],
    budget: '700',
  }
  const recovery = { rounding: 'half-up', recovery: { share: '0.5' } }
  const shop = book(
    [
      policy('salary', 'base', { prorated: true }),
      policy('component', 'allowance', termsOf(allowance)),
      policy('plan', 'sold', { plan }),
      policy('scorecard', 'bonus', { scorecard, prorated: true }),
      policy('payments', 'recovery', { payments: recovery, of: ['sold'] }),
      policy('pool', 'profit', pooled),
      policy('award', 'star', { award }),
      policy('adjustments', 'adjustments', {}),
    ],
    {
      crediting: {
        credits: { currency: 'CNY', credits: { direct: { rules: [{ owner: 'seller' }] } } },
      },
    },
  )
  const ofRuns = [
    'reproducible',
    'anonymous',
    'protected-blind',
    'equal-pay',
    'budget-balanced',
    'additive',
    'late-news',
  ] as const

  test('is named, and its plans and scorecards are rules', () => {
    const tests = [{ name: 'below', inputs: { sales: '49999.99' }, pays: '500.00' }]
    const versions = [
      version({ plan }, { tests, to: '2026-03-31' }),
      version({ plan, table: 'credits' }, { from: '2026-04-01', expect: { cliffsAt: ['50000'] } }),
    ]
    const of = book([
      policy('component', 'base', termsOf(base)),
      policy('component', 'allowance', termsOf(allowance)),
      policy('plan', 'summer', {}, { versions }),
      policy('scorecard', 'kpis', { scorecard, prorated: false }),
    ])
    expect(outcomes(of, ['tests', 'monotone', 'no-cliff', 'anonymous'])).toEqual([
      'summer from 2026-01-01: tests held',
      'summer from 2026-01-01: monotone proved',
      'summer from 2026-04-01: monotone proved',
      'kpis from 2026-01-01: monotone held',
      'summer from 2026-01-01: no-cliff broken',
      'summer from 2026-04-01: no-cliff declared',
      'kpis from 2026-01-01: no-cliff declared',
      'handbook: monotone held',
      'handbook: anonymous held',
    ])
    expect(outcomes(of, ['engine-equal'])).toContain('allowance from 2026-01-01: engine-equal held')
  })

  test('of every kind is checked policy by policy, and as a whole', () => {
    expect(outcomes(shop, ofRuns)).toEqual([
      'sold from 2026-01-01: reproducible held',
      'bonus from 2026-01-01: reproducible held',
      'handbook: reproducible held',
      'handbook: anonymous held',
      'handbook: protected-blind proved',
      'handbook: equal-pay held',
      'handbook: budget-balanced held',
      'handbook: additive held',
      'handbook: late-news held',
    ])
  })

  test('is tested by the cases of its policies, whatever their kind', () => {
    const tested = (salary: string, pays: string) =>
      version({ prorated: false }, { tests: [{ name: 'whole', inputs: { salary }, pays }] })
    const of = (...versions: readonly object[]) =>
      book([
        policy('salary', 'salary', {}, { versions }),
        policy('component', 'meals', termsOf(base)),
        policy('plan', 'summer', { plan }),
      ])
    const later = { ...tested('200.00', '200.01'), from: '2026-04-01' }
    expect(outcomes(of(tested('100.00', '100.00'), later), ['tests'])).toEqual([
      'salary from 2026-01-01: tests held',
      'salary from 2026-04-01: tests broken',
    ])
    const [, report] = checkPolicy(of(tested('100.00', '100'), later), { laws: ['tests'] }).reports
    expect(report?.broken).toEqual({
      says: {
        en: 'the test "whole" expects 200.01, and 200.00 is what it comes to',
        'zh-CN': '用例“whole”应为 200.01，实际为 200.00',
      },
      rows: [{ salary: '200.00' }],
    })
  })

  test('with a word of its own is tested by what is called like the policy, or the test fails', () => {
    const tests = [{ name: 'none', inputs: {}, pays: '0' }]
    const of = (id: string) =>
      parseBook(
        {
          ...{ format: 2, id: 'own', currency: 'CNY', retro: 0 },
          policies: [policy('fixed', 'fee', {}, { versions: [version({}, { tests })] })],
        },
        { vocabulary: { fixed: () => [component(id, { pays: 'due' }, yuan('0'))] } },
      )
    expect(outcomes(of('fee'), ['tests'])).toEqual(['fee from 2026-01-01: tests held'])
    expect(outcomes(of('other'), ['tests'])).toEqual(['fee from 2026-01-01: tests broken'])
  })

  const rules = (...own: readonly object[]) => ({
    credits: { currency: 'CNY', credits: { direct: { rules: own, unowned: 'list' } } },
  })
  const above = (more: object) => ({
    credits: {
      currency: 'CNY',
      credits: {
        direct: { rules: [{ owner: 'seller' }], unowned: 'list' },
        up: { of: 'direct', manager: 'boss', ...more },
      },
    },
  })
  const touched = (more: object) => {
    const touches = { by: 'customer', window: 30, model: { kind: 'last' }, ...more }
    return { credits: { currency: 'CNY', credits: { helped: { touches, unowned: 'list' } } } }
  }
  test.each<[what: string, more: object, read: string, en: string, zh: string]>([
    ['a rule', rules({ where: { gender: ['f'] }, owner: 'seller' }), 'gender', 'sex', '性别'],
    ['owners', rules({ by: 'age_band', owners: 'bands' }), 'age_band', 'age', '年龄'],
    ['who touched', touched({ by: 'religion' }), 'religion', 'religion', '宗教信仰'],
    [
      'who is passed over',
      above({ shares: ['0.1'], qualified: { sex: ['m'] } }),
      'sex',
      'sex',
      '性别',
    ],
    [
      'a rank',
      above({ ranked: { rank: 'race', rates: { a: '0.1' } } }),
      'race',
      'ethnicity',
      '民族与种族',
    ],
  ])('whose crediting reads a protected attribute by %s is caught', (_, more, read, en, zh) => {
    const blind = (crediting: object) =>
      checkPolicy(book([policy('salary', 'base', { prorated: false })], { crediting }), {
        laws: ['protected-blind'],
      }).reports[0]
    expect(blind(more)).toMatchObject({
      outcome: 'broken',
      broken: {
        says: {
          en: `"credits" reads "${read}", which tells the ${en} of a person`,
          'zh-CN': `“credits”读取“${read}”，涉及个人的${zh}`,
        },
      },
    })
    for (const fine of [rules({ owner: 'seller' }), above({ shares: ['0.1'] }), touched({})])
      expect(blind(fine)?.outcome).toBe('proved')
  })

  test.each<[what: string, kind: string, terms: object]>([
    [
      'a pool',
      'pool',
      {
        funding: pooled.funding,
        division: { ties: 'id', levels: [{ level: 'person', weight: input('age', 'count', 0) }] },
      },
    ],
    [
      'a plan',
      'plan',
      { plan: { ...plan, measure: { sum: 'sales', where: { attributes: { age: ['x'] } } } } },
    ],
    [
      'a scorecard',
      'scorecard',
      {
        scorecard: { ...scorecard, kpis: [{ ...benchmarkKpi('satisfaction', '1'), kpi: 'age' }] },
        prorated: false,
      },
    ],
  ])('of which %s reads a protected attribute is caught', (_, kind, terms) => {
    const [report] = checkPolicy(book([policy(kind, 'it', terms)]), {
      laws: ['protected-blind'],
    }).reports
    expect(report?.outcome).toBe('broken')
    expect(report?.broken?.says.en).toContain('reads "age"')
  })

  test('may begin late, end before the last of the runs, and pay by the quarter', () => {
    const from = { from: '2026-09-01', to: '2026-10-31' }
    const late = book([
      policy('salary', 'base', {}, { versions: [version({ prorated: true }, from)] }),
      policy('plan', 'summer', {}, { versions: [version({ plan }, from)] }),
    ])
    expect(outcomes(late, ['additive', 'late-news'])).toEqual([
      'handbook: additive held',
      'handbook: late-news held',
    ])
    const rhythms = { month: { kind: 'month' }, quarter: { kind: 'quarter' } }
    const quarterly = { ...plan, period: 'quarter' }
    const mixed = book(
      [policy('salary', 'base', { prorated: true }), policy('plan', 'summer', { plan: quarterly })],
      { rhythms },
    )
    expect(outcomes(mixed, ['additive', 'anonymous'])).toEqual([
      'handbook: additive held',
      'handbook: anonymous held',
    ])
  })
})

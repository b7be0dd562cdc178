import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/calendar/index.js'
import { benchmarkKpi } from '../../../src/kpi/index.js'
import { parseBook } from '../../../src/payroll/index.js'
import {
  assertPolicy,
  checkPolicy,
  describeReport,
  type LawName,
  policyMatchers,
} from '../../../src/testing/index.js'
import { policy, termsOf, version } from '../../payroll/policies.js'
import { allowance, base, company, companyOf, foreign } from './company.js'

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
  const book = (policies: readonly unknown[]) =>
    parseBook({ format: 2, id: 'handbook', currency: 'CNY', retro: 1, policies })

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
      'handbook: anonymous held',
    ])
    expect(outcomes(of, ['engine-equal'])).toContain('allowance from 2026-01-01: engine-equal held')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIsoDate } from '../../src/calendar/index.js'
import { parsePlan } from '../../src/commission/index.js'
import { parseScorecard } from '../../src/kpi/index.js'
import { book as bookOfPay, component, parseData, type Run, records } from '../../src/pay/index.js'
import { parseBook, parseRunData, run, verify, vocabulary } from '../../src/payroll/index.js'
import {
  checkPolicy,
  describeReport,
  payDataOf,
  planPolicies,
  policyBooks,
  scorecardPolicies,
} from '../../src/testing/index.js'

const laws = ['reproducible', 'engine-equal', 'bounded'] as const
const ofRuns = [
  'reproducible',
  'anonymous',
  'equal-pay',
  'additive',
  'late-news',
  'budget-balanced',
] as const

describe('drawn policies', () => {
  test('are plans that are read, and paid alike by every interpreter', () => {
    fc.assert(
      fc.property(planPolicies(), (policy) => {
        const plan = parsePlan(JSON.parse(JSON.stringify(policy)))
        expect(checkPolicy(plan, { laws, runs: 5 }).holds).toBe(true)
      }),
    )
  })

  test('are scorecards that never give less for better', () => {
    fc.assert(
      fc.property(scorecardPolicies(), (policy) => {
        const card = parseScorecard(policy)
        expect(checkPolicy(card, { laws: ['monotone', 'engine-equal'], runs: 3 }).holds).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('are books whose runs pay what is drawn for them, and prove themselves', () => {
    const kinds = new Set<string>()
    let [lines, withheld] = [0, 0]
    const drawn = policyBooks('CNY')
      .map(parseBook)
      .chain((book) =>
        payDataOf(book).map((data) => {
          const credits = Object.keys(book.crediting).length > 0
          return { book, data: credits ? parseData(data) : parseRunData(book, data).data }
        }),
      )
    fc.assert(
      fc.property(drawn, ({ book, data }) => {
        for (const { kind } of book.policy.policies) kinds.add(kind)
        let before: Run | 'first' = 'first'
        for (const period of ['2026-02', '2026-03']) {
          const made: Run = run(book, data, { period, before })
          expect(verify(book, data, made, { before })).toEqual([])
          lines += made.lines.length
          withheld += made.withheld.length
          before = made
        }
      }),
      { numRuns: 20 },
    )
    expect([...kinds].sort()).toEqual(Object.keys(vocabulary).sort())
    expect(lines).toBeGreaterThan(withheld)
  })

  test('are books that keep the laws of whole runs', () => {
    const drawn = policyBooks('JPY').map(parseBook)
    fc.assert(
      fc.property(drawn, fc.constantFrom(...ofRuns), fc.nat(), (book, law, seed) => {
        const report = checkPolicy(book, { laws: [law], runs: 1, seed })
        expect(report.holds, describeReport(report)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  test('have data whose members are dates where a condition asks for days', () => {
    const due = { due: { from: '2026-03-01', to: '2026-03-31' } }
    const counted = component('n', {}, records('bills', 'count', { where: due }))
    const book = bookOfPay([counted], { currency: 'CNY', retro: 0 })
    fc.assert(
      fc.property(payDataOf(book), (data) => {
        const bills = parseData(data).records?.['bills'] ?? []
        expect(bills.every((row) => isIsoDate(row['due']))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('draw every kind of tier, with each part and without', () => {
    const drawn = fc.sample(planPolicies(), { seed: 1, numRuns: 200 })
    expect(new Set(drawn.map(({ tiers }) => tiers.kind)).size).toBe(6)
    for (const part of ['gate', 'modifiers', 'accelerator', 'kickers', 'floor', 'cap'] as const)
      expect(new Set(drawn.map((plan) => plan[part] === undefined)).size).toBe(2)
  })
})

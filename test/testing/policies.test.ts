import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { parsePlan } from '../../src/commission/index.js'
import { parseScorecard } from '../../src/kpi/index.js'
import { parseBook, runCompensation, verify } from '../../src/run/index.js'
import {
  bookPolicies,
  checkPolicy,
  planPolicies,
  runDataOf,
  scorecardPolicies,
} from '../../src/testing/index.js'

const laws = ['reproducible', 'engine-equal', 'bounded'] as const

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

  test('are books whose runs prove themselves', () => {
    const period = parsePeriod('2026-03')
    const drawn = bookPolicies()
      .map(parseBook)
      .chain((book) => runDataOf(book, period).map((data) => ({ book, data })))
    fc.assert(
      fc.property(drawn, ({ book, data }) => {
        const { statements } = runCompensation(book, data, period)
        for (const statement of statements.slice(0, 2))
          expect(verify(statement, book, data)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('draw every kind of tier, with each part and without', () => {
    const drawn = fc.sample(planPolicies(), { seed: 1, numRuns: 200 })
    expect(new Set(drawn.map(({ tiers }) => tiers.kind)).size).toBe(5)
    for (const part of ['gate', 'modifiers', 'accelerator', 'kickers', 'floor', 'cap'] as const)
      expect(new Set(drawn.map((plan) => plan[part] === undefined)).size).toBe(2)
  })
})

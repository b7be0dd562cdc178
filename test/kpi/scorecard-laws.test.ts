import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/formula/index.js'
import { type ScorecardPolicy, scorecard, scorecardInputs } from '../../src/kpi/index.js'
import { decimal, fromScaled } from '../../src/quantity/index.js'
import { measuredCards, measurementOf } from './cards.js'
import { referenceScore } from './reference.js'

type Reported = Readonly<Record<string, string | null>>

const scoreOf = (policy: ScorecardPolicy, measures: Reported) => {
  const card = scorecard(policy)
  return evaluate(card.score, scorecardInputs(card, measures)).value
}
const anyRule = fc.constantFrom('fail' as const, 'zero' as const, 'redistribute' as const)
const lenient = fc.constantFrom('zero' as const, 'redistribute' as const)

describe('the score', () => {
  test('is that of whole-number arithmetic, whatever is missing', () => {
    const drawn = measuredCards(lenient).chain(({ policy, measures }) =>
      fc.record({
        policy: fc.constant(policy),
        measures: fc.constant(measures),
        // The first stays, so that something is reported.
        absent: fc.subarray(policy.kpis.slice(1).map(({ kpi }) => kpi)),
      }),
    )
    fc.assert(
      fc.property(drawn, ({ policy, measures, absent }) => {
        const reported = { ...measures, ...Object.fromEntries(absent.map((kpi) => [kpi, null])) }
        expect(scoreOf(policy, reported)).toBe(referenceScore(policy, reported))
      }),
    )
  })

  test('never falls where a KPI gets better in its direction', () => {
    const drawn = measuredCards(anyRule).chain(({ policy, measures }) =>
      fc.record({
        policy: fc.constant(policy),
        measures: fc.constant(measures),
        change: fc
          .constantFrom(...policy.kpis)
          .chain((kpi) => measurementOf(kpi).map((value) => ({ kpi, value }))),
      }),
    )
    fc.assert(
      fc.property(drawn, ({ policy, measures, change: { kpi, value } }) => {
        const before = decimal(scoreOf(policy, measures))
        const after = decimal(scoreOf(policy, { ...measures, [kpi.kpi]: value }))
        const rise = decimal(value).minus(measures[kpi.kpi] as string)
        const better = kpi.direction === 'higher' ? rise : rise.negated()
        if (better.isNegative()) expect(after.lessThanOrEqualTo(before)).toBe(true)
        else expect(after.greaterThanOrEqualTo(before)).toBe(true)
      }),
    )
  })

  test('stays within 0 and the score of the stretch', () => {
    fc.assert(
      fc.property(measuredCards(anyRule), ({ policy, measures }) => {
        const score = decimal(scoreOf(policy, measures))
        expect(score.isNegative()).toBe(false)
        expect(score.lessThanOrEqualTo(policy.scores.stretch)).toBe(true)
      }),
    )
  })

  test('does not depend on the order of KPIs or measures', () => {
    fc.assert(
      fc.property(measuredCards(anyRule), ({ policy, measures }) => {
        const turned = { ...policy, kpis: policy.kpis.toReversed() }
        const shuffled = Object.fromEntries(Object.entries(measures).toReversed())
        expect(scoreOf(turned, shuffled)).toBe(scoreOf(policy, measures))
      }),
    )
  })

  test('is the same by every rule where all is reported', () => {
    fc.assert(
      fc.property(measuredCards(fc.constant('fail')), ({ policy, measures }) => {
        const score = scoreOf(policy, measures)
        expect(scoreOf({ ...policy, missing: 'zero' }, measures)).toBe(score)
        expect(scoreOf({ ...policy, missing: 'redistribute' }, measures)).toBe(score)
      }),
    )
  })
})

describe('redistributing', () => {
  test('scores as a card of the reported KPIs alone, their weights normalised', () => {
    // From the normalised weights n of a card: each becomes n × part, and a KPI that nobody measures
    // takes the rest.
    const drawn = fc.record({
      whole: measuredCards(fc.constant('fail')),
      part: fc.integer({ min: 1, max: 99 }),
    })
    fc.assert(
      fc.property(drawn, ({ whole: { policy, measures }, part }) => {
        const share = fromScaled(BigInt(part), 2)
        const rest = fromScaled(BigInt(100 - part), 2)
        const [first] = policy.kpis
        const larger: ScorecardPolicy = {
          ...policy,
          missing: 'redistribute',
          kpis: [
            ...policy.kpis.map((kpi) => ({
              ...kpi,
              weight: decimal(kpi.weight).times(share).toFixed(),
            })),
            { ...(first as ScorecardPolicy['kpis'][number]), kpi: 'unmeasured', weight: rest },
          ],
        }
        const score = scoreOf(policy, measures)
        expect(scoreOf(larger, measures)).toBe(score)
        expect(scoreOf(larger, { ...measures, unmeasured: null })).toBe(score)
      }),
    )
  })

  test('never scores less than zero does', () => {
    fc.assert(
      fc.property(measuredCards(fc.constant('zero')), ({ policy, measures }) => {
        const [first] = policy.kpis.map(({ kpi }) => kpi)
        const one = { [first as string]: measures[first as string] as string }
        const zero = decimal(scoreOf(policy, one))
        const shared = decimal(scoreOf({ ...policy, missing: 'redistribute' }, one))
        expect(shared.greaterThanOrEqualTo(zero)).toBe(true)
      }),
    )
  })
})

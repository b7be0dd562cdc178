import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  exitTable,
  parseCard,
  personPeriods,
  riskOf,
  signalsOf,
} from '../../src/attrition/index.js'
import { buildRanges, promote, reviewGrade } from '../../src/grade/index.js'
import { careerMermaid, nextMoves, waysTo } from '../../src/growth/index.js'
import { assess, benefitsOf, costByYear } from '../../src/investment/index.js'
import { cascadeTarget, distribute } from '../../src/kpi/index.js'
import { decimal, minorUnits, total } from '../../src/quantity/index.js'
import { collectRatings, correctRatings } from '../../src/rating/index.js'
import * as testing from '../../src/testing/index.js'

const sum = (values: readonly string[]) => Number(total(values, 3))

describe('drawn careers', () => {
  const careers = testing
    .careerFrameworks()
    .chain((framework) => testing.careersIn(framework).map((career) => ({ framework, career })))
  const days = fc.constantFrom('2024-06-30', '2025-12-31', '2027-06-30')

  test('lead at once, and for nothing, where somebody is eligible, and only there', () => {
    fc.assert(
      fc.property(careers, days, ({ framework, career }, on) => {
        for (const { to, eligible, missing } of nextMoves(framework, career, on)) {
          const { shortest, cheapest } = waysTo(framework, career, { goal: to, on })
          if (eligible) {
            expect([shortest.arrives, cheapest.cost]).toEqual([on, cheapest.cost])
            expect([Number(cheapest.cost), cheapest.toEarn]).toEqual([0, []])
          }
          const direct = shortest.positions.length === 2
          const atOnce = shortest.arrives === on && shortest.toEarn.length === 0
          const free = shortest.moves.every(({ trainings }) => trainings.length === 0)
          if (direct && atOnce && free) expect(missing).toEqual([])
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('have a shortest way that is none the longer, a cheapest none the dearer', () => {
    fc.assert(
      fc.property(careers, days, ({ framework, career }, on) => {
        for (const { to } of nextMoves(framework, career, on)) {
          const { shortest, cheapest } = waysTo(framework, career, { goal: to, on })
          expect(shortest.toEarn.length).toBe(cheapest.toEarn.length)
          expect(shortest.arrives <= cheapest.arrives).toBe(true)
          expect(decimal(cheapest.cost).lessThanOrEqualTo(shortest.cost)).toBe(true)
          expect(shortest.arrives >= on && shortest.arrives >= career.since).toBe(true)
          for (const way of [shortest, cheapest]) {
            const dates = way.moves.map((move) => move.on)
            expect(dates).toEqual(dates.toSorted())
            const prices = way.moves
              .flatMap((move) => move.trainings)
              .map((id) => framework.trainings?.find((each) => each.id === id)?.cost as string)
            expect(sum(prices)).toBe(Number(way.cost))
          }
        }
        expect(careerMermaid(framework, career, { on, locale: 'en' })).toContain(':::here')
      }),
    )
  })
})

describe('drawn risk cards', () => {
  const observed = testing.cardPolicies().chain((policy) => {
    const card = parseCard(policy)
    return testing.observationsOf(card).map((people) => ({ card, people }))
  })

  test('have reasons that add up to the score, and a probability that grows with it', () => {
    fc.assert(
      fc.property(observed, ({ card, people }) => {
        const risks = people.map(({ signals }) => riskOf(card, signals))
        for (const { score, reasons } of risks)
          expect(reasons.reduce((all, { points }) => all + points, 0)).toBe(score)
        const byScore = risks.toSorted((a, b) => a.score - b.score)
        const chances = byScore.map(({ probability }) => Number(probability))
        expect(chances).toEqual(chances.toSorted((a, b) => a - b))
      }),
    )
  })

  test('never fall where more of a signal means more risk', () => {
    fc.assert(
      fc.property(observed, fc.nat(1_000), ({ card, people }, more) => {
        for (const { signals } of people)
          for (const each of card.policy.signals) {
            const value = signals[each.signal]
            if (each.kind === 'category' || value === undefined) continue
            const raised = { ...signals, [each.signal]: decimal(value).plus(more).toFixed() }
            const [before, after] = [riskOf(card, signals).score, riskOf(card, raised).score]
            expect(each.risk === 'rises' ? after >= before : after <= before).toBe(true)
          }
      }),
    )
  })

  test('read signals that tell shares as shares and months as months', () => {
    const span = { from: '2025-01-01', to: '2025-12-31' }
    const pay = { midpoint: '10000', peers: ['9000', '11000'] }
    fc.assert(
      fc.property(testing.personRecords(), (records) => {
        const read = signalsOf(records, { span, pay })
        const shares = [read.lateShare, read.absenceShare].map((each) => Number(each ?? 0))
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
        expect(read.compaRatio === undefined).toBe(read.gapToPeers === undefined)
        const later = records.days.map((each) => ({ ...each, date: '2026-06-01' }))
        const without = { ...records, days: [] }
        expect(signalsOf({ ...records, days: later }, { span, pay })).toEqual(
          signalsOf(without, { span, pay }),
        )
      }),
    )
  })

  test('count each person in each period watched, and nobody after leaving', () => {
    fc.assert(
      fc.property(testing.spells(), (spells) => {
        const watched = spells.reduce((all, { from, until }) => all + until - from, 0)
        expect(personPeriods(spells).length).toBe(watched)
        const { periods } = exitTable(spells)
        const left = periods.reduce((all, each) => all + each.left, 0)
        expect(left).toBe(spells.filter((each) => each.left).length)
      }),
    )
  })
})

describe('drawn offers', () => {
  test('have flows of what they bring less what they cost', () => {
    fc.assert(
      fc.property(testing.offers(), testing.assumptions(), (offer, company) => {
        const { costs, totalCost, flows, benefits } = assess(offer, company)
        expect(costs).toEqual(costByYear(offer, company))
        expect(costs.length).toBe(company.years + 1)
        expect(benefits).toEqual(benefitsOf(company, offer.currency))
        const places = minorUnits(offer.currency)
        expect(total(costs, places)).toBe(totalCost)
        const all = decimal(benefits.total).times(company.years).minus(totalCost)
        expect(total(flows, places)).toBe(all.toFixed(places))
      }),
    )
  })

  test('are worth their cost from the break-even on, and not just before it', () => {
    fc.assert(
      fc.property(testing.offers(), testing.assumptions(), (offer, company) => {
        const { breakEvenPeople: people } = assess(offer, company)
        if (people === undefined) return
        const worth = (count: number) =>
          Number(assess(offer, { ...company, people: count }).netPresentValue)
        expect(worth(people)).toBeGreaterThanOrEqual(-0.5)
        if (people > 1) expect(worth(people - 1)).toBeLessThan(0)
      }),
      { numRuns: 30 },
    )
  })
})

describe('drawn targets', () => {
  test('come down a cascade whole', () => {
    fc.assert(
      fc.property(testing.cascadePolicies(), fc.nat(1_000_000), (policy, target) => {
        const targets = cascadeTarget(policy, target)
        expect(targets.map(({ node }) => node).sort()).toEqual(
          policy.nodes.map(({ node }) => node).sort(),
        )
        for (const { node, target: whole } of targets) {
          const below = targets.filter(({ parent }) => parent === node)
          if (below.length > 0) expect(sum(below.map((each) => each.target))).toBe(Number(whole))
        }
      }),
    )
  })

  test('put nobody in a worse band for a better score, and equals in one', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(testing.distributionPolicies(), scores, (policy, drawn) => {
        const people = drawn.map((score, i) => ({ id: `p${i}`, score: String(score * 11) }))
        const { people: banded, bands } = distribute(policy, people)
        const place = (band: string) => bands.findIndex((each) => each.band === band)
        for (const one of banded)
          for (const other of banded) {
            const better = Number(one.score) - Number(other.score)
            if (better >= 0) expect(place(one.band)).toBeLessThanOrEqual(place(other.band))
          }
        expect(bands.reduce((all, { actual }) => all + actual, 0)).toBe(people.length)
      }),
    )
  })
})

describe('drawn ratings', () => {
  const rated = fc
    .record({ policy: testing.ratingPolicies(), who: testing.participants() })
    .chain(({ policy, who }) =>
      testing.ratingsOf(policy, who).map((ratings) => ({ policy, who, ratings })),
    )

  test('are all counted or excluded with a reason, within the scale', () => {
    fc.assert(
      fc.property(rated, ({ policy, who, ratings }) => {
        const { verdicts, excluded } = collectRatings(policy, who, ratings)
        const counted = ratings.filter((each) => !excluded.some(({ rating }) => rating === each))
        const pairs = new Set(counted.map(({ rater, subject }) => `${rater} ${subject}`))
        expect(verdicts.length).toBe(pairs.size)
        for (const { score } of verdicts) {
          expect(decimal(score).greaterThanOrEqualTo(policy.scale.minimum)).toBe(true)
          expect(decimal(score).lessThanOrEqualTo(policy.scale.maximum)).toBe(true)
        }
      }),
    )
  })

  test('are corrected alike whatever order they come in', () => {
    fc.assert(
      fc.property(rated, ({ policy, who, ratings }) => {
        const { verdicts } = collectRatings(policy, who, ratings)
        expect(correctRatings(policy, verdicts.toReversed())).toEqual(
          correctRatings(policy, verdicts),
        )
      }),
    )
  })
})

describe('drawn grades', () => {
  const ranged = testing.payRanges().filter(({ ranges }) => ranges.length >= 2)

  test('rise, and each range holds its midpoint', () => {
    fc.assert(
      fc.property(testing.rangeProgressions(), (progression) => {
        const { ranges } = buildRanges(progression)
        for (const [i, { minimum, midpoint, maximum }] of ranges.entries()) {
          expect(Number(minimum)).toBeLessThanOrEqual(Number(midpoint))
          expect(Number(midpoint)).toBeLessThanOrEqual(Number(maximum))
          expect(Number(ranges[i - 1]?.midpoint ?? 0)).toBeLessThanOrEqual(Number(midpoint))
        }
      }),
    )
  })

  test('never lower pay on promotion, whatever the rule', () => {
    const at = fc.constantFrom('minimum' as const, 'midpoint' as const, 'maximum' as const)
    fc.assert(
      fc.property(ranged, testing.promotionRules(), at, ({ currency, ranges }, rule, where) => {
        const [from, to] = ranges as [(typeof ranges)[0], (typeof ranges)[0]]
        if (rule.rule === 'steps' && from.steps === undefined) return
        const salary = from[where]
        const paid = promote(rule, { salary, from, to, currency, rounding: 'half-up' })
        expect(decimal(paid.salary).greaterThanOrEqualTo(salary)).toBe(true)
        expect(decimal(paid.salary).minus(salary).equals(paid.increase)).toBe(true)
      }),
    )
  })

  test('move for what all reasons of one side say, and never both ways', () => {
    const rule = { rule: 'to-minimum' } as const
    fc.assert(
      fc.property(
        testing.reviewPolicies(),
        testing.reviewEvidence(),
        ranged,
        (policy, evidence, ranges) => {
          const { decision, promotion, stepDown } = reviewGrade(policy, evidence, {
            ranges,
            rule,
            rounding: 'half-up',
          })
          const [up, down] = [promotion, stepDown].map((side) => side.every(({ met }) => met))
          expect(up && down).toBe(false)
          expect(decision).toBe(up ? 'promote' : down ? 'step-down' : 'hold')
        },
      ),
    )
  })
})

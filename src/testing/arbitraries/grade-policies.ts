import fc from 'fast-check'
import type {
  Evidence,
  FactorPlanPolicy,
  GradeStructure,
  MeritPolicy,
  PayRanges,
  PromotionRule,
  RangeProgression,
  ReviewPolicy,
  WaitingPeriods,
} from '../../grade/index.js'
import { minorUnits } from '../../quantity/index.js'
import { currencies, day, fixed, months, part, rate, rising, rounding, whole } from './draws.js'

/**
 * Draws point-factor plans that `parseFactorPlan` accepts: one to four factors, each with one to five
 * degrees whose points rise, with or without a weight.
 *
 * @example
 * fc.assert(fc.property(factorPlanPolicies(), (policy) => parseFactorPlan(policy).policy.factors.length <= 4))
 */
export function factorPlanPolicies(): fc.Arbitrary<FactorPlanPolicy> {
  const degrees = rising(0, 500).map((points) =>
    Object.fromEntries(points.map((each, i) => [`degree${i + 1}`, String(each)])),
  )
  const factor = fc.record({ degrees, weight: part(2) }, { requiredKeys: ['degrees'] })
  return fc.array(factor, { minLength: 1, maxLength: 4 }).map((factors) => ({
    id: 'drawn',
    factors: factors.map((each, i) => ({ factor: `factor${i + 1}`, ...each })),
  }))
}

/**
 * Draws grade structures that `parseStructure` accepts: one to five grades, each from more points than
 * the one before.
 *
 * @example
 * fc.assert(fc.property(gradeStructures(), (structure) => parseStructure(structure).grades.length <= 5))
 */
export function gradeStructures(): fc.Arbitrary<GradeStructure> {
  return rising(0, 1_000).map((starts) => ({
    id: 'drawn',
    grades: starts.map((from, i) => ({ grade: `g${i + 1}`, from: String(from) })),
  }))
}

/**
 * Draws pay ranges that `parseRanges` accepts: one to five grades whose midpoints rise, a fifth below
 * and above each, with or without fixed steps.
 *
 * @example
 * fc.assert(fc.property(payRanges(), (ranges) => parseRanges(ranges).ranges.length <= 5))
 */
export function payRanges(): fc.Arbitrary<PayRanges> {
  return fc
    .record({ currency: currencies, middles: rising(10, 20_000), stepped: fc.boolean() })
    .map(({ currency, middles, stepped }) => ({
      currency,
      ranges: middles.map((middle, i) => {
        const fifth = Math.floor(middle / 5)
        const [minimum, midpoint, maximum] = [middle - fifth, middle, middle + fifth].map(
          String,
        ) as [string, string, string]
        const steps = stepped && { steps: [minimum, midpoint, maximum] }
        return { grade: `g${i + 1}`, minimum, midpoint, maximum, ...steps }
      }),
    }))
}

/**
 * Draws merit matrices that `parseMerit` accepts: one to five ratings by one to five bands of
 * compa-ratio, increases up to 20 % or guidelines around such, with or without proration; what passes
 * the range's maximum is held back, let pass or paid as a lump sum.
 *
 * @example
 * fc.assert(fc.property(meritPolicies(), (policy) => parseMerit(policy).policy.ratings.length > 0))
 */
export function meritPolicies(): fc.Arbitrary<MeritPolicy> {
  const size = fc.integer({ min: 1, max: 5 })
  const above = fc.oneof(
    { withCrossShrink: true },
    fc.record({ aboveMaximum: fc.constantFrom('cap' as const, 'allow' as const) }),
    fc.record({
      aboveMaximum: fc.constant('lump-sum' as const),
      lumpSumPeriods: fc.constantFrom(1, 12),
    }),
  )
  const proration = fc.record({ effective: day('2026-01-01', 365), fullMonths: months(1) })
  return fc
    .record({
      currency: currencies,
      rounding,
      above,
      proration: fc.option(proration),
      ratings: size.map((count) => Array.from({ length: count }, (_, i) => `rating${i + 1}`)),
      bounds: rising(50, 150),
    })
    .chain(
      ({ ratings, bounds: [, ...bounds], above: pastMaximum, proration: prorated, ...drawn }) => {
        const rows = <T>(cell: fc.Arbitrary<T>) =>
          fc
            .tuple(...ratings.map(() => fc.tuple(cell, ...bounds.map(() => cell))))
            .map((cells) => Object.fromEntries(ratings.map((each, i) => [each, cells[i] as T[]])))
        const matrix = fc.oneof(
          { withCrossShrink: true },
          rows(rate).map((increases) => ({ increases })),
          rows(guideline).map((guidelines) => ({ guidelines })),
        )
        return matrix.map((cells) => ({
          id: 'drawn',
          ...drawn,
          ...pastMaximum,
          ...(prorated !== null && { proration: prorated }),
          ratings,
          compaRatios: [{}, ...bounds.map((from) => ({ from: fixed(from, 2) }))],
          ...cells,
        }))
      },
    )
}

/** A minimum, a target and a maximum that rise, up to 20 %. */
const guideline = fc
  .tuple(...[1, 2, 3].map(() => fc.integer({ min: 0, max: 200 })))
  .map((drawn) => {
    const [minimum, target, maximum] = drawn
      .toSorted((a, b) => a - b)
      .map((value) => fixed(value, 3)) as [string, string, string]
    return { minimum, target, maximum }
  })

/**
 * Draws range progressions that `parseProgression` accepts, and `buildRanges` makes ranges of: one to
 * five grades, with or without steps.
 *
 * @example
 * fc.assert(fc.property(rangeProgressions(), (json) => buildRanges(json).ranges.length <= 5))
 */
export function rangeProgressions(): fc.Arbitrary<RangeProgression> {
  return currencies.chain((currency) =>
    fc
      .record(
        {
          count: fc.integer({ min: 1, max: 5 }),
          firstMidpoint: whole(1_000, 20_000),
          progression: rate,
          spread: part(1),
          steps: fc.integer({ min: 2, max: 5 }),
          roundTo: fc.integer({ min: 0, max: minorUnits(currency) }),
          rounding,
        },
        {
          requiredKeys: ['count', 'firstMidpoint', 'progression', 'spread', 'roundTo', 'rounding'],
        },
      )
      .map(({ count, ...drawn }) => ({
        currency,
        grades: Array.from({ length: count }, (_, i) => `g${i + 1}`),
        ...drawn,
      })),
  )
}

/**
 * Draws promotion rules that `parsePromotionRule` accepts, of every kind.
 *
 * @example
 * fc.assert(fc.property(promotionRules(), (rule) => parsePromotionRule(rule).rule === rule.rule))
 */
export function promotionRules(): fc.Arbitrary<PromotionRule> {
  return fc.oneof(
    { withCrossShrink: true },
    fc.record({ rule: fc.constant('to-minimum' as const) }),
    fc.record({
      rule: fc.constantFrom('percentage' as const, 'percentage-or-minimum' as const),
      increase: rate,
    }),
    fc.record({ rule: fc.constant('steps' as const), steps: fc.integer({ min: 1, max: 4 }) }),
  )
}

/**
 * Draws waiting periods that `parseWaitingPeriods` accepts, from the first step on: of weeks, months or
 * years.
 *
 * @example
 * fc.assert(fc.property(waitingPeriods(), (waiting) => parseWaitingPeriods(waiting)[0]?.fromStep === 1))
 */
export function waitingPeriods(): fc.Arbitrary<WaitingPeriods> {
  const length = fc.oneof(
    { withCrossShrink: true },
    fc.record({ weeks: fc.integer({ min: 1, max: 156 }) }),
    fc.record({ months: months(1) }),
    fc.record({ years: fc.integer({ min: 1, max: 5 }) }),
  )
  return rising(1, 10).chain((steps) =>
    fc
      .tuple(...steps.map(() => length))
      .map((lengths) => steps.map((fromStep, i) => ({ fromStep, ...lengths[i] }))),
  )
}

/**
 * Draws reviews that `parseReview` accepts: of two to six periods, with or without a KPI, ratings,
 * competencies and months that a promotion asks for as well.
 *
 * @example
 * fc.assert(fc.property(reviewPolicies(), (policy) => parseReview(policy).window <= 6))
 */
export function reviewPolicies(): fc.Arbitrary<ReviewPolicy> {
  return fc.integer({ min: 2, max: 6 }).chain((window) => {
    const periods = fc.integer({ min: 2, max: window })
    const kpi = fc.record({
      kpi: fc.constant('satisfaction'),
      direction: fc.constantFrom('higher' as const, 'lower' as const),
      level: part(2),
      periods,
    })
    return fc.record({
      id: fc.constant('drawn'),
      window: fc.constant(window),
      promote: fc.record(
        {
          score: whole(60, 100),
          periods,
          kpis: fc.tuple(kpi),
          ratings: fc.subarray(['A', 'B'], { minLength: 1 }),
          competencies: fc.constant(['coaching']),
          monthsInGrade: months(1),
        },
        { requiredKeys: ['score', 'periods'] },
      ),
      stepDown: fc.record({ score: whole(0, 59), periods }),
    })
  })
}

/**
 * Draws what is known of a person at a review, as `parseEvidence` accepts it: up to six periods with the
 * scores, ratings and the KPI that {@link reviewPolicies} ask for, in a grade of {@link payRanges}.
 *
 * @example
 * fc.assert(fc.property(reviewEvidence(), (evidence) => parseEvidence(evidence).periods.length <= 6))
 */
export function reviewEvidence(): fc.Arbitrary<Evidence> {
  const period = fc.record(
    {
      score: whole(0, 100),
      rating: fc.constantFrom('A', 'B', 'C'),
      kpis: fc.record({ satisfaction: part(2) }),
    },
    { requiredKeys: ['score'] },
  )
  return fc.record({
    grade: fc.constantFrom('g1', 'g2'),
    salary: whole(0, 20_000),
    monthsInGrade: months(0),
    periods: fc
      .array(period, { maxLength: 6 })
      .map((drawn) => drawn.map((each, i) => ({ period: `period${i + 1}`, ...each }))),
    competencies: fc.subarray(['coaching', 'listening']),
  })
}

import fc from 'fast-check'
import type { FactorPlanPolicy, GradeStructure, MeritPolicy, PayRanges } from '../grade/index.js'
import { currencies, fixed, part, rate, rising, rounding } from './draws.js'

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
 * compa-ratio, increases up to 20 %.
 *
 * @example
 * fc.assert(fc.property(meritPolicies(), (policy) => parseMerit(policy).policy.ratings.length > 0))
 */
export function meritPolicies(): fc.Arbitrary<MeritPolicy> {
  const size = fc.integer({ min: 1, max: 5 })
  return fc
    .record({
      currency: currencies,
      rounding,
      aboveMaximum: fc.constantFrom('cap' as const, 'allow' as const),
      ratings: size.map((count) => Array.from({ length: count }, (_, i) => `rating${i + 1}`)),
      bounds: rising(50, 150),
    })
    .chain(({ ratings, bounds: [, ...bounds], ...drawn }) =>
      fc
        .tuple(...ratings.map(() => fc.tuple(rate, ...bounds.map(() => rate))))
        .map((increases) => ({
          id: 'drawn',
          ...drawn,
          ratings,
          compaRatios: [{}, ...bounds.map((from) => ({ from: fixed(from, 2) }))],
          increases: Object.fromEntries(ratings.map((each, i) => [each, increases[i] as string[]])),
        })),
    )
}

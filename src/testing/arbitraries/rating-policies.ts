import fc from 'fast-check'
import type { BlendPolicy, Participants, Rating, RatingPolicy } from '../../rating/index.js'
import { decimalIn, places, sharesOfOne } from './draws.js'

const departments = ['operations', 'service', 'shipping'] as const
const people = ['ann', 'ben', 'cho', 'dev'] as const

/**
 * Draws rating policies that `parseRatingPolicy` accepts: scales of 5, 10 or 100, one to four criteria,
 * raters of all departments or of some, with and without shrinkage.
 *
 * @example
 * fc.assert(fc.property(ratingPolicies(), (policy) => parseRatingPolicy(policy).criteria.length <= 4))
 */
export function ratingPolicies(): fc.Arbitrary<RatingPolicy> {
  const few = fc.integer({ min: 1, max: 5 })
  const raters = fc.record(
    {
      departments: fc.shuffledSubarray([...departments], { minLength: 1 }),
      ownDepartment: fc.boolean(),
    },
    { requiredKeys: ['ownDepartment'] },
  )
  return fc
    .record({
      scale: fc.record({
        minimum: fc.constantFrom('0', '1'),
        maximum: fc.constantFrom('5', '10', '100'),
      }),
      criteria: sharesOfOne.map((weights) =>
        weights.map((weight, i) => ({ criterion: `criterion${i + 1}`, weight })),
      ),
      raters,
      minimumRaters: few,
      anonymityThreshold: few,
      shrinkage: decimalIn(0, 5, 1),
      places,
    })
    .map((drawn) => ({ id: 'drawn', ...drawn }))
}

/**
 * Draws who takes part in a rating, as `parseParticipants` accepts it: two to four raters, each of them
 * a subject too, a joint event of two of them, and up to two conflicts of interest.
 *
 * @example
 * fc.assert(fc.property(participants(), ({ raters }) => Object.keys(raters).length <= 4))
 */
export function participants(): fc.Arbitrary<Participants> {
  return fc.integer({ min: 2, max: people.length }).chain((count) => {
    const raters = people.slice(0, count)
    const conflict = fc.record({
      rater: fc.constantFrom(...raters),
      subject: fc.constantFrom(...raters, 'spring-sale'),
      reason: fc.constant('Declared'),
    })
    return fc
      .record({
        homes: fc.tuple(...raters.map(() => fc.constantFrom(...departments))),
        conflicts: fc.array(conflict, { maxLength: 2 }),
      })
      .map(({ homes, conflicts }) => {
        const home = raters.map((rater, i) => [rater, homes[i] as string] as const)
        const alone = home.map(
          ([rater, department]) => [rater, { departments: [department], people: [rater] }] as const,
        )
        const makers = home.slice(0, 2)
        const event = {
          departments: [...new Set(makers.map(([, department]) => department))],
          people: makers.map(([maker]) => maker),
        }
        return {
          raters: Object.fromEntries(home),
          subjects: { ...Object.fromEntries(alone), 'spring-sale': event },
          conflicts,
        }
      })
  })
}

/**
 * Draws ratings that `parseRatings` accepts and `collectRatings` sorts: scores on the policy's scale for
 * its criteria, each given once, nobody rating what they made.
 *
 * @example
 * fc.assert(fc.property(ratingsOf(policy, who), (given) => collectRatings(policy, who, given).excluded.length <= given.length))
 */
export function ratingsOf(
  { scale, criteria }: RatingPolicy,
  { raters, subjects }: Participants,
): fc.Arbitrary<readonly Rating[]> {
  const possible = Object.keys(raters).flatMap((rater) =>
    Object.entries(subjects)
      .filter(([, { people: makers }]) => !makers.includes(rater))
      .flatMap(([subject]) => criteria.map(({ criterion }) => ({ rater, subject, criterion }))),
  )
  const score = decimalIn(Number(scale.minimum), Number(scale.maximum), 0)
  return fc
    .shuffledSubarray(possible)
    .chain((given) =>
      fc
        .tuple(...given.map(() => score))
        .map((scores) => given.map((each, i) => ({ ...each, score: scores[i] as string }))),
    )
}

/**
 * Draws blends that `parseBlend` accepts: of one to four parts.
 *
 * @example
 * fc.assert(fc.property(blendPolicies(), (policy) => parseBlend(policy).formula.unit === 'points'))
 */
export function blendPolicies(): fc.Arbitrary<BlendPolicy> {
  return sharesOfOne.chain((weights) =>
    fc.tuple(...weights.map(() => places)).map((scales) => ({
      id: 'drawn',
      parts: weights.map((weight, i) => ({
        part: `part${i + 1}`,
        weight,
        scale: scales[i] as number,
      })),
    })),
  )
}

import fc from 'fast-check'
import { addDays } from '../../calendar/index.js'
import type { Career, CareerFramework, PromotionRounds } from '../../growth/index.js'
import { amount, currencies, day, months, whole } from './draws.js'

const competencies = ['listening', 'coaching']
const certificates = ['first-aid']

/** What a move needs, of a framework of so many levels. */
const needsUpTo = (levels: number) =>
  fc.record(
    {
      monthsInPosition: months(1),
      monthsOfService: months(1),
      ratings: fc.integer({ min: 1, max: 4 }).chain((of) =>
        fc.record({
          atLeast: whole(1, 5),
          count: fc.integer({ min: 1, max: of }),
          of: fc.constant(of),
        }),
      ),
      competencies: fc.dictionary(
        fc.constantFrom(...competencies),
        fc.integer({ min: 1, max: levels }),
      ),
      certificates: fc.subarray(certificates),
    },
    { requiredKeys: [] },
  )

/** What a training teaches, of a framework of so many levels. */
const teachesUpTo = (levels: number) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: levels }).chain((to) =>
      fc.record({
        competency: fc.constantFrom(...competencies),
        from: fc.integer({ min: 0, max: to - 1 }),
        to: fc.constant(to),
      }),
    ),
    { selector: ({ competency }) => competency, maxLength: 2 },
  )

/**
 * Draws career frameworks that `parseCareerFramework` accepts: one to four positions with moves from any
 * to any later one, two competencies of up to three levels, a certificate, and up to three trainings.
 *
 * @example
 * fc.assert(fc.property(careerFrameworks(), (framework) => parseCareerFramework(framework).positions.length <= 4))
 */
export function careerFrameworks(): fc.Arbitrary<CareerFramework> {
  const size = fc.record({
    currency: currencies,
    levels: fc.integer({ min: 1, max: 3 }),
    positions: fc.integer({ min: 1, max: 4 }),
  })
  return size.chain(({ currency, levels, positions }) => {
    const ids = Array.from({ length: positions }, (_, i) => `position${i + 1}`)
    const needs = fc.option(needsUpTo(levels), { nil: undefined })
    const pairs = ids.flatMap((from, i) => ids.slice(i + 1).map((to) => ({ from, to })))
    const training = fc.record({
      cost: amount(currency, 2_000),
      days: fc.integer({ min: 1, max: 90 }),
      teaches: teachesUpTo(levels),
      grants: fc.subarray(certificates),
    })
    return fc
      .record({
        moves: fc.tuple(...pairs.map(() => needs)),
        valid: fc.tuple(...competencies.map(() => fc.option(months(1), { nil: undefined }))),
        trainings: fc.array(training, { maxLength: 3 }),
      })
      .map(({ moves, valid, trainings }) => ({
        id: 'drawn',
        currency,
        levels: Array.from({ length: levels }, (_, i) => `level${i + 1}`),
        competencies: competencies.map((id, i) => {
          const validMonths = valid[i]
          return validMonths === undefined ? { id } : { id, validMonths }
        }),
        certificates: certificates.map((id) => ({ id })),
        positions: ids.map((id) => ({ id })),
        moves: pairs.flatMap((pair, i) => {
          const drawn = moves[i]
          return drawn === undefined ? [] : [{ ...pair, needs: drawn }]
        }),
        trainings: trainings.map((each, i) => ({ id: `training${i + 1}`, ...each })),
      }))
  })
}

/**
 * Draws careers within a framework, as `parseCareer` accepts them: somebody hired from 2024 to 2026 in
 * any position, with ratings, assessments and certificates of those years.
 *
 * @example
 * fc.assert(fc.property(careersIn(framework), (career) => nextMoves(framework, career, '2026-12-31').length <= 3))
 */
export function careersIn(framework: CareerFramework): fc.Arbitrary<Career> {
  const { competencies: skills, certificates: exams = [], positions, levels } = framework
  const assessments = givenOf(skills, (competency) =>
    fc.record({
      competency,
      level: fc.integer({ min: 0, max: levels.length }),
      by: fc.constant('the manager'),
      evidence: fc.constant(['ten calls heard']),
    }),
  )
  return fc
    .record({
      hired: on,
      position: fc.constantFrom(...positions.map(({ id }) => id)),
      waited: fc.integer({ min: 0, max: 730 }),
      ratings: fc.array(fc.record({ on, score: whole(1, 5) }), { maxLength: 4 }),
      assessments,
      certificates: givenOf(exams, (id) => fc.record({ id })),
    })
    .map(({ waited, ...drawn }) => ({
      id: 'drawn',
      ...drawn,
      since: addDays(drawn.hired, waited),
    }))
}

const on = day('2024-01-01', 1_095)

/** Up to four of what there is, each given on a day, for good or until it expires. */
function givenOf<T extends object>(
  items: readonly { readonly id: string }[],
  of: (id: fc.Arbitrary<string>) => fc.Arbitrary<T>,
) {
  if (items.length === 0) return fc.constant([])
  const lasts = fc.option(fc.integer({ min: 1, max: 730 }), { nil: undefined })
  const given = fc
    .tuple(of(fc.constantFrom(...items.map(({ id }) => id))), on, lasts)
    .map(([value, from, days]) => ({
      ...value,
      on: from,
      ...(days !== undefined && { expires: addDays(from, days) }),
    }))
  return fc.array(given, { maxLength: 4 })
}

/**
 * Draws rounds of promotion that `parsePromotionRounds` accepts: one to three a year.
 *
 * @example
 * fc.assert(fc.property(promotionRounds(), (rounds) => parsePromotionRounds(rounds).months.length <= 3))
 */
export function promotionRounds(): fc.Arbitrary<PromotionRounds> {
  return fc.record({
    months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
    day: fc.integer({ min: 1, max: 28 }),
    evidenceDays: fc.integer({ min: 0, max: 60 }),
  })
}

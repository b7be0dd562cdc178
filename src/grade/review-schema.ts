import * as z from 'zod'
import { at, type Problem, repeatedIds } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { beyondWindow, reviewOverlaps } from './problems.js'

const periods = z.int().min(2)

const reviewPolicySchema = z
  .strictObject({
    id: format.name,
    window: z.int().min(2).max(60),
    promote: z
      .strictObject({
        score: format.decimal,
        periods,
        kpis: z
          .array(
            z
              .strictObject({
                kpi: format.name,
                label: labelSchema.optional(),
                direction: z.enum(['higher', 'lower']),
                level: format.decimal,
                periods,
              })
              .readonly(),
          )
          .min(1)
          .readonly()
          .optional(),
        ratings: z.array(format.name).min(1).readonly().optional(),
        competencies: z.array(z.string().min(1)).min(1).readonly().optional(),
        monthsInGrade: z.int().min(1).optional(),
      })
      .readonly(),
    stepDown: z.strictObject({ score: format.decimal, periods }).readonly(),
  })
  .readonly()
  .superRefine(meaning(reviewProblems))

/**
 * When a grade changes. The last `window` periods count. Promotion needs `promote.periods` of them
 * with a score at or above `promote.score`, the last one among them; each of `kpis` at its level or
 * better in so many periods; ratings only among `ratings`, and one at least; all `competencies`; and
 * `monthsInGrade`. Stepping down needs `stepDown.periods` below `stepDown.score`, the last one among
 * them.
 *
 * Both need two periods at least, and between the two scores nothing moves: one month alone moves
 * nobody.
 */
export type ReviewPolicy = z.infer<typeof reviewPolicySchema>

function reviewProblems({ window, promote, stepDown }: ReviewPolicy): readonly Problem[] {
  const { kpis = [] } = promote
  const asked = [
    ['promote.periods', promote.periods],
    ...kpis.map((kpi, i) => [at(at('promote.kpis', i), 'periods'), kpi.periods] as const),
    ['stepDown.periods', stepDown.periods],
  ] as const
  return [
    ...repeatedIds('promote.kpis', kpis, 'kpi'),
    ...asked.flatMap(([path, count]) => (count > window ? [beyondWindow(path, window)] : [])),
    ...(decimal(stepDown.score).lessThan(promote.score)
      ? []
      : [reviewOverlaps('stepDown.score', stepDown.score, promote.score)]),
  ]
}

const evidenceSchema = z
  .strictObject({
    grade: format.name,
    salary: format.nonNegative,
    monthsInGrade: z.int().min(0),
    periods: z
      .array(
        z
          .strictObject({
            period: z.string().min(1),
            score: format.decimal,
            rating: format.name.optional(),
            kpis: z.record(format.name, format.decimal).optional(),
          })
          .readonly(),
      )
      .readonly(),
    competencies: z.array(z.string().min(1)).readonly(),
  })
  .readonly()
  .superRefine(meaning(({ periods }) => repeatedIds('periods', periods, 'period')))

/**
 * What is known of a person at a review. `periods` are those spent in the present grade, in order of
 * time, the last one latest: what led to the last promotion must not lead to the next.
 */
export type Evidence = z.infer<typeof evidenceSchema>

/**
 * Reads a review policy from untrusted JSON. Throws a `PolicyError` with every problem: also where
 * more periods are needed than the window has, or the two scores leave nothing between them.
 *
 * @example
 * parseReview({ id: 'r', window: 4, promote: { score: '90', periods: 3 }, stepDown: { score: '60', periods: 3 } }).window //=> 4
 */
export function parseReview(json: unknown): ReviewPolicy {
  return parseWith(reviewPolicySchema, json)
}

/**
 * Reads what is known of a person from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseEvidence({ grade: 'P1', salary: '6000', monthsInGrade: 14, periods: [{ period: '2026-Q1', score: '92' }], competencies: [] }).grade //=> 'P1'
 */
export function parseEvidence(json: unknown): Evidence {
  return parseWith(evidenceSchema, json)
}

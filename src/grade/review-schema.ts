import * as z from 'zod'
import { format, parseWith, report } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { reviewOverlaps } from './problems.js'

const reviewPolicySchema = z
  .strictObject({
    id: format.name,
    clause: z.string().min(1).optional(),
    window: z.int().min(2).max(60),
    promote: z
      .strictObject({
        score: format.decimal,
        periods: z.int().min(2),
        ratings: z.array(format.name).min(1).readonly().optional(),
        competencies: z.array(format.name).readonly().optional(),
        monthsInGrade: z.int().min(0).optional(),
      })
      .readonly(),
    stepDown: z.strictObject({ score: format.decimal, periods: z.int().min(2) }).readonly(),
  })
  .readonly()
  .superRefine(({ window, promote, stepDown }, context) => {
    const apart = decimal(stepDown.score).lessThan(promote.score)
    if (!apart || promote.periods > window || stepDown.periods > window)
      report(context, [reviewOverlaps('promote')])
  })

/**
 * When a grade changes. Scores and ratings of the last `window` periods count. Promotion needs
 * `promote.periods` of them at or above `promote.score`, the last one among them, every rating given
 * one of `ratings`, all `competencies`, and `monthsInGrade`. Stepping down needs `stepDown.periods`
 * below `stepDown.score`, the last one among them. Both need two periods at least, and between the two
 * scores nothing moves: one month alone moves nobody.
 */
export type ReviewPolicy = z.infer<typeof reviewPolicySchema>

/**
 * Reads a review policy from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseReview({ id: 'r', window: 4, promote: { score: '90', periods: 3 }, stepDown: { score: '60', periods: 3 } }).window //=> 4
 */
export function parseReview(json: unknown): ReviewPolicy {
  return parseWith(reviewPolicySchema, json)
}

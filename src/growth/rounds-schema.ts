import * as z from 'zod'
import { parseWith } from '../problem/schema.js'

const roundsSchema = z
  .strictObject({
    months: z.array(z.int().min(1).max(12)).min(1).readonly(),
    day: z.int().min(1).max(28),
    evidenceDays: z.int().min(0).max(366),
  })
  .readonly()

/**
 * When promotions are decided: on a day of each of some months. Evidence counts up to so many days
 * before.
 */
export type PromotionRounds = z.infer<typeof roundsSchema>

/**
 * Reads the rounds of promotion from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parsePromotionRounds({ months: [4, 10], day: 1, evidenceDays: 30 }).months //=> [4, 10]
 */
export function parsePromotionRounds(json: unknown): PromotionRounds {
  return parseWith(roundsSchema, json)
}

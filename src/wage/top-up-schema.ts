import * as z from 'zod'
import { parseWith } from '../problem/schema.js'
import { byDays, partsSchema, rounded, statedSchema } from './schema.js'

export const topUpSchema = z
  .strictObject({
    of: partsSchema,
    minimum: statedSchema,
    prorated: z.boolean(),
    ...byDays,
    ...rounded,
  })
  .readonly()

/**
 * A wage that is topped up: `of` what it is made of, by the names of components or a tag, so that overtime
 * and night work without it do not count; the `minimum` of a whole period, and whether only the part of it
 * counts for which somebody is paid: less the days of absences that are `unpaid`, all unless said.
 */
export type TopUpTerms = z.infer<typeof topUpSchema>

/**
 * Reads the terms of a top-up from untrusted JSON.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * parseTopUp({ of: { tag: 'wage' }, minimum: '2490', prorated: true }).minimum //=> '2490'
 */
export function parseTopUp(json: unknown): TopUpTerms {
  return parseWith(topUpSchema, json)
}

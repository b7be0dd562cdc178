import * as z from 'zod'
import { format, meaning, parseWith } from '../problem/schema.js'
import { aboveZero, partsSchema, rounded } from './schema.js'

export const roundingPolicySchema = z
  .strictObject({ of: partsSchema, step: format.nonNegative, ...rounded })
  .readonly()
  .superRefine(meaning(({ step }) => aboveZero('step', step)))

/**
 * A payment that is rounded: `of` what it is made of, lines that are due as well as cash, and the `step` to
 * multiples of which it is rounded, such as 0.05, 1 or 50; half up unless `rounding` says otherwise.
 */
export type RoundingTerms = z.infer<typeof roundingPolicySchema>

/**
 * Reads the terms of rounding from untrusted JSON.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * parseRounding({ of: { tag: 'gross' }, step: '0.05' }).step //=> '0.05'
 */
export function parseRounding(json: unknown): RoundingTerms {
  return parseWith(roundingPolicySchema, json)
}

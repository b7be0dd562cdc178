import * as z from 'zod'
import { parseWith } from '../problem/schema.js'
import { described, partsSchema } from './schema.js'

export const subtotalSchema = z
  .strictObject({ of: partsSchema, what: z.enum(['due', 'entitled']).optional(), ...described })
  .readonly()

/**
 * A subtotal: `of` which components, by their names or their tags; what the lines of the payment come to
 * (`due`, unless said), or what the period entitles to, whenever it is paid.
 */
export type SubtotalTerms = z.infer<typeof subtotalSchema>

/**
 * Reads the terms of a subtotal from untrusted JSON.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * parseSubtotal({ of: { tag: 'gross' } }).of //=> { tag: 'gross' }
 */
export function parseSubtotal(json: unknown): SubtotalTerms {
  return parseWith(subtotalSchema, json)
}

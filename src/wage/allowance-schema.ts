import * as z from 'zod'
import { format, meaning, parseWith } from '../problem/schema.js'
import { wrongType } from '../problem/shape-problems.js'
import { oneOf } from '../words/index.js'
import { byDays, rounded, statedSchema } from './schema.js'

const { name } = format
const common = [...Object.keys(byDays), ...Object.keys(rounded)]

export const allowanceSchema = z
  .strictObject({
    amount: statedSchema.optional(),
    prorated: z.boolean().optional(),
    perDay: statedSchema.optional(),
    days: name.optional(),
    ...byDays,
    ...rounded,
  })
  .readonly()
  .superRefine(
    meaning((terms) => [
      ...oneOf({ amount: ['prorated', ...common], perDay: ['days', ...common] })(terms),
      ...(terms.amount !== undefined && terms.prorated === undefined
        ? [wrongType('prorated', 'boolean', undefined)]
        : []),
    ]),
  )

/**
 * An allowance: an `amount` for a whole period, `prorated` by the days paid or not; or so much `perDay` that
 * somebody is present, or that the figure `days` counts.
 */
export type AllowanceTerms = z.infer<typeof allowanceSchema>

/**
 * Reads the terms of an allowance from untrusted JSON.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * parseAllowance({ perDay: '20' }).perDay //=> '20'
 */
export function parseAllowance(json: unknown): AllowanceTerms {
  return parseWith(allowanceSchema, json)
}

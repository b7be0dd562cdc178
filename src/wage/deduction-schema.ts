import * as z from 'zod'
import { whereSchema } from '../credit/where-schema.js'
import { namesSchema } from '../pay/source-schema.js'
import { format, meaning, parseWith } from '../problem/schema.js'
import { oneOf } from '../words/index.js'
import { byDays, partsOfWhole, partsSchema, rounded, statedSchema } from './schema.js'

const { name, nonNegative } = format

const recordsSchema = z
  .strictObject({ table: name, value: name.optional(), where: whereSchema.optional() })
  .readonly()
const floorSchema = z
  .strictObject({ amount: statedSchema, prorated: z.boolean(), ...byDays })
  .readonly()
const common = {
  of: partsSchema,
  instalment: statedSchema.optional(),
  atMost: nonNegative.optional(),
  floor: floorSchema.optional(),
  after: namesSchema.optional(),
  ...rounded,
}

export const deductionSchema = z
  .strictObject({
    ...common,
    records: recordsSchema.optional(),
    figure: name.optional(),
    amount: statedSchema.optional(),
  })
  .readonly()
  .superRefine(
    meaning((terms) => {
      const beside = Object.keys(common)
      return [
        ...oneOf({ records: beside, figure: beside, amount: beside })(terms),
        ...partsOfWhole('', { atMost: terms.atMost }),
      ]
    }),
  )

/**
 * What is taken off a payment, and how much of it at once. What is owed: the `records` of a table, by their
 * member `amount` unless `value` says another; a `figure` of the period; or an `amount` every period.
 *
 * `of`: the wage that limits it, by the names of components or a tag. `instalment`: at most so much a
 * payment. `atMost`: at most this part of the wage, rounded down unless `rounding` says otherwise. `floor`:
 * what must be left, nothing unless said. `after`: deductions that are taken before this one, so that both
 * limits hold for all of them together.
 */
export type DeductionTerms = z.infer<typeof deductionSchema>

/**
 * Reads the terms of a deduction from untrusted JSON.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * parseDeduction({ figure: 'rent', of: { tag: 'gross' } }).figure //=> 'rent'
 */
export function parseDeduction(json: unknown): DeductionTerms {
  return parseWith(deductionSchema, json)
}

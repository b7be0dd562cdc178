import * as z from 'zod'
import { boundProblems } from '../formula/internal.js'
import { at, repeatedTexts } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { unknownRating, wrongRow } from './problems.js'

const bound = z
  .strictObject({ from: format.decimal.optional(), exclusive: z.boolean().optional() })
  .readonly()

const meritSchema = z
  .strictObject({
    id: format.name,
    label: labelSchema.optional(),
    clause: z.string().min(1).optional(),
    currency: currencySchema,
    rounding: roundingSchema,
    ratings: z.array(format.name).min(1).readonly(),
    compaRatios: z.array(bound).min(1).readonly(),
    increases: z.record(format.name, z.array(format.nonNegative).readonly()),
    aboveMaximum: z.enum(['cap', 'allow']),
  })
  .readonly()
  .superRefine(
    meaning(({ ratings, compaRatios, increases }) => [
      ...boundProblems(compaRatios, 'compaRatios', 'open'),
      ...repeatedTexts('ratings', ratings),
      ...Object.keys(increases)
        .filter((rating) => !ratings.includes(rating))
        .map((rating) => unknownRating(at('increases', rating), rating, ratings)),
      ...ratings
        .filter((rating) => increases[rating]?.length !== compaRatios.length)
        .map((rating) => wrongRow(at('increases', rating), compaRatios.length)),
    ]),
  )

/**
 * A merit matrix: for each rating, one increase (a ratio) a band of the compa-ratio. `aboveMaximum`
 * says whether an increase may pass the range's maximum: `cap` holds it there, `allow` lets it pass.
 */
export type MeritPolicy = z.infer<typeof meritSchema>

/**
 * Reads a merit matrix's policy from untrusted JSON; `parseMerit` also builds its formula. Throws a
 * `PolicyError` with every problem.
 *
 * @example
 * parseMeritPolicy({ id: 'm', currency: 'CNY', rounding: 'half-up', ratings: ['A'], compaRatios: [{}], increases: { A: ['0.05'] }, aboveMaximum: 'cap' }).ratings //=> ['A']
 */
export function parseMeritPolicy(json: unknown): MeritPolicy {
  return parseWith(meritSchema, json)
}

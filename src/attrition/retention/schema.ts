import * as z from 'zod'
import { at, type Problem, repeatedIds } from '../../problem/index.js'
import { format, meaning, parseWith } from '../../problem/schema.js'
import { decimal } from '../../quantity/index.js'
import { currencySchema } from '../../quantity/schema.js'
import { probabilityAboveOne, repeatedPerson } from '../problems.js'

const replacementSchema = z
  .strictObject({
    currency: currencySchema,
    recruiting: format.nonNegative,
    training: format.nonNegative,
    vacancyMonths: format.nonNegative,
    vacancyLoss: format.nonNegative,
    rampUpMonths: format.nonNegative,
    rampUpLoss: format.nonNegative,
  })
  .readonly()

/**
 * What replacing a person costs, besides the month's pay that each person brings; see
 * `attrition.replacementCost`. `vacancyLoss` and `rampUpLoss` are parts of a month's pay lost a month.
 */
export type Replacement = z.infer<typeof replacementSchema>

/** Reads a replacement's policy; `replacementCost` builds its formula. */
export function parseReplacement(json: unknown): Replacement {
  return parseWith(replacementSchema, json)
}

const retentionSchema = z
  .strictObject({
    currency: currencySchema,
    cost: format.nonNegative,
    effect: format.nonNegative,
    people: z
      .array(
        z
          .strictObject({
            id: format.id,
            probability: format.nonNegative,
            replacement: format.nonNegative,
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()
  .superRefine(meaning(retentionProblems))

/**
 * A retention action: what it costs a person, its `effect`, the part of those who would leave that it
 * keeps (from 0 to 1), and whom it is for, each with the probability of leaving and the cost of a
 * replacement; see `attrition.retentionReturn`.
 */
export type Retention = z.infer<typeof retentionSchema>

function retentionProblems({ effect, people }: Retention): readonly Problem[] {
  const aboveOne = (path: string, value: string) =>
    decimal(value).greaterThan(1) ? [probabilityAboveOne(path, value)] : []
  return [
    ...aboveOne('effect', effect),
    ...repeatedIds('people', people, 'id', repeatedPerson),
    ...people.flatMap(({ probability }, i) =>
      aboveOne(at(at('people', i), 'probability'), probability),
    ),
  ]
}

/** Reads a retention action; `retentionReturn` works it out. */
export function parseRetention(json: unknown): Retention {
  return parseWith(retentionSchema, json)
}

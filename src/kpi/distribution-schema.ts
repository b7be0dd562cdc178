import * as z from 'zod'
import { repeatedIds } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { repeatedBand, sharesNotWhole } from './problems.js'

const distributionSchema = z
  .strictObject({
    id: format.name,
    label: labelSchema.optional(),
    clause: z.string().min(1).optional(),
    bands: z
      .array(
        z
          .strictObject({
            band: format.name,
            share: format.nonNegative,
            from: format.decimal.optional(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
    ties: z.enum(['better', 'worse']),
    smallestTeam: z.int().min(1),
  })
  .readonly()
  .superRefine(
    meaning(({ bands }) => {
      const whole = total(
        bands.map(({ share }) => share),
        0,
      )
      return [
        ...(decimal(whole).equals(1) ? [] : [sharesNotWhole('bands', whole)]),
        ...repeatedIds('bands', bands, 'band', repeatedBand),
      ]
    }),
  )

/**
 * A forced distribution: bands, best first, and the share of people that each takes. People of equal
 * score are never parted: a group that reaches over a border goes to the `better` or the `worse` band,
 * as `ties` says. Teams below `smallestTeam` are not forced: a person is in the best band whose `from`
 * their score reaches, the last band without it.
 */
export type DistributionPolicy = z.infer<typeof distributionSchema>

/**
 * Reads a forced distribution from untrusted JSON. Throws a `PolicyError` with every problem; the
 * shares must add up to exactly 1.
 *
 * @example
 * parseDistribution({ id: 'd', bands: [{ band: 'A', share: '0.2' }, { band: 'B', share: '0.8' }], ties: 'better', smallestTeam: 5 }).ties //=> 'better'
 */
export function parseDistribution(json: unknown): DistributionPolicy {
  return parseWith(distributionSchema, json)
}

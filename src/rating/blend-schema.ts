import * as z from 'zod'
import { repeatedIds } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { weightsNotWhole } from './problems.js'

const blendSchema = z
  .strictObject({
    id: format.name,
    label: labelSchema.optional(),
    clause: z.string().min(1).optional(),
    parts: z
      .array(
        z
          .strictObject({
            part: format.name,
            label: labelSchema.optional(),
            weight: format.nonNegative,
            scale: z.int().min(0).max(12),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()
  .superRefine(
    meaning(({ parts }) => {
      const weight = total(
        parts.map((part) => part.weight),
        0,
      )
      return [
        ...(decimal(weight).equals(1) ? [] : [weightsNotWhole('parts', weight)]),
        ...repeatedIds('parts', parts, 'part'),
      ]
    }),
  )

/** How ratings and objective results are put together: each part's weight, and its places. */
export type BlendPolicy = z.infer<typeof blendSchema>

/** Reads a blend's policy from untrusted JSON; `parseBlend` also builds its formula. */
export function parseBlendPolicy(json: unknown): BlendPolicy {
  return parseWith(blendSchema, json)
}

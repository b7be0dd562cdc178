import * as z from 'zod'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { duplicateName, quotaNotAbove, sharesNotWhole } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const quotaPolicySchema = z
  .strictObject({
    ...described,
    currency: currencySchema,
    rounding: roundingSchema,
    prorated: z.boolean(),
    part: format.nonNegative.optional(),
    ramp: z.array(format.nonNegative).min(1).readonly().optional(),
  })
  .readonly()
  .superRefine(meaning(partProblems))

/**
 * How a quota is cut for a person: `prorated` by the paid part of the period; `part` of it is asked, all
 * unless said: of those that are rolled up less than they make together, where more is assigned below
 * than above; `ramp` gives the part that counts in the first, second, … period after joining, and all of
 * it after the last. Each part is above zero: of no quota no part could be asked.
 */
export type QuotaPolicy = z.infer<typeof quotaPolicySchema>

function partProblems({ part, ramp = [] }: QuotaPolicy): readonly Problem[] {
  const parts = ramp.map((each, i) => [at('ramp', i), each] as const)
  return [...(part === undefined ? [] : [['part', part] as const]), ...parts].flatMap(
    ([path, each]) => (decimal(each).greaterThan(0) ? [] : [quotaNotAbove(path, each)]),
  )
}

/** Reads a quota policy from untrusted JSON; `parseQuota` also builds its formula. */
export function parseQuotaPolicy(json: unknown): QuotaPolicy {
  return parseWith(quotaPolicySchema, json)
}

const objectivesSchema = z
  .strictObject({
    ...described,
    id: format.name,
    currency: currencySchema,
    rounding: roundingSchema,
    objectives: z
      .array(
        z
          .strictObject({ objective: format.name, weight: format.nonNegative, ...described })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()
  .superRefine(meaning(objectiveProblems))

/** Management by objectives: a target amount, and what part of it hangs on each objective. */
export type ObjectivesPolicy = z.infer<typeof objectivesSchema>

function objectiveProblems({ objectives }: ObjectivesPolicy): readonly Problem[] {
  const whole = total(
    objectives.map(({ weight }) => weight),
    0,
  )
  // The formula reads the target amount beside the objectives.
  const taken = new Set(['target'])
  return [
    ...objectives.flatMap(({ objective }, i) => {
      if (taken.has(objective))
        return [duplicateName(at(at('objectives', i), 'objective'), objective)]
      taken.add(objective)
      return []
    }),
    ...(decimal(whole).equals(1) ? [] : [sharesNotWhole('objectives', whole)]),
  ]
}

/** Reads objectives from untrusted JSON; `parseObjectives` also builds their formula. */
export function parseObjectivesPolicy(json: unknown): ObjectivesPolicy {
  return parseWith(objectivesSchema, json)
}

import * as z from 'zod'
import { periodKindSchema } from '../calendar/schema.js'
import { format, labelSchema } from '../problem/schema.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { conditionSchema, conditionWith } from './conditions-schema.js'
import { modifierSchema } from './curve-schema.js'
import { kpisSchema } from './kpi-schema.js'
import { ownOrNonNegative } from './own-schema.js'
import { measuringSchema, spanSchema } from './span-schema.js'
import { tiersSchema } from './tiers-schema.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const measure = {
  sum: format.name,
  as: format.name.optional(),
  unit: z.enum(['money', 'count']).optional(),
  where: z
    .strictObject({
      credit: format.name.optional(),
      attributes: z.record(z.string(), z.array(z.string()).min(1).readonly()).readonly().optional(),
    })
    .readonly()
    .optional(),
  label: labelSchema.optional(),
}

const measureSchema = z.strictObject(measure).readonly()
const linkedSchema = z.strictObject({ ...measure, span: spanSchema.optional() }).readonly()

const acceleratorSchema = z
  .strictObject({
    steps: z
      .array(z.strictObject({ from: format.nonNegative, factor: format.nonNegative }).readonly())
      .readonly(),
    when: conditionSchema.optional(),
    ...described,
  })
  .readonly()
const gateSchema = conditionWith({ keeps: format.nonNegative.optional(), ...described })
const kickerSchema = conditionWith({ pays: ownOrNonNegative, ...described })
const holdbackSchema = z.strictObject({ share: format.nonNegative, ...described }).readonly()

/** The shape of a commission plan; `planPolicySchema` also looks at its meaning. */
export const planShapeSchema = z
  .strictObject({
    id: format.name,
    ...described,
    currency: currencySchema,
    period: periodKindSchema,
    measuring: measuringSchema.optional(),
    measure: measureSchema,
    linked: z.array(linkedSchema).readonly().optional(),
    kpis: kpisSchema.optional(),
    quota: format.name.optional(),
    quotaOfZero: z.enum(['refuse', 'reached', 'missed']).optional(),
    tiers: tiersSchema,
    per: z.literal('deal').optional(),
    dealFloor: ownOrNonNegative.optional(),
    dealCap: ownOrNonNegative.optional(),
    deals: z.literal('listed').optional(),
    accelerator: acceleratorSchema.optional(),
    modifiers: z.array(modifierSchema).readonly().optional(),
    gate: gateSchema.optional(),
    kickers: z.array(kickerSchema).readonly().optional(),
    kickersPay: z.enum(['all', 'highest']).optional(),
    floor: ownOrNonNegative.optional(),
    cap: ownOrNonNegative.optional(),
    yearCap: ownOrNonNegative.optional(),
    holdback: holdbackSchema.optional(),
    rounding: roundingSchema.optional(),
  })
  .readonly()

/** A commission plan as policy authors write it, plain JSON. */
export type PlanPolicy = z.infer<typeof planShapeSchema>

import * as z from 'zod'
import { periodKindSchema } from '../calendar/schema.js'
import { format, labelSchema } from '../problem/schema.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { conditionSchema, conditionWith } from './conditions-schema.js'

/** Where a tier begins: at `from`, or just above it where `exclusive`; the first may have none. */
const tierBound = { from: format.nonNegative.optional(), exclusive: z.boolean().optional() }
/** The rows and columns of a grid cover every number, so the first has no `from`. */
const gridBounds = z
  .array(
    z
      .strictObject({ from: format.decimal.optional(), exclusive: z.boolean().optional() })
      .readonly(),
  )
  .readonly()
const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }
const ofWhat = z.enum(['amount', 'quota']).optional()

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
const linkedSchema = z
  .strictObject({ ...measure, span: z.enum(['period', 'year-to-date']).optional() })
  .readonly()

const tiersSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), rate: format.nonNegative, ...described }).readonly(),
  z
    .strictObject({
      kind: z.literal('marginal'),
      of: ofWhat,
      steps: z
        .array(z.strictObject({ from: tierBound.from, rate: format.nonNegative }).readonly())
        .readonly(),
      ...described,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('retroactive'),
      of: ofWhat,
      steps: z
        .array(z.strictObject({ ...tierBound, rate: format.nonNegative }).readonly())
        .readonly(),
      ...described,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('category'),
      by: z.string().min(1),
      rates: z.record(format.name, format.nonNegative).readonly(),
      otherwise: format.nonNegative.optional(),
      ...described,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('grid'),
      rows: gridBounds,
      kpi: format.name,
      columns: gridBounds,
      rates: z.array(z.array(format.nonNegative).readonly()).readonly(),
      ...described,
    })
    .readonly(),
])

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
const kickerSchema = conditionWith({ pays: format.nonNegative, ...described })
const holdbackSchema = z.strictObject({ share: format.nonNegative, ...described }).readonly()

/** The shape of a commission plan; `planPolicySchema` also looks at its meaning. */
export const planShapeSchema = z
  .strictObject({
    id: format.name,
    ...described,
    currency: currencySchema,
    period: periodKindSchema,
    measuring: z.enum(['period', 'year-to-date']).optional(),
    refunds: z.enum(['own-period', 'original-period']).optional(),
    measure: measureSchema,
    linked: z.array(linkedSchema).readonly().optional(),
    quota: format.name.optional(),
    quotaOfZero: z.enum(['refuse', 'reached', 'missed']).optional(),
    tiers: tiersSchema,
    dealCap: format.nonNegative.optional(),
    accelerator: acceleratorSchema.optional(),
    gate: gateSchema.optional(),
    kickers: z.array(kickerSchema).readonly().optional(),
    floor: format.nonNegative.optional(),
    cap: format.nonNegative.optional(),
    yearCap: format.nonNegative.optional(),
    holdback: holdbackSchema.optional(),
    rounding: roundingSchema.optional(),
  })
  .readonly()

/** A commission plan as policy authors write it, plain JSON. */
export type PlanPolicy = z.infer<typeof planShapeSchema>

import * as z from 'zod'
import { expressionSchema } from '../formula/schema.js'
import { format, labelSchema } from '../problem/schema.js'
import { askedSchema, conditionSchema } from './conditions-schema.js'
import { targetPartSchema } from './curve-schema.js'
import { type OwnOr, ownOrDecimal, ownOrNonNegative, ownSchemas } from './own-schema.js'

/** Where a tier begins: at `from`, or just above it where `exclusive`; the first may have none. */
const tierBound = { from: ownOrNonNegative.optional(), exclusive: z.boolean().optional() }
/** Rows and columns that are bands cover every number, so the first has no `from`; between points each has one. */
const gridBounds = z
  .array(
    z.strictObject({ from: ownOrDecimal.optional(), exclusive: z.boolean().optional() }).readonly(),
  )
  .readonly()
const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const marginalTiers = z
  .strictObject({
    kind: z.literal('marginal'),
    of: z.enum(['amount', 'quota']).optional(),
    steps: z
      .array(z.strictObject({ from: tierBound.from, rate: ownOrNonNegative }).readonly())
      .readonly(),
    ...described,
  })
  .readonly()

const retroactiveTiers = z
  .strictObject({
    kind: z.literal('retroactive'),
    of: z.union([z.enum(['amount', 'quota']), askedSchema]).optional(),
    steps: z.array(z.strictObject({ ...tierBound, rate: ownOrNonNegative }).readonly()).readonly(),
    ...described,
  })
  .readonly()

const flatTiers = z
  .strictObject({ kind: z.literal('flat'), rate: ownOrNonNegative, ...described })
  .readonly()

const categoryTiers = z.discriminatedUnion('kind', [flatTiers, marginalTiers, retroactiveTiers])

/** Tiers of a category by itself. */
export type CategoryTiers = z.infer<typeof categoryTiers>

/** What a category earns: a rate, or tiers of its own. */
export type CategoryRate = OwnOr | CategoryTiers

const categorySchema: z.ZodType<CategoryRate> = z.union([
  format.nonNegative,
  ...ownSchemas,
  categoryTiers,
])

/** How what is measured is paid. */
export const tiersSchema = z.discriminatedUnion('kind', [
  flatTiers,
  marginalTiers,
  retroactiveTiers,
  z
    .strictObject({
      kind: z.literal('stages'),
      stages: z
        .array(
          z
            .strictObject({ when: conditionSchema, rate: ownOrNonNegative, ...described })
            .readonly(),
        )
        .min(1)
        .readonly(),
      otherwise: ownOrNonNegative.optional(),
      ...described,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('target'),
      target: ownOrNonNegative,
      parts: z.array(targetPartSchema).min(1).readonly(),
      ...described,
    })
    .readonly(),
  z.strictObject({ kind: z.literal('formula'), earns: expressionSchema, ...described }).readonly(),
  z
    .strictObject({
      kind: z.literal('category'),
      by: z.string().min(1),
      rates: z.record(format.name, categorySchema).readonly(),
      otherwise: categorySchema.optional(),
      ...described,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('grid'),
      rows: gridBounds,
      kpi: format.name,
      columns: gridBounds,
      rates: z.array(z.array(ownOrNonNegative).readonly()).readonly(),
      pays: z.enum(['rate', 'amount']).optional(),
      between: z.enum(['stepped', 'linear']).optional(),
      ...described,
    })
    .readonly(),
])

/** How what is measured is paid. */
export type PlanTiers = z.infer<typeof tiersSchema>

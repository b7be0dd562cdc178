import * as z from 'zod'
import { labelSchema } from '../problem/schema.js'
import { askedSchema } from './conditions-schema.js'
import { ownOrDecimal, ownOrNonNegative } from './own-schema.js'

const pointsSchema = z
  .array(z.strictObject({ at: ownOrDecimal, factor: ownOrNonNegative }).readonly())
  .min(1)
  .readonly()

/** A factor by what is asked: the last point reached (`stepped`), or straight lines between points. */
export const curveSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('stepped'),
      points: pointsSchema,
      below: z.enum(['first', 'zero']).optional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('linear'),
      points: pointsSchema,
      below: z.enum(['first', 'zero']).optional(),
      beyond: ownOrNonNegative.optional(),
    })
    .readonly(),
])

/** A factor by what is asked. */
export type Curve = z.infer<typeof curveSchema>

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }
const { kpi, of, kpiLabel } = askedSchema.unwrap().shape

/** What multiplies the commission, or what is earned of it above the quota. */
export const modifierSchema = z
  .strictObject({
    kpi,
    of,
    kpiLabel,
    curve: curveSchema,
    on: z.enum(['all', 'overage']).optional(),
    ...described,
  })
  .readonly()

/** A part of a target incentive: so much of the target, by what is reached of it. */
export const targetPartSchema = z
  .strictObject({ kpi, of, kpiLabel, weight: ownOrNonNegative, curve: curveSchema, ...described })
  .readonly()

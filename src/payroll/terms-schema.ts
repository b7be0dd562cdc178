import * as z from 'zod'
import { format, labelSchema, parseWith } from '../problem/schema.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const adjustmentSchema = z.strictObject({ table: format.name.optional(), ...described }).readonly()

/** The table of one-off payments and deductions: `adjustments` unless said. */
export type AdjustmentTerms = z.infer<typeof adjustmentSchema>

export function parseAdjustmentTerms(json: unknown): AdjustmentTerms {
  return parseWith(adjustmentSchema, json)
}

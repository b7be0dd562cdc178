import * as z from 'zod'
import { format } from '../problem/schema.js'

const sinceDate = z
  .strictObject({ since: format.name, every: z.literal('year').optional() })
  .readonly()
const toDate = z.enum(['period', 'quarter-to-date', 'year-to-date'])

/** Where the plan's measure begins: with the period, the quarter, the year, or on a date of each person. */
export const measuringSchema = z.union([toDate, sinceDate])

/** {@link measuringSchema} of a measure beside it, which may also be of so many periods. */
export const spanSchema = z.union([
  toDate,
  sinceDate,
  z.strictObject({ last: z.int().min(1).max(60) }).readonly(),
])

/** What a measure sums: its period, or more. */
export type MeasureSpan = z.infer<typeof spanSchema>

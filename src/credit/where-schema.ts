import * as z from 'zod'
import { format } from '../problem/schema.js'
import type { DealWhere } from './crediting.js'
import type { Where } from './where.js'

const { decimal, name } = format
const texts = z.array(z.string()).readonly()
const bounds = {
  atLeast: decimal.optional(),
  above: decimal.optional(),
  atMost: decimal.optional(),
  below: decimal.optional(),
}

/** The JSON of a condition on attributes, or on members of a record. */
export const whereSchema: z.ZodType<Where> = z
  .record(name, z.union([texts, z.strictObject(bounds).readonly()]))
  .readonly()

/** The JSON of a condition on a deal, whose bounds may be so many times another number of it. */
export const dealWhereSchema: z.ZodType<DealWhere> = z
  .record(name, z.union([texts, z.strictObject({ ...bounds, of: name.optional() }).readonly()]))
  .readonly()

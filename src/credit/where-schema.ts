import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import type { Problem } from '../problem/index.js'
import { format, meaning } from '../problem/schema.js'
import { payProblem } from '../words/index.js'
import type { DealWhere } from './crediting.js'
import type { Bounds, Days, Where } from './where.js'

const { decimal, name } = format
const texts = z.array(z.string()).readonly()
const bounds = {
  atLeast: decimal.optional(),
  above: decimal.optional(),
  atMost: decimal.optional(),
  below: decimal.optional(),
}

const days = { from: dateSchema.optional(), to: dateSchema.optional() }
const bounded = z
  .strictObject({ ...bounds, ...days })
  .readonly()
  .superRefine(meaning(apart))

/** Bounds of a number are nothing beside days. */
function apart(given: Bounds & Days): readonly Problem[] {
  const [kind] = Object.keys(days).filter((member) => member in given)
  if (kind === undefined) return []
  return Object.keys(bounds)
    .filter((member) => member in given)
    .map((member) => payProblem('not-beside', member, { member, kind }))
}

/** The JSON of a condition on attributes, or on members of a record. */
export const whereSchema: z.ZodType<Where> = z.record(name, z.union([texts, bounded])).readonly()

/** The JSON of a condition on a deal, whose bounds may be so many times another number of it. */
export const dealWhereSchema: z.ZodType<DealWhere> = z
  .record(name, z.union([texts, z.strictObject({ ...bounds, of: name.optional() }).readonly()]))
  .readonly()

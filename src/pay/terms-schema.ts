import * as z from 'zod'
import { whereSchema } from '../credit/where-schema.js'
import type { Eligible } from './component.js'

/** For whom a component is, in a schema. */
export const eligibleSchema: z.ZodType<Eligible> = z.strictObject({
  where: whereSchema.optional(),
  after: z.enum(['last', 'lost']).optional(),
})

/** How many periods stay open, in a schema. */
export const retroSchema = z.int().min(0)

import * as z from 'zod'
import { format, meaning } from '../problem/schema.js'
import { digitProblems } from '../quantity/internal.js'
import { dateSchema } from './schema.js'

/** The members of what became known; see `Known`. */
export const known = { recorded: dateSchema.optional(), void: z.literal(true).optional() }

/** A text; one that is a number has no more digits than a number may. */
export const valueSchema = z.string().superRefine(meaning(digitProblems))

/** Histories of attributes, by name. */
export const attributesSchema = z
  .record(
    format.name,
    z
      .array(
        z
          .strictObject({
            from: dateSchema,
            value: z.string().min(1).superRefine(meaning(digitProblems)),
            ...known,
          })
          .readonly(),
      )
      .readonly(),
  )
  .readonly()

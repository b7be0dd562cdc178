import * as z from 'zod'
import { format, labelSchema } from '../problem/schema.js'
import { placesSchema, unitSchema } from '../quantity/schema.js'

/** What KPIs of a plan are called, and in which unit they are; ratios of six places unless said. */
export const kpisSchema = z
  .record(
    format.name,
    z
      .strictObject({
        unit: unitSchema.optional(),
        places: placesSchema.optional(),
        label: labelSchema.optional(),
      })
      .readonly(),
  )
  .readonly()

import * as z from 'zod'
import type { Label } from '../problem/index.js'
import { format, labelSchema } from '../problem/schema.js'

/** A person's own number: a figure of the period, or an attribute as it holds on its last day. */
export type Own =
  | { readonly figure: string; readonly label?: Label | undefined }
  | { readonly attribute: string; readonly label?: Label | undefined }

const label = { label: labelSchema.optional() }

const figureSchema = z.strictObject({ figure: format.name, ...label }).readonly()
const attributeSchema = z.strictObject({ attribute: format.name, ...label }).readonly()

/** A number of the policy, or of each person. */
export type OwnOr = string | Own

/** A person's own number, in one of the two ways to say whose it is. */
export const ownSchemas = [figureSchema, attributeSchema] as const

/** A number of zero or more that is the policy's, or a person's own. */
export const ownOrNonNegative: z.ZodType<OwnOr> = z.union([format.nonNegative, ...ownSchemas])

/** A number that is the policy's, or a person's own. */
export const ownOrDecimal: z.ZodType<OwnOr> = z.union([format.decimal, ...ownSchemas])

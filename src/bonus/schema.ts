import * as z from 'zod'
import { format, labelSchema } from '../problem/schema.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'

/** What every bonus policy and its parts may carry: a label for readers, the clause it comes from. */
export const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

/** What every bonus policy has. */
export const policyOf = { id: format.name, ...described, currency: currencySchema }

/** What a policy has that rounds, once, to the currency's minor unit. */
export const roundedPolicyOf = { ...policyOf, rounding: roundingSchema }

/** A whole number of months, a century at most. */
export const monthsSchema = z.int().min(0).max(1200)

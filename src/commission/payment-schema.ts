import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { format, labelSchema, parseWith } from '../problem/schema.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const paymentPolicySchema = z
  .strictObject({
    currency: currencySchema,
    rounding: roundingSchema,
    recovery: z
      .strictObject({
        share: format.nonNegative.optional(),
        forgiveAfter: z.int().min(1).max(1_200).optional(),
        ...described,
      })
      .readonly()
      .optional(),
    draw: z
      .strictObject({
        kind: z.enum(['recoverable', 'non-recoverable']),
        amount: format.nonNegative,
        ceiling: format.nonNegative.optional(),
        until: dateSchema.optional(),
        forgivenOn: dateSchema.optional(),
        ...described,
      })
      .readonly()
      .optional(),
  })
  .readonly()

/** How what is due becomes what is paid; see {@link pay}. */
export type PaymentPolicy = z.infer<typeof paymentPolicySchema>

/** Reads a payment policy from untrusted JSON; `parsePayments` also builds its formulas. */
export function parsePaymentPolicy(json: unknown): PaymentPolicy {
  return parseWith(paymentPolicySchema, json)
}

import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import type { Problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { aboveWhole } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const recoverySchema = z
  .strictObject({
    share: format.nonNegative.optional(),
    forgiveAfter: z.int().min(1).max(1_200).optional(),
    ...described,
  })
  .readonly()

const draw = {
  amount: format.nonNegative,
  prorated: z.boolean().optional(),
  until: dateSchema.optional(),
  ...described,
}

const drawSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('recoverable'),
      ...draw,
      ceiling: format.nonNegative.optional(),
      forgivenOn: dateSchema.optional(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('non-recoverable'), ...draw }).readonly(),
])

export const paymentPolicySchema = z
  .strictObject({
    currency: currencySchema,
    rounding: roundingSchema,
    recovery: recoverySchema.optional(),
    draw: drawSchema.optional(),
  })
  .readonly()
  .superRefine(meaning(paymentProblems))

/** How what is due becomes what is paid; see `parsePayments`. */
export type PaymentPolicy = z.infer<typeof paymentPolicySchema>

function paymentProblems({ currency, recovery, draw }: PaymentPolicy): readonly Problem[] {
  const share = recovery?.share ?? '0'
  const ceiling = draw?.kind === 'recoverable' ? draw.ceiling : undefined
  return [
    ...(decimal(share).greaterThan(1) ? [aboveWhole('recovery.share', share)] : []),
    ...placesProblems('draw.amount', draw?.amount, currency),
    ...placesProblems('draw.ceiling', ceiling, currency),
  ]
}

/** Reads a payment policy from untrusted JSON; `parsePayments` also builds its formulas. */
export function parsePaymentPolicy(json: unknown): PaymentPolicy {
  return parseWith(paymentPolicySchema, json)
}

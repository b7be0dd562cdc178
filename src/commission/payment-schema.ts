import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { aboveWhole } from '../problem/terms-problems.js'
import { decimal } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const startSchema = z.union([
  dateSchema,
  z.strictObject({ months: z.int().min(1).max(1_200), since: format.name.optional() }).readonly(),
])

/** From when on something is taken back, and how much of it a period. */
const taken = {
  from: startSchema.optional(),
  share: format.nonNegative.optional(),
  most: format.nonNegative.optional(),
}

const recoverySchema = z
  .strictObject({
    ...taken,
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
      repaid: z.strictObject(taken).readonly().optional(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('non-recoverable'), ...draw }).readonly(),
])

/** From when on, which share of what is there, and at most how much of it is taken. */
export type Taken = NonNullable<
  Extract<z.infer<typeof drawSchema>, { readonly kind: 'recoverable' }>['repaid']
>

/** When something begins: a day, or so many full months after a date of each person. */
export type Start = NonNullable<Taken['from']>

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
  const { ceiling, repaid } = draw?.kind === 'recoverable' ? draw : {}
  return [
    ...takenProblems('recovery', recovery, currency),
    ...takenProblems('draw.repaid', repaid, currency),
    ...placesProblems('draw.amount', draw?.amount, currency),
    ...placesProblems('draw.ceiling', ceiling, currency),
  ]
}

function takenProblems(
  path: string,
  { share = '0', most }: Omit<Taken, 'from'> = {},
  currency: PaymentPolicy['currency'],
): readonly Problem[] {
  return [
    ...(decimal(share).greaterThan(1) ? [aboveWhole(at(path, 'share'), share)] : []),
    ...placesProblems(at(path, 'most'), most, currency),
  ]
}

/** Reads a payment policy from untrusted JSON; `parsePayments` also builds its formulas. */
export function parsePaymentPolicy(json: unknown): PaymentPolicy {
  return parseWith(paymentPolicySchema, json)
}

import * as z from 'zod'
import { dateSchema, periodKindSchema } from '../calendar/schema.js'
import { boundProblems } from '../formula/index.js'
import { under } from '../problem/index.js'
import { format, labelSchema, parseWith, report } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { duplicateName, sharesNotWhole, signAgainstKind } from './problems.js'

/** Where a tier begins: at `from`, or just above it where `exclusive`. */
const bound = { from: format.decimal, exclusive: z.boolean().optional() }

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const marginalTiers = z.strictObject({
  kind: z.literal('marginal'),
  steps: z.array(z.strictObject({ from: format.decimal, rate: format.decimal })).readonly(),
  ...described,
})

const retroactiveTiers = z.strictObject({
  kind: z.literal('retroactive'),
  steps: z.array(z.strictObject({ ...bound, rate: format.decimal })).readonly(),
  ...described,
})

/** A commission plan as policy authors write it; see `commission.plan`. */
export const planPolicySchema = z
  .strictObject({
    id: format.name,
    ...described,
    currency: currencySchema,
    period: periodKindSchema,
    measure: z.strictObject({
      sum: z.literal('sales'),
      where: z.strictObject({ credit: format.name }).optional(),
      label: labelSchema.optional(),
    }),
    tiers: z.discriminatedUnion('kind', [marginalTiers, retroactiveTiers]),
    gate: z
      .strictObject({
        kpi: format.name,
        atLeast: format.decimal,
        keeps: format.nonNegative.optional(),
        ...described,
      })
      .optional(),
    accelerator: z
      .strictObject({
        quota: format.name,
        steps: z
          .array(z.strictObject({ from: format.nonNegative, factor: format.decimal }))
          .readonly(),
        ...described,
      })
      .optional(),
    cap: format.nonNegative.optional(),
    rounding: roundingSchema.optional(),
  })
  .superRefine((plan, context) => {
    report(context, boundProblems(plan.tiers.steps, 'tiers.steps', 'any'))
    const { gate, accelerator, measure } = plan
    if (accelerator) report(context, boundProblems(accelerator.steps, 'accelerator.steps', 'any'))
    if (gate?.kpi === measure.sum) report(context, [duplicateName('gate.kpi', gate.kpi)])
    if (accelerator !== undefined && [measure.sum, gate?.kpi].includes(accelerator.quota))
      report(context, [duplicateName('accelerator.quota', accelerator.quota)])
  })

/** A commission plan as policy authors write it, plain JSON. */
export type PlanPolicy = z.infer<typeof planPolicySchema>

/** A sale or a refund of one; a refund's amount is negative. */
const eventSchema = z
  .strictObject({
    id: z.string().min(1),
    kind: z.enum(['order', 'refund']),
    date: dateSchema,
    amount: format.decimal,
    currency: currencySchema,
    attributes: z.record(z.string(), z.string()),
  })
  .superRefine(({ kind, amount }, context) => {
    const negative = decimal(amount).isNegative()
    if (negative !== (kind === 'refund')) report(context, [signAgainstKind('amount', kind, amount)])
  })
  .readonly()

/** A sale, or a refund in the month it occurs; see `parseEvents`. */
export type SalesEvent = z.infer<typeof eventSchema>

/** A person's part of a sale. */
const shareSchema = z.strictObject({ person: z.string().min(1), share: format.nonNegative })

/** A rule of who is credited; see `parseCreditRules`. */
export const creditRuleSchema = z
  .strictObject({
    credit: format.name,
    where: z.record(z.string(), z.string()).optional(),
    by: z.string().min(1),
    owners: z.record(z.string(), z.array(shareSchema).min(1).readonly()),
    unowned: z.enum(['refuse', 'skip']),
    clause: z.string().min(1).optional(),
  })
  .superRefine(({ owners }, context) => {
    for (const [value, shares] of Object.entries(owners)) {
      const whole = total(
        shares.map(({ share }) => share),
        0,
      )
      if (!decimal(whole).equals(1))
        report(context, under('owners', [sharesNotWhole(value, whole)]))
    }
  })
  .readonly()

/** Who is credited for an event: the owners of the value that one of its attributes has. */
export type CreditRule = z.infer<typeof creditRuleSchema>

/**
 * Reads sales events from untrusted JSON: a list of `{ id, kind, date, amount, currency,
 * attributes }`, amounts as decimal strings, refunds negative. Throws a `PolicyError` with every
 * problem of every event.
 *
 * @example
 * parseEvents([{ id: '1', kind: 'order', date: '2011-01-04', amount: '22.00', currency: 'GBP', attributes: { country: 'France' } }]).length
 * //=> 1
 */
export function parseEvents(json: unknown): readonly SalesEvent[] {
  return parseWith(z.array(eventSchema).readonly(), json)
}

/**
 * Reads crediting rules from untrusted JSON. Throws a `PolicyError` with every problem; the shares of
 * each owned value must add up to exactly 1.
 *
 * @example
 * parseCreditRules([{ credit: 'direct', by: 'country', owners: { France: [{ person: 'Li', share: '1' }] }, unowned: 'refuse' }]).length
 * //=> 1
 */
export function parseCreditRules(json: unknown): readonly CreditRule[] {
  return parseWith(z.array(creditRuleSchema).readonly(), json)
}

/** Reads a plan's policy from untrusted JSON; `parsePlan` also builds its formula. */
export function parsePlanPolicy(json: unknown): PlanPolicy {
  return parseWith(planPolicySchema, json)
}

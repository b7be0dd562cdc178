import * as z from 'zod'
import { awardSchema } from '../../bonus/award-schema.js'
import { fundingSchema, poolSchema } from '../../bonus/pool-schema.js'
import { basisSchema, dateSchema, fiscalCalendarSchema } from '../../calendar/schema.js'
import { paymentPolicySchema } from '../../commission/payment-schema.js'
import { planProblems } from '../../commission/plan-meaning.js'
import { planShapeSchema } from '../../commission/plan-shape-schema.js'
import { scorecardPolicySchema } from '../../kpi/schema.js'
import { format, labelSchema, meaning, parseWith } from '../../problem/schema.js'
import { currencySchema, roundingSchema } from '../../quantity/schema.js'

const text = z.string().min(1)
const described = { label: labelSchema.optional(), clause: text.optional() }
const paid = { prorated: z.boolean(), ...described }

const departmentTerms = z
  .strictObject({
    label: labelSchema,
    costCentre: text.optional(),
    components: z.array(z.strictObject({ component: format.name, ...paid }).readonly()).readonly(),
    bonus: z
      .strictObject({ scorecard: format.name, ...paid })
      .readonly()
      .optional(),
    commission: format.name.optional(),
    payments: format.name.optional(),
  })
  .readonly()

/** What a department of 0.1 pays. */
export type OldDepartment = z.infer<typeof departmentTerms>

const ruleSchema = z
  .strictObject({
    credit: format.name,
    where: z.record(z.string(), z.string()).readonly().optional(),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    by: text,
    owners: z
      .record(
        z.string(),
        z
          .array(z.strictObject({ person: format.id, share: format.nonNegative }).readonly())
          .min(1)
          .readonly(),
      )
      .readonly(),
    unowned: z.enum(['refuse', 'skip']),
    shares: z.enum(['whole', 'any']).optional(),
    clause: text.optional(),
  })
  .readonly()

/** Who was credited by 0.1: the owners of the value that an attribute of an event has. */
export type OldRule = z.infer<typeof ruleSchema>

const budgetTerms = z
  .strictObject({
    department: format.name.optional(),
    most: format.nonNegative,
    breach: z.enum(['report', 'refuse']),
    ...described,
  })
  .readonly()

const poolTerms = z.strictObject({ funding: fundingSchema, division: poolSchema }).readonly()

/** A plan said itself in which period refunds count; the crediting of a book of today does. */
const planTerms = planShapeSchema
  .unwrap()
  .extend({ refunds: z.enum(['own-period', 'original-period']).optional() })
  .readonly()
  .superRefine(meaning(planProblems))

function policyOf<Kind extends string, Terms extends z.ZodType>(kind: Kind, terms: Terms) {
  const version = z
    .strictObject({
      from: dateSchema,
      to: dateSchema.optional(),
      reason: text,
      terms,
      tests: z.array(z.looseObject({}).readonly()).readonly().optional(),
      // As it is: a book of today has the same.
      expect: z.unknown().optional(),
    })
    .readonly()
  return z
    .strictObject({
      kind: z.literal(kind),
      id: format.name,
      owner: text,
      versions: z.array(version).min(1).readonly(),
    })
    .readonly()
}

const oldBookSchema = z
  .strictObject({
    id: format.name,
    currency: currencySchema,
    calendar: fiscalCalendarSchema.optional(),
    rounding: roundingSchema,
    proration: basisSchema,
    policies: z
      .array(
        z.discriminatedUnion('kind', [
          policyOf('department', departmentTerms),
          policyOf('scorecard', scorecardPolicySchema),
          policyOf('plan', planTerms),
          policyOf('payments', paymentPolicySchema),
          policyOf('crediting', z.array(ruleSchema).min(1).readonly()),
          policyOf('pool', poolTerms),
          policyOf('award', awardSchema),
          policyOf('budget', budgetTerms),
        ]),
      )
      .min(1)
      .readonly(),
  })
  .readonly()

/** A book of 0.1. */
export type OldBook = z.infer<typeof oldBookSchema>
export type OldPolicy = OldBook['policies'][number]
export type OldKind = OldPolicy['kind']
export type OldPolicyOf<Kind extends OldKind> = Extract<OldPolicy, { readonly kind: Kind }>
export type OldVersionOf<Kind extends OldKind> = OldPolicyOf<Kind>['versions'][number]

/** Reads a book of 0.1 from untrusted JSON. */
export function parseOldBook(json: unknown): OldBook {
  return parseWith(oldBookSchema, json)
}

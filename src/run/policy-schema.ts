import * as z from 'zod'
import { awardSchema } from '../bonus/award-schema.js'
import { fundingSchema, poolSchema } from '../bonus/pool-schema.js'
import { dateSchema } from '../calendar/schema.js'
import { creditRuleSchema } from '../commission/credit-schema.js'
import { paymentPolicySchema } from '../commission/payment-schema.js'
import { planPolicySchema } from '../commission/plan-schema.js'
import { scorecardPolicySchema } from '../kpi/schema.js'
import { repeatedIds } from '../problem/index.js'
import { format, labelSchema, meaning } from '../problem/schema.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const componentSchema = z
  .strictObject({ component: format.name, prorated: z.boolean(), ...described })
  .readonly()

/** A part of pay, such as base salary, and whether it is paid for the paid part of a period alone. */
export type ComponentPolicy = z.infer<typeof componentSchema>

const bonusSchema = z
  .strictObject({ scorecard: format.name, prorated: z.boolean(), ...described })
  .readonly()

/** A target bonus: the scorecard that gives its coefficient, and whether it is prorated. */
export type BonusPolicy = z.infer<typeof bonusSchema>

const departmentTerms = z
  .strictObject({
    label: labelSchema,
    costCentre: z.string().min(1).optional(),
    components: z.array(componentSchema).readonly(),
    bonus: bonusSchema.optional(),
    commission: format.name.optional(),
    payments: format.name.optional(),
  })
  .readonly()
  .superRefine(meaning(({ components }) => repeatedIds('components', components, 'component')))

/**
 * What one department pays: components of pay, a target bonus by a scorecard, a commission plan, and
 * how its negative dues and draws are paid.
 */
export type DepartmentTerms = z.infer<typeof departmentTerms>

const poolTerms = z.strictObject({ funding: fundingSchema, division: poolSchema }).readonly()

/** How a pool is funded, and how it is divided among people. */
export type PoolTerms = z.infer<typeof poolTerms>

const budgetTerms = z
  .strictObject({
    department: format.name.optional(),
    most: format.nonNegative,
    breach: z.enum(['report', 'refuse']),
    ...described,
  })
  .readonly()

/** The most that a period may cost, of one department or of all; a breach is reported or refused. */
export type BudgetTerms = z.infer<typeof budgetTerms>

const testSchema = z
  .strictObject({
    name: z.string().min(1),
    inputs: z.record(z.string(), z.string()).readonly(),
    pays: format.decimal,
  })
  .readonly()

/** A case that a policy brings along: what a row of inputs must pay. `checkPolicy` runs it. */
export type PolicyTest = z.infer<typeof testSchema>

const placesAt = z.union([z.literal('any'), z.array(format.decimal).readonly()]).optional()
const expectationSchema = z.strictObject({ cliffsAt: placesAt, fallsAt: placesAt }).readonly()

/**
 * What the author of a rule knows and accepts: where pay jumps (`cliffsAt`), and from where more pays
 * less (`fallsAt`): exact values of the measure, or `any`.
 */
export type Expectation = z.infer<typeof expectationSchema>

/** What a policy with a formula may bring along for `checkPolicy`. */
const checks = {
  tests: z.array(testSchema).readonly().optional(),
  expect: expectationSchema.optional(),
}

/** A policy of one kind: its owner, and its versions with the day and the reason of each. */
function policyOf<Kind extends string, Terms extends z.ZodType, Rest extends z.ZodRawShape>(
  kind: Kind,
  terms: Terms,
  rest: Rest,
) {
  const version = z
    .strictObject({
      from: dateSchema,
      to: dateSchema.optional(),
      reason: z.string().min(1),
      terms,
      ...rest,
    })
    .readonly()
  return z
    .strictObject({
      kind: z.literal(kind),
      id: format.name,
      owner: z.string().min(1),
      versions: z.array(version).min(1).readonly(),
    })
    .readonly()
}

export const policySchema = z.discriminatedUnion('kind', [
  policyOf('department', departmentTerms, {}),
  policyOf('scorecard', scorecardPolicySchema, checks),
  policyOf('plan', planPolicySchema, checks),
  policyOf('payments', paymentPolicySchema, {}),
  policyOf('crediting', z.array(creditRuleSchema).min(1).readonly(), {}),
  policyOf('pool', poolTerms, {}),
  policyOf('award', awardSchema, {}),
  policyOf('budget', budgetTerms, {}),
])

/** One policy of a book with all of its versions. */
export type Policy = z.infer<typeof policySchema>

/** The policies of one kind. */
export type PolicyOf<Kind extends Policy['kind']> = Extract<Policy, { readonly kind: Kind }>

/** What a version of a policy of one kind says. */
export type TermsOf<Kind extends Policy['kind']> = PolicyOf<Kind>['versions'][number]['terms']

import * as z from 'zod'
import { periodKindSchema } from '../calendar/schema.js'
import { boundProblems } from '../formula/index.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, parseWith, report } from '../problem/schema.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { duplicateName, noQuota } from './problems.js'

/** Where a tier begins: at `from`, or just above it where `exclusive`; the first may have none. */
const bound = { from: format.decimal.optional(), exclusive: z.boolean().optional() }
const openBounds = z.array(z.strictObject(bound).readonly()).min(1).readonly()
const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const measure = {
  sum: format.name,
  as: format.name.optional(),
  unit: z.enum(['money', 'count']).optional(),
  where: z
    .strictObject({
      credit: format.name.optional(),
      attributes: z.record(z.string(), z.array(z.string()).min(1).readonly()).optional(),
    })
    .readonly()
    .optional(),
  label: labelSchema.optional(),
}

const marginalSteps = z
  .array(z.strictObject({ from: format.decimal.optional(), rate: format.decimal }).readonly())
  .readonly()

const tiersSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), rate: format.decimal, ...described }),
  z.strictObject({
    kind: z.literal('marginal'),
    of: z.enum(['amount', 'quota']).optional(),
    steps: marginalSteps,
    ...described,
  }),
  z.strictObject({
    kind: z.literal('retroactive'),
    of: z.enum(['amount', 'quota']).optional(),
    steps: z.array(z.strictObject({ ...bound, rate: format.decimal }).readonly()).readonly(),
    ...described,
  }),
  z.strictObject({
    kind: z.literal('category'),
    by: z.string().min(1),
    rates: z.record(format.name, format.decimal),
    otherwise: format.decimal.optional(),
    ...described,
  }),
  z.strictObject({
    kind: z.literal('grid'),
    rows: openBounds,
    kpi: format.name,
    columns: openBounds,
    rates: z.array(z.array(format.decimal).readonly()).readonly(),
    ...described,
  }),
])

/** What must be reached: a KPI, or with `of` a measure as a part of a quota. */
const condition = { kpi: format.name, of: format.name.optional(), atLeast: format.decimal }

const holdback = z.strictObject({ share: format.nonNegative, ...described }).readonly()

/** A commission plan as policy authors write it; see `commission.plan`. */
export const planPolicySchema = z
  .strictObject({
    id: format.name,
    ...described,
    currency: currencySchema,
    period: periodKindSchema,
    measuring: z.enum(['period', 'year-to-date']).optional(),
    refunds: z.enum(['own-period', 'original-period']).optional(),
    measure: z.strictObject(measure).readonly(),
    linked: z
      .array(
        z
          .strictObject({ ...measure, span: z.enum(['period', 'year-to-date']).optional() })
          .readonly(),
      )
      .readonly()
      .optional(),
    quota: format.name.optional(),
    tiers: tiersSchema,
    dealCap: format.nonNegative.optional(),
    accelerator: z
      .strictObject({
        steps: z
          .array(z.strictObject({ from: format.nonNegative, factor: format.decimal }).readonly())
          .readonly(),
        when: z.strictObject(condition).readonly().optional(),
        ...described,
      })
      .readonly()
      .optional(),
    gate: z
      .strictObject({ ...condition, keeps: format.nonNegative.optional(), ...described })
      .readonly()
      .optional(),
    kickers: z
      .array(z.strictObject({ ...condition, pays: format.nonNegative, ...described }).readonly())
      .readonly()
      .optional(),
    floor: format.nonNegative.optional(),
    cap: format.nonNegative.optional(),
    yearCap: format.nonNegative.optional(),
    holdback: holdback.optional(),
    rounding: roundingSchema.optional(),
  })
  .readonly()
  .superRefine((plan, context) =>
    report(context, [...tableProblems(plan), ...nameProblems(plan), ...quotaProblems(plan)]),
  )

/** A commission plan as policy authors write it, plain JSON. */
export type PlanPolicy = z.infer<typeof planPolicySchema>

function tableProblems({ tiers, accelerator }: PlanPolicy): readonly Problem[] {
  const tables =
    tiers.kind === 'marginal' || tiers.kind === 'retroactive'
      ? boundProblems(
          tiers.steps,
          'tiers.steps',
          tiers.steps[0]?.from === undefined ? 'open' : 'any',
        )
      : []
  return accelerator === undefined
    ? tables
    : [...tables, ...boundProblems(accelerator.steps, 'accelerator.steps', 'any')]
}

/** Measures, quota and KPIs are all inputs of one formula: no two may have one name. */
function nameProblems({ measure, linked = [], quota }: PlanPolicy): readonly Problem[] {
  const named = [
    { path: 'measure', name: measure.as ?? measure.sum },
    ...linked.map((each, i) => ({ path: at('linked', i), name: each.as ?? each.sum })),
    ...(quota === undefined ? [] : [{ path: 'quota', name: quota }]),
  ]
  const names = named.map(({ name }) => name)
  return named.flatMap(({ path, name }, i) =>
    names.indexOf(name) < i ? [duplicateName(path, name)] : [],
  )
}

/** What is said in parts of the quota needs one. */
function quotaProblems({ quota, tiers, accelerator }: PlanPolicy): readonly Problem[] {
  if (quota !== undefined) return []
  const ofQuota = tiers.kind === 'grid' || ('of' in tiers && tiers.of === 'quota')
  return [
    ...(ofQuota ? [noQuota('tiers')] : []),
    ...(accelerator === undefined ? [] : [noQuota('accelerator')]),
  ]
}

/** Reads a plan's policy from untrusted JSON; `parsePlan` also builds its formula. */
export function parsePlanPolicy(json: unknown): PlanPolicy {
  return parseWith(planPolicySchema, json)
}

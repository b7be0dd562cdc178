import * as z from 'zod'
import { dateSchema, periodKindSchema } from '../calendar/schema.js'
import { boundProblems } from '../formula/index.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseEach, parseWith } from '../problem/schema.js'
import { decimal, minorUnits, tooManyPlaces, total } from '../quantity/index.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import {
  duplicateName,
  keepsTooMuch,
  repeatedOwner,
  sharesNotWhole,
  signAgainstKind,
} from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }
const tier = { from: format.nonNegative, rate: format.nonNegative }

const tiersSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('marginal'),
      steps: z.array(z.strictObject(tier).readonly()).readonly(),
      ...described,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('retroactive'),
      steps: z
        .array(z.strictObject({ ...tier, exclusive: z.boolean().optional() }).readonly())
        .readonly(),
      ...described,
    })
    .readonly(),
])

const gateSchema = z
  .strictObject({
    kpi: format.name,
    atLeast: format.decimal,
    keeps: format.nonNegative.optional(),
    ...described,
  })
  .readonly()

const acceleratorSchema = z
  .strictObject({
    quota: format.name,
    steps: z
      .array(z.strictObject({ from: format.nonNegative, factor: format.nonNegative }).readonly())
      .readonly(),
    ...described,
  })
  .readonly()

/** A commission plan as policy authors write it; see `commission.plan`. */
export const planPolicySchema = z
  .strictObject({
    id: format.name,
    ...described,
    currency: currencySchema,
    period: periodKindSchema,
    measure: z
      .strictObject({
        sum: z.literal('sales'),
        where: z.strictObject({ credit: format.name }).readonly().optional(),
        label: labelSchema.optional(),
      })
      .readonly(),
    tiers: tiersSchema,
    gate: gateSchema.optional(),
    accelerator: acceleratorSchema.optional(),
    cap: format.nonNegative.optional(),
    rounding: roundingSchema.optional(),
  })
  .readonly()
  .superRefine(meaning(planProblems))

/** A commission plan as policy authors write it, plain JSON. */
export type PlanPolicy = z.infer<typeof planPolicySchema>
type Gate = z.infer<typeof gateSchema>
type Accelerator = z.infer<typeof acceleratorSchema>

const eventSchema = z
  .strictObject({
    id: z.string().min(1),
    kind: z.enum(['order', 'refund']),
    date: dateSchema,
    amount: format.decimal,
    currency: currencySchema,
    attributes: z.record(z.string(), z.string()).readonly(),
  })
  .readonly()
  .superRefine(meaning(amountProblems))

/** A sale, or a refund in the period it occurs in; see `parseEvents`. */
export type SalesEvent = z.infer<typeof eventSchema>

/** Who is credited for an event, and with what part of it; see `parseCreditRules`. */
export const creditRuleSchema = z
  .strictObject({
    credit: format.name,
    where: z.record(z.string(), z.string()).readonly().optional(),
    by: z.string().min(1),
    owners: z
      .record(
        z.string(),
        z
          .array(
            z.strictObject({ person: z.string().min(1), share: format.nonNegative }).readonly(),
          )
          .min(1)
          .readonly(),
      )
      .readonly(),
    unowned: z.enum(['refuse', 'skip']),
    clause: z.string().min(1).optional(),
  })
  .readonly()
  .superRefine(
    meaning(({ owners }) =>
      Object.entries(owners).flatMap(([value, shares]) =>
        shareProblems(at('owners', value), shares),
      ),
    ),
  )

/** Who is credited for an event: the owners of the value that one of its attributes has. */
export type CreditRule = z.infer<typeof creditRuleSchema>

function planProblems(plan: PlanPolicy): readonly Problem[] {
  const { measure, tiers, gate, accelerator, cap, currency } = plan
  return [
    ...boundProblems(tiers.steps, 'tiers.steps', 'any'),
    ...(gate === undefined ? [] : gateProblems(gate, measure.sum)),
    ...(accelerator === undefined
      ? []
      : acceleratorProblems(accelerator, [measure.sum, gate?.kpi])),
    ...(cap === undefined ? [] : placesProblems('cap', cap, minorUnits(currency))),
  ]
}

function gateProblems({ kpi, keeps = '0' }: Gate, measured: string): readonly Problem[] {
  return [
    ...(kpi === measured ? [duplicateName('gate.kpi', kpi)] : []),
    ...(decimal(keeps).greaterThan(1) ? [keepsTooMuch('gate.keeps', keeps)] : []),
  ]
}

function acceleratorProblems(
  { quota, steps }: Accelerator,
  taken: readonly (string | undefined)[],
): readonly Problem[] {
  return [
    ...(taken.includes(quota) ? [duplicateName('accelerator.quota', quota)] : []),
    ...boundProblems(steps, 'accelerator.steps', 'any'),
  ]
}

function amountProblems({ kind, amount, currency }: SalesEvent): readonly Problem[] {
  const negative = decimal(amount).lessThan(0)
  return [
    ...(negative === (kind === 'refund') ? [] : [signAgainstKind('amount', kind, amount)]),
    ...placesProblems('amount', amount, minorUnits(currency)),
  ]
}

function placesProblems(path: string, amount: string, places: number): readonly Problem[] {
  return decimal(amount).decimalPlaces() > places ? [tooManyPlaces(path, amount, places)] : []
}

function shareProblems(path: string, shares: CreditRule['owners'][string]): readonly Problem[] {
  const people = shares.map(({ person }) => person)
  const whole = total(
    shares.map(({ share }) => share),
    0,
  )
  return [
    ...people.flatMap((person, i) =>
      people.indexOf(person) < i ? [repeatedOwner(at(at(path, i), 'person'), person)] : [],
    ),
    ...(decimal(whole).equals(1) ? [] : [sharesNotWhole(path, whole)]),
  ]
}

/** Reads a plan's policy from untrusted JSON; `parsePlan` also builds its formula. */
export function parsePlanPolicy(json: unknown): PlanPolicy {
  return parseWith(planPolicySchema, json)
}

/**
 * Reads sales events from untrusted JSON: a list of `{ id, kind, date, amount, currency,
 * attributes }`. An order's amount is zero or more, a refund's below zero, both with no more places
 * than the currency's minor unit. Each event is held to the limits of a policy, so that the list may
 * be of any length.
 *
 * Throws a `PolicyError` with every problem of every event.
 *
 * @example
 * parseEvents([{ id: '1', kind: 'order', date: '2011-01-04', amount: '22.00', currency: 'GBP', attributes: { country: 'France' } }]).length
 * //=> 1
 */
export function parseEvents(json: unknown): readonly SalesEvent[] {
  return parseEach(eventSchema, json)
}

/**
 * Reads crediting rules from untrusted JSON: a list of `{ credit, where?, by, owners, unowned,
 * clause? }`. The shares of each owned value must add up to exactly 1, its people differ.
 *
 * Throws a `PolicyError` with every problem of every rule.
 *
 * @example
 * parseCreditRules([{ credit: 'direct', by: 'country', owners: { France: [{ person: 'Li', share: '1' }] }, unowned: 'refuse' }]).length
 * //=> 1
 */
export function parseCreditRules(json: unknown): readonly CreditRule[] {
  return parseWith(z.array(creditRuleSchema).readonly(), json)
}

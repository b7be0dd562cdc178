import * as z from 'zod'
import { parseAward } from '../bonus/award-schema.js'
import type { FundingPolicy } from '../bonus/index.js'
import { parseFundingPolicy, parsePoolPolicy } from '../bonus/pool-schema.js'
import { parsePaymentPolicy } from '../commission/payment-schema.js'
import { parsePlanPolicy } from '../commission/plan-schema.js'
import { parseQuotaPolicy } from '../commission/target-schema.js'
import { parseScorecardPolicy } from '../kpi/schema.js'
import type { Writing } from '../pay/index.js'
import { namesSchema, sourceSchema } from '../pay/source-schema.js'
import { type Problem, refuse } from '../problem/index.js'
import { parseParts } from '../problem/parts.js'
import { by, format, labelSchema, parseWith } from '../problem/schema.js'
import { roundingSchema } from '../quantity/schema.js'
import { payProblem } from '../words/index.js'

/** The terms of each kind of policy, as they are read for the policy and the book that they stand in. */

const { name } = format
const clause = z.string().min(1)
const described = { label: labelSchema.optional(), clause: clause.optional() }
const ofSchema = z.union([namesSchema, z.strictObject({ tag: name }).readonly()])
export const readsSchema = z.record(name, sourceSchema).readonly()
const scalesSchema = z.record(name, z.int().min(0).max(30)).readonly()

const carrySchema = z.strictObject({ beyond: format.nonNegative }).readonly()

const adjustmentSchema = z.strictObject({ table: name.optional(), ...described }).readonly()
const salarySchema = z
  .strictObject({
    attribute: name.optional(),
    of: z.literal('assignment').optional(),
    prorated: z.boolean(),
    rounding: roundingSchema.optional(),
    ...described,
  })
  .readonly()

/** The table of one-off payments and deductions: `adjustments` unless said. */
export function parseAdjustmentTerms(json: unknown) {
  return parseWith(adjustmentSchema, json)
}

/** A part of pay that is agreed with each person; the attribute that holds it is called like it unless said. */
export function parseSalaryTerms(json: unknown) {
  return parseWith(salarySchema, json)
}

/** A target bonus by a scorecard; the target is the attribute `target_bonus` unless said. */
export function parseScorecardTerms(json: unknown, { id }: Writing) {
  return parseParts(
    json,
    {
      scorecard: (card: unknown) => parseScorecardPolicy(ofPolicy(card, { id })),
      target: by(name),
      prorated: by(z.boolean()),
      rounding: by(roundingSchema),
      label: by(labelSchema),
      clause: by(clause),
    },
    ['target', 'rounding', 'label', 'clause'],
  )
}

/** A quota, and what it reads. */
export function parseQuotaTerms(json: unknown, { currency }: Writing) {
  return parseParts(
    json,
    {
      quota: (policy: unknown) => parseQuotaPolicy(ofPolicy(policy, { currency })),
      reads: by(readsSchema),
      hired: by(name),
      months: by(z.int().min(1).max(12)),
    },
    ['reads', 'hired', 'months'],
  )
}

/**
 * A commission plan, the table of credits that it measures, `credits` unless said, and beyond which part of the
 * quota what is sold counts in the next period.
 */
export function parsePlanTerms(json: unknown, about: Writing) {
  const readers = {
    plan: within(parsePlanPolicy, about),
    table: by(name),
    reads: by(readsSchema),
    carry: by(carrySchema),
  }
  return parseParts(json, readers, ['table', 'reads', 'carry'])
}

/** How what is due becomes what is paid, and of which components: by their names, or by a tag. */
export function parsePaymentTerms(json: unknown, { currency }: Writing) {
  return parseParts(json, {
    payments: (policy: unknown) => parsePaymentPolicy(ofPolicy(policy, { currency })),
    of: by(ofSchema),
  })
}

/** How a pool is funded and divided, and what its formulas read that is no figure. */
export function parsePoolTerms(json: unknown, about: Writing) {
  return parseParts(
    json,
    {
      funding: fundingWithin(about),
      division: within(parsePoolPolicy, about),
      reads: by(readsSchema),
    },
    ['reads'],
  )
}

/** An award, and what it reads beside its policy. */
export function parseAwardTerms(json: unknown, about: Writing) {
  const readers = {
    award: within(parseAward, about),
    team: by(name),
    weight: by(name),
    hired: by(name),
    scales: by(scalesSchema),
  }
  return parseParts(json, readers, ['team', 'weight', 'hired', 'scales'])
}

/** A policy within its terms, of which the policy of the book and the book say the id and the currency. */
export function within<T>(parse: (json: unknown) => T, about: Writing): (json: unknown) => T {
  return (policy) => parse(ofPolicy(policy, saidBy(about)))
}

/** How a pool is funded, within its terms: a fund may have a name of its own. */
export function fundingWithin({ id, currency }: Writing): (json: unknown) => FundingPolicy {
  return (policy) => parseFundingPolicy(ofPolicy(policy, { currency }, { id }))
}

type Said = Partial<Pick<Writing, 'id' | 'currency'>>

function saidBy({ id, currency }: Writing): Said {
  return { id, currency }
}

/**
 * Terms with what the policy and the book say already, which need not be said again. Throws a `PolicyError`
 * where the terms say it otherwise.
 */
function ofPolicy(terms: unknown, said: Said, unlessSaid: Said = {}): unknown {
  const given = record(terms)
  if (given === undefined) return terms
  refuse(
    Object.entries(said).flatMap(([member, expected]): readonly Problem[] => {
      const found = Object.hasOwn(given, member) ? given[member] : expected
      return found === expected || typeof found !== 'string'
        ? []
        : [payProblem('said-otherwise', member, { member, found, expected })]
    }),
  )
  return { ...unlessSaid, ...said, ...given }
}

/** An object of plain JSON, which a book is a copy of; `undefined` of anything else. */
function record(json: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as Readonly<Record<string, unknown>>)
    : undefined
}

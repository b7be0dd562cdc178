import * as z from 'zod'
import { at, type Problem } from '../problem/index.js'
import { format, meaning, parseWith } from '../problem/schema.js'
import { notTogether } from '../problem/terms-problems.js'
import { decimal, total } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { cliffTooLong, notEven, notRising, weightsNotWhole } from './problems.js'
import { described, monthsSchema, policyOf, roundedPolicyOf } from './schema.js'

const positiveMonths = monthsSchema.min(1)

const vestingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cliff'), months: monthsSchema }).readonly(),
  z
    .strictObject({
      kind: z.literal('graded'),
      months: positiveMonths,
      every: positiveMonths,
      cliff: monthsSchema.optional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('tranches'),
      tranches: z
        .array(z.strictObject({ months: monthsSchema, share: format.nonNegative }).readonly())
        .min(1)
        .readonly(),
    })
    .readonly(),
])

/** When a grant vests: all at once, in even steps after a cliff, or in stated tranches. */
export type Vesting = z.infer<typeof vestingSchema>

const part = z.enum(['all', 'pro-rata', 'none'])
const byLeaver = { good: part, bad: part }

/** All of it, the part by months served, or nothing. */
export type LeaverPart = z.infer<typeof part>

/** What is paid back by a leaver within so many months. */
const clawbackSchema = z
  .strictObject({ ...described, months: positiveMonths, ...byLeaver })
  .readonly()

const grantSchema = z
  .strictObject({
    ...policyOf,
    kind: z.enum(['sign-on', 'retention', 'deferred']),
    in: z.literal('units').optional(),
    vesting: vestingSchema,
    leaving: z.strictObject(byLeaver).readonly(),
    clawback: clawbackSchema.optional(),
  })
  .readonly()
  .superRefine(
    meaning(({ vesting, clawback, ...grant }) => [
      ...vestingProblems(vesting),
      // What units were worth when they vested is not what they are worth when somebody leaves.
      ...(clawback !== undefined && grant.in === 'units' ? [notTogether('clawback', 'in')] : []),
    ]),
  )

/**
 * A bonus that is granted on a day and vests by months served: sign-on, retention, deferred; of money, or `in`
 * whole units. `leaving` says which part of the unvested a leaver keeps, `clawback` which part of the vested is
 * paid back.
 */
export type GrantPolicy = z.infer<typeof grantSchema>

function vestingProblems(vesting: Vesting): readonly Problem[] {
  if (vesting.kind === 'cliff') return []
  if (vesting.kind === 'graded') {
    const { months, every, cliff = 0 } = vesting
    return [
      ...(months % every === 0 ? [] : [notEven('vesting.every', months, every)]),
      ...(cliff > months ? [cliffTooLong('vesting.cliff', cliff, months)] : []),
    ]
  }
  const { tranches } = vesting
  const whole = total(
    tranches.map(({ share }) => share),
    0,
  )
  const path = 'vesting.tranches'
  return [
    ...risingProblems(
      path,
      tranches.map(({ months }) => months),
      'months',
    ),
    ...(decimal(whole).equals(1) ? [] : [weightsNotWhole(path, whole)]),
  ]
}

function risingProblems(path: string, steps: readonly number[], key: string): readonly Problem[] {
  return steps.flatMap((step, i) => {
    const before = steps[i - 1]
    return before === undefined || before < step
      ? []
      : [notRising(at(at(path, i), key), String(step), String(before))]
  })
}

/** Reads a grant's policy from untrusted JSON; `parseGrant` also builds its formulas. */
export function parseGrantPolicy(json: unknown): GrantPolicy {
  return parseWith(grantSchema, json)
}

const loyaltySchema = z
  .strictObject({
    ...policyOf,
    paid: z.enum(['milestone', 'yearly']),
    steps: z
      .array(
        z.strictObject({ years: z.int().min(1).max(100), amount: format.nonNegative }).readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()
  .superRefine(
    meaning(({ steps, currency }) => [
      ...risingProblems(
        'steps',
        steps.map(({ years }) => years),
        'years',
      ),
      ...steps.flatMap(({ amount }, i) =>
        placesProblems(at(at('steps', i), 'amount'), amount, currency),
      ),
    ]),
  )

/** A loyalty bonus by years of service: on the anniversaries listed, or on each from the first one. */
export type LoyaltyPolicy = z.infer<typeof loyaltySchema>

/** Reads a loyalty policy from untrusted JSON; `parseLoyalty` also builds its formula. */
export function parseLoyaltyPolicy(json: unknown): LoyaltyPolicy {
  return parseWith(loyaltySchema, json)
}

const referralSchema = z
  .strictObject({
    ...policyOf,
    onHire: format.nonNegative,
    afterProbation: z
      .strictObject({ months: positiveMonths, amount: format.nonNegative })
      .readonly()
      .optional(),
    clawback: clawbackSchema.optional(),
  })
  .readonly()
  .superRefine(
    meaning(({ onHire, afterProbation, currency }) => [
      ...placesProblems('onHire', onHire, currency),
      ...placesProblems('afterProbation.amount', afterProbation?.amount, currency),
    ]),
  )

/** A referral bonus: what is paid on hire and after probation, and paid back where the referred leaves. */
export type ReferralPolicy = z.infer<typeof referralSchema>

/** Reads a referral policy from untrusted JSON; `parseReferral` also builds its formulas. */
export function parseReferralPolicy(json: unknown): ReferralPolicy {
  return parseWith(referralSchema, json)
}

const thirteenthSchema = z
  .strictObject({
    ...roundedPolicyOf,
    basis: z.enum(['earned', 'salary']),
    minimumMonths: monthsSchema.optional(),
  })
  .readonly()

/** A 13th month: of what was `earned` in the year, or of a monthly `salary` for the part served. */
export type ThirteenthPolicy = z.infer<typeof thirteenthSchema>

/** Reads a 13th month's policy from untrusted JSON; `parseThirteenth` also builds its formula. */
export function parseThirteenthPolicy(json: unknown): ThirteenthPolicy {
  return parseWith(thirteenthSchema, json)
}

/** Which part of what was paid is paid back by who leaves within the months: a good and a bad leaver. */
export type ClawbackPolicy = z.infer<typeof clawbackSchema>

import * as z from 'zod'
import type { Expression } from '../formula/index.js'
import { expressionSchema } from '../formula/schema.js'
import { type Problem, repeatedIds, repeatedTexts } from '../problem/index.js'
import { format, meaning, parseWith } from '../problem/schema.js'
import { aboveWhole, notTogether } from '../problem/terms-problems.js'
import { decimal } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { boundsCross } from './problems.js'
import { described, policyOf, roundedPolicyOf } from './schema.js'

const bounds = { floor: format.nonNegative.optional(), cap: format.nonNegative.optional() }

const reserveSchema = z
  .strictObject({ ...described, share: format.nonNegative, paid: format.name.optional() })
  .readonly()

/**
 * What of a gain is kept back for later losses: the `share` of it, and in which of the book's rhythms what
 * is left is `paid` out; never, unless said.
 */
export type ReservePolicy = z.infer<typeof reserveSchema>

export const fundingSchema = z
  .strictObject({
    ...roundedPolicyOf,
    source: z.discriminatedUnion('kind', [
      z
        .strictObject({
          kind: z.literal('profit-share'),
          rate: format.nonNegative,
          above: format.nonNegative.optional(),
        })
        .readonly(),
      z.strictObject({ kind: z.literal('growth-share'), rate: format.nonNegative }).readonly(),
      z.strictObject({ kind: z.literal('per-head'), amount: format.nonNegative }).readonly(),
    ]),
    reserve: reserveSchema.optional(),
    ...bounds,
  })
  .readonly()
  .superRefine(meaning(fundingProblems))

/**
 * How much money a pool has: a share of profit (above an amount), a share of the growth of a result
 * over its base, or an amount a head; with a floor and a cap, and of a profit with a reserve.
 */
export type FundingPolicy = z.infer<typeof fundingSchema>

function fundingProblems({
  currency,
  source,
  reserve,
  floor,
  cap,
}: FundingPolicy): readonly Problem[] {
  const share = reserve?.share ?? '0'
  return [
    ...(reserve === undefined || source.kind === 'profit-share'
      ? []
      : [notTogether('reserve', source.kind)]),
    ...(decimal(share).greaterThan(1) ? [aboveWhole('reserve.share', share)] : []),
    ...(source.kind === 'profit-share'
      ? placesProblems('source.above', source.above, currency)
      : []),
    ...amountProblems({ floor, cap, currency }),
  ]
}

function amountProblems({
  floor,
  cap,
  currency,
}: Pick<FundingPolicy, 'floor' | 'cap' | 'currency'>): readonly Problem[] {
  const crossed = floor !== undefined && cap !== undefined && decimal(floor).greaterThan(cap)
  return [
    ...(crossed ? [boundsCross('cap', floor, cap)] : []),
    ...placesProblems('floor', floor, currency),
    ...placesProblems('cap', cap, currency),
  ]
}

/** Reads a funding policy from untrusted JSON; `parseFunding` also builds its formula. */
export function parseFundingPolicy(json: unknown): FundingPolicy {
  return parseWith(fundingSchema, json)
}

const formula: z.ZodType<Expression> = expressionSchema

const levelSchema = z
  .strictObject({
    level: format.name,
    ...described,
    weight: formula,
    floor: formula.optional(),
    cap: formula.optional(),
  })
  .readonly()

/** One level of a pool: what its members weigh, and the least and most that each may get. */
export type LevelPolicy = z.infer<typeof levelSchema>

export const poolSchema = z
  .strictObject({
    ...policyOf,
    ties: z.enum(['larger-weight', 'smaller-weight', 'id']),
    levels: z.array(levelSchema).min(1).readonly(),
  })
  .readonly()
  .superRefine(meaning(({ levels }) => repeatedIds('levels', levels, 'level')))

/**
 * How a pool is divided, level by level, such as department, team, person: the weight of each member
 * and the least and most it may get, as formulas of the member's own figures.
 */
export type PoolPolicy = z.infer<typeof poolSchema>

/** Reads a pool's policy from untrusted JSON; `parsePool` also builds its formulas. */
export function parsePoolPolicy(json: unknown): PoolPolicy {
  return parseWith(poolSchema, json)
}

const profitSharingSchema = z
  .strictObject({
    ...policyOf,
    ties: z.enum(['larger-weight', 'smaller-weight', 'id']),
    by: z
      .array(z.enum(['salary', 'months', 'rating']))
      .min(1)
      .readonly(),
    ...bounds,
  })
  .readonly()
  .superRefine(meaning(sharingProblems))

/** Profit sharing: by which factors a profit is divided among people, and the least and most each gets. */
export type ProfitSharingPolicy = z.infer<typeof profitSharingSchema>

function sharingProblems({ by, floor, cap, currency }: ProfitSharingPolicy): readonly Problem[] {
  return [...repeatedTexts('by', by), ...amountProblems({ floor, cap, currency })]
}

/** Reads a profit-sharing policy from untrusted JSON; `parseProfitSharing` also builds the pool. */
export function parseProfitSharingPolicy(json: unknown): ProfitSharingPolicy {
  return parseWith(profitSharingSchema, json)
}

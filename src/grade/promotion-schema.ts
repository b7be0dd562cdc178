import * as z from 'zod'
import { at, type Option, problemsOf, under } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { notOneWaiting, waitingOutOfOrder } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const promotionSchema = z.discriminatedUnion('rule', [
  z
    .strictObject({ rule: z.literal('percentage'), increase: format.nonNegative, ...described })
    .readonly(),
  z.strictObject({ rule: z.literal('to-minimum'), ...described }).readonly(),
  z
    .strictObject({
      rule: z.literal('percentage-or-minimum'),
      increase: format.nonNegative,
      ...described,
    })
    .readonly(),
  z
    .strictObject({ rule: z.literal('steps'), steps: z.int().min(1).max(10), ...described })
    .readonly(),
])

/** How pay changes on promotion; see `promote`. `increase` is a ratio: 0.08 is 8 %. */
export type PromotionRule = z.infer<typeof promotionSchema>

const waitingSchema = z
  .array(
    z
      .strictObject({
        fromStep: z.int().min(1),
        weeks: z.int().min(1).max(5_200).optional(),
        months: z.int().min(1).max(1_200).optional(),
        years: z.int().min(1).max(100).optional(),
      })
      .readonly(),
  )
  .min(1)
  .readonly()
  .superRefine(
    meaning((periods) =>
      periods.flatMap(({ fromStep, weeks, months, years }, i) => {
        const before = periods[i - 1]?.fromStep
        const fine = before === undefined ? fromStep === 1 : fromStep > before
        const given = [weeks, months, years].filter((length) => length !== undefined)
        return [
          ...(fine ? [] : [waitingOutOfOrder(at(at('', i), 'fromStep'), before)]),
          ...(given.length === 1 ? [] : [notOneWaiting(at('', i), given.length)]),
        ]
      }),
    ),
  )

/**
 * How long to wait in a step before the next one, each entry from its step up to the next entry's: in
 * `weeks`, `months` or `years`, one of them. 104 weeks are two days short of two years, or three.
 */
export type WaitingPeriods = z.infer<typeof waitingSchema>

/**
 * Reads a promotion rule from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parsePromotionRule({ rule: 'percentage', increase: '0.08' }).rule //=> 'percentage'
 */
export function parsePromotionRule(json: unknown): PromotionRule {
  return parseWith(promotionSchema, json)
}

/**
 * Reads waiting periods from untrusted JSON. Throws a `PolicyError` with every problem: also where
 * they do not begin at step 1 or do not rise, and an entry does not have exactly one length.
 *
 * @example
 * parseWaitingPeriods([{ fromStep: 1, weeks: 52 }, { fromStep: 4, years: 2 }]).length //=> 2
 */
export function parseWaitingPeriods(json: unknown): WaitingPeriods {
  return parseWith(waitingSchema, json)
}

/** A rule, and waiting periods, as arguments of a function: they may not have been parsed. */
export const ruleOption: Option = (value, path) =>
  under(
    path,
    problemsOf(() => parsePromotionRule(value)),
  )
export const waitingOption: Option = (value, path) =>
  under(
    path,
    problemsOf(() => parseWaitingPeriods(value)),
  )

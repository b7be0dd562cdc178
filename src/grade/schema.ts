import * as z from 'zod'
import { boundProblems } from '../formula/index.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, parseWith, report } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { crossedRange, repeatedId, unknownRating, wrongRow } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const factorPlanSchema = z
  .strictObject({
    id: format.name,
    ...described,
    source: z.string().min(1).optional(),
    factors: z
      .array(
        z
          .strictObject({
            factor: format.name,
            ...described,
            weight: format.nonNegative.optional(),
            degrees: z.record(format.name, format.nonNegative),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()
  .superRefine(({ factors }, context) =>
    report(
      context,
      repeated(
        'factors',
        factors.map(({ factor }) => factor),
      ),
    ),
  )

/** A point-factor plan: for each factor the points of each degree, and what the factor weighs. */
export type FactorPlanPolicy = z.infer<typeof factorPlanSchema>

const structureSchema = z
  .strictObject({
    id: format.name,
    grades: z
      .array(
        z
          .strictObject({
            grade: format.name,
            label: labelSchema.optional(),
            from: format.nonNegative,
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()
  .superRefine(({ grades }, context) =>
    report(context, [
      ...boundProblems(grades, 'grades', 'any'),
      ...repeated(
        'grades',
        grades.map(({ grade }) => grade),
      ),
    ]),
  )

/** Grades, lowest first, and the points from which each begins. */
export type GradeStructure = z.infer<typeof structureSchema>

export const rangeSchema = z
  .strictObject({
    grade: format.name,
    minimum: format.nonNegative,
    midpoint: format.nonNegative,
    maximum: format.nonNegative,
    steps: z.array(format.nonNegative).min(1).readonly().optional(),
  })
  .readonly()

/** The pay range of a grade; `steps` are its fixed rates, lowest first, where it has them. */
export type PayRange = z.infer<typeof rangeSchema>

const rangesSchema = z
  .strictObject({ currency: currencySchema, ranges: z.array(rangeSchema).min(1).readonly() })
  .readonly()
  .superRefine(({ ranges }, context) =>
    report(context, [
      ...ranges.flatMap(rangeProblems),
      ...repeated(
        'ranges',
        ranges.map(({ grade }) => grade),
      ),
    ]),
  )

/** The pay ranges of all grades in one currency, lowest grade first. */
export type PayRanges = z.infer<typeof rangesSchema>

function rangeProblems(
  { minimum, midpoint, maximum, steps }: PayRange,
  index: number,
): readonly Problem[] {
  const path = at('ranges', index)
  const ordered =
    decimal(minimum).lessThanOrEqualTo(midpoint) && decimal(midpoint).lessThanOrEqualTo(maximum)
  const bounds = (steps ?? []).map((from) => ({ from }))
  return [
    ...(ordered ? [] : [crossedRange(path, minimum, midpoint, maximum)]),
    ...(steps === undefined ? [] : boundProblems(bounds, at(path, 'steps'), 'any')),
  ]
}

function repeated(path: string, ids: readonly string[]): readonly Problem[] {
  return ids.flatMap((id, i) => (ids.indexOf(id) < i ? [repeatedId(at(path, i), id)] : []))
}

const progressionSchema = z
  .strictObject({
    currency: currencySchema,
    grades: z.array(format.name).min(1).readonly(),
    firstMidpoint: format.nonNegative,
    progression: format.nonNegative,
    spread: format.nonNegative,
    steps: z.int().min(2).max(100).optional(),
    roundTo: z.int().min(-6).max(4),
    rounding: roundingSchema,
  })
  .readonly()

/** How pay ranges are made: by midpoint progression and range spread. */
export type RangeProgression = z.infer<typeof progressionSchema>

const bound = { from: format.decimal.optional(), exclusive: z.boolean().optional() }

const meritSchema = z
  .strictObject({
    id: format.name,
    ...described,
    currency: currencySchema,
    rounding: roundingSchema,
    ratings: z.array(format.name).min(1).readonly(),
    compaRatios: z.array(z.strictObject(bound).readonly()).min(1).readonly(),
    increases: z.record(format.name, z.array(format.nonNegative).readonly()),
    aboveMaximum: z.enum(['cap', 'allow']),
  })
  .readonly()
  .superRefine(({ ratings, compaRatios, increases }, context) =>
    report(context, [
      ...boundProblems(compaRatios, 'compaRatios', 'open'),
      ...repeated('ratings', ratings),
      ...Object.keys(increases)
        .filter((rating) => !ratings.includes(rating))
        .map((rating) => unknownRating(at('increases', rating), rating, ratings)),
      ...ratings
        .filter((rating) => increases[rating]?.length !== compaRatios.length)
        .map((rating) => wrongRow(at('increases', rating), compaRatios.length)),
    ]),
  )

/** A merit matrix: the increase by rating and by the band of the compa-ratio. */
export type MeritPolicy = z.infer<typeof meritSchema>

const promotionSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('percentage'), increase: format.nonNegative, ...described }),
  z.strictObject({ rule: z.literal('to-minimum'), ...described }),
  z.strictObject({
    rule: z.literal('percentage-or-minimum'),
    increase: format.nonNegative,
    ...described,
  }),
  z.strictObject({ rule: z.literal('steps'), steps: z.int().min(1).max(10), ...described }),
])

/** How pay changes on promotion; see `promote`. */
export type PromotionRule = z.infer<typeof promotionSchema>

const waitingSchema = z
  .array(z.strictObject({ fromStep: z.int().min(1), weeks: z.int().min(1) }).readonly())
  .min(1)
  .readonly()

/** The weeks to wait in a step before the next one, from a step on. */
export type WaitingPeriods = z.infer<typeof waitingSchema>

/**
 * Reads a point-factor plan's policy from untrusted JSON; `parseFactorPlan` also builds its formula.
 */
export function parseFactorPlanPolicy(json: unknown): FactorPlanPolicy {
  return parseWith(factorPlanSchema, json)
}

/**
 * Reads a grade structure from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseStructure({ id: 's', grades: [{ grade: 'P1', from: '0' }, { grade: 'P2', from: '300' }] }).grades.length //=> 2
 */
export function parseStructure(json: unknown): GradeStructure {
  return parseWith(structureSchema, json)
}

/**
 * Reads pay ranges from untrusted JSON. Throws a `PolicyError` with every problem: also for a minimum
 * above the midpoint or a midpoint above the maximum, and steps that do not rise.
 *
 * @example
 * parseRanges({ currency: 'CNY', ranges: [{ grade: 'P1', minimum: '5000', midpoint: '6000', maximum: '7000' }] }).ranges.length //=> 1
 */
export function parseRanges(json: unknown): PayRanges {
  return parseWith(rangesSchema, json)
}

/** Reads a range progression from untrusted JSON. Throws a `PolicyError` with every problem. */
export function parseProgression(json: unknown): RangeProgression {
  return parseWith(progressionSchema, json)
}

/** Reads a merit matrix's policy from untrusted JSON; `parseMerit` also builds its formula. */
export function parseMeritPolicy(json: unknown): MeritPolicy {
  return parseWith(meritSchema, json)
}

/** Reads a promotion rule from untrusted JSON. Throws a `PolicyError` with every problem. */
export function parsePromotionRule(json: unknown): PromotionRule {
  return parseWith(promotionSchema, json)
}

/** Reads waiting periods from untrusted JSON. Throws a `PolicyError` with every problem. */
export function parseWaitingPeriods(json: unknown): WaitingPeriods {
  return parseWith(waitingSchema, json)
}

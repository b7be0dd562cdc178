import * as z from 'zod'
import {
  at,
  type Option,
  type Problem,
  problemsOf,
  repeatedIds,
  repeatedTexts,
  under,
} from '../problem/index.js'
import { format, meaning, parseWith } from '../problem/schema.js'
import { type Currency, decimal, minorUnits } from '../quantity/index.js'
import { nonNegativeOption } from '../quantity/internal.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { amountProblems } from './amounts.js'
import {
  crossedRange,
  fallingMidpoint,
  finerThanCurrency,
  noMidpoint,
  stepNotAbove,
  stepOutside,
} from './range-problems.js'

const rangeSchema = z
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
  .superRefine(meaning(rangesProblems))

/**
 * A range as an argument of a function: it may not have been parsed. Where it is of a currency, what
 * may be paid has no more places than that; a midpoint may, as half way between two others.
 */
export function rangeOption(currency?: Currency): Option {
  return (value, path) => {
    const shape = under(
      path,
      problemsOf(() => parseWith(rangeSchema, value)),
    )
    if (shape.length > 0) return shape
    const range = value as PayRange
    return [
      ...amountsOf(range).flatMap(([key, amount]) =>
        currency === undefined || key === 'midpoint'
          ? nonNegativeOption(amount, at(path, key))
          : amountProblems(amount, at(path, key), currency),
      ),
      ...rangeProblems(range, path),
    ]
  }
}

/** The pay ranges of all grades in one currency, lowest grade first. */
export type PayRanges = z.infer<typeof rangesSchema>

function rangesProblems({ currency, ranges }: PayRanges): readonly Problem[] {
  return [
    ...repeatedIds('ranges', ranges, 'grade'),
    ...ranges.flatMap((range, i) => {
      const path = at('ranges', i)
      const before = ranges[i - 1]?.midpoint
      const falls = before !== undefined && decimal(range.midpoint).lessThan(before)
      return [
        ...amountsOf(range).flatMap(([key, value]) =>
          amountProblems(value, at(path, key), currency),
        ),
        ...rangeProblems(range, path),
        ...(falls ? [fallingMidpoint(at(path, 'midpoint'), range.midpoint, before)] : []),
      ]
    }),
  ]
}

function amountsOf({ minimum, midpoint, maximum, steps = [] }: PayRange) {
  return [
    ...Object.entries({ minimum, midpoint, maximum }),
    ...steps.map((step, i) => [at('steps', i), step] as const),
  ]
}

function rangeProblems(
  { minimum, midpoint, maximum, steps = [] }: PayRange,
  path: string,
): readonly Problem[] {
  const ordered =
    decimal(minimum).lessThanOrEqualTo(midpoint) && decimal(midpoint).lessThanOrEqualTo(maximum)
  return [
    ...(ordered ? [] : [crossedRange(path, minimum, midpoint, maximum)]),
    ...(decimal(midpoint).isZero() ? [noMidpoint(at(path, 'midpoint'))] : []),
    ...steps.flatMap((step, i) => {
      const place = at(at(path, 'steps'), i)
      const before = steps[i - 1]
      const outside = decimal(step).lessThan(minimum) || decimal(step).greaterThan(maximum)
      const level = before !== undefined && decimal(step).lessThanOrEqualTo(before)
      return [
        ...(outside ? [stepOutside(place, step, minimum, maximum)] : []),
        ...(level ? [stepNotAbove(place, step, before)] : []),
      ]
    }),
  ]
}

/** A share with so few digits that a hundred grades stay exact. */
const share = format.nonNegative.max(12)

const progressionSchema = z
  .strictObject({
    currency: currencySchema,
    grades: z.array(format.name).min(1).max(100).readonly(),
    firstMidpoint: format.nonNegative.max(40),
    progression: share,
    spread: share,
    steps: z.int().min(2).max(100).optional(),
    roundTo: z.int().min(-6).max(4),
    rounding: roundingSchema,
  })
  .readonly()
  .superRefine(
    meaning(({ currency, grades, firstMidpoint, roundTo }) => [
      ...repeatedTexts('grades', grades),
      ...(decimal(firstMidpoint).isZero() ? [noMidpoint('firstMidpoint')] : []),
      ...(roundTo > minorUnits(currency) ? [finerThanCurrency('roundTo', currency)] : []),
    ]),
  )

/**
 * How pay ranges are made: `progression` is the rise from one midpoint to the next and `spread` the
 * width of a range over its minimum, both ratios; `roundTo` is decimal places, −2 for hundreds.
 */
export type RangeProgression = z.infer<typeof progressionSchema>

/**
 * Reads pay ranges from untrusted JSON. Throws a `PolicyError` with every problem: also for a minimum
 * above the midpoint or a midpoint above the maximum, a midpoint of nothing or below that of the grade
 * before, amounts with more places than the currency, and steps that do not rise within the range.
 *
 * @example
 * parseRanges({ currency: 'CNY', ranges: [{ grade: 'P1', minimum: '5000', midpoint: '6000', maximum: '7000' }] }).ranges.length //=> 1
 */
export function parseRanges(json: unknown): PayRanges {
  return parseWith(rangesSchema, json)
}

/**
 * Reads a range progression from untrusted JSON; `buildRanges` also makes the ranges. Throws a
 * `PolicyError` with every problem.
 *
 * @example
 * parseProgression({ currency: 'CNY', grades: ['P1'], firstMidpoint: '6000', progression: '0.15', spread: '0.4', roundTo: -1, rounding: 'half-up' }).roundTo //=> -1
 */
export function parseProgression(json: unknown): RangeProgression {
  return parseWith(progressionSchema, json)
}

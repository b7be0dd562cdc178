import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { boundProblems } from '../formula/internal.js'
import { at, type Problem, repeatedTexts } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import {
  crossedGuideline,
  notOneMatrix,
  unknownRating,
  wrongLumpSumPeriods,
  wrongRow,
} from './problems.js'

const bound = z
  .strictObject({ from: format.decimal.optional(), exclusive: z.boolean().optional() })
  .readonly()

const guideline = z
  .strictObject({
    minimum: format.nonNegative,
    target: format.nonNegative,
    maximum: format.nonNegative,
  })
  .readonly()

const meritSchema = z
  .strictObject({
    id: format.name,
    label: labelSchema.optional(),
    clause: z.string().min(1).optional(),
    currency: currencySchema,
    rounding: roundingSchema,
    ratings: z.array(format.name).min(1).readonly(),
    compaRatios: z.array(bound).min(1).readonly(),
    increases: z.record(format.name, z.array(format.nonNegative).readonly()).readonly().optional(),
    guidelines: z.record(format.name, z.array(guideline).readonly()).readonly().optional(),
    aboveMaximum: z.enum(['cap', 'allow', 'lump-sum']),
    lumpSumPeriods: z.int().min(1).max(366).optional(),
    proration: z
      .strictObject({ effective: dateSchema, fullMonths: z.int().min(1).max(120) })
      .readonly()
      .optional(),
  })
  .readonly()
  .superRefine(
    meaning(({ ratings, compaRatios, increases, guidelines, aboveMaximum, lumpSumPeriods }) => [
      ...boundProblems(compaRatios, 'compaRatios', 'open'),
      ...repeatedTexts('ratings', ratings),
      ...((increases === undefined) === (guidelines === undefined) ? [notOneMatrix('')] : []),
      ...rowProblems('increases', increases, ratings, compaRatios.length),
      ...rowProblems('guidelines', guidelines, ratings, compaRatios.length),
      ...Object.entries(guidelines ?? {}).flatMap(([rating, row]) =>
        row.flatMap((cell, i) => crossings(cell, at(at('guidelines', rating), i))),
      ),
      ...((aboveMaximum === 'lump-sum') === (lumpSumPeriods !== undefined)
        ? []
        : [wrongLumpSumPeriods('lumpSumPeriods', lumpSumPeriods === undefined)]),
    ]),
  )

function rowProblems(
  path: string,
  rows: Readonly<Record<string, readonly unknown[]>> | undefined,
  ratings: readonly string[],
  columns: number,
): readonly Problem[] {
  if (rows === undefined) return []
  return [
    ...Object.keys(rows)
      .filter((rating) => !ratings.includes(rating))
      .map((rating) => unknownRating(at(path, rating), rating, ratings)),
    ...ratings
      .filter((rating) => rows[rating]?.length !== columns)
      .map((rating) => wrongRow(at(path, rating), columns)),
  ]
}

function crossings(
  { minimum, target, maximum }: z.infer<typeof guideline>,
  path: string,
): readonly Problem[] {
  const ordered =
    decimal(minimum).lessThanOrEqualTo(target) && decimal(target).lessThanOrEqualTo(maximum)
  return ordered ? [] : [crossedGuideline(path, minimum, target, maximum)]
}

/**
 * A merit matrix by rating and band of the compa-ratio: `increases` has one increase (a ratio) in each
 * cell, `guidelines` a minimum, a target and a maximum; one of the two is given.
 *
 * `aboveMaximum` says what becomes of an increase that would pass the range's maximum: `cap` holds it
 * there, `allow` lets it pass, and `lump-sum` pays the part above it once, `lumpSumPeriods` pay periods
 * of it together: 12 where salaries are monthly and the sum is for a year, 1 where they are yearly.
 *
 * With `proration`, who was hired or raised less than `fullMonths` full months before the `effective`
 * day of the increases gets that part of it: months ÷ `fullMonths`.
 */
export type MeritPolicy = z.infer<typeof meritSchema>

/**
 * Reads a merit matrix's policy from untrusted JSON; `parseMerit` also builds its formula. Throws a
 * `PolicyError` with every problem.
 *
 * @example
 * parseMeritPolicy({ id: 'm', currency: 'CNY', rounding: 'half-up', ratings: ['A'], compaRatios: [{}], increases: { A: ['0.05'] }, aboveMaximum: 'cap' }).ratings //=> ['A']
 */
export function parseMeritPolicy(json: unknown): MeritPolicy {
  return parseWith(meritSchema, json)
}

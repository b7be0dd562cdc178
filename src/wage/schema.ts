import * as z from 'zod'
import { emptyList } from '../formula/internal.js'
import type { Parts } from '../pay/internal.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { roundingSchema } from '../quantity/schema.js'
import { oneOf, wageProblem } from '../words/index.js'
import type { Stated } from './stated.js'

const { name } = format

/** What the terms of every kind may carry: a label for readers, and the clause that they come from. */
export const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

/** What the terms of a kind have that rounds, once, to the currency's minor unit. */
export const rounded = { rounding: roundingSchema.optional(), ...described }

/** How the days of terms are counted. */
export const byDays = {
  unpaid: z.array(name).readonly().optional(),
  basis: name.optional(),
}

const bands = z
  .array(
    z.strictObject({
      from: format.decimal.optional(),
      exclusive: z.boolean().optional(),
      value: format.decimal,
    }),
  )
  .min(1)
  .readonly()

/** A number as terms state it. */
export const statedSchema = z
  .union([
    format.decimal,
    z
      .strictObject({
        attribute: name.optional(),
        values: z.record(z.string(), format.decimal).readonly().optional(),
        otherwise: format.decimal.optional(),
        years: bands.optional(),
        months: bands.optional(),
        perYear: format.decimal.optional(),
        perMonth: format.decimal.optional(),
        most: format.decimal.optional(),
        since: name.optional(),
      })
      .readonly(),
  ])
  .superRefine(
    meaning(
      oneOf({
        attribute: ['values', 'otherwise'],
        years: ['since'],
        months: ['since'],
        perYear: ['most', 'since'],
        perMonth: ['most', 'since'],
      }),
    ),
  )
  .superRefine(
    meaning((stated) => {
      if (typeof stated !== 'object') return []
      const { values, otherwise } = stated
      if (values === undefined)
        return otherwise === undefined ? [] : [wageProblem('otherwise-alone', 'otherwise', {})]
      return Object.keys(values).length === 0 ? [emptyList('values')] : []
    }),
  ) as unknown as z.ZodType<Stated>

/** A number as terms state it, or several that are added. */
export const severalSchema = z.union([
  statedSchema,
  z.array(statedSchema).min(1).readonly(),
]) as unknown as z.ZodType<Stated | readonly Stated[]>

/** Components by their names, or all that have a tag, or one of several. */
export const partsSchema: z.ZodType<Parts> = z.union([
  z.array(name).min(1).readonly(),
  z.strictObject({ tag: z.union([name, z.array(name).min(1).readonly()]) }).readonly(),
])

/** What is wrong with a number that must be above zero. */
export function aboveZero(path: string, value: string | undefined): readonly Problem[] {
  return value === undefined || decimal(value).greaterThan(0)
    ? []
    : [wageProblem('not-above-zero', path, { found: value })]
}

/** What is wrong with parts of a whole, each by its name. */
export function partsOfWhole(
  path: string,
  parts: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  return Object.entries(parts).flatMap(([name, value]) =>
    typeof value === 'string' && decimal(value).greaterThan(1)
      ? [wageProblem('above-whole', at(path, name), { found: value })]
      : [],
  )
}

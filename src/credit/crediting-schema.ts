import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { format, jsonSchemaOf, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { currencySchema, placesSchema, unitSchema } from '../quantity/schema.js'
import type { Crediting, CreditKind } from './crediting.js'
import { creditingProblems, kindProblems } from './crediting-problems.js'
import { shareSchema } from './share-schema.js'
import { ownerSchema } from './tables-schema.js'
import { dealWhereSchema, whereSchema } from './where-schema.js'

const { id, name, nonNegative } = format
const text = z.string().min(1)
const day = dateSchema.optional()

const ruleSchema = z
  .strictObject({
    where: dealWhereSchema.optional(),
    from: day,
    to: day,
    owner: name.optional(),
    by: name.optional(),
    owners: z.union([z.array(ownerSchema).min(1).readonly(), name]).optional(),
    clause: text.optional(),
  })
  .readonly()

const modelSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['first', 'last', 'linear']) }).readonly(),
  z
    .strictObject({
      kind: z.literal('position'),
      first: nonNegative,
      last: nonNegative,
      middle: nonNegative,
    })
    .readonly(),
  z.strictObject({ kind: z.literal('time-decay'), halfLife: z.int().min(1).max(3_650) }).readonly(),
])

/** One object for the three kinds, of which a member says which it is: a union would not tell what is misspelt. */
const anyKind = z
  .strictObject({
    label: labelSchema.optional(),
    clause: text.optional(),
    unowned: z
      .union([z.enum(['refuse', 'list']), z.strictObject({ to: id }).readonly()])
      .optional(),
    rules: z.array(ruleSchema).min(1).readonly().optional(),
    follows: z.enum(['deal', 'order', 'invoice', 'collection']).optional(),
    shares: z.union([z.enum(['whole', 'any']), z.array(shareSchema).min(1).readonly()]).optional(),
    touches: z
      .strictObject({ by: name, window: z.int().min(0).max(3_650), model: modelSchema })
      .readonly()
      .optional(),
    where: dealWhereSchema.optional(),
    of: name.optional(),
    manager: name.optional(),
    ranked: z
      .strictObject({
        rank: name,
        rates: z.record(z.string(), shareSchema).readonly(),
        cap: shareSchema.optional(),
      })
      .readonly()
      .optional(),
    whose: whereSchema.optional(),
    qualified: whereSchema.optional(),
    unqualified: z.enum(['passed-over', 'unpaid']).optional(),
    rest: id.optional(),
  })
  // A kind is told by a member that it has: one that is undefined is none.
  .overwrite((kind) =>
    Object.fromEntries(Object.entries(kind).filter(([, said]) => said !== undefined)),
  )
  .readonly() as unknown as z.ZodType<CreditKind>
const kindSchema = anyKind.superRefine(meaning(kindProblems))

const creditingSchema: z.ZodType<Crediting> = z
  .strictObject({
    currency: currencySchema,
    credits: z.record(name, kindSchema).readonly(),
    figures: z
      .record(
        name,
        z
          .strictObject({
            unit: unitSchema,
            from: z.enum(['order', 'invoice', 'collection']).optional(),
            places: placesSchema.optional(),
            sign: z.literal('any').optional(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
    places: placesSchema.optional(),
    takeBacks: z.enum(['deal', 'own']).optional(),
    rates: z.enum(['deal', 'own']).optional(),
    customer: name.optional(),
    belowZero: z.enum(['refuse', 'list']).optional(),
  })
  .readonly()
  .superRefine(meaning(creditingProblems))

declare const checked: unique symbol

/** Rules of crediting that have been checked: frozen, and a copy that nobody else holds. */
export type CheckedCrediting = Crediting & { readonly [checked]: true }

/**
 * Reads rules of crediting from untrusted JSON. What it returns is frozen and holds nothing of what it
 * was read from.
 *
 * Throws a `PolicyError` with every problem and its path, of their shape, or else of their meaning: a
 * kind of credit that is of none of the three kinds or of several, a rule that names nobody, a condition
 * that asks nothing or looks at what no deal has, figures that do not add up, a roll-up of a kind that
 * there is not or that comes back to itself, owners that are told twice.
 *
 * @example
 * parseCrediting({ currency: 'CNY', credits: { direct: { rules: [{ owner: 'seller' }] } } }).currency //=> 'CNY'
 */
export function parseCrediting(json: unknown): CheckedCrediting {
  return parseWith(creditingSchema, json) as CheckedCrediting
}

/**
 * The JSON Schema (draft 2020-12) of rules of crediting, for editors and for other languages.
 *
 * @example
 * creditingJsonSchema()['$schema'] //=> 'https://json-schema.org/draft/2020-12/schema'
 */
export function creditingJsonSchema(): Readonly<Record<string, unknown>> {
  return jsonSchemaOf(creditingSchema)
}

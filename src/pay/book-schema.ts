import * as z from 'zod'
import {
  basisSchema,
  dateSchema,
  fiscalCalendarSchema,
  periodKindSchema,
} from '../calendar/schema.js'
import { whereSchema } from '../credit/where-schema.js'
import { expressionSchema } from '../formula/schema.js'
import { format, labelSchema, parseWith } from '../problem/schema.js'
import { currencySchema } from '../quantity/schema.js'
import type { PayBook } from './book.js'
import type { Book, Component, Each } from './component.js'
import { link } from './link.js'
import { namesSchema, overSchema, scopeSchema, sourceSchema } from './source-schema.js'
import { eligibleSchema, retroSchema } from './terms-schema.js'

const { name } = format

const eachSchema: z.ZodType<Each> = z.union([
  z.literal('stretch'),
  z.strictObject({
    record: name,
    by: name.optional(),
    where: whereSchema.optional(),
    over: overSchema.optional(),
    why: name.optional(),
  }),
])

const said = {
  was: namesSchema.optional(),
  label: labelSchema.optional(),
  clause: z.string().min(1).optional(),
  formula: expressionSchema,
  reads: z.record(name, sourceSchema),
  of: scopeSchema.optional(),
  each: eachSchema.optional(),
  period: name.optional(),
  eligible: eligibleSchema.optional(),
  tags: namesSchema.optional(),
  pays: z.enum(['due', 'cash']).optional(),
  retro: retroSchema.optional(),
  mayRead: z.record(name, z.string().min(1)).readonly().optional(),
}

/** The JSON of a component but its name. */
export const ownComponentSchema: z.ZodType<Omit<Component, 'component'>> = z.strictObject(said)

/** The JSON of a component; what it means beside others, `link` tells. */
export const componentSchema: z.ZodType<Component> = z
  .strictObject({ component: name, ...said })
  .meta({ id: 'Component' })

const bookSchema: z.ZodType<Book> = z.strictObject({
  currency: currencySchema,
  rhythms: z
    .record(
      name,
      z.strictObject({ kind: periodKindSchema, calendar: fiscalCalendarSchema.optional() }),
    )
    .optional(),
  components: z.record(
    name,
    z
      .array(
        z.strictObject({
          from: dateSchema.optional(),
          to: dateSchema.optional(),
          reason: z.string().min(1).optional(),
          writtenBy: z.string().min(1).optional(),
          approvedBy: z.string().min(1).optional(),
          value: componentSchema,
        }),
      )
      .min(1)
      .readonly(),
  ),
  retro: retroSchema,
  basis: z.record(name, basisSchema).optional(),
  unreadFigures: z.enum(['report', 'refuse']).optional(),
})

/**
 * Reads a book from untrusted JSON and checks it as `book` does.
 *
 * Throws a `PolicyError` with every problem of its shape, or else every problem that its components
 * have, alone and beside each other.
 *
 * @example
 * parseBook({ currency: 'CNY', components: {}, retro: 0 }).components.size //=> 0
 */
export function parseBook(json: unknown): PayBook {
  return link(parseWith(bookSchema, json))
}

/**
 * The JSON Schema (draft 2020-12) of a component, for editors and for other languages.
 *
 * @example
 * componentJsonSchema()['$schema'] //=> 'https://json-schema.org/draft/2020-12/schema'
 */
export function componentJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(componentSchema)
}

/**
 * The JSON Schema (draft 2020-12) of a book, for editors and for other languages.
 *
 * @example
 * bookJsonSchema()['$schema'] //=> 'https://json-schema.org/draft/2020-12/schema'
 */
export function bookJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(bookSchema)
}

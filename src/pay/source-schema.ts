import * as z from 'zod'
import { whereSchema } from '../credit/where-schema.js'
import { isName } from '../problem/index.js'
import { format, meaning } from '../problem/schema.js'
import { wrongFormat } from '../problem/shape-problems.js'
import { currencySchema } from '../quantity/schema.js'
import { oneOf } from '../words/index.js'
import type { Among, As, Day, Over, Scope, Source } from './component.js'

const { name, decimal } = format
export const namesSchema = z.array(name).min(1).readonly()
const atLeastOne = z.int().min(1)

const asNamed = (by: string) => z.strictObject({ [by]: name })
const scopeNames = z.enum(['person', 'assignment', 'company'])
export const scopeSchema = z.union([scopeNames, asNamed('by')]) as unknown as z.ZodType<Scope>

const through = z.enum(['row', 'before']).optional()
const sinceSchema = z.union([
  z.enum(['month', 'quarter', 'half-year', 'year', 'ever']),
  z.strictObject({ date: name, every: z.literal('year').optional() }),
])
export const overSchema = z
  .union([
    z.enum(['period', 'before']),
    z.strictObject({
      ago: z.union([atLeastOne, z.strictObject({ days: atLeastOne })]).optional(),
      last: atLeastOne.optional(),
      since: sinceSchema.optional(),
      through,
    }),
  ])
  .superRefine(
    meaning(oneOf({ ago: [], last: ['through'], since: ['through'] })),
  ) as unknown as z.ZodType<Over>

const quantile = z.strictObject({ quantile: decimal })
const asSchema: z.ZodType<As> = z.union([
  z.enum(['sum', 'count', 'distinct', 'most', 'least', 'first', 'last']),
  quantile,
])

const dayOf = { first: whereSchema.optional(), last: whereSchema.optional() }
const daySchema = z
  .union([z.string(), z.strictObject(dayOf)])
  .superRefine(
    meaning((day) =>
      typeof day !== 'string' || isName(day) ? [] : [wrongFormat('', 'name', day)],
    ),
  )
  .superRefine(meaning(oneOf({ first: [], last: [] }))) as unknown as z.ZodType<Day>
const endOfPeriod = z.strictObject({ end: z.literal('period') })

const groupOf = {
  by: name.optional(),
  below: name.optional(),
  levels: z.tuple([atLeastOne, atLeastOne]).readonly().optional(),
  compress: z.literal(true).optional(),
}
const groupSchema = z
  .union([scopeNames, z.strictObject(groupOf)])
  .superRefine(meaning(oneOf({ by: [], below: ['levels', 'compress'] })))
const amongSchema = z.strictObject({
  group: groupSchema,
  where: whereSchema.optional(),
  only: name.optional(),
  who: z.enum(['all', 'others', 'ahead', 'level']).optional(),
  by: name.optional(),
  as: z
    .union([
      z.enum(['sum', 'count', 'most', 'least']),
      z.strictObject({
        quantile: decimal.optional(),
        share: name.optional(),
        least: name.optional(),
        most: name.optional(),
      }),
    ])
    .superRefine(meaning(oneOf({ quantile: [], share: ['least', 'most'] }))),
}) as unknown as z.ZodType<Among>

const missing = z.string().optional()
const convert = z
  .strictObject({ from: z.union([currencySchema, asNamed('by')]), rates: name })
  .optional()
const least = decimal.optional()
const over = overSchema.optional()
const day = z.literal('time')
const more = ['from', 'over', 'as', 'among', 'what', 'same', 'missing']
const named = { name: more, tag: more }

/** The JSON of where an input comes from. */
export const sourceSchema = z
  .discriminatedUnion('from', [
    z.strictObject({
      from: z.literal('attribute'),
      name,
      on: z.enum(['start', 'end']).optional(),
      convert,
      least,
      missing,
    }),
    z.strictObject({
      from: z.literal('figure'),
      name,
      period: name.optional(),
      is: z.enum(['value', 'given']).optional(),
      convert,
      least,
      missing,
    }),
    z.discriminatedUnion('count', [
      z.strictObject({
        from: day,
        count: z.enum(['present', 'absent', 'part', 'whole']),
        // None at all: days that no absence takes anything off.
        kinds: z.array(name).readonly().optional(),
        basis: z.union([z.string(), asNamed('attribute')]).optional(),
        over,
      }),
      z.strictObject({
        from: day,
        count: z.enum(['months', 'years']),
        since: daySchema,
        until: z.union([endOfPeriod, daySchema]).optional(),
        full: z.literal('day').optional(),
        missing,
      }),
      z.strictObject({ from: day, count: z.enum(['month', 'quarter']) }),
    ]),
    z.strictObject({ from: z.literal('record'), name, convert, least, missing }),
    z.strictObject({
      from: z.literal('records'),
      of: name,
      as: asSchema,
      value: name.optional(),
      where: whereSchema.optional(),
      over,
      same: namesSchema.optional(),
      whose: z.enum(['own', 'all']).optional(),
      convert,
      missing,
    }),
    z.strictObject({
      from: z.literal('component'),
      name: name.optional(),
      tag: name.optional(),
      over,
      as: asSchema.optional(),
      among: amongSchema.optional(),
      what: z.enum(['entitled', 'due']).optional(),
      same: namesSchema.optional(),
      missing,
    }),
  ])
  .superRefine(meaning((source) => (source.from === 'component' ? oneOf(named)(source) : [])))
  .meta({ id: 'Source' }) as unknown as z.ZodType<Source>

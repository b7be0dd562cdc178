import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { parseParts, type Readers } from '../problem/parts.js'
import { by, eachBy, format, labelSchema, problemSchema } from '../problem/schema.js'
import { currencySchema } from '../quantity/schema.js'
import { type HeadClass, headClasses, type LineClass, lineClasses } from './audience.js'
import type { HeadValues, LineValues } from './leaves.js'
import type { Opened, View, ViewLine } from './view.js'

/** An object with a schema for every member of `T`: one that is added there is not forgotten here. */
const every =
  <T>() =>
  <S extends { readonly [K in keyof T]-?: z.ZodType }>(shape: S) =>
    z.strictObject(shape)

const { decimal, id, name } = format
const text = z.string()
const texts = z.record(text, text)
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'hash')
const nonce = z.string().regex(/^[0-9a-f]{32}$/, 'hash')
const bits = z.string().regex(/^[01]{0,32}$/, 'node')
const earned = z.strictObject({ rhythm: name, period: id })

const lineValues = every<LineValues>()({
  what: every<LineValues['what']>()({
    component: name,
    assignment: id.exactOptional(),
    earned,
    label: labelSchema,
    clause: text.exactOptional(),
    tags: z.array(name).readonly(),
  }),
  amount: decimal,
  settlement: every<LineValues['settlement']>()({
    entitled: decimal,
    settled: decimal,
    changedVersion: z.literal(true).exactOptional(),
  }),
  working: z
    .array(
      every<LineValues['working'][number]>()({
        from: dateSchema,
        to: dateSchema,
        record: text.exactOptional(),
        version: dateSchema.exactOptional(),
        read: texts,
        amount: decimal,
      }),
    )
    .readonly(),
  others: z.array(texts).readonly(),
  why: every<LineValues['why']>()({
    line: text.exactOptional(),
    parts: z.array(z.union([text, z.null()])).readonly(),
  }),
  proof: text,
})

const headValues = every<HeadValues>()({
  who: every<HeadValues['who']>()({ person: id, name: text.exactOptional() }),
  about: texts,
  totals: every<HeadValues['totals']>()({ subtotals: z.record(text, decimal), total: decimal }),
  withheld: z
    .array(
      every<HeadValues['withheld'][number]>()({
        component: name,
        assignment: id.exactOptional(),
        earned,
        label: labelSchema,
      }),
    )
    .readonly(),
  reasons: z.array(z.array(problemSchema).readonly()).readonly(),
  others: z.array(z.array(problemSchema).readonly()).readonly(),
  proof: every<HeadValues['proof']>()({ run: text, book: text, engine: text }),
})

function ofEach<Class extends string, S extends z.ZodType>(classes: readonly Class[], schema: S) {
  return Object.fromEntries(classes.map((each) => [each, schema])) as Record<Class, S>
}

function opened<Class extends string>(classes: readonly Class[]) {
  return {
    nonces: z.strictObject(ofEach(classes, nonce.exactOptional())),
    hashes: z.strictObject(ofEach(classes, hash)),
  }
}

const line = z.strictObject({
  place: bits,
  shown: lineValues.partial(),
  ...opened<LineClass>(lineClasses),
}) as unknown as z.ZodType<ViewLine>

const head = z.strictObject({
  shown: headValues.partial(),
  ...opened<HeadClass>(headClasses),
}) as unknown as z.ZodType<Opened<HeadClass, HeadValues>>

const readers: Readers<View> = {
  format: by(z.literal(1)),
  audience: by(name),
  run: by(
    every<View['run']>()({
      period: id,
      number: z.int().min(1),
      asOf: dateSchema,
      currency: currencySchema,
    }),
  ),
  head: by(head),
  lines: eachBy(line),
  empty: by(z.record(bits, nonce)),
  hidden: by(z.record(bits, hash)),
  place: by(bits),
  beside: by(z.record(bits, hash)),
}

/**
 * Reads a view from untrusted JSON, such as one that its owner kept. Of any length: the limits of a policy
 * hold for each line.
 *
 * Throws a `PolicyError` with every problem and its path, also for members that no view has. Whether it
 * is genuine, `verifyView` tells.
 *
 * @example
 * verifyView(parseView(JSON.parse(text)), root) //=> []
 */
export function parseView(json: unknown): View {
  return parseParts(json, readers)
}

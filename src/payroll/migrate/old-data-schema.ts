import * as z from 'zod'
import { dateSchema } from '../../calendar/schema.js'
import { parseParts, parseValues } from '../../problem/parts.js'
import { format, labelSchema, parseEach, parseWith, report } from '../../problem/schema.js'
import { isProblem, readDecimal } from '../../quantity/index.js'
import { currencySchema } from '../../quantity/schema.js'

const text = z.string().min(1)
const label = labelSchema.optional()

const personSchema = z
  .strictObject({
    id: format.id,
    name: text,
    department: format.name,
    costCentre: text.optional(),
    employment: z.strictObject({ from: dateSchema, to: dateSchema.optional() }).readonly(),
    absences: z
      .array(
        z
          .strictObject({ from: dateSchema, to: dateSchema, part: format.nonNegative.optional() })
          .readonly(),
      )
      .readonly()
      .optional(),
    pay: z
      .record(
        format.name,
        z.array(z.strictObject({ from: dateSchema, value: format.nonNegative }).readonly()),
      )
      .readonly(),
    targetBonus: format.nonNegative.optional(),
    figures: z
      .record(z.string(), z.record(format.name, format.decimal.nullable()).readonly())
      .readonly(),
  })
  .readonly()

/** A person of 0.1, as one run was told of them. */
export type OldPerson = z.infer<typeof personSchema>

const happening = {
  id: format.id,
  effective: dateSchema,
  recorded: dateSchema,
  amount: format.decimal,
  currency: currencySchema,
  of: format.id.optional(),
  figures: z.record(format.name, format.decimal).readonly().optional(),
  attributes: z.record(z.string(), z.string()).readonly(),
}
const eventSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.enum(['order', 'invoice', 'collection', 'refund', 'cancellation', 'correction']),
      ...happening,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('transfer'),
      ...happening,
      credit: format.name,
      from: format.id,
      to: format.id,
    })
    .readonly(),
])

/** An event of 0.1. */
export type OldEvent = z.infer<typeof eventSchema>

const adjustmentSchema = z
  .strictObject({
    id: format.name,
    person: format.id,
    label: labelSchema,
    amount: format.decimal,
    reason: text,
    clause: text.optional(),
  })
  .readonly()

/** A one-off payment of 0.1. */
export type OldAdjustment = z.infer<typeof adjustmentSchema>

/** A number, which 0.1 took as a text or as a whole number. */
const number = z
  .unknown()
  .superRefine((value, context) => {
    const read = readDecimal(value, '')
    if (isProblem(read)) report(context, [read])
  })
  .transform((value) => String(value))
const figures = z.record(format.name, number).readonly()

/** A member of a pool of 0.1: a person on the last level, a group of them above it. */
export interface OldMember {
  readonly id: string
  readonly label?: z.infer<typeof labelSchema> | undefined
  readonly figures: Readonly<Record<string, string>>
  readonly members?: readonly OldMember[] | undefined
}

const memberSchema: z.ZodType<OldMember> = z.lazy(() =>
  z
    .strictObject({
      id: text,
      label,
      figures,
      members: z.array(memberSchema).readonly().optional(),
    })
    .readonly(),
)

const poolSchema = z.strictObject({ figures, members: z.array(memberSchema).readonly() }).readonly()

/** What funded a pool of 0.1 in a period, and among whom it was divided. */
export type OldPool = z.infer<typeof poolSchema>

const entrySchema = z
  .strictObject({
    id: text,
    label,
    from: dateSchema.optional(),
    figures: z.record(format.name, number.nullable()).readonly(),
    members: z
      .array(z.strictObject({ id: text, label, weight: number.optional() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly()

/** Who entered an award of 0.1: a person, or a team. */
export type OldEntry = z.infer<typeof entrySchema>

/** What a run of 0.1 was paid from. */
export interface OldData {
  readonly people: readonly OldPerson[]
  readonly events: readonly OldEvent[]
  readonly asOf: string
  readonly pools?: Readonly<Record<string, OldPool>>
  readonly awards?: Readonly<Record<string, readonly OldEntry[]>>
  readonly adjustments?: readonly OldAdjustment[]
  /** The run before it, where there was one. */
  readonly before?: OldRun | 'first'
}

/** Reads the data of a run of 0.1 from untrusted JSON. */
export function parseOldData(json: unknown): OldData {
  return parseParts<OldData>(
    json,
    {
      people: (people) => parseEach(personSchema, people),
      events: (events) => parseEach(eventSchema, events),
      asOf: (day) => parseWith(dateSchema, day),
      pools: (pools) => parseValues(pools, (own) => parseWith(poolSchema, own)),
      awards: (awards) => parseValues(awards, (entries) => parseEach(entrySchema, entries)),
      adjustments: (adjustments) => parseEach(adjustmentSchema, adjustments),
      before: (run) => (run === 'first' ? run : parseOldRun(run)),
    },
    ['pools', 'awards', 'adjustments', 'before'],
  )
}

const dated = z.object({ from: dateSchema, value: format.name })
const runSchema = z
  .object({
    period: z.object({ name: text }),
    asOf: dateSchema,
    since: dateSchema,
    posts: z.record(
      z.string(),
      z.array(
        z.object({
          employment: z.object({ from: dateSchema, to: dateSchema.optional() }),
          departments: z.array(dated),
        }),
      ),
    ),
    settlements: z.array(
      z.object({
        person: format.id,
        plan: format.name,
        lines: z.array(z.object({ period: text, due: format.decimal })),
      }),
    ),
    owed: z.record(
      z.string(),
      z.object({
        carried: z.array(z.object({ period: text, amount: format.decimal })),
        draw: format.decimal,
      }),
    ),
    statements: z.array(
      z.object({
        person: format.id,
        lines: z.array(z.object({ kind: text, source: format.name, amount: format.decimal })),
      }),
    ),
  })
  .readonly()

/** What a run of 0.1 paid and carried on. */
export type OldRun = z.infer<typeof runSchema>

/** Reads what a run of 0.1 paid and carried on; its traces and digests are left alone. */
export function parseOldRun(json: unknown): OldRun {
  return parseWith(runSchema, json)
}

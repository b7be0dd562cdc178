import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { digestOf, fail } from '../problem/index.js'
import { parseParts, type Readers } from '../problem/parts.js'
import { by, eachBy, format, problemSchema } from '../problem/schema.js'
import { currencySchema } from '../quantity/schema.js'
import { payProblem } from '../words/index.js'
import { holding } from './known-runs.js'
import type {
  ChangedVersion,
  Division,
  Late,
  LeftOver,
  Line,
  Owner,
  Paid,
  Part,
  Run,
  Settled,
  State,
  UnreadFigure,
  Withheld,
} from './run.js'

/** An object with a schema for every member of `T`: one that is added there is not forgotten here. */
const every =
  <T>() =>
  <S extends { readonly [K in keyof T]-?: z.ZodType }>(shape: S) =>
    z.strictObject(shape)

const { decimal, id, name } = format
const text = z.string()
const count = z.int().min(0)
const dates = z.record(text, dateSchema)
const earned = z.strictObject({ rhythm: name, period: id })
const owner: z.ZodType<Owner> = every<Owner>()({
  person: id.exactOptional(),
  assignment: id.exactOptional(),
  by: name.exactOptional(),
  value: text.exactOptional(),
})
const part: z.ZodType<Part> = every<Part>()({
  from: dateSchema,
  to: dateSchema,
  record: text.exactOptional(),
  version: dateSchema.exactOptional(),
  read: z.record(name, text),
  amount: decimal,
  why: text.exactOptional(),
})
const line: z.ZodType<Line> = every<Line>()({
  component: name,
  person: id,
  assignment: id.exactOptional(),
  earned,
  entitled: decimal,
  settled: decimal,
  amount: decimal,
  parts: z.array(part).readonly(),
  fingerprint: text,
  why: text.exactOptional(),
  changedVersion: z.literal(true).exactOptional(),
})
const withheld: z.ZodType<Withheld> = every<Withheld>()({
  component: name,
  owner,
  earned,
  problems: z.array(problemSchema).readonly(),
})
const unread: z.ZodType<UnreadFigure> = every<UnreadFigure>()({
  figure: name,
  earned,
  given: count,
})
const late: z.ZodType<Late> = every<Late>()({ key: text, period: id })
const division: z.ZodType<Division> = every<Division>()({
  component: name,
  earned,
  group: text,
  value: decimal,
  settled: decimal,
  withheld: z.array(text).readonly(),
})
const leftOver: z.ZodType<LeftOver> = every<LeftOver>()({
  component: name.exactOptional(),
  owner,
  value: decimal,
})
const changedVersion: z.ZodType<ChangedVersion> = every<ChangedVersion>()({
  component: name,
  from: dateSchema.exactOptional(),
  old: text,
  new: text,
})
const settled: z.ZodType<Settled> = every<Settled>()({
  component: name,
  owner,
  earned,
  amount: decimal.exactOptional(),
  value: decimal.exactOptional(),
  records: z.record(text, count).exactOptional(),
  figures: z.array(text).readonly().exactOptional(),
  brought: decimal.exactOptional(),
  withheld: z.literal(true).exactOptional(),
  asOf: dateSchema.exactOptional(),
  text: text.exactOptional(),
  why: text.exactOptional(),
})

const paid: z.ZodType<Paid> = every<Paid>()({
  component: name,
  owner,
  period: id,
  amount: decimal,
})

const readers: Readers<Run> = {
  format: by(z.literal(1)),
  engine: by(text),
  book: by(text),
  currency: by(currencySchema),
  rhythm: by(name),
  period: by(id),
  number: by(z.int().min(1)),
  asOf: by(dateSchema),
  before: by(z.union([z.literal('first'), z.strictObject({ digest: text })])),
  lines: eachBy(line),
  withheld: eachBy(withheld),
  unread: eachBy(unread),
  late: eachBy(late),
  divisions: eachBy(division),
  leftOver: eachBy(leftOver),
  changedVersions: eachBy(changedVersion),
  absentPeople: eachBy(id),
  state: (json) =>
    parseParts<State>(json, {
      first: by(id),
      opened: by(dateSchema),
      asOfs: by(dates),
      settled: eachBy(settled),
      paid: eachBy(paid),
      versions: by(z.record(text, text)),
    }),
  digest: by(text),
}

/**
 * Reads a run from untrusted JSON, such as one that was stored to be the next one's `before`. Of any
 * length: the limits of a policy hold for each line and each settled key.
 *
 * Throws a `PolicyError` with every problem and its path, also for members that no run has; or else for
 * a run that is not the one that its digest was made of.
 *
 * @example
 * settle(book, data, { period: '2026-04', before: parseRun(JSON.parse(stored)) })
 */
export function parseRun(json: unknown): Run {
  const run = readRun(json)
  const { digest, ...rest } = run
  if (digestOf(rest) === digest) return holding(run)
  const { period, number } = run
  return fail(payProblem('changed-run', 'digest', { period, number }))
}

/** Reads the shape of a run from untrusted JSON, and leaves open whether its digest holds. */
export function readRun(json: unknown): Run {
  return parseParts(json, readers)
}

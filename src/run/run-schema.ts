import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { type Owed, parseEvents, type Settlement } from '../commission/index.js'
import { stepSchema } from '../formula/trace-schema.js'
import { fail } from '../problem/index.js'
import { parseParts, parseValues, type Readers } from '../problem/parts.js'
import { by, eachBy, format, problemSchema } from '../problem/schema.js'
import { currencySchema } from '../quantity/schema.js'
import { unsaidBefore } from './chain-problems.js'
import { parseAdjustments, parsePeople } from './data-schema.js'
import type { Post } from './posts.js'
import type { CompensationRun, Unpaid, Unread } from './run.js'
import type { RunData, RunState } from './run-data.js'
import { parseAwards, parsePools } from './shared-schema.js'
import { lineKinds } from './statement.js'
import { periodSchema, settled, statementSchema } from './statement-schema.js'
import type { BudgetStatus, GroupTotal, Totals } from './totals.js'

const settlementSchema: z.ZodType<Settlement> = z.strictObject({
  person: z.string(),
  plan: z.string(),
  period: z.string(),
  asOf: dateSchema,
  lines: z
    .array(
      z.strictObject({
        ...settled,
        clause: z.string().exactOptional(),
        trace: stepSchema,
        release: stepSchema.exactOptional(),
      }),
    )
    .readonly(),
  accrued: format.decimal,
  payable: format.decimal,
  settled: format.decimal,
  due: format.decimal,
})

const owedSchema: z.ZodType<Owed> = z.strictObject({
  carried: z
    .array(z.strictObject({ period: z.string(), amount: format.decimal, age: z.int().min(0) }))
    .readonly(),
  draw: format.decimal,
})

const postSchema: z.ZodType<Post> = z.strictObject({
  employment: z.strictObject({ from: dateSchema, to: dateSchema.exactOptional() }),
  departments: z.array(z.strictObject({ from: dateSchema, value: z.string() })).readonly(),
})

const text = z.string()
const unpaidSchema: z.ZodType<Unpaid & Unread> = z.strictObject({
  person: text,
  problems: z.array(problemSchema).readonly(),
})

const groupSchema: z.ZodType<GroupTotal> = z.strictObject({
  id: text,
  people: z.int().min(0),
  byKind: z.record(z.enum(lineKinds), format.decimal),
  total: format.decimal,
})
const budgetSchema: z.ZodType<BudgetStatus> = z.strictObject({
  budget: text,
  department: text.exactOptional(),
  most: format.decimal,
  spent: format.decimal,
  left: format.decimal,
  breached: z.boolean(),
})

const stateReaders: Readers<RunState> = {
  period: by(periodSchema),
  asOf: by(dateSchema),
  currency: by(currencySchema),
  since: by(dateSchema),
  posts: (json) => parseValues(json, eachBy(postSchema)),
  settlements: eachBy(settlementSchema),
  owed: (json) => parseValues(json, by(owedSchema)),
  digest: by(text),
}

const runReaders: Readers<CompensationRun> = {
  ...stateReaders,
  statements: eachBy(statementSchema),
  unpaid: eachBy(unpaidSchema),
  unread: eachBy(unpaidSchema),
  totals: (json) =>
    parseParts<Totals>(json, {
      departments: eachBy(groupSchema),
      costCentres: eachBy(groupSchema),
      company: by(groupSchema),
    }),
  budgets: eachBy(budgetSchema),
  before: by(text),
}

/**
 * Reads a run from untrusted JSON, such as one that was stored to be the next one's `before`. Of any
 * length: the limits of a policy hold for each statement and each settlement. Whether it is unchanged,
 * `verifyChain` tells.
 *
 * Throws a `PolicyError` with every problem and its path, also for members that no run has.
 *
 * @example
 * runCompensation(book, { people, events, asOf: '2026-04-30', before: parseRun(JSON.parse(stored)) }, april)
 */
export function parseRun(json: unknown): CompensationRun {
  return parseParts(json, runReaders, ['before'])
}

/** The run before, `'first'`, or of a run what the next one needs. */
function readBefore(json: unknown): RunData['before'] {
  if (json === undefined) return fail(unsaidBefore(''))
  return json === 'first' ? json : parseParts(json, runReaders, notOfState)
}

const stateNames = Object.keys(stateReaders)
const notOfState = (Object.keys(runReaders) as (keyof CompensationRun)[]).filter(
  (name) => !stateNames.includes(name),
)

/**
 * Reads all data of a run from untrusted JSON: people, events, `asOf` and the run before, or what
 * `RunState` names of it, or `'first'`; and where given pools, awards and adjustments. Of any length: the limits of a policy
 * hold for each person, event, entry and so on.
 *
 * Throws a `PolicyError` with every problem of every part, also for a key that no run reads: a misspelt
 * `adjustmnets` would pay less without a word.
 *
 * @example
 * parseRunData({ people: [], events: [], asOf: '2026-03-31', before: 'first' }).asOf //=> '2026-03-31'
 */
export function parseRunData(json: unknown): RunData {
  return parseParts<RunData>(
    json,
    {
      people: parsePeople,
      events: parseEvents,
      asOf: by(dateSchema),
      pools: parsePools,
      awards: parseAwards,
      adjustments: parseAdjustments,
      before: readBefore,
    },
    ['pools', 'awards', 'adjustments'],
  )
}

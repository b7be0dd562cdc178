import * as z from 'zod'
import { dateSchema, periodKindSchema } from '../calendar/schema.js'
import { explanationSchema, stepSchema } from '../formula/trace-schema.js'
import { format, labelSchema, parseWith } from '../problem/schema.js'
import { currencySchema } from '../quantity/schema.js'
import type { Statement, StatementLine } from './statement.js'

export const periodSchema = z
  .strictObject({
    name: z.string(),
    kind: periodKindSchema,
    rhythm: z.string(),
    from: dateSchema,
    to: dateSchema,
  })
  .readonly()

const line = {
  source: z.string(),
  label: labelSchema,
  amount: format.decimal,
  clause: z.string().exactOptional(),
}
const explained = z.strictObject({ en: explanationSchema, 'zh-CN': explanationSchema })

/** What of a settlement's line a statement shows too. */
export const settled = {
  period: z.string(),
  accrued: format.decimal,
  payable: format.decimal,
  settled: format.decimal,
  due: format.decimal,
  events: z.array(z.string()).readonly(),
}

const lineSchema: z.ZodType<StatementLine> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('component'),
    ...line,
    trace: stepSchema,
    from: dateSchema.exactOptional(),
    to: dateSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('bonus'), ...line, trace: stepSchema }),
  z.strictObject({
    kind: z.literal('commission'),
    ...line,
    trace: stepSchema,
    settled: z.strictObject(settled),
  }),
  z.strictObject({
    kind: z.literal('recovery'),
    ...line,
    payment: z.strictObject({
      due: format.decimal,
      recovered: format.decimal,
      advanced: format.decimal,
      repaid: format.decimal,
      forgiven: format.decimal,
      paid: format.decimal,
      carried: format.decimal,
    }),
  }),
  z.strictObject({ kind: z.literal('pool'), ...line, explained }),
  z.strictObject({ kind: z.literal('award'), ...line, place: z.int().min(1), explained }),
  z.strictObject({ kind: z.literal('adjustment'), ...line, reason: z.string() }),
])

export const statementSchema: z.ZodType<Statement> = z.strictObject({
  person: z.string(),
  name: z.string(),
  department: z.string(),
  departmentLabel: labelSchema,
  costCentre: z.string(),
  period: periodSchema,
  currency: currencySchema,
  lines: z.array(lineSchema).readonly(),
  total: format.decimal,
  from: z.strictObject({
    book: z.string(),
    data: z.string(),
    before: z.string().exactOptional(),
  }),
  digest: z.string(),
})

/**
 * Reads a statement from untrusted JSON, such as one that was stored or sent: its shape to the last
 * step of every trace. Whether it is the one that was made, `verify` tells.
 *
 * Throws a `PolicyError` with every problem and its path, also for members that no statement has.
 *
 * @example
 * parseStatement(JSON.parse(stored)).total //=> '6965.00'
 */
export function parseStatement(json: unknown): Statement {
  return parseWith(statementSchema, json)
}

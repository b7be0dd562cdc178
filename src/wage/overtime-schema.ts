import * as z from 'zod'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { oneOf } from '../words/index.js'
import { aboveZero, rounded, severalSchema } from './schema.js'

const { name, nonNegative } = format

const figureSchema = z.union([
  nonNegative,
  z.strictObject({ factor: nonNegative, label: labelSchema.optional() }).readonly(),
])
const recordsSchema = z
  .strictObject({
    table: name,
    hours: name.optional(),
    kind: name.optional(),
    factors: z.record(z.string(), nonNegative).readonly(),
  })
  .readonly()
const common = {
  base: severalSchema,
  divisor: nonNegative.optional(),
  ...rounded,
}

export const overtimeSchema = z
  .strictObject({
    ...common,
    figures: z.record(name, figureSchema).readonly().optional(),
    records: recordsSchema.optional(),
  })
  .readonly()
  .superRefine(
    meaning((terms) => [
      ...oneOf({ figures: Object.keys(common), records: Object.keys(common) })(terms),
      ...aboveZero('divisor', terms.divisor),
    ]),
  )

/**
 * How overtime is paid: the monthly `base` (several parts are added), the `divisor` by which it is the pay of
 * an hour, `174` unless said, and hours with the factor of each kind of day. `figures`: a figure of the
 * period for each kind. `records`: a table, each record with its `hours` and its `kind` (members of these
 * names unless said), and a factor for each kind.
 */
export type OvertimeTerms = z.infer<typeof overtimeSchema>

/**
 * Reads the terms of overtime from untrusted JSON.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * parseOvertime({ base: '8700', figures: { rest_hours: '2' } }).base //=> '8700'
 */
export function parseOvertime(json: unknown): OvertimeTerms {
  return parseWith(overtimeSchema, json)
}

import * as z from 'zod'
import { dateSchema, historySchema } from '../../calendar/schema.js'
import { format, parseWith } from '../../problem/schema.js'

const dayRecord = z.strictObject({
  date: dateSchema,
  absent: z.boolean(),
  lateMinutes: z.int().min(0),
  overtimeHours: format.nonNegative,
})
const list = <S extends z.ZodType>(entry: S) => z.array(entry).readonly()

const recordsSchema = z
  .strictObject({
    hired: dateSchema,
    days: list(dayRecord.readonly()),
    ratings: list(z.strictObject({ date: dateSchema, score: format.decimal }).readonly()),
    surveys: list(
      z.strictObject({ date: dateSchema, score: format.decimal.optional() }).readonly(),
    ),
    pay: historySchema(format.nonNegative),
    grades: historySchema(z.string().min(1)),
    managers: historySchema(format.id),
    reviews: list(z.strictObject({ date: dateSchema, promoted: z.boolean() }).readonly()),
  })
  .readonly()

/**
 * The raw records of a person: a day of attendance each working day (with the minutes late and the
 * hours of overtime), performance ratings, surveys (without a score where the person did not answer),
 * promotion reviews, and the histories of pay, grade and manager.
 */
export type PersonRecords = z.infer<typeof recordsSchema>

/**
 * Reads the records of a person from untrusted JSON. Throws a `PolicyError` with every problem and its
 * path.
 *
 * @example
 * parseRecords({ hired: '2024-03-01', days: [], ratings: [], surveys: [], pay: [], grades: [], managers: [], reviews: [] }).hired //=> '2024-03-01'
 */
export function parseRecords(json: unknown): PersonRecords {
  return parseWith(recordsSchema, json)
}

import * as z from 'zod'
import { dateSchema, historySchema } from '../calendar/schema.js'
import { format, labelSchema, parseEach } from '../problem/schema.js'

const personSchema = z
  .strictObject({
    id: format.id,
    name: z.string().min(1),
    department: format.name,
    costCentre: z.string().min(1).optional(),
    employment: z.strictObject({ from: dateSchema, to: dateSchema.optional() }).readonly(),
    absences: z
      .array(
        z
          .strictObject({ from: dateSchema, to: dateSchema, part: format.nonNegative.optional() })
          .readonly(),
      )
      .readonly()
      .optional(),
    pay: z.record(format.name, historySchema(format.nonNegative)).readonly(),
    targetBonus: format.nonNegative.optional(),
    figures: z
      .record(z.string(), z.record(format.name, format.decimal.nullable()).readonly())
      .readonly(),
  })
  .readonly()

/**
 * A person paid: department, employment, unpaid absences (of whole days, or a `part` of each), the amount of each pay component by date,
 * the target bonus, and by the name of each period its figures (KPIs and quotas by name; `null` where
 * nothing was measured). Amounts are for a whole period.
 */
export type Person = z.infer<typeof personSchema>

const adjustmentSchema = z
  .strictObject({
    id: format.name,
    person: format.id,
    label: labelSchema,
    amount: format.decimal,
    reason: z.string().min(1),
    clause: z.string().min(1).optional(),
  })
  .readonly()

/** A payment of one period alone that somebody decided, of either sign, with the reason for it. */
export type Adjustment = z.infer<typeof adjustmentSchema>

/**
 * Reads people from untrusted JSON, a list of any length: the limits of a policy hold for each person.
 *
 * Throws a `PolicyError` with every problem of every person's shape: keys, dates, decimals, histories
 * out of order. What is wrong only beside a book, `runCompensation` lists under `unpaid`.
 *
 * @example
 * parsePeople([{ id: 'p1', name: 'Li', department: 'service', employment: { from: '2020-01-01' }, pay: { base: [{ from: '2020-01-01', value: '6000.00' }] }, figures: {} }]).length //=> 1
 */
export function parsePeople(json: unknown): readonly Person[] {
  return parseEach(personSchema, json)
}

/**
 * Reads adjustments from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseAdjustments([{ id: 'a1', person: 'p1', label: 'Correction', amount: '-20.00', reason: 'Paid twice in May' }]).length //=> 1
 */
export function parseAdjustments(json: unknown): readonly Adjustment[] {
  return parseEach(adjustmentSchema, json)
}

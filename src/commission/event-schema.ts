import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { format, parseWith, report } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { currencySchema } from '../quantity/schema.js'
import { signAgainstKind } from './problems.js'

/** A person's id, as events, credits and rules name it. */
export const personSchema = z.string().min(1)

const common = {
  id: z.string().min(1),
  effective: dateSchema,
  recorded: dateSchema,
  amount: format.decimal,
  currency: currencySchema,
  of: z.string().min(1).optional(),
  figures: z.record(format.name, format.decimal).optional(),
  attributes: z.record(z.string(), z.string()),
}

const positive = ['order', 'invoice']
const negative = ['refund', 'cancellation']

export const eventSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['order', 'invoice', 'collection', 'refund', 'cancellation', 'correction']),
      ...common,
    }),
    z.strictObject({
      kind: z.literal('transfer'),
      ...common,
      credit: format.name,
      from: personSchema,
      to: personSchema,
    }),
  ])
  .superRefine(({ kind, amount }, context) => {
    const sign = Math.sign(decimal(amount).comparedTo(0))
    if ((sign < 0 && positive.includes(kind)) || (sign > 0 && negative.includes(kind)))
      report(context, [signAgainstKind('amount', kind, amount)])
  })
  .readonly()

/**
 * One entry of the ledger: an order, an invoice, money collected (negative where it was paid back), a
 * refund or cancellation (negative), a correction of either sign, or a transfer of credit from one
 * person to another. It holds from `effective`, and is known from `recorded`. `of` is the id of the
 * event that it collects, reverses or corrects. `figures` are further numbers of the same deal, such
 * as its gross margin or its units; a refund gives them negative.
 */
export type SalesEvent = z.infer<typeof eventSchema>

/**
 * Reads sales events from untrusted JSON. Throws a `PolicyError` with every problem of every event.
 *
 * @example
 * parseEvents([{ id: '1', kind: 'order', effective: '2011-01-04', recorded: '2011-01-04', amount: '22.00', currency: 'GBP', attributes: { country: 'France' } }]).length
 * //=> 1
 */
export function parseEvents(json: unknown): readonly SalesEvent[] {
  return parseWith(z.array(eventSchema).readonly(), json)
}

/** Reads one event; {@link parseEvents} reads a list. */
export function parseEvent(json: unknown): SalesEvent {
  return parseWith(eventSchema, json)
}

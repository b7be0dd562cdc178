import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { at, type Problem } from '../problem/index.js'
import { format, meaning, parseEach, parseWith } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { currencySchema } from '../quantity/schema.js'
import { figureAgainstKind, signAgainstKind } from './credit-problems.js'

/** A person's id, as events, credits and rules name it. */
export const personSchema = format.id

const common = {
  id: format.id,
  effective: dateSchema,
  recorded: dateSchema,
  amount: format.decimal,
  currency: currencySchema,
  of: format.id.optional(),
  figures: z.record(format.name, format.decimal).readonly().optional(),
  attributes: z.record(z.string(), z.string()).readonly(),
}

const eventSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.enum(['order', 'invoice', 'collection', 'refund', 'cancellation', 'correction']),
        ...common,
      })
      .readonly(),
    z
      .strictObject({
        kind: z.literal('transfer'),
        ...common,
        credit: format.name,
        from: personSchema,
        to: personSchema,
      })
      .readonly(),
  ])
  .superRefine(meaning(amountProblems))

/**
 * One entry of the ledger: an order, an invoice, money collected (negative where it was paid back), a
 * refund or cancellation (negative), a correction of either sign, or a transfer of credit from one
 * person to another. It holds from `effective`, and is known from `recorded`. `of` is the id of the
 * event that it collects, takes back, corrects or transfers. `figures` are further numbers of the same
 * deal, such as its gross margin or its units; a refund gives them negative, and a transfer moves them.
 */
export type SalesEvent = z.infer<typeof eventSchema>

/** Kinds of event that add, and kinds that take back; the others may do either. */
const signs: Readonly<Partial<Record<SalesEvent['kind'], 1 | -1>>> = {
  order: 1,
  invoice: 1,
  refund: -1,
  cancellation: -1,
}

function amountProblems({ kind, amount, currency, figures = {} }: SalesEvent): readonly Problem[] {
  const sign = signs[kind] ?? 0
  // The figures of a collection or a transfer go the way of its amount; a correction may mix them.
  const way = kind === 'collection' || kind === 'transfer' ? signOf(amount) : sign
  return [
    ...(signOf(amount) * sign < 0 ? [signAgainstKind('amount', kind, amount)] : []),
    ...placesProblems('amount', amount, currency),
    ...Object.entries(figures).flatMap(([name, value]) =>
      signOf(value) * way < 0 ? [figureAgainstKind(at('figures', name), kind, value)] : [],
    ),
  ]
}

function signOf(value: string): number {
  return decimal(value).comparedTo('0')
}

/**
 * Reads sales events from untrusted JSON, a list of any length: the limits of a policy hold for each
 * event. Amounts have no more places than their currency's minor unit; orders and invoices are zero
 * or more, refunds and cancellations zero or less, and so are their figures. Those of a collection or a
 * transfer have the sign of its amount; a correction may have any.
 *
 * Throws a `PolicyError` with every problem of every event.
 *
 * @example
 * parseEvents([{ id: '1', kind: 'order', effective: '2011-01-04', recorded: '2011-01-04', amount: '22.00', currency: 'GBP', attributes: { country: 'France' } }]).length
 * //=> 1
 */
export function parseEvents(json: unknown): readonly SalesEvent[] {
  return parseEach(eventSchema, json)
}

/** Reads one event from untrusted JSON; {@link parseEvents} reads a list. */
export function parseEvent(json: unknown): SalesEvent {
  return parseWith(eventSchema, json)
}

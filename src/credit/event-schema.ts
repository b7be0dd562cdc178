import * as z from 'zod'
import { valueSchema } from '../calendar/known-schema.js'
import { dateSchema } from '../calendar/schema.js'
import { format, meaning, parseUsual, parseWith } from '../problem/schema.js'
import { digitProblems } from '../quantity/internal.js'
import { currencySchema } from '../quantity/schema.js'
import type { DealEvent } from './event.js'
import { eventProblems } from './event-problems.js'
import { readOnce } from './read-once.js'
import { partSchema } from './share-schema.js'
import { usualEvent } from './usual-event.js'

const { id, name } = format
const number = format.decimal.superRefine(meaning(digitProblems))
const happening = {
  id,
  on: dateSchema,
  recorded: dateSchema.optional(),
  order: z.string().min(1).optional(),
}

/** The JSON of an event; `usual-event.ts` reads what is usual without it. */
export const eventSchema: z.ZodType<DealEvent> = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        ...happening,
        kind: z.enum(['order', 'invoice', 'collection', 'refund', 'cancellation', 'correction']),
        amount: number,
        currency: currencySchema,
        of: id.optional(),
        due: dateSchema.optional(),
        figures: z.record(name, number).readonly().optional(),
        attributes: z.record(name, valueSchema).readonly().optional(),
      })
      .readonly(),
    z
      .strictObject({
        ...happening,
        kind: z.literal('transfer'),
        of: id,
        credit: name.optional(),
        from: id,
        to: id,
        share: partSchema.optional(),
      })
      .readonly(),
  ])
  .superRefine(meaning(eventProblems))

const eventsIn = readOnce((json) => parseUsual(eventSchema, usualEvent, json))

/**
 * Reads events of deals from untrusted JSON, a list of any length: the limits of a policy hold for each
 * event. What it returns is frozen; given again, it is taken as it is.
 *
 * Throws a `PolicyError` with every problem of every event: of its shape, an amount with more places
 * than its currency's minor unit, an order or invoice below zero, a refund or cancellation above zero,
 * a figure or an attribute with a name that credits have for something else, a transfer to oneself.
 * Whether their `of` names another event, and what their figures say, is told by `creditDeals`.
 *
 * @example
 * parseEvents([{ id: 'o1', kind: 'order', on: '2026-03-02', amount: '120.00', currency: 'CNY', attributes: { seller: 'li' } }]).length
 * //=> 1
 */
export function parseEvents(json: unknown): readonly DealEvent[] {
  return eventsIn(json)
}

/** Reads one event of a deal from untrusted JSON; {@link parseEvents} reads a list. */
export function parseEvent(json: unknown): DealEvent {
  return usualEvent(json) ?? parseWith(eventSchema, json)
}

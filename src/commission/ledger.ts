import type { IsoDate } from '../calendar/index.js'
import { at, canonicalJson, type Problem, refuse } from '../problem/index.js'
import {
  conflictingEvent,
  endlessChain,
  repeatedEvent,
  unknownOriginal,
} from './credit-problems.js'
import type { SalesEvent } from './event-schema.js'

/**
 * Adds events to a ledger: known ones that come again with the same content are left as they are, so
 * adding is idempotent; the order in which batches arrive does not matter.
 *
 * Throws a `PolicyError` for an id that comes again with other content, both shown.
 *
 * @example
 * appendEvents(ledger, events).length === appendEvents(appendEvents(ledger, events), events).length //=> true
 */
export function appendEvents(
  ledger: readonly SalesEvent[],
  events: readonly SalesEvent[],
): readonly SalesEvent[] {
  const known = new Map(ledger.map((event) => [event.id, event]))
  const problems: Problem[] = []
  events.forEach((event, i) => {
    const first = known.get(event.id)
    if (first === undefined) known.set(event.id, event)
    else {
      const [before, now] = [canonicalJson(first), canonicalJson(event)]
      if (before !== now) problems.push(conflictingEvent(at('events', i), event.id, before, now))
    }
  })
  refuse(problems)
  return [...known.values()]
}

/**
 * Finds what an event comes from: the order at the end of the chain that its `of` begins, or itself
 * where it has none.
 *
 * Throws a `PolicyError` for repeated ids, an `of` that names no event, and a chain without an end.
 *
 * @example
 * originals([order, { ...refund, of: order.id }])(refund).id === order.id //=> true
 */
export function originals(events: readonly SalesEvent[]): (event: SalesEvent) => SalesEvent {
  const byId = new Map<string, SalesEvent>()
  const problems: Problem[] = []
  events.forEach((event, i) => {
    if (byId.has(event.id)) problems.push(repeatedEvent(at(at('events', i), 'id'), event.id))
    byId.set(event.id, event)
  })
  const endOf = (event: SalesEvent, path: string): SalesEvent => {
    let end = event
    for (let steps = 0; end.of !== undefined; steps++) {
      const next = byId.get(end.of)
      if (next === undefined || steps > byId.size) {
        const wrong = next === undefined ? unknownOriginal : endlessChain
        problems.push(wrong(path, event.id, end.of))
        return end
      }
      end = next
    }
    return end
  }
  const ends = new Map<string, SalesEvent>()
  events.forEach((event, i) => {
    if (event.of !== undefined) ends.set(event.id, endOf(event, at(at('events', i), 'of')))
  })
  refuse(problems)
  return (event) => ends.get(event.id) ?? event
}

const onTheirOwn: readonly SalesEvent['kind'][] = ['order', 'invoice', 'collection']

/**
 * Finds the day that an event belongs to: that of the event it takes back, corrects or transfers,
 * however long that chain is. What stands on its own, such as a collection, belongs to its own day.
 *
 * The ledger must be one that {@link originals} has read.
 *
 * @example
 * bookedOn([order, collection, { ...paidBack, of: collection.id }])(paidBack) === collection.effective //=> true
 */
export function bookedOn(events: readonly SalesEvent[]): (event: SalesEvent) => IsoDate {
  const byId = new Map(events.map((event) => [event.id, event]))
  return (event) => {
    let end = event
    while (end.of !== undefined && (!onTheirOwn.includes(end.kind) || end.amount.startsWith('-')))
      end = byId.get(end.of) as SalesEvent
    return end.effective
  }
}

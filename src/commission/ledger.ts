import { at, type Problem, refuse } from '../problem/index.js'
import { endlessChain, repeatedEvent, unknownOriginal } from './credit-problems.js'
import type { SalesEvent } from './event-schema.js'

/** Why a chain of `of` has no end, and where that shows. */
interface Lost {
  readonly wrong: typeof unknownOriginal | typeof endlessChain
  readonly of: string
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
  const endOf = endsOfChains(byId, ({ of }) => of !== undefined)
  events.forEach((event, i) => {
    const end = endOf(event)
    if ('wrong' in end) problems.push(end.wrong(at(at('events', i), 'of'), event.id, end.of))
  })
  refuse(problems)
  return (event) => endOf(event) as SalesEvent
}

const onTheirOwn: readonly SalesEvent['kind'][] = ['order', 'invoice', 'collection']

/** Whether an event is a document of its own, and not money paid back or what changes another event. */
export function isOnItsOwn({ kind, amount }: Pick<SalesEvent, 'kind' | 'amount'>): boolean {
  return onTheirOwn.includes(kind) && !amount.startsWith('-')
}

/**
 * Finds the document that an event is, or that it takes back, corrects or transfers, however long that
 * chain is. What stands on its own, such as a collection, is its own.
 *
 * The ledger must be one that {@link originals} has read.
 *
 * @example
 * documents([order, collection, { ...paidBack, of: collection.id }])(paidBack) === collection //=> true
 */
export function documents(events: readonly SalesEvent[]): (event: SalesEvent) => SalesEvent {
  const byId = new Map(events.map((event) => [event.id, event]))
  const endOf = endsOfChains(byId, (event) => event.of !== undefined && !isOnItsOwn(event))
  return (event) => endOf(event) as SalesEvent
}

/**
 * Follows `of` for as long as an event `goesOn`. Each event is passed once, whatever is asked: all that
 * lie on a way get its end.
 */
function endsOfChains(
  byId: ReadonlyMap<string, SalesEvent>,
  goesOn: (event: SalesEvent) => boolean,
): (event: SalesEvent) => SalesEvent | Lost {
  const ends = new Map<string, SalesEvent | Lost>()
  return (event) => {
    const way = new Set<string>()
    let [next, end]: [SalesEvent, SalesEvent | Lost | undefined] = [event, ends.get(event.id)]
    while (end === undefined) {
      if (!goesOn(next)) end = next
      else if (way.has(next.id)) end = { wrong: endlessChain, of: next.id }
      else {
        way.add(next.id)
        const of = next.of as string
        const found = byId.get(of)
        if (found === undefined) end = { wrong: unknownOriginal, of }
        else [next, end] = [found, ends.get(of)]
      }
    }
    for (const id of way) ends.set(id, end)
    return end
  }
}

import { at, canonicalJson, type Problem, refuse } from '../problem/index.js'
import { creditProblem } from '../words/index.js'

/**
 * Adds entries to a ledger, events of deals or others with an `id`: known ones that come again with the
 * same content are left as they are, so adding is idempotent; the order in which batches arrive does not
 * matter.
 *
 * Throws a `PolicyError` for an id that comes again with other content, both shown.
 *
 * @example
 * appendEvents(ledger, events).length === appendEvents(appendEvents(ledger, events), events).length //=> true
 */
export function appendEvents<E extends { readonly id: string }>(
  ledger: readonly E[],
  events: readonly E[],
): readonly E[] {
  const known = new Map(ledger.map((event) => [event.id, event]))
  const problems: Problem[] = []
  events.forEach((event, i) => {
    const first = known.get(event.id)
    if (first === undefined) known.set(event.id, event)
    else {
      const [before, now] = [canonicalJson(first), canonicalJson(event)]
      if (before !== now)
        problems.push(
          creditProblem('conflicting-event', at('events', i), { id: event.id, before, now }),
        )
    }
  })
  refuse(problems)
  return [...known.values()]
}

import type { IsoDate } from '../calendar/index.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { allocate, type Currency, minorUnits } from '../quantity/index.js'
import { noOwner, repeatedEvent } from './problems.js'
import type { CreditRule, SalesEvent } from './schema.js'

/** What one person is credited for one event. */
export interface Credit {
  readonly event: string
  readonly date: IsoDate
  /** The kind of credit, such as `direct` or `indirect`. */
  readonly credit: string
  readonly person: string
  readonly amount: string
  readonly currency: Currency
}

/**
 * Credits events to people: each rule looks at every event that its `where` matches, and gives it to
 * the owners of the value that the event's attribute `by` has. Several owners share by largest
 * remainder, equal remainders by name, so the credits of an event add up to its amount for each
 * rule. An event may be credited by several rules, as direct and as indirect revenue.
 *
 * Throws a `PolicyError` for repeated event ids, and for events that nobody owns where the rule does
 * not skip them.
 *
 * @example
 * creditEvents(events, rules)
 */
export function creditEvents(
  events: readonly SalesEvent[],
  rules: readonly CreditRule[],
): readonly Credit[] {
  const problems: Problem[] = []
  const ids = new Set<string>()
  const credits = events.flatMap((event, i) => {
    const path = at('events', i)
    if (ids.has(event.id)) problems.push(repeatedEvent(at(path, 'id'), event.id))
    ids.add(event.id)
    return rules.flatMap((rule) => creditBy(rule, event, at(path, 'attributes'), problems))
  })
  refuse(problems)
  return credits
}

function creditBy(
  { where = {}, by, owners, unowned, credit }: CreditRule,
  { id, date, amount, currency, attributes }: SalesEvent,
  path: string,
  problems: Problem[],
): readonly Credit[] {
  const matches = Object.entries(where).every(([name, value]) => attributes[name] === value)
  if (!matches) return []
  const found = attributes[by]
  const shares = found !== undefined && Object.hasOwn(owners, found) ? owners[found] : undefined
  if (shares === undefined) {
    if (unowned === 'refuse') problems.push(noOwner(at(path, by), id, by, String(found)))
    return []
  }
  const parts = allocate({
    total: amount,
    places: minorUnits(currency),
    ties: 'id',
    shares: shares.map(({ person, share }) => ({ id: person, weight: share })),
  })
  return parts.map((part) => ({
    event: id,
    date,
    credit,
    person: part.id,
    amount: part.amount,
    currency,
  }))
}

import type { IsoDate } from '../calendar/index.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { allocate, type Currency, minorUnits } from '../quantity/index.js'
import { missingAttribute, noOwner, repeatedEvent } from './problems.js'
import type { CreditRule, SalesEvent } from './schema.js'

/** What one person is credited for one event. */
export interface Credit {
  /** The id of the event. */
  readonly event: string
  readonly date: IsoDate
  /** The kind of credit, such as `direct` or `indirect`. */
  readonly credit: string
  readonly person: string
  /** A decimal string with the places of the currency's minor unit, negative for a refund. */
  readonly amount: string
  readonly currency: Currency
}

/**
 * Credits events to people. Each rule looks at the events whose attributes are those of its `where`,
 * and gives each to the owners of the value that the attribute `by` has.
 *
 * Several owners share by largest remainder, to the minor unit; of equal remainders the person first
 * by code unit has the odd unit. So for each rule the credits of an event add up to its amount, the
 * order of events, rules and owners changes no credit, and a refund takes back exactly what its order
 * gave. Several rules may credit one event, each in full: as direct and as indirect revenue.
 *
 * Throws a `PolicyError` with every repeated event id, and every event that lacks the attribute or
 * that nobody owns, unless the rule skips what nobody owns. `parseEvents` and `parseCreditRules` find
 * what is wrong with an event or a rule by itself.
 *
 * @example
 * const events = parseEvents([{ id: '1', kind: 'order', date: '2011-01-04', amount: '22.00', currency: 'GBP', attributes: { country: 'France' } }])
 * const rules = parseCreditRules([{ credit: 'direct', by: 'country', owners: { France: [{ person: 'Li', share: '1' }] }, unowned: 'refuse' }])
 * creditEvents(events, rules)[0] //=> { event: '1', date: '2011-01-04', credit: 'direct', person: 'Li', amount: '22.00', currency: 'GBP' }
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
  rule: CreditRule,
  event: SalesEvent,
  path: string,
  problems: Problem[],
): readonly Credit[] {
  const { where = {}, by, owners, unowned, credit } = rule
  const { id, date, amount, currency, attributes } = event
  if (!Object.entries(where).every(([name, value]) => own(attributes, name) === value)) return []
  const found = own(attributes, by)
  const shares = found === undefined ? undefined : own(owners, found)
  if (shares === undefined) {
    if (unowned === 'refuse')
      problems.push(
        found === undefined
          ? missingAttribute(at(path, by), id, by, Object.keys(attributes))
          : noOwner(at(path, by), { event: id, by, found }, Object.keys(owners)),
      )
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

/** What a record holds under a name, and never what every object inherits. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

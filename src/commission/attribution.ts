import { compareDates, daysBetween } from '../calendar/index.js'
import { fail } from '../problem/index.js'
import { decimal, total } from '../quantity/index.js'
import { halvings } from '../quantity/internal.js'
import { type Claim, type Credit, matches, shareOut } from './credit.js'
import { noEndWeight } from './credit-problems.js'
import type { Attribution, Touch } from './credit-schema.js'
import type { SalesEvent } from './event-schema.js'
import { origins } from './origin.js'

/**
 * Credits sales to the people who touched the customer before: indirect revenue. Each sale is shared
 * among the touches in the window before it; a refund or correction goes the way of its sale; sales
 * that nobody touched are credited to nobody. By the model's `kind`:
 * - `first`, `last`: all to the first or the last touch.
 * - `linear`: the same for each touch.
 * - `position`: weights for the first, the last, and together for those between (40/40/20 is usual);
 *   with two touches first and last alone count, with one it has all.
 * - `time-decay`: a touch counts half as much for each `halfLife` days that it is older; some 60
 *   half-lives before the last one it counts nothing.
 *
 * A person with several touches adds them up. Touches of one day are in the order of their ids. The
 * credits of a sale add up to its amount, to the minor unit.
 *
 * Source of the models: the rules-based attribution models of Google Analytics (last click, first
 * click, linear, time decay with a half-life of 7 days, position based 40/40/20).
 *
 * Throws a `PolicyError` for repeated event ids, an `of` that leads nowhere, and a position model
 * whose weights are all zero.
 *
 * @example
 * const rule = parseAttribution({ credit: 'indirect', by: 'customer', window: 30, model: { kind: 'linear' } })
 * attribute(events, touches, rule)
 */
export function attribute(
  events: readonly SalesEvent[],
  touches: readonly Touch[],
  rule: Attribution,
): readonly Credit[] {
  const originOf = origins(events)
  const byKey = grouped(touches)
  return events.flatMap((event) => {
    const origin = originOf(event)
    const sale = origin.deal
    const key = Object.hasOwn(sale.attributes, rule.by) ? sale.attributes[rule.by] : undefined
    if (key === undefined || event.kind === 'transfer' || !matches(sale.attributes, rule.where))
      return []
    const counted = (byKey.get(key) ?? []).filter(({ date }) => {
      const age = daysBetween(date, sale.effective)
      return age >= 0 && age <= rule.window
    })
    if (counted.length === 0) return []
    return shareOut(event, origin, rule.credit, claimsOf(rule, counted), '1')
  })
}

/** The touches of each key, in the order of time. */
function grouped(touches: readonly Touch[]): ReadonlyMap<string, readonly Touch[]> {
  const groups = new Map<string, Touch[]>()
  for (const touch of touches) {
    const group = groups.get(touch.key)
    if (group === undefined) groups.set(touch.key, [touch])
    else group.push(touch)
  }
  for (const group of groups.values())
    group.sort((a, b) => compareDates(a.date, b.date) || (a.id < b.id ? -1 : 1))
  return groups
}

/** What each person's touches weigh together. */
function claimsOf({ model }: Attribution, touches: readonly Touch[]): readonly Claim[] {
  const weights = new Map<string, string>()
  touches.forEach((touch, i) => {
    const own = weightOf(model, touches, i)
    weights.set(touch.person, total([weights.get(touch.person) ?? '0', own], 0))
  })
  const all = [...weights].map(([person, weight]) => ({ person, weight }))
  const weighed = all.filter(({ weight }) => !decimal(weight).isZero())
  return weighed.length > 0 ? weighed : fail(noEndWeight('model'))
}

/** What one touch weighs among those of its sale. */
function weightOf(model: Attribution['model'], touches: readonly Touch[], index: number): string {
  const last = touches.length - 1
  switch (model.kind) {
    case 'first':
      return index === 0 ? '1' : '0'
    case 'last':
      return index === last ? '1' : '0'
    case 'linear':
      return '1'
    case 'position': {
      if (last === 0) return '1'
      // Those between share one weight; ends are scaled up so that no part has to be rounded.
      const between = String(Math.max(1, last - 1))
      if (index === 0) return product(model.first, between)
      return index === last ? product(model.last, between) : model.middle
    }
    case 'time-decay': {
      // Counted from the last touch, not from the sale, so that however old all are, one has a weight.
      const [own, latest] = [touches[index], touches[last]] as [Touch, Touch]
      return halvings(daysBetween(own.date, latest.date), model.halfLife)
    }
  }
}

function product(left: string, right: string): string {
  return decimal(left).times(right).toFixed()
}

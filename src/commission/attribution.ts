import { compareDates, daysBetween, type IsoDate } from '../calendar/index.js'
import { fail } from '../problem/index.js'
import { decimal, total } from '../quantity/index.js'
import { halvings } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'
import { type Claim, type Credit, matches, shareOut } from './credit.js'
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
  const claimsFor = claimsByDay(rule, touches)
  return events.flatMap((event) => {
    const origin = originOf(event)
    const sale = origin.deal
    const key = Object.hasOwn(sale.attributes, rule.by) ? sale.attributes[rule.by] : undefined
    if (key === undefined || event.kind === 'transfer' || !matches(sale.attributes, rule.where))
      return []
    const claims = claimsFor(key, sale.effective)
    return claims.length === 0 ? [] : shareOut(event, origin, rule.credit, claims, '1')
  })
}

/** Finds who has a claim on the sales to a customer on a day; each customer's day is worked out once. */
function claimsByDay(
  rule: Attribution,
  touches: readonly Touch[],
): (key: string, day: IsoDate) => readonly Claim[] {
  const byKey = grouped(touches)
  const weights = weightsBy(rule.model)
  const known = new Map<string, Map<IsoDate, readonly Claim[]>>()
  return (key, day) => {
    const days = known.get(key) ?? new Map<IsoDate, readonly Claim[]>()
    known.set(key, days)
    const found = days.get(day) ?? claimsOf(weights, within(byKey.get(key) ?? [], day, rule.window))
    days.set(day, found)
    return found
  }
}

/** The touches, in the order of time, that are at most `window` days before a day. */
function within(touches: readonly Touch[], day: IsoDate, window: number): readonly Touch[] {
  const from = firstWhere(touches, ({ date }) => date > day || daysBetween(date, day) <= window)
  const to = firstWhere(touches, ({ date }) => date > day)
  return touches.slice(from, to)
}

/** Where in a list those begin of which something is true; it is of none before one of which it is. */
function firstWhere<T>(list: readonly T[], isTrue: (item: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(list[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
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
function claimsOf(weightsOf: Weights, touches: readonly Touch[]): readonly Claim[] {
  if (touches.length === 0) return []
  // Most touches weigh the same as others, so they are counted before anything is added.
  const counts = new Map<string, Map<string, number>>()
  const weightAt = weightsOf(touches)
  touches.forEach(({ person }, i) => {
    const own = counts.get(person) ?? new Map<string, number>()
    counts.set(person, own)
    const weight = weightAt(i)
    own.set(weight, (own.get(weight) ?? 0) + 1)
  })
  const all = [...counts].map(([person, own]) => {
    const parts = [...own].map(([weight, times]) => product(weight, String(times)))
    return { person, weight: total(parts, 0) }
  })
  const weighed = all.filter(({ weight }) => !decimal(weight).isZero())
  return weighed.length > 0 ? weighed : fail(creditProblem('no-weight', 'model', {}))
}

/** What each touch weighs among those of its sale, by its place. */
type Weights = (touches: readonly Touch[]) => (index: number) => string

function weightsBy(model: Attribution['model']): Weights {
  switch (model.kind) {
    case 'first':
      return () => (index) => (index === 0 ? '1' : '0')
    case 'last':
      return (touches) => (index) => (index === touches.length - 1 ? '1' : '0')
    case 'linear':
      return () => () => '1'
    case 'position':
      return (touches) => {
        const last = touches.length - 1
        if (last === 0) return () => '1'
        // Those between share one weight; ends are scaled up so that no part has to be rounded.
        const between = String(Math.max(1, last - 1))
        const ends = [product(model.first, between), product(model.last, between)] as const
        return (index) => (index === 0 ? ends[0] : index === last ? ends[1] : model.middle)
      }
    case 'time-decay':
      return decaying(model.halfLife)
  }
}

/** Weights counted from the last touch, not from the sale: so however old all are, one has a weight. */
function decaying(halfLife: number): Weights {
  const byAge = new Map<number, string>()
  const weightAt = (age: number) => {
    const weight = byAge.get(age) ?? halvings(age, halfLife)
    byAge.set(age, weight)
    return weight
  }
  return (touches) => {
    const latest = (touches.at(-1) as Touch).date
    const byDate = new Map<IsoDate, string>()
    return (index) => {
      const { date } = touches[index] as Touch
      const weight = byDate.get(date) ?? weightAt(daysBetween(date, latest))
      byDate.set(date, weight)
      return weight
    }
  }
}

function product(left: string, right: string): string {
  return decimal(left).times(right).toFixed()
}

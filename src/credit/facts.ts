import { daysBetween, type IsoDate, monthsBetween } from '../calendar/index.js'
import { byCodePoints } from '../problem/index.js'
import { push } from '../problem/push.js'
import type { Credit } from './credit.js'
import type { Deal, Entry } from './deals.js'
import type { AmountEvent } from './event.js'

/** Facts of an event in its deal: how long after the sale, and after the day by which to pay. */
export interface Timing {
  readonly days: string
  readonly months: string
  readonly due?: IsoDate
  readonly overdue?: string
}

/** Finds the facts of time; pairs of days that come again are worked out once. */
export function timings(): (
  dealt: IsoDate,
  kind: Credit['kind'],
  on: IsoDate,
  due: IsoDate | undefined,
) => Timing {
  const known = new Map<IsoDate, Map<IsoDate, Timing>>()
  const same: Timing = { days: '0', months: '0' }
  const sinceDeal = (dealt: IsoDate, on: IsoDate): Timing => {
    if (dealt === on) return same
    const days = known.get(dealt) ?? new Map<IsoDate, Timing>()
    known.set(dealt, days)
    const found = days.get(on) ?? {
      days: String(daysBetween(dealt, on)),
      months: String(monthsBetween(dealt, on)),
    }
    days.set(on, found)
    return found
  }
  return (dealt, kind, on, due) => {
    const since = sinceDeal(dealt, on)
    if (due === undefined) return since
    return kind === 'collection'
      ? { ...since, due, overdue: String(daysBetween(due, on)) }
      : { ...since, due }
  }
}

/** The day by which a deal is to be paid, as it was told last before an entry that ends the search. */
export function dueUntil({ entries }: Deal, ends: (entry: Entry) => boolean): IsoDate | undefined {
  let due: IsoDate | undefined
  for (const entry of entries) {
    if (ends(entry)) break
    due = (entry.event.kind !== 'transfer' && entry.event.due) || due
  }
  return due
}

/** The facts of purchases: orders that begin a deal, in the order in which they became known. */
export function purchasesOf(
  deals: Iterable<Deal>,
  attribute: string,
): ReadonlyMap<AmountEvent, Readonly<Record<string, string>>> {
  const byCustomer = new Map<string, Deal[]>()
  for (const deal of deals) {
    const { kind, attributes = {} } = deal.root
    const customer = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined
    if (kind !== 'order' || customer === undefined) continue
    push(byCustomer, customer, deal)
  }
  const found = new Map<AmountEvent, Readonly<Record<string, string>>>()
  for (const own of byCustomer.values()) {
    own.sort(byKnown)
    let [first, last]: (IsoDate | undefined)[] = []
    for (const [i, { root }] of own.entries()) {
      if (first === undefined || root.on < first) first = root.on
      found.set(root, {
        purchase: String(i + 1),
        customer_since: first,
        days_since_first: String(daysBetween(first, root.on)),
        months_since_first: String(monthsBetween(first, root.on)),
        ...(last !== undefined && { days_since_last: String(daysBetween(last, root.on)) }),
      })
      if (last === undefined || root.on > last) last = root.on
    }
  }
  return found
}

function byKnown(a: Deal, b: Deal): number {
  const [left, right] = [a.entries[0], b.entries[0]] as [
    Deal['entries'][number],
    Deal['entries'][number],
  ]
  if (left.known !== right.known) return left.known < right.known ? -1 : 1
  if (a.root.on !== b.root.on) return a.root.on < b.root.on ? -1 : 1
  return byCodePoints(a.root.order ?? '', b.root.order ?? '') || byCodePoints(a.root.id, b.root.id)
}

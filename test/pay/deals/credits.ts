import { daysBetween, type IsoDate, monthsBetween } from '../../../src/calendar/index.js'
import type { AmountEvent, DealEvent, TransferEvent } from '../../../src/credit/event.js'
import type { Row } from '../../../src/pay/data.js'
import { decimal } from '../../../src/quantity/index.js'

/** Events of deals, and the credits of the person whom the attribute `seller` names. */

type More = Partial<Pick<AmountEvent, 'attributes' | 'figures' | 'order' | 'recorded'>>

/** A deal that is signed: its id, its day, what it is worth. */
export function signed(
  id: string,
  on: IsoDate,
  amount: string,
  { attributes, ...more }: More = {},
): AmountEvent {
  const who = { seller: 'li', ...attributes }
  return { id, kind: 'order', on, amount, currency: 'CNY', attributes: who, ...more }
}

/** What happens to a deal later: its id is that of the deal, the kind and the day. */
function later(kind: AmountEvent['kind']) {
  return (of: string, on: IsoDate, amount: string, more: More = {}): AmountEvent => ({
    id: `${of}.${kind}.${on}`,
    kind,
    on,
    amount,
    currency: 'CNY',
    of,
    ...more,
  })
}

export const collected = later('collection')
export const invoiced = later('invoice')
export const refunded = later('refund')
export const cancelled = later('cancellation')

/** All of a deal goes from one person to another. */
export function transferred(of: string, on: IsoDate, from: string, to: string): TransferEvent {
  return { id: `${of}.transfer.${on}`, kind: 'transfer', on, of, from, to }
}

const measures = { order: 'sales', invoice: 'invoiced', collection: 'collections' } as const
type Measure = (typeof measures)[keyof typeof measures]

interface Deal {
  readonly root: AmountEvent
  person: string
  since: IsoDate
  /** What its person holds, by the day on which it counts. */
  readonly held: Map<IsoDate, Map<string, string>>
}

/** A record for each event of whose it is: what takes back counts on the day of its deal. */
export function creditsOf(events: readonly DealEvent[]): readonly Row[] {
  const deals = new Map<string, Deal>()
  const purchases = new Map<string, AmountEvent[]>()
  return events.flatMap((event): readonly Row[] => {
    if (event.kind === 'transfer') return moved(deals.get(event.of) as Deal, event)
    const known = deals.get(event.of ?? '')
    const deal = known ?? begun(event)
    if (known === undefined) {
      deals.set(event.id, deal)
      const customer = event.attributes?.['customer']
      if (customer !== undefined)
        purchases.set(customer, [...(purchases.get(customer) ?? []), event])
    }
    const takesBack = !(event.kind in measures)
    const measure: Measure = takesBack ? 'sales' : measures[event.kind as keyof typeof measures]
    const own = takesBack ? deal.root.on : event.on
    const counts = own < deal.since ? deal.since : own
    const numbers = { [measure]: event.amount, ...(measure === 'sales' && event.figures) }
    hold(deal, counts, numbers)
    const facts = factsOf(deal.root, purchases)
    return [rowOf(deal, event, { counts, person: deal.person, ...numbers, ...facts })]
  })
}

function begun(root: AmountEvent): Deal {
  const person = root.attributes?.['seller'] as string
  return { root, person, since: root.on, held: new Map() }
}

function hold({ held }: Deal, day: IsoDate, numbers: Readonly<Record<string, string>>): void {
  const known = held.get(day) ?? new Map<string, string>()
  held.set(day, known)
  for (const [name, value] of Object.entries(numbers))
    known.set(
      name,
      decimal(known.get(name) ?? '0')
        .plus(value)
        .toFixed(2),
    )
}

/** Takes everything from one person where it counted, and gives it to another on the day. */
function moved(deal: Deal, event: TransferEvent): readonly Row[] {
  const { held, person } = deal
  const taken = [...held].map(([counts, numbers]) => {
    const negative = [...numbers].map(([name, value]) => [
      name,
      decimal(value).negated().toFixed(2),
    ])
    return rowOf(deal, event, { counts, person, ...Object.fromEntries(negative) })
  })
  deal.since = event.on
  deal.person = event.to
  const all = [...held.values()]
  held.clear()
  for (const numbers of all) hold(deal, event.on, Object.fromEntries(numbers))
  const given = Object.fromEntries(held.get(event.on) as Map<string, string>)
  return [...taken, rowOf(deal, event, { counts: event.on, person: event.to, ...given })]
}

function rowOf(
  { root, since }: Deal,
  event: DealEvent,
  own: Readonly<Record<string, string>> & { readonly counts: IsoDate; readonly person: string },
): Row {
  const attributes = 'attributes' in event && event !== root ? event.attributes : {}
  return {
    ...root.attributes,
    ...Object.fromEntries(
      Object.entries(attributes ?? {}).map(([name, value]) => [`own.${name}`, value]),
    ),
    id: `${event.id}|direct|${own.person}|${own.counts}`,
    on: event.on,
    recorded: event.recorded ?? event.on,
    made: since,
    ...(event.order !== undefined && { order: event.order }),
    event: event.id,
    kind: event.kind,
    deal: root.id,
    dealt: root.on,
    credit: 'direct',
    currency: root.currency,
    days: String(daysBetween(root.on, event.on)),
    months: String(monthsBetween(root.on, event.on)),
    ...own,
  }
}

/** Which purchase of the customer a deal is, and how long after the first and the one before. */
function factsOf(
  { id, on, attributes }: AmountEvent,
  purchases: ReadonlyMap<string, readonly AmountEvent[]>,
): Readonly<Record<string, string>> {
  const all = purchases.get(attributes?.['customer'] ?? '')
  if (all === undefined) return {}
  const at = all.findIndex((purchase) => purchase.id === id)
  const [first, before] = [all[0] as AmountEvent, all[at - 1]]
  return {
    purchase: String(at + 1),
    customer_since: first.on,
    days_since_first: String(daysBetween(first.on, on)),
    months_since_first: String(monthsBetween(first.on, on)),
    ...(before !== undefined && { days_since_last: String(daysBetween(before.on, on)) }),
  }
}

import fc from 'fast-check'
import { addDays, type IsoDate } from '../../calendar/index.js'
import type { AmountEvent, DealEvent } from '../../credit/index.js'
import { type Currency, minorUnits } from '../../quantity/index.js'
import { day, fixed } from './draws.js'

/** Who sells, owns and helps in drawn deals, each below some of those after. */
export const dealPeople = ['p1', 'p2', 'p3', 'p4'] as const

/** The customers of drawn deals. */
export const customers = fc.constantFrom('c1', 'c2')

/** A place within a day. */
export const hour = fc.constantFrom('09:30', '11:00', '16:45')

const kinds = [
  'invoice',
  'collection',
  'refund',
  'cancellation',
  'correction',
  'payback',
  'transfer',
] as const

const told = {
  late: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  order: fc.option(hour, { nil: undefined }),
}
const change = fc.record({
  kind: fc.constantFrom(...kinds),
  of: fc.nat(9),
  tenths: fc.integer({ min: 0, max: 10 }),
  after: fc.integer({ min: 0, max: 40 }),
  up: fc.boolean(),
  who: fc.nat(3),
  to: fc.nat(2),
  share: fc.constantFrom(undefined, '1', '0.5', '1/3'),
  credit: fc.constantFrom(undefined, 'direct'),
  clerk: fc.option(fc.constantFrom(...dealPeople), { nil: undefined }),
  due: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  ...told,
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function dealIn(currency: Currency) {
  return fc.record({
    unmatched: fc.constantFrom(false, false, false, true),
    amount: fc.integer({ min: 0, max: 50_000 * 10 ** minorUnits(currency) }),
    margin: fc.integer({ min: -1_000, max: 10_000 }),
    units: fc.integer({ min: 0, max: 9 }),
    on: day('2026-01-01', 59),
    attributes: fc.record(
      {
        seller: fc.constantFrom(...dealPeople),
        region: fc.constantFrom('north', 'south'),
        line: fc.constantFrom('phones', 'tablets'),
        customer: customers,
      },
      { requiredKeys: ['seller', 'region', 'line'] },
    ),
    changes: fc.array(change, { maxLength: 5 }),
    ...told,
  })
}
type Deal = ReturnType<typeof dealIn> extends fc.Arbitrary<infer T> ? T : never

/**
 * Draws ledgers of a currency that `parseEvents` of `payproof/credit` accepts: up to four deals of early
 * 2026, some billed, received, taken back in part or whole, corrected and handed over, some of it told
 * late; and refunds of sales that are not among them. What takes back takes no more than there is, and
 * who hands over holds something, where the `seller` is credited as `direct`, as {@link creditings} say.
 *
 * @example
 * fc.assert(fc.property(dealEvents('CNY'), (events) => parseEvents(events).length === events.length))
 */
export function dealEvents(currency: Currency): fc.Arbitrary<readonly DealEvent[]> {
  return fc
    .array(dealIn(currency), { maxLength: 4 })
    .map((deals) => deals.flatMap((deal, i) => eventsOf(deal, `o${i + 1}`, currency)))
}

/** A document, with what is left of it in minor units. */
interface Document {
  readonly kind: AmountEvent['kind']
  left: number
}

/** A deal as far as it has come. */
interface Life {
  readonly events: DealEvent[]
  /** The document that each event is, or is about in the end. */
  readonly documents: Map<string, Document>
  readonly currency: Currency
  /** What nothing has taken back of the order: of its amount in minor units, and of its units. */
  sold: number
  units: number
  readonly margin: number
  holders: readonly string[]
  handedOver?: string
}

function eventsOf(deal: Deal, id: string, currency: Currency): readonly DealEvent[] {
  const { unmatched, amount, margin, units, attributes, on } = deal
  const sign = unmatched ? -1 : 1
  const places = minorUnits(currency)
  const root: AmountEvent = {
    ...happening(id, on, deal),
    kind: unmatched ? 'refund' : 'order',
    amount: fixed(sign * amount, places),
    currency,
    figures: { margin: fixed(sign * margin, places), units: fixed(sign * units, 0) },
    attributes,
  }
  if (unmatched) return [root]
  const life: Life = {
    events: [root],
    documents: new Map([[id, { kind: 'order', left: amount }]]),
    currency,
    sold: amount,
    units,
    margin,
    holders: [attributes.seller],
  }
  let today = on
  for (const [i, each] of deal.changes.entries()) {
    today = addDays(today, each.after)
    const own = happening(`${id}-${i + 1}`, today, each)
    if (each.kind === 'transfer') handOver(life, each, own)
    else if (each.kind === 'invoice' || each.kind === 'collection')
      add(life, each, own, each.kind, amount)
    else takeBack(life, each, own, each.kind)
  }
  return life.events
}

type Happening = Pick<DealEvent, 'id' | 'on' | 'recorded' | 'order'>

function happening(id: string, on: IsoDate, { late, order }: Pick<Deal, 'late' | 'order'>) {
  return {
    id,
    on,
    ...(late !== undefined && { recorded: addDays(on, late) }),
    ...(order !== undefined && { order }),
  }
}

/** The earlier event that a change is of. */
function earlier({ events }: Life, { of }: Change): string {
  return (events[of % events.length] as DealEvent).id
}

/** Bills or receives a part of what was sold. */
function add(
  life: Life,
  change: Change,
  own: Happening,
  kind: 'invoice' | 'collection',
  whole: number,
): void {
  const { events, documents, currency } = life
  const { tenths, clerk, due } = change
  const units = partOf(whole, tenths)
  const of = earlier(life, change)
  documents.set(own.id, { kind, left: units })
  events.push({
    ...own,
    kind,
    of,
    amount: fixed(units, minorUnits(currency)),
    currency,
    ...(kind === 'invoice' && due !== undefined && { due: addDays(own.on, due) }),
    ...(clerk !== undefined && { attributes: { clerk } }),
  })
}

/** Takes back a part of what is left, or adds as much by a correction. */
function takeBack(
  life: Life,
  change: Change,
  own: Happening,
  kind: 'refund' | 'cancellation' | 'correction' | 'payback',
): void {
  const { events, documents, currency, margin } = life
  const of = kind === 'payback' ? collectionIn(life) : earlier(life, change)
  if (of === undefined) return
  const document = documents.get(of) as Document
  const ofMoneyAlone =
    document.kind === 'collection' && (kind === 'payback' || kind === 'correction')
  const ofSaleAlone = document.kind === 'order'
  const most = ofSaleAlone
    ? life.sold
    : ofMoneyAlone
      ? document.left
      : Math.min(life.sold, document.left)
  const back = partOf(most, change.tenths)
  const adds = kind === 'correction' && change.up
  const [units, gain] = adds
    ? [0, 0]
    : [partOf(life.units, change.tenths), partOf(margin, change.tenths)]
  if (!adds) {
    if (!ofSaleAlone) document.left -= back
    if (!ofMoneyAlone) life.sold -= back
    life.units -= units
  }
  documents.set(own.id, document)
  const places = minorUnits(currency)
  events.push({
    ...own,
    kind: kind === 'payback' ? 'collection' : kind,
    of,
    amount: fixed(adds ? back : -back, places),
    currency,
    figures: { margin: fixed(-gain, places), units: fixed(-units, 0) },
  })
}

/** The last money that was received. */
function collectionIn({ events, documents }: Life): string | undefined {
  return events.findLast(({ id }) => documents.get(id)?.kind === 'collection')?.id
}

/** Hands over what somebody holds; of what was handed over before, so that it is known after that. */
function handOver(life: Life, change: Change, own: Happening): void {
  const { who, share, credit } = change
  const { events, documents, holders, handedOver } = life
  const from = holders[who % holders.length] as string
  const others = dealPeople.filter((person) => person !== from)
  const to = others[change.to] as string
  const of = handedOver ?? earlier(life, change)
  documents.set(own.id, documents.get(of) as Document)
  const keeping = share === undefined || share === '1' ? [] : [from]
  life.holders = [...new Set([...holders.filter((person) => person !== from), ...keeping, to])]
  life.handedOver = own.id
  events.push({
    ...own,
    kind: 'transfer',
    of,
    from,
    to,
    ...(share !== undefined && { share }),
    ...(credit !== undefined && { credit }),
  })
}

function partOf(units: number, tenths: number): number {
  return Math.trunc((units * tenths) / 10)
}

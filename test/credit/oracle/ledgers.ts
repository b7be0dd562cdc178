import { addDays, type IsoDate } from '../../../src/calendar/index.js'
import type { AmountEvent, DealEvent } from '../../../src/credit/event.js'
import { fraction, fractionTo } from '../../../src/quantity/internal.js'
import { type DrawnChange, type DrawnDeal, dayAt, persons } from './draws.js'
import { exactly } from './exact.js'

/** What has a day, a place within it, and a day on which it became known. */
function happening(
  id: string,
  on: IsoDate,
  { late, place }: { readonly late: number | undefined; readonly place: string | undefined },
) {
  return {
    id,
    on,
    ...(late !== undefined && { recorded: addDays(on, late) }),
    ...(place !== undefined && { order: place }),
  }
}

/** A part of an amount, in sixths, at the places of its currency. */
function partOf(amount: string, sixths: number, currency: string): string {
  const { numerator, denominator } = exactly(amount)
  const part = fraction(numerator * BigInt(sixths), denominator * 6n)
  return fractionTo(part, currency === 'JPY' ? 0 : 2)
}

function minusOf(amount: string): string {
  return /^-?0*(\.0*)?$/.test(amount)
    ? '0'
    : amount.startsWith('-')
      ? amount.slice(1)
      : `-${amount}`
}

/** A deal as it is drawn: what began it, and what came of it. */
export function eventsOf(
  deal: DrawnDeal,
  id: string,
  kinds: readonly string[],
): readonly DealEvent[] {
  const { currency } = deal
  const on = dayAt(deal.on)
  const isBack = deal.kind === 'refund'
  const amount = partOf(deal.amount, 6, currency)
  const units = deal.units === undefined ? {} : { units: String(isBack ? -deal.units : deal.units) }
  const margin = deal.margin === undefined || isBack ? {} : { margin: deal.margin }
  const isOrder = deal.kind === 'order'
  const root: AmountEvent = {
    ...happening(id, on, deal),
    kind: deal.kind,
    amount: isBack ? minusOf(amount) : amount,
    currency,
    ...(isOrder && { figures: { ...units, ...margin } }),
    ...(deal.due !== undefined && { due: dayAt(deal.due) }),
    attributes: {
      region: deal.region ?? 'north',
      line: deal.line,
      ...(deal.customer !== undefined && { customer: deal.customer }),
      ...(deal.clerk !== undefined && { clerk: persons[deal.clerk] as string }),
    },
  }
  const events: DealEvent[] = [root]
  for (const [i, change] of deal.changes.entries()) {
    // Their names are not in their order.
    const name = `${id}/${'d😀～ca~|'.match(/./gu)?.[i]}`
    const of = events[change.of % events.length] as DealEvent
    const day = addDays(on, change.after)
    events.push(
      change.kind === 'transfer'
        ? transferOf(change, name, day, of.id, kinds)
        : changeOf(change, change.kind, name, day, of, root),
    )
  }
  return events
}

function transferOf(
  change: DrawnChange,
  id: string,
  on: IsoDate,
  of: string,
  kinds: readonly string[],
): DealEvent {
  const { credit, share, from, to } = change
  return {
    ...happening(id, on, change),
    kind: 'transfer',
    of,
    ...(credit !== undefined && { credit: kinds[credit % kinds.length] as string }),
    from: persons[from] as string,
    to: persons[(from + to) % persons.length] as string,
    ...(share !== undefined && { share }),
  }
}

function changeOf(
  change: DrawnChange,
  kind: Exclude<DrawnChange['kind'], 'transfer'>,
  id: string,
  on: IsoDate,
  of: DealEvent,
  { amount: whole, currency }: AmountEvent,
): AmountEvent {
  const { part, up, figures, due, clerk } = change
  const base = of.kind === 'transfer' || /^-|^0$/.test(of.amount) ? whole : of.amount
  const size = partOf(base.replace('-', ''), part, currency)
  const isDocument = kind === 'order' || kind === 'invoice' || kind === 'collection'
  const isBelow = kind === 'correction' ? !up : !isDocument
  const amount = isBelow ? minusOf(size) : size
  const signed = (text: string) => (isBelow ? minusOf(text) : text)
  const units = figures.units === undefined ? (isDocument ? undefined : '0') : String(figures.units)
  const margin = figures.margin ?? (isDocument ? undefined : '0')
  const isMoney = kind === 'collection' || kind === 'payback'
  // A collection's own figure, and a bill's; what others tell of the order's is the same again.
  const own = {
    ...(!isMoney && { billed: signed('1') }),
    ...((isMoney || !isDocument) && { paid: signed(size) }),
  }
  const tells = kind === 'order' || !isDocument || (figures.again && minusOf(size) !== '0')
  return {
    ...happening(id, on, change),
    kind: kind === 'payback' ? 'collection' : kind,
    amount,
    currency,
    of: of.id,
    ...(!figures.silent && {
      figures: {
        ...(kind !== 'order' && own),
        ...(tells && units !== undefined && { units: signed(units) }),
        ...(tells && margin !== undefined && !isMoney && { margin }),
      },
    }),
    ...(due !== undefined && { due: dayAt(due) }),
    ...(clerk !== undefined && { attributes: { clerk: persons[clerk] as string } }),
  }
}

import type { IsoDate } from '../calendar/index.js'
import { decimal } from '../quantity/index.js'
import { amountMeasures, type Document, sumsAmount } from './amounts.js'
import type { SalesEvent } from './event-schema.js'
import { documents, originals } from './ledger.js'

type Figures = Readonly<Record<string, string>>

/** Where an event comes from, and what of its figures counts. */
export interface Origin {
  /** The event at the end of the chain that `of` begins, or the event itself. */
  readonly deal: SalesEvent
  readonly booked: IsoDate
  /** The kind of what it takes back, corrects or transfers. */
  readonly about?: SalesEvent['kind']
  /** By the name of a measure, the day of what it takes back there, where that is not `booked`. */
  readonly bookedFor?: Readonly<Record<string, IsoDate>>
  /** The figures that count. */
  readonly figures: Figures
  /** Figures that the deal has, and of which it does not say how much it takes back. */
  readonly lacks?: readonly string[]
}

/** What the documents of one deal say. */
interface Deal {
  /** The days of its invoices and collections, in order. */
  readonly days: Readonly<Record<Exclude<Document, 'order'>, IsoDate[]>>
  /** The kind of document from which each figure is taken: the first in the order of a sale. */
  readonly figures: Map<string, Document>
}

/** One object for all events without figures: there may be millions. */
export const noFigures: Figures = Object.freeze({})

/**
 * Finds where events come from; see {@link originals} for what it throws.
 *
 * A figure that several documents of a deal give is the same one told again, so it is taken from the
 * order, or else from the invoices, or else from the collections.
 */
export function origins(events: readonly SalesEvent[]): (event: SalesEvent) => Origin {
  const originalOf = originals(events)
  const documentOf = documents(events)
  const deals = dealsOf(events, originalOf, documentOf)
  return (event) => {
    const deal = originalOf(event)
    const document = documentOf(event)
    const own = deals.get(deal.id)
    const base = { deal, booked: document.effective, figures: figuresOf(event, document, own) }
    if (document === event) return base
    const source = { ...base, about: document.kind }
    return own === undefined ? source : { ...source, ...takenFrom(event, source, own) }
  }
}

function dealsOf(
  events: readonly SalesEvent[],
  originalOf: (event: SalesEvent) => SalesEvent,
  documentOf: (event: SalesEvent) => SalesEvent,
): ReadonlyMap<string, Deal> {
  const deals = new Map<string, Deal>()
  for (const event of events) {
    const { kind, effective, figures = noFigures } = event
    // A figure of zero, as one gives where there is none, leaves it to later documents to tell it.
    const names = Object.entries(figures).flatMap(([name, value]) =>
      decimal(value).isZero() ? [] : [name],
    )
    if (!isDocument(kind) || documentOf(event) !== event) continue
    if (kind === 'order' && names.length === 0) continue
    const { id } = originalOf(event)
    const own = deals.get(id) ?? {
      days: { invoice: [], collection: [] },
      figures: new Map<string, Document>(),
    }
    deals.set(id, own)
    if (kind !== 'order') own.days[kind].push(effective)
    for (const name of names) own.figures.set(name, first(own.figures.get(name) ?? kind, kind))
  }
  for (const { days } of deals.values()) {
    days.invoice.sort()
    days.collection.sort()
  }
  return deals
}

/** Documents in the order of a sale. */
const inOrder: readonly Document[] = ['order', 'invoice', 'collection']

function isDocument(kind: SalesEvent['kind']): kind is Document {
  return (inOrder as readonly SalesEvent['kind'][]).includes(kind)
}

function first(one: Document, other: Document): Document {
  return inOrder.indexOf(one) < inOrder.indexOf(other) ? one : other
}

/** The figures of an event that are not those of an earlier document of its deal, told again. */
function figuresOf(event: SalesEvent, document: SalesEvent, deal: Deal | undefined): Figures {
  const { figures = noFigures } = event
  const side = sideOf(event, document.kind)
  if (side === 'order' || deal === undefined) return figures
  return Object.fromEntries(
    Object.entries(figures).filter(([name]) => (deal.figures.get(name) ?? side) === side),
  )
}

/** Whether an event belongs to the sale, to its invoices or to the money received for it. */
function sideOf({ kind }: Pick<SalesEvent, 'kind'>, about: SalesEvent['kind']): Document {
  if (isDocument(kind)) return kind
  return about === 'collection' && (kind === 'correction' || kind === 'transfer') ? about : 'order'
}

/** The days on which what an event takes back counts, and the figures that it should say and does not. */
function takenFrom(
  event: SalesEvent,
  { deal, booked, about, figures }: Origin & { readonly about: SalesEvent['kind'] },
  own: Deal,
): Pick<Origin, 'bookedFor' | 'lacks'> {
  const side = sideOf(event, about)
  const dayOf = (kind: Document): IsoDate => {
    if (kind === about) return booked
    if (kind === 'order') return deal.kind === 'order' ? deal.effective : booked
    return lastBy(own.days[kind], event.effective) ?? booked
  }
  const counting = [...amountMeasures].flatMap(([name, { document }]) =>
    sumsAmount(name, { kind: event.kind, about }) ? [[name, dayOf(document)] as const] : [],
  )
  const figured = Object.keys(figures).flatMap((name) =>
    amountMeasures.has(name) ? [] : [[name, dayOf(own.figures.get(name) ?? 'order')] as const],
  )
  const others = [...counting, ...figured].filter(([, day]) => day !== booked)
  const lacks = [...own.figures].flatMap(([name, kind]) =>
    (side === 'order' || side === kind) && !Object.hasOwn(figures, name) ? [name] : [],
  )
  return {
    ...(others.length > 0 && { bookedFor: Object.fromEntries(others) }),
    ...(lacks.length > 0 && !decimal(event.amount).isZero() && { lacks }),
  }
}

/** The last of some days by a day, or else the first of them. */
function lastBy(days: readonly IsoDate[], day: IsoDate): IsoDate | undefined {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as IsoDate) <= day) low = middle + 1
    else high = middle
  }
  return days[Math.max(0, low - 1)]
}

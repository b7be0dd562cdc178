import type { SalesEvent } from './event-schema.js'

type Kind = SalesEvent['kind']

/** Kinds of event that stand on their own; the others take back, correct or transfer one of them. */
export type Document = Extract<Kind, 'order' | 'invoice' | 'collection'>

/** A measure whose sums are the amounts of events. */
interface AmountMeasure {
  /** The kind of document that it sums. */
  readonly document: Document
  /** Whether it sums events of a kind, by the kind of what they are `about`. */
  readonly sums: Readonly<Record<Kind, (about: Kind | undefined) => boolean>>
}

const always = () => true
const never = () => false
const notCollected = (about: Kind | undefined) => about !== 'collection'
const ofInvoice = (about: Kind | undefined) => about === 'invoice'
const ofCollection = (about: Kind | undefined) => about === 'collection'

/**
 * The measures of amounts; others are figures. What takes back, corrects or transfers a document counts
 * where that counts, and a refund or cancellation lowers the sales as well, whatever it names.
 */
export const amountMeasures: ReadonlyMap<string, AmountMeasure> = new Map<string, AmountMeasure>([
  [
    'sales',
    {
      document: 'order',
      sums: {
        order: always,
        invoice: never,
        collection: never,
        refund: always,
        cancellation: always,
        correction: notCollected,
        transfer: notCollected,
      },
    },
  ],
  [
    'invoiced',
    {
      document: 'invoice',
      sums: {
        order: never,
        invoice: always,
        collection: never,
        refund: always,
        cancellation: ofInvoice,
        correction: notCollected,
        transfer: notCollected,
      },
    },
  ],
  [
    'collections',
    {
      document: 'collection',
      sums: {
        order: never,
        invoice: never,
        collection: always,
        refund: ofCollection,
        cancellation: ofCollection,
        correction: ofCollection,
        transfer: always,
      },
    },
  ],
])

/** Whether a measure of amounts sums an event; `undefined` where the measure is a figure. */
export function sumsAmount(
  measure: string,
  { kind, about }: { readonly kind: Kind; readonly about?: Kind | undefined },
): boolean | undefined {
  return amountMeasures.get(measure)?.sums[kind](about)
}

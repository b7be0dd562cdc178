import type { IsoDate } from '../calendar/index.js'
import type { Currency } from '../quantity/index.js'

/** What sells, bills or brings money: a document that stands on its own. */
export type DocumentKind = 'order' | 'invoice' | 'collection'

/** What takes back or changes a document. */
export type ChangeKind = 'refund' | 'cancellation' | 'correction'

interface Happening {
  readonly id: string
  readonly on: IsoDate
  /** When it became known; its own day unless said. */
  readonly recorded?: IsoDate | undefined
  /** Its place within the day, compared by code points. */
  readonly order?: string | undefined
}

/**
 * A document of a deal, or what takes one back: an order, an invoice, money collected (negative where it
 * was paid back), a refund or cancellation (negative), a correction of either sign. `of` is the id of
 * what it belongs to or takes back; an event without it begins a deal.
 */
export interface AmountEvent extends Happening {
  readonly kind: DocumentKind | ChangeKind
  /** At most the places of the currency's minor unit. */
  readonly amount: string
  readonly currency: Currency
  readonly of?: string | undefined
  /** The day by which the customer is to pay. */
  readonly due?: IsoDate | undefined
  /** Further numbers of the same sale, such as its margin or its units; a refund gives them negative. */
  readonly figures?: Readonly<Record<string, string>> | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
}

/**
 * A share of a deal that goes from one person to another: from its day on all that happens to the deal
 * follows it.
 */
export interface TransferEvent extends Happening {
  readonly kind: 'transfer'
  readonly of: string
  /** The kind of credit that moves; all that `from` holds unless said. */
  readonly credit?: string | undefined
  readonly from: string
  readonly to: string
  /** The part of what `from` holds, a decimal or a fraction such as `1/3`; all of it unless said. */
  readonly share?: string | undefined
}

/** One entry of a ledger of deals. */
export type DealEvent = AmountEvent | TransferEvent

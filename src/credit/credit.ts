import type { IsoDate } from '../calendar/index.js'
import type { Currency } from '../quantity/index.js'
import type { ChangeKind, DocumentKind } from './event.js'

/**
 * What one person is credited for one event: a record that pay reads by its members. It has also the
 * part of each figure by its name, the attributes of the deal by theirs, and those of the event itself
 * as `own.…`.
 */
export interface Credit {
  readonly id: string
  /** The day of the event; of a transfer, or of an owner told late, the day on which it became known. */
  readonly on: IsoDate
  /** The day on which the event was known, with all that it is of, and had happened. */
  readonly recorded: IsoDate
  /** The day on which it counts. */
  readonly counts: IsoDate
  /** The day from which the person has had the share: that of the deal, or of the transfer that brought it. */
  readonly made: IsoDate
  /** Its place within the day on which it counts: deal by deal, what comes back of a sale beside it. */
  readonly order: string
  readonly person: string
  readonly event: string
  readonly kind: DocumentKind | ChangeKind | 'transfer' | 'owner'
  /** The kind of document that it takes back or corrects, where it does. */
  readonly about?: DocumentKind
  readonly deal: string
  /** The day of the deal. */
  readonly dealt: IsoDate
  /** The kind of credit. */
  readonly credit: string
  readonly currency: Currency
  /** The part of what is sold, less what is taken back of it; 0 where the event is not about that. */
  readonly sales: string
  /** The part of what is billed. */
  readonly invoiced: string
  /** The part of the money received. */
  readonly collections: string
  /** Days and full months since the deal's day. */
  readonly days: string
  readonly months: string
  /** The day by which the customer is to pay, and how many days later (negative: earlier) this was. */
  readonly due?: IsoDate
  readonly overdue?: string
  /** Which purchase of the customer the deal is; the day of the first, and the days since that and since the one before. */
  readonly purchase?: string
  readonly customer_since?: IsoDate
  readonly days_since_first?: string
  readonly months_since_first?: string
  readonly days_since_last?: string
  readonly [member: string]: string | undefined
}

/** What is credited, and what does not add up. */
export interface Credited {
  /** A table of records for `parseData` of pay, which takes it as it is. */
  readonly credits: readonly Credit[]
  readonly reconciliation: readonly Finding[]
}

/** What a reconciliation tells of a deal; where a rule says so, it is refused instead. */
export type Finding =
  /** Nobody is credited for it. */
  | { readonly finding: 'uncredited'; readonly deal: string; readonly credit: string }
  /** Its shares make less or more than the whole. */
  | {
      readonly finding: 'not-whole'
      readonly deal: string
      readonly credit: string
      readonly share: string
    }
  /** More of it is taken back than there was. */
  | {
      readonly finding: 'below-zero'
      readonly deal: string
      readonly event: string
      readonly measure: string
      readonly value: string
    }
  /** What takes back a sale that is not among the events. */
  | { readonly finding: 'unmatched'; readonly deal: string }

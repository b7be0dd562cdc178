import type { Attributes, IsoDate, Known } from '../calendar/index.js'

export type { Attributes, AttributeValue, Known } from '../calendar/index.js'

/** Days employed, the last one `to`; several of somebody rehired. Its key is `from`. */
export interface Employment extends Known {
  readonly from: IsoDate
  readonly to?: IsoDate | undefined
}

/** A post that a person holds for some days, with attributes of its own. Its key is `id`. */
export interface Assignment extends Known {
  readonly id: string
  readonly from: IsoDate
  readonly to?: IsoDate | undefined
  readonly attributes: Attributes
}

/** Days away, of each the `part`; 1 unless said. Its key is `id`. */
export interface PersonAbsence extends Known {
  readonly id: string
  readonly from: IsoDate
  readonly to: IsoDate
  readonly kind: string
  readonly part?: string | undefined
}

/** A number of a period. Its key is name, rhythm, period and assignment; its own day the period's last. */
export interface Figure extends Known {
  readonly name: string
  /** The rhythm of the period; the book's first unless said. */
  readonly rhythm?: string | undefined
  readonly period: string
  readonly assignment?: string | undefined
  readonly value: string
}

/** Who is paid, over time. */
export interface Person {
  readonly id: string
  readonly name?: string | undefined
  readonly employment: readonly Employment[]
  readonly assignments?: readonly Assignment[] | undefined
  readonly attributes: Attributes
  readonly absences?: readonly PersonAbsence[] | undefined
  readonly figures?: readonly Figure[] | undefined
}

/** A group of people, or the company, with attributes and figures of its own. */
export interface Group {
  readonly of: 'company' | { readonly by: string; readonly value: string }
  readonly attributes?: Attributes | undefined
  readonly figures?: readonly Figure[] | undefined
}

/**
 * Something that happened on a day: an order, a night shift, a refund. Its key is `id` within its table;
 * its own members are texts, numbers as decimals.
 */
export interface Row extends Known {
  readonly id: string
  readonly on: IsoDate
  /** The day on which it counts; its own unless said. */
  readonly counts?: IsoDate | undefined
  /** The day on which the deal was made that it belongs to; the one on which it counts unless said. */
  readonly made?: IsoDate | undefined
  /** Its place within the day, compared by code points. */
  readonly order?: string | undefined
  readonly person?: string | undefined
  readonly assignment?: string | undefined
  readonly [member: string]: string | true | undefined
}

/** All that a run takes. `payData` checks it. */
export interface Data {
  readonly people: readonly Person[]
  readonly groups?: readonly Group[] | undefined
  /** Tables of records, by name. */
  readonly records?: Readonly<Record<string, readonly Row[]>> | undefined
}

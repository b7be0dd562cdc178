import type { Attributes, IsoDate, Known } from '../calendar/index.js'

/** A share of the deals whose attribute has the value `of`; its key is `of`, `person` and `from`. */
export interface Owner extends Known {
  readonly of: string
  readonly person: string
  /** A decimal or a fraction such as `1/3`; all unless said. */
  readonly share?: string | undefined
  /** A whole number among those of the other owners of the day, instead of `share`. */
  readonly weight?: string | undefined
  readonly from?: IsoDate | undefined
  /** The last day. */
  readonly to?: IsoDate | undefined
}

/** One contact with a customer: who, with whom (`key`), when. */
export interface Touch extends Known {
  readonly id: string
  readonly key: string
  readonly person: string
  readonly on: IsoDate
  /** Its place within the day, compared by code points with those of touches and of sales. */
  readonly order?: string | undefined
}

/** A person as far as crediting looks: the histories of attributes, such as the manager or the rank. */
export interface CreditedPerson {
  readonly id: string
  readonly attributes: Attributes
}

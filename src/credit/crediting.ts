import type { IsoDate } from '../calendar/index.js'
import type { Label } from '../problem/index.js'
import type { Currency, Unit } from '../quantity/index.js'
import type { DocumentKind } from './event.js'
import type { Owner } from './tables.js'
import type { Bounds, Where } from './where.js'

/** Who is credited for what: the rules of a company, plain JSON. `parseCrediting` checks it. */
export interface Crediting {
  /** That of the credits; events in others are converted. */
  readonly currency: Currency
  /** The kinds of credit, such as `direct` or `team`, by name. */
  readonly credits: Readonly<Record<string, CreditKind>>
  /** The figures that events may give, by name. */
  readonly figures?: Readonly<Record<string, CreditedFigure>> | undefined
  /**
   * The places to which amounts are divided: those of the minor unit and four more unless said, so that
   * shares of four places divide without a remainder.
   */
  readonly places?: number | undefined
  /** The day on which what takes back counts: that of what it takes back (`deal`, unless said) or its `own`. */
  readonly takeBacks?: 'deal' | 'own' | undefined
  /** The day whose rate converts: that of the deal (unless said), so that a refund brings back what its sale was worth, or the event's `own`. */
  readonly rates?: 'deal' | 'own' | undefined
  /** The attribute that names the customer, for facts of the customer's first and last purchase. */
  readonly customer?: string | undefined
  /** Whether a deal that is taken back by more than it is worth is refused (unless said), or listed. */
  readonly belowZero?: 'refuse' | 'list' | undefined
}

/** A number that events give beside their amount. */
export interface CreditedFigure {
  /** Money of the credits' currency is converted as amounts are; no `ratio` and no `points`, which do not add up. */
  readonly unit: Unit
  /** The kind of document from which it is taken; those of others tell the same again. `order` unless said. */
  readonly from?: DocumentKind | undefined
  /** The places to which it is divided; those of the crediting unless said. */
  readonly places?: number | undefined
  /** `any`: a document may give it below zero, such as a margin; else what adds is not negative and what takes back not positive. */
  readonly sign?: 'any' | undefined
}

/** How a kind of credit arises. */
export type CreditKind = RuledCredit | TouchedCredit | RolledCredit

interface Kind {
  readonly label?: Label | undefined
  readonly clause?: string | undefined
}

interface Arising extends Kind {
  /** What is credited to nobody: refused, listed in the reconciliation, or given to a house account. */
  readonly unowned?: 'refuse' | 'list' | { readonly to: string } | undefined
}

/** Credit by rules, of which the first that matches holds. */
export interface RuledCredit extends Arising {
  readonly rules: readonly CreditRule[]
  /** What a share is of: a whole deal (unless said), or each document of one kind with what takes that back. */
  readonly follows?: 'deal' | DocumentKind | undefined
  /** `any`: shares may make more than the whole (overlays) or less; unless said they make 1. */
  readonly shares?: 'whole' | 'any' | undefined
}

/**
 * A rule of who is credited for deals of some days that a condition keeps: the person whom the
 * attribute `owner` names, or the owners of the value that the attribute `by` has.
 */
export interface CreditRule {
  readonly where?: DealWhere | undefined
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
  readonly owner?: string | undefined
  readonly by?: string | undefined
  /** With `by`: the rows themselves, or the name of a table of them. */
  readonly owners?: readonly Owner[] | string | undefined
  readonly clause?: string | undefined
}

/**
 * What attributes, figures and the `amount` of a deal must be: one of some texts, or within bounds; with
 * `of`, within so many times another number of the deal.
 */
export type DealWhere = Readonly<Record<string, readonly string[] | DealBounds>>

/** Bounds, each times the amount or a figure of the deal: `{ of: 'amount', atLeast: '0.6' }`. */
export interface DealBounds extends Bounds {
  readonly of?: string | undefined
}

/** Credit shared among those who touched the customer in the days before the deal. */
export interface TouchedCredit extends Arising {
  readonly touches: {
    /** The attribute of the deal that the `key` of a touch names. */
    readonly by: string
    /** How many days before the deal; 0: the same day alone. */
    readonly window: number
    readonly model: TouchModel
  }
  readonly where?: DealWhere | undefined
}

/** How touches weigh; see `creditDeals`. */
export type TouchModel =
  | { readonly kind: 'first' | 'last' | 'linear' }
  | {
      readonly kind: 'position'
      readonly first: string
      readonly last: string
      readonly middle: string
    }
  | { readonly kind: 'time-decay'; readonly halfLife: number }

/**
 * Credit that rolls up: of each credit of the kind `of`, shares go to who is above, as the attribute
 * `manager` of people leads up on the day on which that credit arises.
 */
export interface RolledCredit extends Kind {
  readonly of: string
  /** The attribute of people that names who is above them. */
  readonly manager: string
  /** The share of each level, the nearest first. */
  readonly shares?: readonly string[] | undefined
  /** The difference of rates by rank, instead of `shares`. */
  readonly ranked?: RankedShares | undefined
  /** Whose credit goes up: of who has these attributes; everybody's unless said. */
  readonly whose?: Where | undefined
  /** Who has not these attributes gets nothing. */
  readonly qualified?: Where | undefined
  /**
   * Who is not qualified is passed over and is no level (unless said), or keeps their level or rank
   * `unpaid`: then nobody gets that share but the `rest`.
   */
  readonly unqualified?: 'passed-over' | 'unpaid' | undefined
  /** Who receives the shares that nobody is there for. */
  readonly rest?: string | undefined
}

/**
 * Differential shares: each above gets the rate of their rank less the highest rate passed below, that
 * of the seller first; equal or lower ranks get nothing.
 */
export interface RankedShares {
  /** The attribute of people that names their rank. */
  readonly rank: string
  readonly rates: Readonly<Record<string, string>>
  /** The most that one difference comes to. */
  readonly cap?: string | undefined
}

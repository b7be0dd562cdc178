import type { Where } from '../credit/where.js'
import type { Currency } from '../quantity/index.js'

export type { Bounds, Days, Where } from '../credit/where.js'

/** Whose number a component is: of each person, post or value of an attribute (a team, a shop), or the company's. */
export type Scope = 'person' | 'assignment' | 'company' | { readonly by: string }

/** Where an input comes from. What rounds or divides is the formula alone. */
export type Source =
  | AttributeSource
  | FigureSource
  | DaysSource
  | ServiceSource
  | CalendarSource
  | MemberSource
  | RecordsSource
  | ComponentSource

interface Missing {
  /** The value where there is none; without it that is an error, which names the source. */
  readonly missing?: string | undefined
}

/**
 * Money in another currency, converted as it is read, exactly: the places of the amount and of the rate
 * add up. The rate is how much money of the book one unit of the currency is worth, an attribute of the
 * company named after `rates` and the currency (`fx.USD`), on the day of what is read: the day of the
 * attribute, the last day of the figure's period, the record's own day.
 */
export interface Convert {
  /** The currency, or the attribute (of records the member) that names it; the book's own is left as it is. */
  readonly from: Currency | { readonly by: string }
  readonly rates: string
}

interface Converted extends Missing {
  readonly convert?: Convert | undefined
}

interface Bounded extends Converted {
  /** The least that a number may be: what is read below it is an error, which names the source. */
  readonly least?: string | undefined
}

/** A dated value of the assignment, the person, a group of theirs or the company: the nearest that has it. */
export interface AttributeSource extends Bounded {
  readonly from: 'attribute'
  readonly name: string
  /** The first or the last day of the row's spans within the period; the last unless said. */
  readonly on?: 'start' | 'end' | undefined
}

/** A number of the row's period, or of the longer one, of another rhythm, that holds its last day. */
export interface FigureSource extends Bounded {
  readonly from: 'figure'
  readonly name: string
  readonly period?: string | undefined
  /** `given`: 1 where there is one, else 0. */
  readonly is?: 'value' | 'given' | undefined
}

/**
 * Days as a basis counts them. `present`: of the row's spans, less absences; `absent`: of the absences,
 * of some kinds where they are listed; `part` over `whole`: the part of the period that is paid, as
 * `prorate` of the calendar has it, with the same `whole` for every stretch of a row.
 */
export interface DaysSource {
  readonly from: 'time'
  readonly count: 'present' | 'absent' | 'part' | 'whole'
  /** The kinds of absence that count, none where the list is empty; all unless said. */
  readonly kinds?: readonly string[] | undefined
  /** One of the book's bases, or the attribute that names one; calendar days unless said. */
  readonly basis?: string | { readonly attribute: string } | undefined
  readonly over?: Over | undefined
}

/**
 * Full months or years from a day on, until the row's last day unless said, or until the last day of the
 * owner's spans in the period, which on a row of records is later. The last day is counted: from 1 January
 * to 31 December a year is full. With `full: 'day'` it is full on the day that comes round again, 1 January.
 */
export interface ServiceSource extends Missing {
  readonly from: 'time'
  readonly count: 'months' | 'years'
  readonly since: Day
  readonly until?: Day | { readonly end: 'period' } | undefined
  readonly full?: 'day' | undefined
}

/** Which month (1 to 12) or quarter (1 to 4) of the year the row's last day lies in. */
export interface CalendarSource {
  readonly from: 'time'
  readonly count: 'month' | 'quarter'
}

/** A member of the row's record; of a group of records, one that is the same in all. */
export interface MemberSource extends Bounded {
  readonly from: 'record'
  readonly name: string
}

/** An aggregate of the records of the row. */
export interface RecordsSource extends Converted {
  readonly from: 'records'
  readonly of: string
  readonly as: As
  /** The member that is added up or compared, which all must have; `count` and `distinct` count those that have it, or without one all. */
  readonly value?: string | undefined
  readonly where?: Where | undefined
  readonly over?: Over | undefined
  /** Of those alone that have the same values of these members as the row's record. */
  readonly same?: readonly string[] | undefined
  /** `all`: of everybody, also of nobody; the row's own unless said. */
  readonly whose?: 'own' | 'all' | undefined
}

/** A component, or the sum of those with a tag: of this row, other periods, or other rows. */
export type ComponentSource = Missing & {
  readonly from: 'component'
  readonly over?: Over | undefined
  /** How several values of the row's own become one; `sum` unless said. */
  readonly as?: As | undefined
  readonly among?: Among | undefined
  /** `due`: what the lines of this payment come to; what a row is entitled to unless said. */
  readonly what?: 'entitled' | 'due' | undefined
  /**
   * Of a component worked out for each record: what it came to for those records alone that have the same
   * values of these members as the row's record, such as those of one deal.
   */
  readonly same?: readonly string[] | undefined
} & ({ readonly name: string } | { readonly tag: string })

/** A date that an attribute or a member holds; the day of the first or the last such record of the group. */
export type Day = string | { readonly first: Where } | { readonly last: Where }

/** How several values become one. None of them rounds: a mean or a share is a `divide` of the formula. */
export type As =
  | 'sum'
  | 'count'
  | 'distinct'
  | 'most'
  | 'least'
  | 'first'
  | 'last'
  | { readonly quantile: string }

/** A window along time, seen from the row; its own period unless said. */
export type Over =
  | 'period'
  /** The nearest earlier value of the same row: a balance. */
  | 'before'
  /** So many periods earlier, exactly; of records and days also the row's own days, so many days earlier. */
  | { readonly ago: number | { readonly days: number } }
  /** So many periods, up to the row's end, or up to just before its start. */
  | { readonly last: number; readonly through?: Through | undefined }
  | { readonly since: Since; readonly through?: Through | undefined }

type Through = 'row' | 'before'

/** Where a window begins: with the month, quarter … that holds the row's last day, at the beginning of all, or on a date. */
export type Since =
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'ever'
  | { readonly date: string; readonly every?: 'year' | undefined }

/** A look down the sheet, over the rows of a group. */
export interface Among {
  readonly group: Scope | Below
  /** Members by their attributes. */
  readonly where?: Where | undefined
  /** Members of whom this component is not 0. */
  readonly only?: string | undefined
  /** `ahead`: with more of `by`; `level`: with as much; all unless said. */
  readonly who?: 'all' | 'others' | 'ahead' | 'level' | undefined
  /** The component that ranks them; records without it by their moment. */
  readonly by?: string | undefined
  readonly as: 'sum' | 'count' | 'most' | 'least' | { readonly quantile: string } | SharedBy
}

/** All from whom this attribute (a manager, a sponsor) leads up to the reader. */
export interface Below {
  readonly below: string
  /** How many steps down, the first and the last. */
  readonly levels?: readonly [number, number] | undefined
  /** Only members that `only` keeps count as a step. */
  readonly compress?: true | undefined
}

/** The reader's part of the value read, by the component that weighs, within the components that bound it. */
export interface SharedBy {
  readonly share: string
  readonly least?: string | undefined
  readonly most?: string | undefined
}

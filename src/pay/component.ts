import type { Basis, FiscalCalendar, IsoDate, PeriodKind } from '../calendar/index.js'
import type { Expression } from '../formula/index.js'
import type { Label } from '../problem/index.js'
import type { Currency } from '../quantity/index.js'
import type { Over, Scope, Source, Where } from './source.js'

export type {
  Among,
  As,
  AttributeSource,
  Below,
  Bounds,
  CalendarSource,
  ComponentSource,
  Convert,
  Day,
  Days,
  DaysSource,
  FigureSource,
  MemberSource,
  Over,
  RecordsSource,
  Scope,
  ServiceSource,
  SharedBy,
  Since,
  Source,
  Where,
} from './source.js'

/** A number of a pay sheet: a formula, and where each of its inputs comes from. Plain JSON. */
export interface Component<Input extends string = string> {
  readonly component: string
  /** Earlier names: what was settled under them was settled of this component. */
  readonly was?: readonly string[] | undefined
  readonly label?: Label | undefined
  readonly clause?: string | undefined
  readonly formula: Expression
  /** Exactly one source for every input of the formula, numbers and texts. */
  readonly reads: Readonly<Record<Input, Source>>
  /** Whose number it is: the person's unless said. */
  readonly of?: Scope | undefined
  /** Worked out for each of these, and added up. */
  readonly each?: Each | undefined
  /** One of the book's rhythms; the book's first unless said. */
  readonly period?: string | undefined
  readonly eligible?: Eligible | undefined
  readonly tags?: readonly string[] | undefined
  /** `due`: a line that is earned, and reopened by late news; `cash`: a line of this payment alone; absent: no line. */
  readonly pays?: 'due' | 'cash' | undefined
  /** How many periods stay open; the book's unless said. 0: what was first worked out stands. */
  readonly retro?: number | undefined
  /**
   * Why it may read what sets people apart: an attribute that the law protects, or one by which those who
   * are equal otherwise are paid differently. The reason, by attribute or member; the laws of
   * `payproof/testing` accept it.
   */
  readonly mayRead?: Readonly<Record<string, string>> | undefined
}

/** The row cut where what it reads changes; or a record; or all records of one value of `by`, such as a deal. */
export type Each =
  | 'stretch'
  | {
      readonly record: string
      readonly by?: string | undefined
      readonly where?: Where | undefined
      readonly over?: Over | undefined
      /** The member of the record that says in words why it pays, such as the reason of an adjustment. */
      readonly why?: string | undefined
    }

/** When a component is whose: its span, beside the employment, the assignment and the version. */
export interface Eligible {
  /** The days on which the attributes have these values. */
  readonly where?: Where | undefined
  /** What happens after the span to a deal made within it counts in the last period of the span (`last`, unless said), or nowhere. */
  readonly after?: 'last' | 'lost' | undefined
}

/** A component as it holds for the periods (and stretches) that begin from `from` to `to`. */
export interface Version {
  /** From the beginning unless said. */
  readonly from?: IsoDate | undefined
  /** A component ends by it, never by being left out. */
  readonly to?: IsoDate | undefined
  /** Why it was written, by whom, and who approved it: in the digest of the book, and no part of the text. */
  readonly reason?: string | undefined
  readonly writtenBy?: string | undefined
  readonly approvedBy?: string | undefined
  readonly value: Component
}

/** How a company cuts time: a kind of period, of the calendar year or a calendar of its own. */
export interface Rhythm {
  readonly kind: PeriodKind
  readonly calendar?: FiscalCalendar | undefined
}

/** All that a company pays by. Plain JSON; `book` checks it. */
export interface Book {
  readonly currency: Currency
  /** The first is that of the runs; months unless said. */
  readonly rhythms?: Readonly<Record<string, Rhythm>> | undefined
  /** The versions of each component, by its name, ascending. */
  readonly components: Readonly<Record<string, readonly Version[]>>
  /** How many periods stay open after their own, at most 60. */
  readonly retro: number
  /** How days are counted, by names of the book's own. */
  readonly basis?: Readonly<Record<string, Basis>> | undefined
  /** What becomes of figures that no component reads: a run lists them (unless said), or refuses them. */
  readonly unreadFigures?: 'report' | 'refuse' | undefined
}

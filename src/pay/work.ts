import type { IsoDate, Period, Span } from '../calendar/index.js'
import type { Problem } from '../problem/index.js'
import { type Decimal, decimal } from '../quantity/index.js'
import type { Looking } from './attribute.js'
import type { LinkedComponent, LinkedVersion, PayBook } from './book.js'
import type { Holder } from './data-index.js'
import type { Living } from './lives.js'
import type { CountedRow, Selection } from './records.js'
import type { Part, Settled } from './run.js'
import type { CountedTable } from './tables.js'
import type { Timeline } from './timeline.js'

/** A row of the sheet, below the period where a component is worked out for each of something. */
export interface PayRow {
  readonly component: LinkedComponent
  readonly version: LinkedVersion
  readonly holder: Holder
  /** The period of the component's rhythm, and its number. */
  readonly period: Period
  readonly index: number
  /** Its first and its last day: of the stretch, of the spans within the period, of the deal. */
  readonly from: IsoDate
  readonly to: IsoDate
  /** The days of the stretch, or all days of the whole row. */
  readonly spans: readonly Living[]
  /** All days of the whole row. */
  readonly whole: readonly Living[]
  /** Of a stretch: the days of the period until the next one begins. */
  readonly window?: Span
  /** Of a stretch: the days of all stretches of the row. */
  readonly stretches?: readonly (readonly Living[])[]
  /** Of a row of records: what they have in common, and themselves, by their moments. */
  readonly records?: { readonly name: string; readonly rows: readonly CountedRow[] }
}

/** What a row comes to. */
export type Result = Worked | Failed | undefined

/** A number that could be worked out. */
export interface Worked {
  /** In plain digits, without zeros at the end of its places: a text, since most are never counted with. */
  readonly text: string
  readonly parts: readonly Part[]
  /** The rows of the parts, in the same order. */
  readonly rows: readonly PayRow[]
  /** A fingerprint of all that their inputs were taken from. */
  readonly fingerprint: string
  readonly evidence: Evidence
}

/** A number that could not, and why. */
export interface Failed {
  readonly problems: readonly Problem[]
}

/** How much of what may vanish a number was worked out from. */
export interface Evidence {
  /** How many records were read, by the component that read them and their table. */
  readonly records: ReadonlyMap<string, number>
  /** The figures that were given. */
  readonly figures: ReadonlySet<string>
}

/** The sheet as one horizon sees it: each number is worked out once, when it is first asked for. */
export interface Work extends Looking {
  readonly book: PayBook
  /** The number of the run's own period. */
  readonly current: number
  /** The first period of the runs that is open as such. */
  readonly firstOpen: number
  /** The first day of anybody's employment, or of what was brought along: before it is nothing. */
  readonly begin: IsoDate
  /** The whole row of a component of an owner in a period. */
  readonly row: (
    component: LinkedComponent,
    holder: Holder,
    index: number,
  ) => PayRow | Failed | undefined
  readonly result: (component: LinkedComponent, holder: Holder, index: number) => Result
  /** The value that another period reads: what was recorded, of a closed period that no news reaches. */
  readonly over: (
    component: LinkedComponent,
    holder: Holder,
    index: number,
  ) => Decimal | Failed | undefined
  /** The rows below that value, worked out by what was known when its period closed. */
  readonly rowsOver: (component: LinkedComponent, holder: Holder, index: number) => Result
  readonly lives: (component: LinkedComponent, holder: Holder) => readonly Living[]
  readonly table: (name: string) => CountedTable
  /** All owners of a scope that have a row of a component in a period. */
  readonly owners: (component: LinkedComponent, index: number) => readonly Holder[]
  /** What was settled and recorded of a key by earlier runs. */
  readonly settled: (
    component: LinkedComponent,
    holder: Holder,
    index: number,
  ) => Settled | undefined
  readonly timeline: (component: LinkedComponent) => Timeline
  /** What the lines of the payments of some days come to. */
  readonly due: (component: LinkedComponent, holder: Holder, days: Span) => Decimal | Failed
  /** The lists of records that the rows of a component of an owner share. */
  readonly lists: (component: LinkedComponent, holder: Holder) => Lists
  /** Things that rows share, made once. */
  readonly once: <T>(key: string, make: () => T) => T
}

/** Lists of records, each made when it is first asked for. */
export interface Lists {
  /** The owner's own, by table. */
  readonly own: Map<string, readonly CountedRow[] | Failed>
  /** Those that are asked for, by what is asked and the values that they share. */
  readonly selected: Map<string, ReadonlyMap<string, Selection>>
}

/** The number that a row comes to. */
export function numberOf({ text }: Worked): Decimal {
  return decimal(text)
}

/** Whether something could not be worked out. */
export function isFailed(result: object | undefined): result is Failed {
  return result !== undefined && 'problems' in result
}

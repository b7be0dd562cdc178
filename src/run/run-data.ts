import type { IsoDate, Period } from '../calendar/index.js'
import type { Owed, SalesEvent, Settlement } from '../commission/index.js'
import type { Adjustment, Person } from './data-schema.js'
import type { SharedData } from './shared.js'

/** What one period is paid from. */
export interface RunData extends SharedData {
  readonly people: readonly Person[]
  /** Every event since the plans of the book began: each run works out anew what all of them earn. */
  readonly events: readonly SalesEvent[]
  /** What was recorded by this day is known. */
  readonly asOf: IsoDate
  readonly adjustments?: readonly Adjustment[] | undefined
  /** The run of the period before; none for the first. */
  readonly before?: RunState | undefined
}

/** What the next run needs of this one. Plain JSON. */
export interface RunState {
  readonly period: Period
  readonly asOf: IsoDate
  /** Every settlement so far. */
  readonly settlements: readonly Settlement[]
  /** What people owe: negative dues carried forward, and draw balances. */
  readonly owed: Readonly<Record<string, Owed>>
  /** The digest of the whole run and of the one before it. */
  readonly digest: string
}

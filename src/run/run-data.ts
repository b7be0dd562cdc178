import type { IsoDate, Period } from '../calendar/index.js'
import type { Owed, SalesEvent, Settlement } from '../commission/index.js'
import type { Currency } from '../quantity/index.js'
import type { Adjustment, Person } from './data-schema.js'
import type { Posts } from './posts.js'
import type { SharedData } from './shared.js'

/** What one period is paid from. */
export interface RunData extends SharedData {
  readonly people: readonly Person[]
  /** Every event since the plans of the book began: each run works out anew what all of them earn. */
  readonly events: readonly SalesEvent[]
  /** What was recorded by this day is known. */
  readonly asOf: IsoDate
  readonly adjustments?: readonly Adjustment[] | undefined
  /** The run of the period directly before; `'first'` says that there is none. */
  readonly before: RunState | 'first'
}

/** The run before, where there is one. */
export function runBefore({ before }: Pick<RunData, 'before'>): RunState | undefined {
  return before === 'first' ? undefined : before
}

/** What the next run needs of this one. Plain JSON. */
export interface RunState {
  readonly period: Period
  readonly asOf: IsoDate
  readonly currency: Currency
  /** The first day that the runs pay: that of the period of the first one. */
  readonly since: IsoDate
  /** Where everybody has worked: by it they are in a plan. */
  readonly posts: Posts
  /** Every settlement so far. */
  readonly settlements: readonly Settlement[]
  /** What people owe: negative dues carried forward, and draw balances. */
  readonly owed: Readonly<Record<string, Owed>>
  /** The digest of the whole run and of the one before it. */
  readonly digest: string
}

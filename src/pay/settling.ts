import type { LinkedComponent, PayBook } from './book.js'
import type { DataIndex } from './data-index.js'
import type { Runs } from './horizon.js'
import { type Ledger, ledgerOf } from './ledger.js'
import { type Payments, paymentsOf } from './payments.js'
import {
  baselineWork,
  type Horizons,
  horizonsOf,
  type Sheet,
  type SheetWork,
} from './sheet-work.js'
import type { Start } from './start.js'
import { type TextOf, textsOf } from './text.js'
import type { Timeline } from './timeline.js'

/** All that the steps of one run share. */
export interface Settling {
  readonly sheet: Sheet
  readonly runs: Runs
  readonly ledger: Ledger
  readonly works: Horizons
  readonly payments: Payments
  readonly textOf: TextOf
  readonly retroOf: (component: LinkedComponent) => number
  readonly only: ReadonlySet<string> | undefined
  /** The people and the posts, by their keys, of whom the run has written something so far. */
  readonly paidNow: Set<string>
}

/** Makes ready what a run needs. */
export function settlingOf(
  book: PayBook,
  index: DataIndex,
  { runs, state }: Start,
  only?: readonly string[],
): Settling {
  const ledger = ledgerOf(book, index, state.settled)
  const payments = paymentsOf(book, index, runs, state.paid)
  let known: SheetWork | undefined
  const baseline = () => {
    known ??= baselineWork(sheet)
    return known
  }
  const sheet: Sheet = { book, index, runs, ledger, due: payments.due, baseline }
  return {
    sheet,
    runs,
    ledger,
    payments,
    works: horizonsOf(sheet),
    textOf: textsOf(book, ({ rhythm }) => index.timelines.get(rhythm) as Timeline),
    retroOf: ({ retro }) => retro ?? book.definition.retro,
    only: only && new Set(only),
    paidNow: new Set(),
  }
}

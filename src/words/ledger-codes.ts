import type { TextsOf, Unknown } from './codes.js'

/** What the text of each problem of what is made of runs says: totals, journals, limits, comparisons. */
export interface LedgerValues {
  /** A limit that refuses what goes beyond it; with the group, where it bounds each of several. */
  'beyond-limit': { limit: string; group?: string | undefined; sum: string; most: string }
  /** Runs of a period that count against its limits, and are not told. */
  'earlier-runs': { period: string; number: number }
  /** An attribute that nobody has whom the data tell of. */
  'nobody-has': Unknown
  'other-currency': { found: string; expected: string }
  'other-period': { found: string; expected: string }
  'repeated-run': { period: string; number: number }
}

/** The code of a problem of what is made of runs. */
export type LedgerCode = keyof LedgerValues

/** A problem of what is made of runs in words: what is wrong, and what to do. No full stop at the end of either. */
export type LedgerWords = TextsOf<LedgerValues>

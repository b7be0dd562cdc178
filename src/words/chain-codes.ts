import type { TextsOf } from './codes.js'

/** A number of a run, and what it has to be. */
export interface Says {
  found: string
  expected: string
}

/** What was settled: the component, its owner and the period it is for. */
export interface Of {
  component: string
  owner: string
  period: string
}

/** What the text of each problem of a chain of runs says, by code. */
export interface ChainValues {
  /** What is carried from run to run and stands from the first one on. */
  'carried-differs': Says
  'earlier-period': { period: string; before: string }
  /** Two runs follow one and the same: the place of that one in the chain. */
  'forked-chain': { run: number }
  'knows-less': { asOf: string; before: string }
  /** A key of what was settled, or paid, that the run before had. */
  'lost-settlement': Of
  'no-runs': Record<string, never>
  /** A line of which the run carries nothing on. */
  'not-carried': Of
  'not-difference': { found: string; entitled: string; settled: string; expected: string }
  'not-the-first': Record<string, never>
  'not-the-head': Says
  'not-the-root': Says
  'number-differs': { found: number; expected: number; period: string }
  'other-before': Says
  'other-currency': Says
  'other-digest': Says
  'other-format': { found: string }
  'other-rhythm': Says
  /** More of a division is settled than there is to divide. */
  overdrawn: { settled: string; value: string; component: string; group: string }
  'paid-and-withheld': Of
  'paid-differs': Of & Says
  'parts-add-up': Says
  'period-left-out': { period: string; before: string; next: string }
  'repeated-line': Of
  'repeated-run': { run: number }
  'repeated-settlement': Of
  'settled-differs': Of & Says
  'settled-unlike-lines': Of & Says
  /** A run of a period that the chain does not hold. */
  'unlisted-run': { period: string }
  /** What was settled, and no line pays. */
  'unpaid-settlement': Of & { amount: string }
}

/** What the text of each problem of a run that is worked out anew says, by code. */
export interface VerifyValues {
  'before-differs': Says
  'more-differences': { told: number }
  'other-book-digest': Says
  /** What a run says, and what the book and the data give, as JSON. */
  'says-otherwise': { says: string; gives: string }
  'says-too-little': { gives: string }
  'says-too-much': { says: string }
}

/** What the text of each problem of what a run is given says, by code, where it does not go on from it. */
export interface StartValues {
  /** A run that says of itself what the book says otherwise. */
  'before-in-currency': Says
  'before-in-rhythm': Says
  /** A period that has other days in the calendar of the book than in the run before. */
  'before-of-days': { period: string; found: string; from: string; to: string }
  'before-of-periods': { period: string; rhythm: string }
  'no-before': Record<string, never>
  'unread-book': Record<string, never>
  'unread-data': Record<string, never>
}

/** The values of every problem of proof. */
export type ProofValues = ChainValues & VerifyValues & StartValues
/** The code of a problem of a chain. */
export type ChainCode = keyof ChainValues
/** The code of a problem of proof. */
export type ProofCode = keyof ProofValues

/** A problem of proof in words: what is wrong, and what to do. No full stop at the end of either. */
export type ProofWords = TextsOf<ProofValues>

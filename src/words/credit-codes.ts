import type { TextsOf, Unknown } from './codes.js'

/** What the text of each problem of a ledger of deals and of its credits says, by code. */
export interface CreditingValues {
  /** More of a deal is taken back than there was. */
  'below-zero': { deal: string; event: string; measure: string; value: string }
  /** An attribute that leads up from a person back to themselves. */
  'circle-above': { name: string; owner: string }
  /** An id that comes again with other content. */
  'conflicting-event': { id: string; before: string; now: string }
  'endless-chain': { event: string }
  /** Owners of one value and day, some with a share and some with a weight. */
  'mixed-shares': { of: string; day: string }
  'no-conversion': { from: string; to: string; day: string }
  'not-whole': { deal: string; credit: string; share: string }
  /** A transfer from somebody who holds nothing of the deal, and those who hold something. */
  'nothing-to-transfer': { event: string; from: string; known: readonly string[] }
  'repeated-event': { id: string }
  /** A deal that nobody is credited for, and the event that begins it. */
  uncredited: { deal: string; credit: string; event: string }
  'unknown-credit': Unknown
  'unknown-original': { event: string; of: string }
  /** A figure that a deal has, and that what takes it back does not tell. */
  'untold-figure': { event: string; figure: string }
}

/** The values of every problem of deals and credits. */
export type CreditValues = CreditingValues
/** The code of a problem of deals and credits. */
export type CreditCode = keyof CreditValues

/** A problem of credits in words: what is wrong, and what to do. No full stop at the end of either. */
export type CreditWords = TextsOf<CreditValues>

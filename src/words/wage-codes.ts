import type { TextsOf } from './codes.js'

/** What the text of each problem of the terms of a pay sheet says, by code. */
export interface WageValues {
  /** A part of a whole that is more than it. */
  'above-whole': { found: string }
  /** Something that others are divided by, or multiples of. */
  'not-above-zero': { found: string }
  /** What holds for values that are not listed, where none are. */
  'otherwise-alone': Record<string, never>
}

/** The code of a problem of the terms of a pay sheet. */
export type WageCode = keyof WageValues

/** A problem of the terms of a pay sheet in words: what is wrong, and what to do. No full stop at the end of either. */
export type WageWords = TextsOf<WageValues>

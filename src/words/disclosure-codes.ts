import type { TextsOf, Unknown } from './codes.js'

/** What the text of each problem of what is disclosed of a run says, by code. */
export interface DisclosureValues {
  /** Somebody from whom the attribute of managers leads up to themselves. */
  'circle-of-managers': { name: string; person: string }
  /** A value that is not the one that its hash was made of. */
  'forged-value': { what: string }
  /** A class, or a line, that an audience sees, and that is not there. */
  'left-out': { what: string; audience: string }
  'left-out-line': { audience: string }
  'names-no-lines': Record<string, never>
  'no-access': { of: string }
  /** A book that the run was not worked out by. */
  'not-its-book': { period: string; number: number }
  /** Totals that are not those of the lines. */
  'other-totals': Record<string, never>
  /** A class that an audience does not see. */
  'shows-more': { what: string; audience: string }
  'taken-audience': { name: string }
  /** A place of a tree that is told twice, or not at all. */
  'told-place': { node: string; times: 'twice' | 'never' }
  'unknown-audience': Unknown
  'weak-key': { least: number }
  'wrong-root': { period: string; number: number }
}

/** The code of a problem of what is disclosed. */
export type DisclosureCode = keyof DisclosureValues

/** A problem of what is disclosed in words: what is wrong, and what to do. No full stop at the end of either. */
export type DisclosureWords = TextsOf<DisclosureValues>

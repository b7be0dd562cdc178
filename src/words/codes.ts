/** What the text of each problem of a book of components says, by code. */
export interface LinkValues {
  /** An input of the formula without a source. */
  'no-source': { component: string; input: string; known: readonly string[] }
}

/** What the text of each problem of a run says, by code. */
export interface RunValues {
  /** A source has nothing for an input, and no value for where it is missing. */
  'nothing-there': { component: string; input: string; source: string; owner: string; day: string }
  /** An input that a component reads from two places. */
  'two-sources': { component: string; input: string }
}

/** The values of every problem of the pay core. */
export type PayValues = LinkValues & RunValues
/** The code of a problem of the pay core. */
export type PayCode = keyof PayValues
/** The code of a problem that `book` finds. */
export type LinkCode = keyof LinkValues

/** A problem in words: what is wrong, and what to do. No full stop at the end of either. */
export type Words = Readonly<{
  [Code in PayCode]: (values: PayValues[Code]) => readonly [message: string, hint: string]
}>

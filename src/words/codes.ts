/** What the text of each problem of a book of components says, by code. */
export interface LinkValues {
  /** An input of the formula without a source. */
  'no-source': { component: string; input: string; known: readonly string[] }
}

/** What the text of each problem of a run says, by code. */
export interface RunValues {
  /** A window of so many periods earlier that also says through where. */
  'ago-through': Record<string, never>
  /** A run that is not the one that its digest was made of. */
  'changed-run': { period: string; number: number }
  /** Employments, as last recorded, that share days. */
  'employments-overlap': { from: string; before: string }
  /** A member of a record that holds what one of the library's with a name like it would. */
  'misspelt-member': { name: string; near: string }
  /** A source has nothing for an input, and no value for where it is missing. */
  'nothing-there': { component: string; input: string; source: string; owner: string; day: string }
  /** An object that has none of some members, or several, where one says what it is. */
  'one-of': { members: readonly string[]; given: readonly string[] }
  /** Two of one key that became known on one day; on their own days where it is empty. */
  'told-twice': { key: string; recorded: string }
  /** An input that a component reads from two places. */
  'two-sources': { component: string; input: string }
  /** A figure of an assignment that its person does not have. */
  'unknown-assignment': { assignment: string; known: readonly string[] }
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

/** How several values become one, as a source says it. */
export type Taking =
  | 'sum'
  | 'count'
  | 'distinct'
  | 'most'
  | 'least'
  | 'first'
  | 'last'
  | { readonly quantile: string }

/** Days, both included; without `from` all up to the last. */
export interface Days {
  readonly from?: string
  readonly to: string
}

/** What explanations of pay say beside the formula, in each language. */
export interface Explained {
  /** A number with what tells it from others of its name: a post, a period. */
  readonly of: (label: string, ...details: readonly string[]) => string
  /** The name that a formula has for something, and what that is called. */
  readonly called: (name: string, label: string, ...details: readonly string[]) => string
  /** All that a tag stands for. */
  readonly tagged: (tag: string) => string
  /** How many have something. */
  readonly counting: (label: string) => string
  readonly days: (days: Days) => string
  readonly list: (texts: readonly string[]) => string

  readonly corrected: string
  /** Of a line that pays nothing more. */
  readonly unchanged: string
  /** The period of the run that pays what was earned before. */
  readonly later: (period: string) => string
  readonly settlement: (entitled: string, settled: string, amount: string) => string
  readonly why: (why: string) => string
  readonly changedVersion: string
  readonly beforeFirst: string
  readonly withheld: string
  /** What stands of it. */
  readonly settled: (amount: string) => string

  readonly noRow: (period: string) => string
  readonly stands: string
  readonly added: (rows: number) => string
  readonly line: (label: string, amount: string) => string
  readonly part: (amount: string) => string
  readonly more: (count: number) => string
  /** Of values of a sum that are 0. */
  readonly nothing: (count: number) => string
  readonly cutOff: string
  /** Of what was told in full before. */
  readonly above: string

  readonly attribute: (name: string, from: string) => string
  readonly rate: (name: string, rate: string, from: string) => string
  readonly missing: string
  readonly none: string
  readonly figure: (name: string, period: string) => string
  readonly given: (name: string, period: string) => string
  readonly notGiven: (name: string) => string
  readonly counted: Readonly<
    Record<'present' | 'absent' | 'part' | 'whole', (days: string) => string>
  >
  readonly outOf: (days: string, whole: string) => string
  readonly basis: (name: string) => string
  readonly kinds: (kinds: readonly string[]) => string
  readonly away: (kind: string, days: string, part: string | undefined) => string
  readonly service: Readonly<Record<'months' | 'years', (from: string, to: string) => string>>
  /** Of service that is full on the day that comes round again. */
  readonly onItsDay: string
  readonly inYear: Readonly<Record<'month' | 'quarter', (day: string) => string>>
  readonly member: (name: string, records: readonly string[]) => string
  readonly records: (table: string, count: number, as: Taking, value: string | undefined) => string
  readonly within: (days: string) => string
  readonly where: (conditions: readonly string[]) => string
  readonly condition: (name: string, wanted: readonly string[]) => string
  readonly bounded: (name: string, bounds: readonly string[]) => string
  readonly bounds: Readonly<
    Record<'atLeast' | 'above' | 'atMost' | 'below', (bound: string) => string>
  >
  /** From a day on, until another, or both. */
  readonly between: (days: {
    readonly from?: string | undefined
    readonly to?: string | undefined
  }) => string
  readonly same: (names: readonly string[]) => string
  readonly everybody: string
  readonly record: (id: string, day: string, value: string | undefined) => string

  readonly recorded: string
  /** Of rows of records, those that are like the reader's. */
  readonly alike: string
  readonly workedOut: string
  readonly brought: string
  readonly paid: (days: string) => string
  readonly taken: (as: Taking) => string
  readonly among: (as: Taking, component: string, members: number, group: string) => string
  readonly who: Readonly<Record<'others' | 'ahead' | 'level', (by: string) => string>>
  readonly only: (component: string) => string
  readonly moment: string
  readonly place: (place: string) => string
  readonly company: string
  readonly group: (value: string) => string
  readonly below: (name: string) => string
  readonly own: string
  readonly share: (total: string, weight: string, members: number, group: string) => string
}

/** Days of a part, and its record, where it is of one. */
export interface PartPlace {
  readonly from: string
  readonly to: string
  readonly record?: string
}

/** Which of two runs that are compared. */
type Which = 'before' | 'after'

/** What explanations of a change between two runs say, in each language. */
export interface Changed {
  readonly title: (name: string) => string
  readonly from: (before: string, after: string) => string
  readonly same: string
  /** What tells a line from others of its name: its period, its post. */
  readonly of: (label: string, ...details: readonly string[]) => string
  readonly only: (which: Which, withheld: boolean) => string
  readonly text: (version: string) => string
  readonly version: (place: PartPlace, before: string, after: string) => string
  readonly input: (
    place: PartPlace,
    input: string,
    before: string | undefined,
    after: string | undefined,
  ) => string
  readonly part: (place: PartPlace, which: Which, amount: string) => string
  readonly settled: (before: string, after: string) => string
  readonly elsewhere: string
}

import fc from 'fast-check'

/** How cases are drawn for a law. */
export interface Drawing {
  readonly runs: number
  readonly seed: number
  /** The milliseconds after which no further case is drawn; as many as are needed unless said. */
  readonly budget?: number | undefined
}

/** What was drawn, and the smallest of it that breaks a law. */
export interface Drawn<T> {
  /** How many cases were drawn. */
  readonly runs: number
  readonly smallest?: {
    readonly value: T
    readonly replay: { readonly seed: number; readonly path: string }
  }
}

/** Draws cases until one breaks a law, all are drawn, or the budget is spent: one case in any case. */
export function drawCases<T>(
  cases: fc.Arbitrary<T>,
  { runs, seed, budget }: Drawing,
  holds: (drawn: T) => boolean,
): Drawn<T> {
  const property = fc.property(cases, holds)
  const within = fc.check(property, {
    numRuns: runs,
    seed,
    ...(budget !== undefined && { interruptAfterTimeLimit: budget }),
  })
  // What nothing was drawn of has not been checked.
  const { numRuns, counterexample, counterexamplePath } =
    within.interrupted && within.numRuns === 0 ? fc.check(property, { numRuns: 1, seed }) : within
  if (counterexample === null) return { runs: numRuns }
  const replay = { seed, path: counterexamplePath as string }
  return { runs: numRuns, smallest: { value: counterexample[0], replay } }
}

import type { IsoDate } from '../../calendar/index.js'

/** Something dated, as a run was told of it. */
export interface Told {
  readonly from: IsoDate
  readonly value: string
}

/** What is kept of it: told again where it changed, with the day on which that was. */
export interface Recorded extends Told {
  readonly recorded?: IsoDate
  readonly void?: true
}

/**
 * A history as one run after the other was told of it: what is the same is there once; what is new or
 * another is added as recorded by that run, and what is no longer there is taken away.
 */
export function toldInTurn(
  runs: readonly { readonly asOf: IsoDate; readonly told: readonly Told[] }[],
): readonly Recorded[] {
  const kept: Recorded[] = []
  let before = new Map<IsoDate, string>()
  for (const [i, { asOf, told }] of runs.entries()) {
    const now = new Map(told.map(({ from, value }) => [from, value]))
    const recorded = i === 0 ? {} : { recorded: asOf }
    for (const [from, value] of now)
      if (before.get(from) !== value) kept.push({ from, value, ...recorded })
    for (const [from, value] of before)
      if (!now.has(from)) kept.push({ from, value, recorded: asOf, void: true })
    before = now
  }
  return kept
}

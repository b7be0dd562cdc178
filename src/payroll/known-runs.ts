import type { Period } from '../calendar/index.js'
import type { LinkedComponent, PayBook, PayData, Run } from '../pay/index.js'
import { type Presence, presenceOf } from '../pay/internal.js'
import { at, byCodePoints, refuse } from '../problem/index.js'
import { ledgerProblem } from '../words/index.js'
import { checkRun } from './checked.js'

/** What a run pays, and what it knew. */
export interface KnownRun {
  readonly run: Run
  readonly presence: Presence
  readonly components: ReadonlyMap<string, LinkedComponent>
}

/**
 * Runs in the order in which they were made.
 *
 * Throws a `PolicyError` for one that is given twice, and one that does not go with the book.
 */
export function knownRuns(book: PayBook, data: PayData, runs: readonly Run[]): readonly KnownRun[] {
  const seen = new Set<string>()
  const twice = runs.flatMap(({ period, number }, i) => {
    const key = JSON.stringify([period, number])
    if (seen.has(key)) return [ledgerProblem('repeated-run', at('runs', i), { period, number })]
    seen.add(key)
    return []
  })
  refuse(twice)
  return runs
    .map((run, i) => {
      const components = checkRun(book, run, at('runs', i))
      return { run, components, presence: presenceOf(book, data, run) }
    })
    .sort((a, b) => inOrder(a.presence.period, b.presence.period) || a.run.number - b.run.number)
}

/** Periods by their first days, shorter ones first. */
export function inOrder(a: Period, b: Period): number {
  return byCodePoints(`${a.from} ${a.to}`, `${b.from} ${b.to}`)
}

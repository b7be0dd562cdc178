import type { PayBook, Run } from '../../pay/index.js'
import { sharesOf } from './divided.js'
import type { Amount } from './runs.js'

/**
 * Leaves out what the last run that could write it withheld: what was settled of it before stands. Of a
 * division that waits for one of its members, nobody's part.
 */
export function settledOf(
  book: PayBook,
  all: readonly (readonly Run[])[],
): (amounts: readonly Amount[]) => readonly Amount[] {
  const shares = sharesOf(book)
  const withheld = new Set<string>()
  const keyOf = (component: string, earned: string, person = '', assignment = '') =>
    JSON.stringify(
      shares.has(component) ? [component, earned] : [component, earned, person, assignment],
    )
  for (const runs of all)
    for (const run of runs)
      for (const { component, earned, owner } of run.withheld)
        withheld.add(keyOf(component, earned.period, owner.person, owner.assignment))
  return (amounts) =>
    amounts.filter(
      ({ component, earned, person, assignment }) =>
        !withheld.has(keyOf(component, earned, person, assignment)),
    )
}

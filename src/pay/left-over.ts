import type { LinkedComponent } from './book.js'
import type { Outcome } from './division.js'
import type { LeftOver } from './run.js'
import type { Settling } from './settling.js'

/** The balances that are left when the spans of their owners have ended. */
export function leftOverIn({ runs }: Settling, outcomes: readonly Outcome[]): readonly LeftOver[] {
  return outcomes.flatMap(({ key, candidate }) => {
    const { component, holder, position, work } = key
    if (position !== runs.current || candidate === undefined || !isBalance(component)) return []
    const last = work.lives(component, holder).at(-1)
    const ended = last === undefined || last.to <= runs.timeline.at(runs.current).to
    if (!ended || candidate.entitled.isZero()) return []
    return [{ component: component.name, owner: holder.owner, value: candidate.entitled.toFixed() }]
  })
}

/** Whether a component carries itself on from period to period. */
function isBalance({ name, versions }: LinkedComponent): boolean {
  return versions.some(({ component: { reads } }) =>
    Object.values(reads).some(
      (source) =>
        source.from === 'component' &&
        source.over === 'before' &&
        'name' in source &&
        source.name === name,
    ),
  )
}

import { lazily } from '../problem/remembered.js'
import type { PayBook } from './book.js'
import type { DataIndex } from './data-index.js'
import type { Line, Run, Settled } from './run.js'
import { type Settling, settlingOf } from './settling.js'
import { startOf } from './start.js'
import type { Timeline } from './timeline.js'

/**
 * The work of a run that was made: what it left is what a further run of its period begins with, which
 * knows no more. What it worked out first, and what stands since, is worked out again.
 *
 * Throws a `PolicyError` for a run of periods or components that the book does not have.
 */
export function settlingAgain(book: PayBook, index: DataIndex, run: Run): Settling {
  // Asked for where first values stand alone.
  const lines = lazily(() => new Map(run.lines.map((line) => [keyOf(line), line])))
  const settled = run.state.settled.map((each) => {
    if (!isFirst(book, index, run, each, lines)) return each
    const { value: _, ...rest } = each
    return rest
  })
  const { period, asOf, state } = run
  const before = { ...run, state: { ...state, settled } }
  return settlingOf(book, index, startOf(book, index, { period, before, asOf }))
}

type Key = Pick<Settled, 'component' | 'earned'> & {
  readonly owner?: Settled['owner']
  readonly person?: string
  readonly assignment?: string
}

function keyOf({ component, earned, owner, person, assignment }: Key): string {
  const { by, value } = owner ?? {}
  const of = [owner?.person ?? person, owner?.assignment ?? assignment, by, value]
  return JSON.stringify([component, ...of, earned.rhythm, earned.period])
}

/** Whether the value of a key, which stands from then on, is the run's own, and no reading of its start. */
function isFirst(
  book: PayBook,
  index: DataIndex,
  run: Run,
  settled: Settled,
  lines: () => ReadonlyMap<string, Line>,
): boolean {
  const component = book.components.get(settled.component)
  if (component === undefined || settled.why !== undefined) return false
  const period = periodOf(index, settled)
  const first = periodOf(index, { earned: { rhythm: index.rhythm, period: run.state.first } })
  if (component.retro !== 0) return period.to < first.from
  const line = lines().get(keyOf(settled))
  if (line !== undefined) return line.parts.length > 0
  const { from, to } = periodOf(index, { earned: { rhythm: index.rhythm, period: run.period } })
  return run.number === 1 && from <= period.to && period.to <= to
}

function periodOf(index: DataIndex, { earned }: Pick<Settled, 'earned'>) {
  const timeline = index.timelines.get(earned.rhythm) as Timeline
  return timeline.at(timeline.named(earned.period) as number)
}

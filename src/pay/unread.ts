import { covers } from '../calendar/internal.js'
import { at, type Problem } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { PayBook } from './book.js'
import type { DataIndex } from './data-index.js'
import type { Runs } from './horizon.js'
import type { Subject } from './knowledge.js'
import { rawReads } from './raw-reads.js'
import type { UnreadFigure } from './run.js'
import type { Timeline } from './timeline.js'
import { order } from './told.js'

/**
 * The figures of the run's own period, and of longer ones that end in it, which no component reads; in
 * the order of their names. A feed brings more than a book asks for, or a name is misspelt.
 */
export function unreadIn(
  book: PayBook,
  index: DataIndex,
  { timeline, current, asOf }: Runs,
): readonly UnreadFigure[] {
  const read = figuresRead(book)
  const days = timeline.at(current)
  const found = new Map<string, UnreadFigure>()
  const people = index.everybody.map(({ person }) => person as Subject)
  for (const subject of [...people, ...index.groups.values()])
    for (const { name, rhythm = index.rhythm, period } of subject.knownBy(asOf).figures.values()) {
      if (read.has(name)) continue
      const timeline = index.timelines.get(rhythm) as Timeline
      const own = timeline.at(timeline.named(period) as number)
      if (!covers(days, own.to)) continue
      const key = JSON.stringify([name, rhythm, own.name])
      const earned = { rhythm, period: own.name }
      found.set(key, { figure: name, earned, given: (found.get(key)?.given ?? 0) + 1 })
    }
  return [...found].sort(([a], [b]) => order(a, b)).map(([, each]) => each)
}

/** What a book says of figures that nothing reads, where it refuses them. */
export function unreadProblems(book: PayBook, unread: readonly UnreadFigure[]): readonly Problem[] {
  const known = [...figuresRead(book)]
  return unread.map(({ figure, earned: { period }, given }) =>
    payProblem('unread-figure', at('figures', figure), { figure, period, given, known }),
  )
}

function figuresRead({ components }: PayBook): ReadonlySet<string> {
  const names = [...components.values()].flatMap(({ versions }) =>
    versions.flatMap(({ component }) =>
      rawReads(component, '').flatMap(({ kind, name }) => (kind === 'figure' ? [name] : [])),
    ),
  )
  return new Set(names)
}

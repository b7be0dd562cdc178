import type { Source } from './component.js'
import { namesRead } from './raw-reads.js'
import type { PayRow, Work } from './work.js'

/**
 * The names under which something is given where a source looks, and that no component reads: one of them
 * may be the misspelt name of what was asked for.
 */
export function namesUnread(work: Work, row: PayRow, source: Source): readonly string[] {
  const read = work.once('names read', () => {
    const components = [...work.book.components.values()]
    return new Set(
      components.flatMap(({ versions }) =>
        versions.flatMap(({ component }) => namesRead(component)),
      ),
    )
  })
  return namesGiven(work, row, source).filter((name) => !read.has(name))
}

function namesGiven(
  { horizon }: Work,
  { holder, to, records }: PayRow,
  source: Source,
): readonly string[] {
  const view = holder.person?.knownBy(horizon.cutoff(to))
  switch (source.from) {
    case 'attribute': {
      const posts = view?.assignments.filter(({ id }) => id === holder.assignment) ?? []
      return [view, ...posts].flatMap((told) => Object.keys(told?.attributes ?? {}))
    }
    case 'figure':
      return [...(view?.figures.values() ?? [])].map(({ name }) => name)
    case 'record':
      return (records?.rows ?? []).flatMap(({ row }) => Object.keys(row))
    case 'time':
    case 'records':
    case 'component':
      return []
  }
}

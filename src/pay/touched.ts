import type { LinkedComponent, PayBook } from './book.js'
import { namesReadBy } from './closure.js'
import type { Holder } from './data-index.js'
import { tablesOf } from './raw-reads.js'
import type { Timeline } from './timeline.js'
import type { Work } from './work.js'

/** From which closed period on news of an open day reaches each person, and anybody. */
interface Touched {
  readonly all: number | undefined
  readonly people: ReadonlyMap<string, number>
}

/** The earliest closed period of a component that news of an open day reaches. */
export function touchedFrom(work: Work, component: LinkedComponent): number | undefined {
  const from = tablesReadBy(work, component).flatMap((table) => touchedBy(work, table).all ?? [])
  return from.length === 0 ? undefined : Math.min(...from)
}

/** Whether news of an open day reaches a closed period of an owner. */
export function isTouched(
  work: Work,
  component: LinkedComponent,
  { owner: { person } }: Holder,
  position: number,
): boolean {
  return tablesReadBy(work, component).some((table) => {
    const { all, people } = touchedBy(work, table)
    const from = component.wide || person === undefined ? all : people.get(person)
    return from !== undefined && position >= from
  })
}

/** The tables of a component and of all that it reads: what is told in others cannot change it. */
function tablesReadBy(work: Work, { name }: LinkedComponent): readonly string[] {
  return work.once(`tables ${name}`, () => tablesBelow(work.book, name))
}

function tablesBelow(book: PayBook, name: string): readonly string[] {
  const tables = [...namesReadBy(book, [name])].flatMap((read) =>
    (book.components.get(read) as LinkedComponent).versions.flatMap(({ component }) =>
      tablesOf(component),
    ),
  )
  return [...new Set(tables)]
}

function touchedBy(work: Work, table: string): Touched {
  return work.once(`touched ${table}`, () => {
    const people = new Map<string, number>()
    let all: number | undefined
    const timeline = work.index.timelines.get(work.index.rhythm) as Timeline
    // What counts on its own day is news of a closed period in no open one.
    for (const { row, day, made, replacedOn = row.on } of work.table(table).moved()) {
      const isNews = [row.on, replacedOn].some((on) => work.horizon.isOpen(timeline.indexOf(on)))
      if (!isNews) continue
      const from = timeline.indexOf(day < made ? day : made)
      if (work.horizon.isOpen(from)) continue
      all = Math.min(all ?? from, from)
      if (row.person !== undefined)
        people.set(row.person, Math.min(people.get(row.person) ?? from, from))
    }
    return { all, people }
  })
}

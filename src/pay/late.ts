import type { IsoDate } from '../calendar/index.js'
import type { Subject } from './knowledge.js'
import type { Late } from './run.js'
import type { Settling } from './settling.js'
import { order } from './told.js'

/** What was told since the run before, after the period of its own day had closed. */
export function lateIn({ sheet, runs, works }: Settling, since: IsoDate): readonly Late[] {
  const { book, index } = sheet
  const work = works(book.definition.retro)
  const { timeline, asOf } = runs
  const isNew = (recorded: IsoDate) => since < recorded && recorded <= asOf
  const nameOf = (day: IsoDate) => timeline.at(timeline.indexOf(day)).name
  const late: Late[] = []
  for (const name of index.tables.keys())
    for (const { id, on, recorded = on } of work.table(name).late())
      if (isNew(recorded)) late.push({ key: `${name} ${id}`, period: nameOf(on) })
  const subjects = [
    ...[...index.people].map(([id, { person }]) => [id, person as Subject] as const),
    ...index.groups,
  ]
  for (const [owner, subject] of subjects)
    for (const { key, day, recorded } of subject.recordedLater())
      if (isNew(recorded) && recorded > work.horizon.cutoff(day))
        late.push({ key: `${owner} ${key}`, period: nameOf(day) })
  return late.sort((a, b) => order(a.key, b.key) || order(a.period, b.period))
}

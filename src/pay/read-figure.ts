import type { IsoDate } from '../calendar/index.js'
import { groupOn, textOn } from './attribute.js'
import type { FigureSource } from './component.js'
import { converted } from './convert.js'
import type { Figure } from './data.js'
import type { FigureKey } from './figure-keys.js'
import type { Subject } from './knowledge.js'
import type { Item, Reading } from './reading.js'
import type { Timeline } from './timeline.js'
import type { PayRow, Work } from './work.js'

/** A figure of the period of a row: of the nearest who has it, or whether anybody has. */
export function readFigure(work: Work, row: PayRow, source: FigureSource): Reading {
  const { name, period, is, convert } = source
  const { index, horizon } = work
  const rhythm = period ?? row.component.rhythm
  const timeline = index.timelines.get(rhythm) as Timeline
  const asked = index.figureKey(name, rhythm, timeline.indexOf(row.period.to))
  const { day } = asked
  const cutoff = horizon.cutoff(day)
  const found = ownFigure(row, asked, cutoff) ?? figureAbove(work, row, asked, cutoff)
  if (found === undefined) {
    // One that was taken away is read, so that it is not taken for one that vanished.
    const taken = wasTakenAway(work, row, asked, cutoff)
    const items: readonly Item[] = taken
      ? [{ kind: 'figure', name, period: asked.period, value: '' }]
      : []
    return is === 'given' ? { value: '0', items } : { items }
  }
  const { value } = found
  const items: readonly Item[] = [{ kind: 'figure', name, period: asked.period, value }]
  if (is === 'given') return { value: '1', items }
  if (convert === undefined) return { value, items }
  const named = (by: string) => textOn(work, row.holder, by, day)
  return converted(work, row, convert, { amount: value, day, named, items })
}

/** A post has figures of its own beside those of its person. */
function ownFigure({ holder }: PayRow, { key }: FigureKey, cutoff: IsoDate): Figure | undefined {
  const { person, assignment } = holder
  const figures = person?.knownBy(cutoff).figures
  const ofPost = assignment === undefined ? undefined : figures?.get(key + assignment)
  return ofPost ?? figures?.get(key)
}

function figureAbove(
  work: Work,
  row: PayRow,
  { key }: FigureKey,
  cutoff: IsoDate,
): Figure | undefined {
  for (const subject of placesAbove(work, row)) {
    const found = subject.knownBy(cutoff).figures.get(key)
    if (found !== undefined) return found
  }
  return undefined
}

/** Where a figure may be told that is no person's own, the nearest first: of the groups, the company. */
function placesAbove(work: Work, { holder, to }: PayRow): readonly Subject[] {
  const { index } = work
  // A group has figures of its own, and not those of the groups above it.
  const groupings = holder.by === undefined ? index.groupedBy : [holder.by]
  const groups = groupings.map((by) => {
    const value = groupOn(work, holder, by, to)
    return typeof value === 'string' ? index.told(by, value) : undefined
  })
  return [...groups, index.told()].filter((each) => each !== undefined)
}

function wasTakenAway(work: Work, row: PayRow, { key }: FigureKey, cutoff: IsoDate): boolean {
  const { person, assignment = '' } = row.holder
  return (
    person?.wasTakenAway(key + assignment, cutoff) === true ||
    [person, ...placesAbove(work, row)].some((each) => each?.wasTakenAway(key, cutoff) === true)
  )
}

import type { IsoDate } from '../calendar/index.js'
import { remembered } from '../problem/remembered.js'
import type { Figure } from './data.js'
import type { Timeline } from './timeline.js'

/** A figure of a name and a period. */
export interface FigureKey {
  /** By what it is found; of a post, its id stands after this. */
  readonly key: string
  /** The name of its period, and the last day: the day that it is told of. */
  readonly period: string
  readonly day: IsoDate
}

/** The keys of figures, each made once: many people have figures of one name and period. */
export interface FigureKeys {
  readonly at: (name: string, rhythm: string, period: number) => FigureKey
  /** That of a figure as it is told. */
  readonly of: (figure: Figure) => FigureKey
}

/** The keys of figures in the rhythms of a book; one that names no rhythm is of the first. */
export function figureKeysOf(timelines: ReadonlyMap<string, Timeline>, first: string): FigureKeys {
  const keys = remembered((rhythm: string) => {
    const timeline = timelines.get(rhythm) as Timeline
    return remembered((name: string) =>
      remembered((index: number): FigureKey => {
        const { name: period, to: day } = timeline.at(index)
        // In no name is there a space.
        return { key: `${name} ${rhythm} ${index} `, period, day }
      }),
    )
  })
  return {
    at: (name, rhythm, period) => keys(rhythm)(name)(period),
    of: ({ name, rhythm = first, period, assignment }) => {
      const timeline = timelines.get(rhythm) as Timeline
      const found = keys(rhythm)(name)(timeline.named(period) as number)
      return assignment === undefined ? found : { ...found, key: found.key + assignment }
    },
  }
}

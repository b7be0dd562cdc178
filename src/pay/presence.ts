import type { IsoDate, Period } from '../calendar/index.js'
import { overlap } from '../calendar/internal.js'
import { remembered } from '../problem/remembered.js'
import { textOn } from './attribute.js'
import type { PayBook } from './book.js'
import type { Data } from './data.js'
import { type Holder, indexOf } from './data-index.js'
import type { Run } from './run.js'
import type { Timeline } from './timeline.js'

/** What a run knew of who it pays. */
export interface Presence {
  /** The people who are given, in the order of their ids. */
  readonly people: readonly string[]
  readonly period: Period
  /** The last day of the run's period on which a person is employed; `undefined` where there is none. */
  readonly lastDay: (person: string) => IsoDate | undefined
  /**
   * The value of an attribute on a day, of the post where one is named, else of the person, their group
   * or the company; `undefined` of who is not given, and where two posts of the day differ.
   */
  readonly attribute: (
    name: string,
    of: {
      readonly person: string
      readonly assignment?: string | undefined
      readonly day: IsoDate
    },
  ) => string | undefined
}

/**
 * Who is employed in the period of a run, and what their attributes were, by all that was recorded by its
 * `asOf`. Throws a `PolicyError` for data that do not go with the book.
 */
export function presenceOf(
  book: PayBook,
  data: Data,
  { rhythm, period: name, asOf }: Pick<Run, 'rhythm' | 'period' | 'asOf'>,
): Presence {
  const index = indexOf(book, data)
  const timeline = index.timelines.get(rhythm) as Timeline
  const period = timeline.at(timeline.named(name) as number)
  const horizon = { cutoff: () => asOf, isOpen: () => true, pieces: [], firstOpen: 0 }
  const lastDay = ({ person }: Holder) =>
    person
      ?.knownBy(asOf)
      .employment.flatMap((each) => overlap(period, each)?.to ?? [])
      .sort()
      .at(-1)
  return {
    people: [...index.people.keys()],
    period,
    lastDay: remembered((id: string) => {
      const holder = index.people.get(id)
      return holder === undefined ? undefined : lastDay(holder)
    }),
    attribute: (attribute, { person, assignment, day }) => {
      const holder = index.holder({ person, ...(assignment !== undefined && { assignment }) })
      return holder === undefined ? undefined : textOn({ index, horizon }, holder, attribute, day)
    },
  }
}

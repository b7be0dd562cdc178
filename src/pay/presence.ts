import { addDays, type IsoDate, type Period } from '../calendar/index.js'
import { overlap } from '../calendar/internal.js'
import { remembered } from '../problem/remembered.js'
import { textOn } from './attribute.js'
import type { PayBook } from './book.js'
import type { Data, Employment } from './data.js'
import { type Holder, indexOf } from './data-index.js'
import type { Earned, Run } from './run.js'
import type { Timeline } from './timeline.js'

/** The part of a period that a person is employed in. */
export interface Stay {
  /** The last day employed. */
  readonly last: IsoDate
  /** An employment begins in the period, and none ended the day before. */
  readonly joined: boolean
  /** An employment ends in the period, and none begins the day after. */
  readonly left: boolean
}

/** What a run knew of who it pays. */
export interface Presence {
  /** The people who are given, in the order of their ids. */
  readonly people: readonly string[]
  readonly period: Period
  readonly periodOf: (earned: Earned) => Period
  /** When a person is employed in a period; `undefined` where on no day of it. */
  readonly during: (person: string, period: Period) => Stay | undefined
  /** The last day of the run's period on which a person is employed; `undefined` where there is none. */
  readonly lastDay: (person: string) => IsoDate | undefined
  /** The last day on which a person was employed by the end of the run's period. */
  readonly lastEmployed: (person: string) => IsoDate | undefined
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
  const periodOf = ({ rhythm: of, period: named }: Earned) => {
    const timeline = index.timelines.get(of) as Timeline
    return timeline.at(timeline.named(named) as number)
  }
  const period = periodOf({ rhythm, period: name })
  const horizon = { cutoff: () => asOf }
  const employed = remembered(
    (id: string) => index.people.get(id)?.person?.knownBy(asOf).employment ?? [],
  )
  return {
    people: [...index.people.keys()],
    period,
    periodOf,
    during: (person, within) => stayIn(employed(person), within),
    lastDay: remembered((id: string) => lastIn(employed(id), period)),
    lastEmployed: remembered((id: string) => {
      const [first] = employed(id)
        .map(({ from }) => from)
        .sort()
      return first === undefined ? undefined : lastIn(employed(id), { from: first, to: period.to })
    }),
    attribute: (attribute, { person, assignment, day }) => {
      const holder: Holder | undefined = index.holder({
        person,
        ...(assignment !== undefined && { assignment }),
      })
      return holder === undefined ? undefined : textOn({ index, horizon }, holder, attribute, day)
    },
  }
}

function lastIn(
  employment: readonly Employment[],
  within: Pick<Period, 'from' | 'to'>,
): IsoDate | undefined {
  return employment
    .flatMap((each) => overlap(within, each)?.to ?? [])
    .sort()
    .at(-1)
}

function stayIn(employment: readonly Employment[], period: Period): Stay | undefined {
  const last = lastIn(employment, period)
  if (last === undefined) return undefined
  const isIn = (day: IsoDate) => period.from <= day && day <= period.to
  const ends = new Set(employment.map(({ to }) => to))
  const begins = new Set(employment.map(({ from }) => from))
  return {
    last,
    joined: employment.some(({ from }) => isIn(from) && !ends.has(addDays(from, -1))),
    left: employment.some(({ to }) => to !== undefined && isIn(to) && !begins.has(addDays(to, 1))),
  }
}

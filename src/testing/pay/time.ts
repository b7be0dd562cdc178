import {
  addDays,
  type IsoDate,
  nextPeriod,
  type Period,
  previousPeriod,
} from '../../calendar/index.js'
import type { PayBook, Rhythm } from '../../pay/index.js'
import { periodNamed, periodOn, rhythmsOf, runRhythm } from '../../pay/internal.js'

/** First and last day. */
export type Span = Pick<Period, 'from' | 'to'>

/** Which periods are to be run. */
export interface AskedPeriods {
  /** The first; unless said, one by which every component has begun. */
  readonly period?: Period | undefined
  /** How many there are; 3 unless said. */
  readonly periods?: number | undefined
}

/** The periods that are run, and all days that they hold. */
export interface Timed {
  readonly runs: readonly Period[]
  readonly span: Span
  /** A day before all runs. */
  readonly before: IsoDate
  /** The periods of a rhythm that have a day in the span. */
  readonly periodsOf: (rhythm: string) => readonly Period[]
}

/** When a book is run: by which every component has begun, and where one of them changes, from before that. */
export function periodsOfBook(
  { definition, components }: PayBook,
  { period, periods: count = 3 }: AskedPeriods,
): Timed {
  const rhythms = rhythmsOf(definition)
  const rhythm = rhythms[runRhythm(definition)] as Rhythm
  const { calendar } = rhythm
  const all = [...components.values()]
  const last = all
    .flatMap(({ versions }) => versions.flatMap(({ from }) => from ?? []))
    .reduce((a, b) => (a > b ? a : b), '2026-01-01')
  const begun = periodOn(last, rhythm)
  const first =
    period ??
    (all.some(({ versions }) => versions.length > 1) ? previousPeriod(begun, calendar) : begun)
  const runs = [first]
  while (runs.length < count) runs.push(nextPeriod(runs.at(-1) as Period, calendar))
  const span = { from: first.from, to: (runs.at(-1) as Period).to }
  return {
    runs,
    span,
    before: addDays(span.from, -400),
    periodsOf: (name) => {
      const own = rhythms[name] as Rhythm
      const found = [periodOn(span.from, own)]
      while ((found.at(-1) as Period).to < span.to)
        found.push(nextPeriod(found.at(-1) as Period, own.calendar))
      return found
    },
  }
}

/** The periods of a book's runs, by their names. */
export function periodsNamed({ definition }: PayBook, names: readonly string[]): readonly Period[] {
  const rhythm = rhythmsOf(definition)[runRhythm(definition)] as Rhythm
  return names.map((name) => periodNamed(name, rhythm) as Period)
}

import { addDays, type IsoDate } from '../calendar/index.js'
import type { Timeline } from './timeline.js'

/**
 * Until when news of a day counts (R16): the state of a day is frozen when its period closes. What
 * concerns a day is known as it was recorded by the run's `asOf` or, where the day's period is closed,
 * by the `asOf` of the last run in which it was open.
 */
export interface Horizon {
  readonly cutoff: (date: IsoDate) => IsoDate
  /** Whether a period of the runs' rhythm can still change by what is told of its days. */
  readonly isOpen: (period: number) => boolean
  /** Runs of days with one cutoff, from the beginning to the end of all. */
  readonly pieces: readonly Piece[]
  /** The first period that was run. */
  readonly first: number
  /** Where a key that could not be worked out stays open, its period. */
  readonly reopened?: number
}

/** Days whose state was frozen on one day. */
export interface Piece {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly cutoff: IsoDate
}

/** When the runs were: the first period, the last `asOf` of the runs of each period, the present run. */
export interface Runs {
  readonly timeline: Timeline
  readonly first: number
  readonly current: number
  readonly asOf: IsoDate
  readonly asOfs: ReadonlyMap<number, IsoDate>
}

/** The first and the last of all days. */
export const allDays = { from: '0000-01-01', to: '9999-12-31' } as const

/** The horizon of a component that keeps so many periods open after their own. */
export function horizonOf(
  { timeline, first, current, asOf, asOfs }: Runs,
  retro: number,
  reopened?: { readonly period: number; readonly asOf: IsoDate },
): Horizon {
  const before = addDays(timeline.at(first).from, -1)
  const isOpen = (period: number) =>
    period === reopened?.period || (period >= first && period >= current - retro)
  const known = (period: number): IsoDate => {
    if (period === reopened?.period) return reopened.asOf
    if (period < first) return before
    // Every period since the first was run, so the run that closed this one is known.
    return isOpen(period) ? asOf : (asOfs.get(period + retro) as IsoDate)
  }
  return {
    cutoff: (date) => known(timeline.indexOf(date)),
    isOpen,
    first,
    ...(reopened && { reopened: reopened.period }),
    pieces: piecesOf({ timeline, first, current }, before, known),
  }
}

function piecesOf(
  { timeline, first, current }: Pick<Runs, 'timeline' | 'first' | 'current'>,
  before: IsoDate,
  known: (period: number) => IsoDate,
): readonly Piece[] {
  const pieces: { from: IsoDate; to: IsoDate; cutoff: IsoDate }[] = []
  const put = (from: IsoDate, to: IsoDate, cutoff: IsoDate) => {
    const last = pieces.at(-1)
    if (last?.cutoff === cutoff) last.to = to
    else pieces.push({ from, to, cutoff })
  }
  put(allDays.from, before, before)
  for (let period = first; period <= current; period++) {
    const { from, to } = timeline.at(period)
    put(from, to, known(period))
  }
  put(addDays(timeline.at(current).to, 1), allDays.to, known(current))
  return pieces
}

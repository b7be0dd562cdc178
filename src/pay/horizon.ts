import { addDays, type IsoDate } from '../calendar/index.js'
import { remembered } from '../problem/remembered.js'
import type { Timeline } from './timeline.js'

/**
 * Until when news of a day counts (R16): the state of a day is frozen when its period closes. What
 * concerns a day is known as it was recorded by the run's `asOf` or, where the day's period is closed,
 * by the `asOf` of the last run in which it was open.
 */
export interface Horizon {
  readonly cutoff: (date: IsoDate) => IsoDate
  /** Until when news of what happened on a day counts: as of all else, but where that day is left out. */
  readonly happened: (date: IsoDate) => IsoDate
  /** Whether a period of the runs' rhythm can still change by what is told of its days. */
  readonly isOpen: (period: number) => boolean
  /** Runs of days with one cutoff, from the beginning to the end of all. */
  readonly pieces: readonly Piece[]
  /** The first period of the runs that is open as such. */
  readonly firstOpen: number
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
  /** The `asOf` of the very first run: what was known by then of earlier days is what they were. */
  readonly opened: IsoDate
  readonly current: number
  readonly asOf: IsoDate
  readonly asOfs: ReadonlyMap<number, IsoDate>
}

/** The first and the last of all days. */
export const allDays = { from: '0000-01-01', to: '9999-12-31' } as const

/** The horizon of a component that keeps so many periods open after their own. */
export function horizonOf(runs: Runs, retro: number, reopened?: Reopened): Horizon {
  const { first, opened, current, asOf, asOfs } = runs
  const firstOpen = Math.max(first, current - retro)
  const isOpen = (period: number) => period === reopened?.period || period >= firstOpen
  const known = (period: number): IsoDate => {
    if (period === reopened?.period) return reopened.asOf
    if (period < first) return opened
    return isOpen(period) ? asOf : closingOf(asOfs, period, retro)
  }
  const by = horizonBy(runs, known)
  return { ...by, happened: by.cutoff, isOpen, firstOpen }
}

/** The `asOf` of the last run in which a period was open; `startOf` leaves no period without one. */
function closingOf(asOfs: Runs['asOfs'], period: number, retro: number): IsoDate {
  let last = period + retro
  while (last > period && !asOfs.has(last)) last -= 1
  return asOfs.get(last) as IsoDate
}

/**
 * The horizon of the day before the first run: what days were known to be when it was made, and nothing
 * that happened on later ones. It tells what was settled elsewhere where no opening does.
 */
export function baselineOf(runs: Runs): Horizon {
  const { timeline, first, opened } = runs
  const begin = timeline.at(first).from
  return {
    // Who is employed, and where, on later days decides where what is of earlier ones counts.
    ...horizonBy(runs, () => opened),
    happened: (date) => (date < begin ? opened : allDays.from),
    // No number of a period is none: all of them are closed.
    isOpen: Number.isNaN,
    firstOpen: first,
  }
}

function horizonBy(
  runs: Pick<Runs, 'timeline' | 'first' | 'current'>,
  known: (period: number) => IsoDate,
): Pick<Horizon, 'cutoff' | 'pieces'> {
  return {
    cutoff: remembered((date: IsoDate) => known(runs.timeline.indexOf(date))),
    pieces: piecesOf(runs, known),
  }
}

/** A period of which a key stayed open, and by when it is worked out. */
export interface Reopened {
  readonly period: number
  readonly asOf: IsoDate
}

function piecesOf(
  { timeline, first, current }: Pick<Runs, 'timeline' | 'first' | 'current'>,
  known: (period: number) => IsoDate,
): readonly Piece[] {
  const pieces: { from: IsoDate; to: IsoDate; cutoff: IsoDate }[] = []
  const put = (from: IsoDate, to: IsoDate, cutoff: IsoDate) => {
    const last = pieces.at(-1)
    if (last?.cutoff === cutoff) last.to = to
    else pieces.push({ from, to, cutoff })
  }
  put(allDays.from, addDays(timeline.at(first).from, -1), known(first - 1))
  for (let period = first; period <= current; period++) {
    const { from, to } = timeline.at(period)
    put(from, to, known(period))
  }
  put(addDays(timeline.at(current).to, 1), allDays.to, known(current + 1))
  return pieces
}

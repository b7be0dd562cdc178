import { compareFractions, type Fraction, minus } from '../../quantity/internal.js'
import { turnIn } from './facts.js'
import { isEqual, signOf } from './fraction.js'
import { firstPassing, firstPoint, lastPoint } from './interval.js'
import type { ValueAt } from './part.js'
import type { Stretch } from './stretches.js'

/** A stretch of the input on which more of it gives less than was had before. */
export interface Drop {
  /** The last value of the input with the highest result so far. */
  readonly from: Fraction
  readonly highest: Fraction
  /** The least result, and where it is had first; none where it falls without end. */
  readonly lowest: Point | undefined
  /** The first value of the input that gives as much again; none where none does. */
  readonly to: Fraction | undefined
}

interface Point {
  readonly at: Fraction
  readonly value: Fraction
}

interface Sweep {
  readonly peak: Point | undefined
  readonly open: Omit<Drop, 'to'> | undefined
  readonly drops: readonly Drop[]
}

const start: Sweep = { peak: undefined, open: undefined, drops: [] }

/**
 * Where the result is below what less of the input gave, from the lowest input to the highest. A
 * stretch of which only bounds are known ends a drop without an end.
 */
export function dropsOf(
  stretches: readonly Stretch[],
  step: Fraction,
  valueAt: ValueAt,
): readonly Drop[] {
  const end = stretches.reduce((sweep, stretch) => swept(sweep, stretch, step, valueAt), start)
  return closed(end, undefined).drops
}

function swept(sweep: Sweep, stretch: Stretch, step: Fraction, valueAt: ValueAt): Sweep {
  const { interval, part } = stretch
  const turn = turnIn(stretch, step)
  if (turn === 'mixed' && part.causes.length > 0)
    return { ...closed(sweep, undefined), peak: undefined }
  const [first, last] = [firstPoint(interval, step), lastPoint(interval, step)]
  const begun = met(sweep, { at: first, value: valueAt(first) }, () => first)
  const falls = turn === 'down' || (turn === 'mixed' && signOf(part.slope) < 0)
  const peak = begun.peak as Point
  if (!falls)
    return met(begun, { at: last, value: valueAt(last) }, () =>
      firstPassing(first, last, step, (x) => compareFractions(valueAt(x), peak.value) >= 0),
    )
  /** The last point that still gives the peak: a rounded fall begins with a level step. */
  const below = firstPassing(first, last, step, (x) => compareFractions(valueAt(x), peak.value) < 0)
  if (below === undefined) return begun
  const brink = isEqual(peak.value, valueAt(first))
    ? { at: minus(below, step), value: peak.value }
    : peak
  const lowest = interval.to && { at: last, value: valueAt(last) }
  const from = begun.open?.from ?? brink.at
  const deepest = begun.open?.lowest && lowest ? lower(begun.open.lowest, lowest) : lowest
  return { ...begun, peak: brink, open: { from, highest: peak.value, lowest: deepest } }
}

/** One more point, at the end of a way that goes straight up or down. */
function met(sweep: Sweep, found: Point, recovery: () => Fraction | undefined): Sweep {
  const { peak, open } = sweep
  if (peak === undefined || compareFractions(found.value, peak.value) >= 0)
    return { ...closed(sweep, open && recovery()), peak: found }
  const lowest = open === undefined ? found : open.lowest && lower(open.lowest, found)
  return { ...sweep, open: { from: open?.from ?? peak.at, highest: peak.value, lowest } }
}

function closed({ peak, open, drops }: Sweep, to: Fraction | undefined): Sweep {
  return { peak, open: undefined, drops: open === undefined ? drops : [...drops, { ...open, to }] }
}

function lower(a: Point, b: Point): Point {
  return compareFractions(b.value, a.value) < 0 ? b : a
}

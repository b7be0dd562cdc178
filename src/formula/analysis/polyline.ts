import {
  compareFractions,
  type Fraction,
  minus,
  over,
  plus,
  times,
} from '../../quantity/internal.js'
import type { Interpolate, Tier } from '../nodes.js'
import { lastPassing } from './bisect.js'
import { type Bounds, hull, isExact, productOf, sumOf } from './bounds.js'
import { greatest, least, readFraction, signOf, zero } from './fraction.js'
import { after, before, insideOf, split } from './interval.js'
import {
  boundedPart,
  constantOf,
  flipped,
  lineAt,
  type Part,
  reachOf,
  type Turn,
  turnTo,
  type ValueAt,
} from './part.js'

/** A straight stretch of a line that bends but never jumps: `slope × x + base`. */
export interface Segment {
  /** Where it begins; the first has no beginning. */
  readonly from: Fraction | undefined
  readonly slope: Fraction
  readonly base: Fraction
}

/** A part of a bent line, and the segments that its values can lie on. */
export interface Bent {
  readonly part: Part
  /** The segment of the line, deviations left out; none where it only touches one. */
  readonly segment: number | undefined
  readonly reached: readonly number[]
}

/** What tiers pay for an amount. Below a first tier that begins somewhere there is a flat segment. */
export function tierSegments(tiers: readonly Tier[]): readonly Segment[] {
  const segments: Segment[] =
    tiers[0]?.from === undefined ? [] : [{ from: undefined, slope: zero, base: zero }]
  for (const { from, rate } of tiers) {
    const slope = readFraction(rate)
    const previous = segments.at(-1)
    if (previous === undefined || from === undefined)
      segments.push({ from: undefined, slope, base: zero })
    else segments.push(through(readFraction(from), heightOn(previous, readFraction(from)), slope))
  }
  return segments
}

/** The straight lines between points, flat before the first and after the last. */
export function pointSegments(points: Interpolate['points']): readonly Segment[] {
  const known = points.map(({ at, value }) => ({
    at: readFraction(at),
    value: readFraction(value),
  }))
  const first = { from: undefined, slope: zero, base: (known[0] as { value: Fraction }).value }
  return [
    first,
    ...known.map(({ at, value }, i) => {
      const next = known[i + 1]
      const slope = next === undefined ? zero : over(minus(next.value, value), minus(next.at, at))
      return through(at, value, slope)
    }),
  ]
}

function through(from: Fraction, value: Fraction, slope: Fraction): Segment {
  return { from, slope, base: minus(value, times(slope, from)) }
}

function heightOn({ slope, base }: Pick<Segment, 'slope' | 'base'>, x: Fraction): Fraction {
  return plus(times(slope, x), base)
}

/** The segment that a number lies on; where it is the beginning of one, on the one before it. */
function segmentAt(segments: readonly Segment[], x: Fraction): number {
  return lastPassing(segments.length, (i) => {
    const { from } = segments[i] as Segment
    return from === undefined || compareFractions(x, from) > 0
  })
}

/** The height of the bent line at `x`. */
function heightAt(segments: readonly Segment[], x: Fraction): Fraction {
  return heightOn(segments[segmentAt(segments, x)] as Segment, x)
}

/** A bent line over a part: straight pieces where the part is straight, bounds where it is not. */
export function bend(
  x: Part,
  segments: readonly Segment[],
  step: Fraction,
  valueAt: ValueAt,
  keep: (parts: number) => void,
): readonly Bent[] {
  const constant = constantOf(x)
  if (constant !== undefined) {
    const segment = segmentAt(segments, constant)
    const ideal = heightAt(segments, x.base)
    const moved = minus(heightAt(segments, constant), ideal)
    return [{ part: { ...x, base: ideal, low: moved, high: moved }, segment, reached: [segment] }]
  }
  if (x.causes.length > 0) return [bentBounds(x, segments, reachOf(x, step, valueAt))]
  const bends = segments.flatMap(({ from }) => (from === undefined ? [] : [from]))
  const cuts =
    signOf(x.slope) === 0
      ? []
      : bends.map((at) => {
          const root = over(minus(at, x.base), x.slope)
          return signOf(x.slope) > 0 ? before(root) : after(root)
        })
  const intervals = split(x.interval, cuts)
  keep(intervals.length)
  return intervals.map((interval) => {
    const piece = { ...x, interval }
    return bentLine(piece, segments, reachOf(piece, step, valueAt))
  })
}

function bentLine(x: Part, segments: readonly Segment[], reach: Bounds): Bent {
  const segment = segmentAt(segments, lineAt(x, insideOf(x.interval)))
  const { slope, base } = segments[segment] as Segment
  const reached = reachedOf(segments, reach)
  const slopes = slopesOf(segments, [segment, ...reached])
  const [low, high] = [least(...slopes), greatest(...slopes)]
  const moved = productOf({ low, high }, x)
  const line = { slope: times(slope, x.slope), base: plus(times(slope, x.base), base) }
  const turn = isExact(moved) ? turnTo(line.slope) : turnBy(slopes, x.turn)
  const on = reached.includes(segment) ? segment : undefined
  return { part: { ...x, ...line, ...moved, turn }, segment: on, reached }
}

function bentBounds(x: Part, segments: readonly Segment[], reach: Bounds): Bent {
  const reached = reachedOf(segments, reach)
  const bounds = reached.map((i): Bounds => {
    const { from, slope, base } = segments[i] as Segment
    const next = segments[i + 1]?.from
    const low = from && reach.low ? greatest(from, reach.low) : (from ?? reach.low)
    const high = next && reach.high ? least(next, reach.high) : (next ?? reach.high)
    return sumOf(productOf({ low: slope, high: slope }, { low, high }), { low: base, high: base })
  })
  const turn = turnBy(slopesOf(segments, reached), x.turn)
  const part = boundedPart(x.interval, bounds.reduce(hull), turn, x.causes)
  return { part, segment: reached.length === 1 ? reached[0] : undefined, reached }
}

function slopesOf(segments: readonly Segment[], chosen: readonly number[]) {
  return chosen.map((i) => (segments[i] as Segment).slope) as [Fraction, ...Fraction[]]
}

/**
 * The segments that values within bounds reach into: being where one begins is not enough, and a lone
 * value there ends the one before.
 */
function reachedOf(segments: readonly Segment[], { low, high }: Bounds): readonly number[] {
  const begins = ({ from }: Segment) => !from || !high || compareFractions(from, high) < 0
  const endsBelow = (next: Segment | undefined) =>
    next?.from !== undefined && low !== undefined && compareFractions(next.from, low) <= 0
  const last = lastPassing(segments.length, (i) => begins(segments[i] as Segment))
  const first = lastPassing(segments.length, (i) => endsBelow(segments[i + 1])) + 1
  return first > last ? [last] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function turnBy(slopes: readonly Fraction[], turn: Turn): Turn {
  if (slopes.every((slope) => signOf(slope) >= 0)) return turn
  return slopes.every((slope) => signOf(slope) <= 0) ? flipped(turn) : 'mixed'
}

import { type Fraction, over, plus, times } from '../../quantity/internal.js'
import { type Bounds, hull, isExact, productOf, sumOf } from './bounds.js'
import { greatest, negated, one, signOf, zero } from './fraction.js'
import { firstPoint, type Held, holdsPoint, type Interval, lastPoint } from './interval.js'

/** Which way a value goes as the input grows; `mixed` where it is not known to go one way. */
export type Turn = 'flat' | 'up' | 'down' | 'mixed'

/** Why a part is no straight line, and the node that makes it so. */
export interface Cause {
  readonly code: 'product' | 'quotient' | 'division-by-zero' | 'undecided'
  readonly path: string
}

/**
 * What a node is worth on one interval: `slope × x + base`, and away from that line by `low` to
 * `high`. Roundings are such a deviation. A part with causes is no line: its bounds alone are meant.
 */
export interface Part extends Held, Bounds {
  readonly slope: Fraction
  readonly base: Fraction
  readonly turn: Turn
  readonly causes: readonly Cause[]
}

export function linePart(interval: Interval, slope: Fraction, base: Fraction): Part {
  return { interval, slope, base, low: zero, high: zero, turn: turnTo(slope), causes: [] }
}

export function constantPart(interval: Interval, value: Fraction): Part {
  return linePart(interval, zero, value)
}

/** A part of which only bounds are known. */
export function boundedPart(
  interval: Interval,
  { low, high }: Bounds,
  turn: Turn,
  causes: readonly Cause[],
): Part {
  return { interval, slope: zero, base: zero, low, high, turn, causes }
}

/** The way a line of that slope goes. */
export function turnTo(slope: Fraction): Turn {
  return (['down', 'flat', 'up'] as const)[signOf(slope) + 1] as Turn
}

/** The way two things together go. */
export function joined(a: Turn, b: Turn): Turn {
  if (a === 'flat' || a === b) return b
  return b === 'flat' ? a : 'mixed'
}

export function flipped(turn: Turn): Turn {
  if (turn === 'up') return 'down'
  return turn === 'down' ? 'up' : turn
}

/** The value of a part that has one and the same everywhere. */
export function constantOf(part: Part): Fraction | undefined {
  const { slope, base, low, causes } = part
  return causes.length === 0 && isExact(part) && signOf(slope) === 0
    ? plus(base, low as Fraction)
    : undefined
}

/** Whether a node below divides by zero, so that there is no value at all. */
export function hasNoValue(causes: readonly Cause[]): boolean {
  return causes.some(({ code }) => code === 'division-by-zero')
}

/** The height of the line at `x`, deviations left out. */
export function lineAt({ slope, base }: Part, x: Fraction): Fraction {
  return plus(times(slope, x), base)
}

export function sum(interval: Interval, a: Part, b: Part): Part {
  const bounds = sumOf(a, b)
  const slope = plus(a.slope, b.slope)
  return {
    interval,
    slope,
    base: plus(a.base, b.base),
    ...bounds,
    turn: isExact(bounds) ? turnTo(slope) : joined(a.turn, b.turn),
    causes: together(a, b),
  }
}

export function scaled(part: Part, by: Fraction): Part {
  const sign = signOf(by)
  return {
    ...part,
    slope: times(part.slope, by),
    base: times(part.base, by),
    ...productOf(part, { low: by, high: by }),
    turn: sign === 0 ? 'flat' : sign < 0 ? flipped(part.turn) : part.turn,
  }
}

export function opposite(part: Part): Part {
  return scaled(part, negated(one))
}

export function difference(interval: Interval, a: Part, b: Part): Part {
  return sum(interval, a, opposite(b))
}

/** A line where one of the two is constant; bounds otherwise. */
export function product(
  interval: Interval,
  [a, b]: readonly [Part, Part],
  cause: Cause,
  step: Fraction,
): Part {
  const [left, right] = [constantOf(a), constantOf(b)]
  if (right !== undefined) return { ...scaled(a, right), interval }
  if (left !== undefined) return { ...scaled(b, left), interval }
  const [x, y] = [boundsOf({ ...a, interval }, step), boundsOf({ ...b, interval }, step)]
  const positive = [x.low, y.low].every((low) => low !== undefined && signOf(low) >= 0)
  const turn = positive ? joined(a.turn, b.turn) : 'mixed'
  return boundedPart(interval, productOf(x, y), turn, unique([...together(a, b), cause]))
}

/** One divided by a part of a known sign, which is at least `grain` away from zero. */
export function reciprocal(
  part: Part,
  sign: -1 | 1,
  grain: Fraction,
  cause: Cause,
  step: Fraction,
): Part {
  const constant = constantOf(part)
  if (constant !== undefined) return constantPart(part.interval, over(one, constant))
  if (sign < 0) return opposite(reciprocal(opposite(part), 1, grain, cause, step))
  const { low = grain, high } = boundsOf(part, step)
  const bounds = { low: high ? over(one, high) : zero, high: over(one, greatest(low, grain)) }
  return boundedPart(part.interval, bounds, flipped(part.turn), unique([...part.causes, cause]))
}

/** A part that is one of two, it is not known which. */
export function either(
  interval: Interval,
  [a, b]: readonly [Part, Part],
  causes: readonly Cause[],
  step: Fraction,
): Part {
  const [x, y] = [boundsOf({ ...a, interval }, step), boundsOf({ ...b, interval }, step)]
  return boundedPart(interval, hull(x, y), 'mixed', unique([...together(a, b), ...causes]))
}

/** What a node is worth at one point. */
export type ValueAt = (x: Fraction) => Fraction

/** The bounds of a part's values, exact where it goes one way. */
export function reachOf(part: Part, step: Fraction, valueAt: ValueAt): Bounds {
  const bounds = boundsOf(part, step)
  const { interval, turn, causes } = part
  const known = turn !== 'mixed' && !hasNoValue(causes)
  if (isExact(part) || !known || !holdsPoint(interval, step)) return bounds
  const first = interval.from && valueAt(firstPoint(interval, step))
  const last = interval.to && valueAt(lastPoint(interval, step))
  const [low, high] = turn === 'down' ? [last, first] : [first, last]
  return { low: low ?? bounds.low, high: high ?? bounds.high }
}

/** The bounds of a part's values over the points of its interval. */
export function boundsOf(part: Part, step: Fraction): Bounds {
  const { interval, slope, base } = part
  const ends = endsOf(interval, step)
  const line = productOf({ low: slope, high: slope }, ends)
  return sumOf(sumOf(line, { low: base, high: base }), part)
}

/** The lowest and highest point; where an interval holds no point, its own ends. */
function endsOf(interval: Interval, step: Fraction): Bounds {
  const { from, to } = interval
  const some = holdsPoint(interval, step)
  return {
    low: from && (some ? firstPoint(interval, step) : from.at),
    high: to && (some ? lastPoint(interval, step) : to.at),
  }
}

function together(a: Part, b: Part): readonly Cause[] {
  return unique([...a.causes, ...b.causes])
}

/** Each cause once. */
export function unique(causes: readonly Cause[]): readonly Cause[] {
  return [...new Map(causes.map((cause) => [`${cause.code} ${cause.path}`, cause])).values()]
}

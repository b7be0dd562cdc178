import {
  compareFractions,
  type Fraction,
  inputDigits,
  minus,
  over,
  plus,
  times,
} from '../../quantity/internal.js'
import type { BandRange } from '../trace.js'
import { floorOf, isEqual, one, readFraction, textOf, zero } from './fraction.js'

/** A place between numbers: just before `at`, or just `after` it. */
export interface Cut {
  readonly at: Fraction
  readonly after: boolean
}

/** The numbers between two cuts; without a cut, to infinity. */
export interface Interval {
  readonly from: Cut | undefined
  readonly to: Cut | undefined
}

/** Something that is known of an interval. */
export interface Held {
  readonly interval: Interval
}

export const before = (at: Fraction): Cut => ({ at, after: false })
export const after = (at: Fraction): Cut => ({ at, after: true })

/** The interval that holds one number alone. */
export function point(at: Fraction): Interval {
  return { from: before(at), to: after(at) }
}

export function compareCuts(a: Cut, b: Cut): number {
  return compareFractions(a.at, b.at) || Number(a.after) - Number(b.after)
}

export function isPoint({ from, to }: Interval): boolean {
  return from !== undefined && to !== undefined && isEqual(from.at, to.at)
}

/** Whether all of an interval is below a number. */
export function isBelow({ to }: Interval, at: Fraction): boolean {
  return to !== undefined && compareCuts(to, before(at)) <= 0
}

/** Whether all of an interval is above a number. */
export function isAbove({ from }: Interval, at: Fraction): boolean {
  return from !== undefined && compareCuts(from, after(at)) >= 0
}

/** A number inside an interval, on neither of its ends where it holds more than one. */
export function insideOf({ from, to }: Interval): Fraction {
  if (from === undefined) return to === undefined ? zero : minus(to.at, one)
  return to === undefined
    ? plus(from.at, one)
    : over(plus(from.at, to.at), { numerator: 2n, denominator: 1n })
}

/** The parts of an interval between those cuts that fall inside it. */
export function split(interval: Interval, cuts: readonly Cut[]): readonly Interval[] {
  const inside = cuts
    .filter(
      (cut) =>
        (interval.from === undefined || compareCuts(interval.from, cut) < 0) &&
        (interval.to === undefined || compareCuts(cut, interval.to) < 0),
    )
    .sort(compareCuts)
    .filter((cut, i, all) => i === 0 || compareCuts(all[i - 1] as Cut, cut) !== 0)
  const ends = [...inside, interval.to]
  return ends.map((to, i) => ({ from: i === 0 ? interval.from : inside[i - 1], to }))
}

/** Lays two lists that cover one interval over each other. */
export function overlaid<A extends Held, B extends Held>(
  lower: readonly A[],
  upper: readonly B[],
): readonly { readonly interval: Interval; readonly of: readonly [A, B] }[] {
  const shared: { interval: Interval; of: readonly [A, B] }[] = []
  let [i, j] = [0, 0]
  let from = lower[0]?.interval.from
  for (;;) {
    const of = [lower[i], upper[j]] as [A, B]
    if (of[0] === undefined) return shared
    const [a, b] = [of[0].interval.to, of[1].interval.to]
    const order = compareEnds(a, b)
    const to = order <= 0 ? a : b
    shared.push({ interval: { from, to }, of })
    if (order <= 0) i += 1
    if (order >= 0) j += 1
    from = to
  }
}

function compareEnds(a: Cut | undefined, b: Cut | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return compareCuts(a, b)
}

/** No input is that large: it has at most {@link inputDigits} digits. */
const far: Fraction = { numerator: 10n ** BigInt(inputDigits), denominator: 1n }
const farBelow: Fraction = { numerator: -far.numerator, denominator: 1n }

/** The lowest multiple of `step` in an interval; see {@link holdsPoint} for whether there is any. */
export function firstPoint({ from }: Interval, step: Fraction): Fraction {
  if (from === undefined) return farBelow
  const index = over(from.at, step)
  const below = floorOf(index)
  const onGrid = index.denominator === 1n
  return times(step, { numerator: onGrid && !from.after ? below : below + 1n, denominator: 1n })
}

/** The highest multiple of `step` in an interval. */
export function lastPoint({ to }: Interval, step: Fraction): Fraction {
  if (to === undefined) return far
  const index = over(to.at, step)
  const below = floorOf(index)
  const onGrid = index.denominator === 1n
  return times(step, { numerator: onGrid && !to.after ? below - 1n : below, denominator: 1n })
}

/** Whether an interval holds any multiple of `step`: any value that the input can take. */
export function holdsPoint(interval: Interval, step: Fraction): boolean {
  return compareFractions(firstPoint(interval, step), lastPoint(interval, step)) <= 0
}

/** The multiple of `step` in an interval that holds one alone. */
export function lonePoint(interval: Interval, step: Fraction): Fraction | undefined {
  const first = firstPoint(interval, step)
  return isEqual(first, lastPoint(interval, step)) ? first : undefined
}

/** Intervals in order, those together that have no multiple of `step` between them. */
export function merged(intervals: readonly Interval[], step: Fraction): readonly Interval[] {
  const sorted = [...intervals].sort((a, b) =>
    compareFractions(firstPoint(a, step), firstPoint(b, step)),
  )
  const found: Interval[] = []
  for (const { from, to } of sorted) {
    const previous = found.at(-1)
    if (previous === undefined || holdsPoint({ from: previous.to, to: from }, step))
      found.push({ from, to })
    else {
      const end = compareEnds(previous.to, to) < 0 ? to : previous.to
      found[found.length - 1] = { from: previous.from, to: end }
    }
  }
  return found
}

/**
 * The first multiple of `step` from `first` to `last` that passes a test which all later ones pass
 * too; `undefined` where none does. Found by halving, so that a hundred digits take some 300 tests.
 */
export function firstPassing(
  first: Fraction,
  last: Fraction,
  step: Fraction,
  passes: (x: Fraction) => boolean,
): Fraction | undefined {
  let [low, high] = [floorOf(over(first, step)), floorOf(over(last, step)) + 1n]
  const end = high
  const at = (index: bigint) => times(step, { numerator: index, denominator: 1n })
  while (low < high) {
    const middle = floorOf({ numerator: low + high, denominator: 2n })
    if (passes(at(middle))) high = middle
    else low = middle + 1n
  }
  return low === end ? undefined : at(low)
}

/** An interval as plain JSON, bounds with `places` decimal places at least. */
export function rangeOf({ from, to }: Interval, places: number): BandRange {
  return {
    ...(from && { from: textOf(from.at, places) }),
    ...(from?.after && { exclusive: true }),
    ...(to && { to: textOf(to.at, places) }),
    ...(to?.after && { toInclusive: true }),
  }
}

/** The interval that {@link rangeOf} wrote. */
export function intervalOf({ from, exclusive, to, toInclusive }: BandRange): Interval {
  return {
    from: from === undefined ? undefined : { at: readFraction(from), after: exclusive === true },
    to: to === undefined ? undefined : { at: readFraction(to), after: toInclusive === true },
  }
}

/** Whether a number is in an interval. */
export function holds({ from, to }: Interval, x: Fraction): boolean {
  return (
    (from === undefined || compareCuts(from, before(x)) <= 0) &&
    (to === undefined || compareCuts(after(x), to) <= 0)
  )
}

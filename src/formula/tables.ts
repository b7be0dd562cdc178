import { at, type Problem } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  divideTo,
  isProblem,
  readDecimal,
  roundTo,
} from '../quantity/index.js'
import type { Bound, Interpolate, Point, Tier } from './nodes.js'
import { emptyList, firstBoundOpen, missingBound, unordered } from './problems.js'
import type { BandRange, Line, Slice } from './trace.js'

/**
 * What is wrong with the bounds of a table, each with its path: none at all, one that is no number,
 * missing after the first, not above the one before (so that bands overlap or are out of order).
 * Where `first` is `open`, the table must cover every number, so its first band has no `from`.
 * A bound of which `isOwn` says so is known when the table is read alone, as each person's own.
 *
 * @example
 * boundProblems([{ from: '5' }, { from: '4' }], 'tiers', 'any')[0]?.path //=> 'tiers[1].from'
 */
export function boundProblems(
  bounds: readonly (Omit<Bound, 'from'> & { readonly from?: unknown })[],
  path: string,
  first: 'open' | 'any',
  field: 'from' | 'at' = 'from',
  isOwn: (from: unknown) => boolean = () => false,
): readonly Problem[] {
  if (bounds.length === 0) return [emptyList(path)]
  const problems: Problem[] = []
  let previous: Decimal | undefined
  bounds.forEach(({ from, exclusive }, i) => {
    const place = at(at(path, i), field)
    if (i === 0 && first === 'open' && (from !== undefined || exclusive !== undefined))
      problems.push(firstBoundOpen(at(path, 0)))
    if (from === undefined) {
      if (i > 0) problems.push(missingBound(place))
      return
    }
    if (isOwn(from)) return
    const bound = readDecimal(from, place)
    if (isProblem(bound)) {
      problems.push(bound)
      return
    }
    if (previous?.greaterThanOrEqualTo(bound))
      problems.push(unordered(place, String(from), previous.toFixed()))
    previous = bound
  })
  return problems
}

/** The bounds that are written, for the scale they bring. */
export function writtenBounds(bounds: readonly Bound[]): readonly string[] {
  return bounds.flatMap(({ from }) => (from === undefined ? [] : [from]))
}

/** The band that `x` falls in; the tables that are asked cover every number. */
export function bandAt(bounds: readonly Bound[], x: Decimal): { index: number; range: BandRange } {
  const index = bounds.findLastIndex(
    ({ from, exclusive }) =>
      from === undefined || (exclusive ? x.greaterThan(from) : x.greaterThanOrEqualTo(from)),
  )
  return { index, range: rangeOf(bounds, index) }
}

function rangeOf(bounds: readonly Bound[], index: number): BandRange {
  const { from, exclusive } = bounds[index] as Bound
  const next = bounds[index + 1]
  return {
    ...(from !== undefined && { from }),
    ...(exclusive && { exclusive }),
    ...(next?.from !== undefined && { to: next.from }),
    ...(next?.exclusive && { toInclusive: true }),
  }
}

/** The slices of `x` that tiers pay for, and what they pay together. */
export function slicesOf(
  tiers: readonly Tier[],
  x: Decimal,
): { total: Decimal; slices: readonly Slice[] } {
  let total = decimal('0')
  const slices: Slice[] = []
  tiers.forEach(({ from, rate }, i) => {
    const to = tiers[i + 1]?.from
    const upTo = to !== undefined && x.greaterThan(to) ? decimal(to) : x
    const amount = from === undefined ? upTo : upTo.minus(from)
    if (amount.isZero() || (from !== undefined && amount.isNegative())) return
    const pay = amount.times(rate)
    total = total.plus(pay)
    slices.push({
      ...rangeOf(tiers, i),
      amount: amount.toFixed(),
      rate,
      pay: pay.toFixed(),
    })
  })
  return { total, slices }
}

/** The height at `x` of the straight lines between points, rounded once. */
export function interpolated(
  { points, places, rounding }: Pick<Interpolate, 'points' | 'places' | 'rounding'>,
  x: Decimal,
): { value: Decimal; line: Line } {
  const index = points.findLastIndex((point) => x.greaterThanOrEqualTo(point.at))
  const [low, high] = [points[index], points[index + 1]]
  const line = { ...(low && { low }), ...(high && { high }) }
  if (low === undefined || high === undefined) {
    const end = (low ?? high) as Point
    return { value: roundTo(decimal(end.value), places, rounding), line }
  }
  const run = decimal(high.at).minus(low.at)
  const rise = decimal(high.value).minus(low.value)
  const numerator = x.minus(low.at).times(rise).plus(run.times(low.value))
  return { value: divideTo(numerator, run, places, rounding), line }
}

import { compareFractions, type Fraction, minus } from '../../quantity/internal.js'
import { type Bounds, hull, isExact } from './bounds.js'
import { signOf } from './fraction.js'
import { type Cut, firstPoint, lastPoint, lonePoint } from './interval.js'
import { hasNoValue, lineAt, reachOf, type Turn, turnTo, type ValueAt } from './part.js'
import type { Stretch } from './stretches.js'

/** A place where the result jumps. */
export interface Jump {
  readonly cut: Cut
  /** Up where above zero, down where below. */
  readonly size: Fraction
  /** The exact results at the last value of the input before the jump and the first after it. */
  readonly before: Fraction
  readonly after: Fraction
}

/** The places where the line jumps. */
export function jumpsOf(
  stretches: readonly Stretch[],
  step: Fraction,
  valueAt: ValueAt,
): readonly Jump[] {
  return stretches.flatMap(({ interval, part, jump }, i) => {
    const previous = stretches[i - 1]
    const cut = interval.from
    if (!previous || !cut || !jump || signOf(jump) === 0) return []
    const size = minus(lineAt(part, cut.at), lineAt(previous.part, cut.at))
    const before = valueAt(lastPoint(previous.interval, step))
    return [{ cut, size, before, after: valueAt(firstPoint(interval, step)) }]
  })
}

/** Whether more of the input never gives less; `undefined` where that is not decided. */
export function isNondecreasing(
  stretches: readonly Stretch[],
  step: Fraction,
  valueAt: ValueAt,
): boolean | undefined {
  const known = stretches.map((stretch) => !hasNoValue(stretch.part.causes))
  const falls = stretches.some(({ interval }, i) => {
    if (!known[i]) return false
    const [first, last] = [valueAt(firstPoint(interval, step)), valueAt(lastPoint(interval, step))]
    const next = known[i + 1] ? stretches[i + 1] : undefined
    return (
      compareFractions(last, first) < 0 ||
      (next !== undefined && compareFractions(valueAt(firstPoint(next.interval, step)), last) < 0)
    )
  })
  if (falls) return false
  const decided = stretches.every((stretch, i) => known[i] && turnIn(stretch, step) !== 'mixed')
  return decided ? true : undefined
}

/** The lowest and highest result, and whether they are exact rather than bounds. */
export function spanOf(
  stretches: readonly Stretch[],
  step: Fraction,
  valueAt: ValueAt,
): Bounds & { readonly exact: boolean } {
  const bounds = stretches.map(({ part }) => reachOf(part, step, valueAt)).reduce(hull)
  const exact = stretches.every((stretch) => {
    const { causes, interval } = stretch.part
    const finite = interval.from !== undefined && interval.to !== undefined
    return (
      !hasNoValue(stretch.part.causes) &&
      turnIn(stretch, step) !== 'mixed' &&
      (causes.length === 0 || finite)
    )
  })
  return { ...bounds, exact }
}

/** Which way a stretch goes. */
export function turnIn({ part, interval }: Stretch, step: Fraction): Turn {
  if (hasNoValue(part.causes)) return 'mixed'
  if (lonePoint(interval, step) !== undefined) return 'flat'
  return isExact(part) ? turnTo(part.slope) : part.turn
}

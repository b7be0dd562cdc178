import { compareFractions, type Fraction, minus, over, plus } from '../../quantity/internal.js'
import { isExact } from './bounds.js'
import { floorOf, negated, signOf } from './fraction.js'
import {
  after,
  before,
  firstPassing,
  firstPoint,
  type Held,
  holdsPoint,
  type Interval,
  isAbove,
  isBelow,
  lastPoint,
  split,
} from './interval.js'
import { hasNoValue, type Part } from './part.js'

/** On which side of zero a value is: -1, 0 or 1; `undefined` where it cannot be told. */
export type Sign = -1 | 0 | 1 | undefined

export interface Signed extends Held {
  readonly sign: Sign
}

/** Whether a sign passes a test, on stretches as long as can be; `undefined` where it is not told. */
export function passing(
  signs: readonly Signed[],
  passes: (sign: number) => boolean,
): readonly (Held & { readonly holds: boolean | undefined })[] {
  const found: (Held & { readonly holds: boolean | undefined })[] = []
  for (const { interval, sign } of signs) {
    const holds = sign === undefined ? undefined : passes(sign)
    const previous = found.at(-1)
    if (previous?.holds === holds && previous !== undefined)
      found[found.length - 1] = { interval: { ...interval, from: previous.interval.from }, holds }
    else found.push({ interval, holds })
  }
  return found
}

/** The most points that are looked at one by one, where a rounded value does not go one way. */
const fewPoints = 1_000n

/**
 * Where a part is below, on and above zero. The line tells it but where a deviation reaches across
 * zero; there the boundary is found among the points that the input can take, `signAt` giving the
 * exact sign at each.
 */
export function signsOf(
  part: Part,
  step: Fraction,
  signAt: (x: Fraction) => Sign,
): readonly Signed[] {
  if (hasNoValue(part.causes)) return [{ interval: part.interval, sign: undefined }]
  if (!isExact(part)) return deviating(part, step, signAt)
  const { interval, slope } = part
  const base = plus(part.base, part.low as Fraction)
  if (signOf(slope) === 0) return [{ interval, sign: signOf(base) }]
  const root = negated(over(base, slope))
  return split(interval, [before(root), after(root)]).map((part) => {
    const side = isAbove(part, root) ? 1 : isBelow(part, root) ? -1 : 0
    return { interval: part, sign: (side * signOf(slope)) as Sign }
  })
}

function deviating(part: Part, step: Fraction, signAt: (x: Fraction) => Sign): readonly Signed[] {
  const { interval, slope, base, low, high } = part
  const rise = signOf(slope)
  if (rise === 0) {
    if (low !== undefined && signOf(plus(base, low)) > 0) return [{ interval, sign: 1 }]
    if (high !== undefined && signOf(plus(base, high)) < 0) return [{ interval, sign: -1 }]
    return undecided(part, step, signAt)
  }
  const root = (bound: Fraction | undefined) => bound && negated(over(plus(base, bound), slope))
  const [lower, upper] = rise > 0 ? [root(high), root(low)] : [root(low), root(high)]
  const cuts = [...(lower ? [before(lower)] : []), ...(upper ? [after(upper)] : [])]
  return split(interval, cuts).flatMap((found): readonly Signed[] => {
    if (lower && isBelow(found, lower)) return [{ interval: found, sign: rise > 0 ? -1 : 1 }]
    if (upper && isAbove(found, upper)) return [{ interval: found, sign: rise }]
    return undecided({ ...part, interval: found }, step, signAt)
  })
}

/** The stretch where a deviation reaches across zero, told point by point. */
function undecided(part: Part, step: Fraction, signAt: (x: Fraction) => Sign): readonly Signed[] {
  const { interval, turn } = part
  if (!holdsPoint(interval, step)) return [{ interval, sign: 1 }]
  const [first, last] = [firstPoint(interval, step), lastPoint(interval, step)]
  if (turn === 'mixed') {
    const points = floorOf(over(minus(last, first), step)) + 1n
    return points > fewPoints ? [{ interval, sign: undefined }] : oneByOne(interval, step, signAt)
  }
  const rise = turn === 'down' ? -1 : 1
  const risen = (x: Fraction) => (signAt(x) as number) * rise
  const reaches = firstPassing(first, last, step, (x) => risen(x) >= 0)
  const passes = firstPassing(first, last, step, (x) => risen(x) > 0)
  const found = [reaches, passes].filter((x) => x !== undefined)
  return toldApart(interval, found, step, signAt)
}

/** Neighbouring points of one sign together. */
function oneByOne(
  interval: Interval,
  step: Fraction,
  signAt: (x: Fraction) => Sign,
): readonly Signed[] {
  const last = lastPoint(interval, step)
  const changes: Fraction[] = []
  let previous: Sign
  for (let x = firstPoint(interval, step); compareFractions(x, last) <= 0; x = plus(x, step)) {
    const sign = signAt(x)
    if (sign !== previous) changes.push(x)
    previous = sign
  }
  return toldApart(interval, changes, step, signAt)
}

/** The stretches between points where the sign changes. */
function toldApart(
  interval: Interval,
  changes: readonly Fraction[],
  step: Fraction,
  signAt: (x: Fraction) => Sign,
): readonly Signed[] {
  const first = firstPoint(interval, step)
  const cuts = changes.filter((x) => compareFractions(x, first) > 0).map(before)
  return split(interval, cuts).map((part) => ({
    interval: part,
    sign: signAt(firstPoint(part, step)),
  }))
}

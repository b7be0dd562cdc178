import { type Fraction, plus, times } from '../../quantity/internal.js'
import { greatest, isEqual, least, signOf, zero } from './fraction.js'

/** Two bounds of a number; without one it has none on that side. */
export interface Bounds {
  readonly low: Fraction | undefined
  readonly high: Fraction | undefined
}

/** Whether the two bounds are one number. */
export function isExact({ low, high }: Bounds): boolean {
  return low !== undefined && high !== undefined && isEqual(low, high)
}

export function sumOf(a: Bounds, b: Bounds): Bounds {
  const both = (x: Fraction | undefined, y: Fraction | undefined) => x && y && plus(x, y)
  return { low: both(a.low, b.low), high: both(a.high, b.high) }
}

export function hull(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low && b.low && least(a.low, b.low),
    high: a.high && b.high && greatest(a.high, b.high),
  }
}

/** Every product of a number of one by a number of the other; zero times anything is zero. */
export function productOf(a: Bounds, b: Bounds): Bounds {
  const corners = endsIn(a).flatMap((x) => endsIn(b).map((y) => corner(x, y)))
  const finite = corners.filter((found) => typeof found !== 'string')
  return {
    low: corners.includes('below') ? undefined : least(...(finite as [Fraction])),
    high: corners.includes('above') ? undefined : greatest(...(finite as [Fraction])),
  }
}

type End = Fraction | 'below' | 'above'

function endsIn({ low, high }: Bounds): readonly [End, End] {
  return [low ?? 'below', high ?? 'above']
}

function corner(x: End, y: End): End {
  if (typeof x !== 'string' && typeof y !== 'string') return times(x, y)
  const sign = signOfEnd(x) * signOfEnd(y)
  if (sign === 0) return zero
  return sign < 0 ? 'below' : 'above'
}

function signOfEnd(end: End): number {
  if (typeof end !== 'string') return signOf(end)
  return end === 'below' ? -1 : 1
}

import type { Localized } from '../problem/index.js'
import { type Decimal, decimal, divideTo } from '../quantity/index.js'
import { nothingSold, tooFewYears } from './forecast-problems.js'
import type { Course } from './pace.js'

/** How past years bound the rest of this one. */
export interface PastYears {
  /** How many past years tell how it goes on from here. */
  readonly years: number
  /** The year as which it goes on for the low; none where the expected is lower. */
  readonly low?: string
  /** The year as which it goes on for the high; none where the expected is higher. */
  readonly high?: string
  /**
   * How likely a year lies within that is drawn as the past ones were, whatever their distribution: the
   * ranks between low and high, by the years and one. Rounded down to four places.
   */
  readonly chance: string
}

/** The courses of the low and the high, or why there are none. */
export type Bounds =
  | { readonly low: Course; readonly high: Course; readonly from: PastYears }
  | { readonly code: 'nothing-sold' | 'too-few-years'; readonly reason: Localized }

/** How the bounds are found. */
export interface BoundsRequest {
  readonly expected: Course
  /** Past years, in the order of their names. */
  readonly past: readonly Course[]
  readonly toDate: string
  readonly coverage: Decimal
  readonly leastYears: number
}

/**
 * The past years whose rest of the year was the least and the most beside what they had by now, once
 * the outermost are left out. Ranks are nearest ranks, counted from below for the low and from above
 * for the high; ratios are compared exactly. Where the expected lies outside, it is the bound.
 */
export function boundsOf(request: BoundsRequest): Bounds {
  const { expected, past, toDate, coverage, leastYears } = request
  if (!decimal(toDate).greaterThan(0)) return { code: 'nothing-sold', reason: nothingSold() }
  // A year that had sold nothing by now has no ratio.
  const known = past.filter(({ elapsed }) => elapsed.greaterThan(0)).toSorted(byRatio)
  const years = known.length
  if (years < leastYears) return { code: 'too-few-years', reason: tooFewYears(years, leastYears) }
  const rank = decimal('1').minus(coverage).times(years).dividedBy(2).ceil().toNumber()
  const [least, most] = [known[rank - 1], known[years - rank]] as [Course, Course]
  const low = byRatio(expected, least) < 0 ? expected : least
  const high = byRatio(expected, most) > 0 ? expected : most
  const chance = divideTo(
    decimal(String(years + 1 - 2 * rank)),
    decimal(String(years + 1)),
    4,
    'down',
  )
  return {
    low,
    high,
    from: {
      years,
      ...(low.like !== undefined && { low: low.like }),
      ...(high.like !== undefined && { high: high.like }),
      chance: chance.toFixed(4),
    },
  }
}

function byRatio(a: Course, b: Course): number {
  return a.whole.times(b.elapsed).comparedTo(b.whole.times(a.elapsed))
}

import { type Localized, refuse } from '../../problem/index.js'
import { confidenceOption, studentQuantile } from '../../statistics/index.js'
import {
  type AlphaMetric,
  alphaOption,
  disagreementIn,
  isVaried,
  pairsOf,
  relativeDisagreement,
  scaleOf,
  variedUnits,
} from './alpha.js'
import type { Interval } from './judged.js'

/** Krippendorff's alpha with its interval; absent where it cannot be told, `untold` then says why. */
export interface AlphaInterval {
  readonly alpha: number
  readonly interval?: Interval
  readonly untold?: Localized
  /** How many units have two values or more. */
  readonly units: number
}

/**
 * Krippendorff's alpha with a confidence interval. Units are left out one at a time (jackknife); the
 * spread of the cube root of 1 − alpha over what is left, and Student's t for one degree of freedom
 * less than there are units, give the bounds. So the interval is never above 1, wider to the side of
 * disagreement, the same whatever the order of units and raters, and needs no random numbers. It
 * supposes that the units are drawn at random, not that they are normal; with ten units or so it holds
 * the true alpha somewhat less often than it says.
 *
 * Absent with fewer than three units, where nothing differs within units or within all but one, where
 * nothing differs at all once one is left out, and where each unit tells the same.
 *
 * Sources: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 11; for
 * the cube root, E. B. Wilson and M. M. Hilferty, "The Distribution of Chi-Square" (1931).
 *
 * Throws a `PolicyError` as {@link krippendorffAlpha} does, and for a confidence that is not between 0
 * and 1.
 *
 * @example
 * krippendorffInterval([[1, 1], [2, 3], [4, 4], [5, 4], [2, 2]], 'interval', 0.95).interval?.low.toFixed(3)
 * //=> '0.438'
 */
export function krippendorffInterval(
  table: readonly (readonly (number | null)[])[],
  metric: AlphaMetric,
  confidence: number,
): AlphaInterval {
  refuse([...alphaOption(table, metric), ...confidenceOption(confidence, 'confidence')])
  const units = variedUnits(table)
  const disagreement = relativeDisagreement(units, metric)
  const told = { alpha: 1 - disagreement, units: units.length }
  if (units.length < 3) return { ...told, untold: fewUnits }
  const left = withoutEach(units, metric)
  if (!left.every((each) => each > 0)) return { ...told, untold: oneUnit }
  const size = units.length
  const roots = left.map(Math.cbrt)
  const mean = roots.reduce((sum, root) => sum + root, 0) / size
  const spread = roots.reduce((sum, root) => sum + (root - mean) ** 2, 0)
  const error = Math.sqrt(((size - 1) / size) * spread)
  if (error < noSpread) return { ...told, untold: sameUnits }
  const reach = -error * studentQuantile((1 - confidence) / 2, size - 1)
  const root = Math.cbrt(disagreement)
  return {
    ...told,
    interval: { low: 1 - (root + reach) ** 3, high: 1 - Math.max(root - reach, 0) ** 3 },
  }
}

/** Roots that differ by less differ by rounding. */
const noSpread = 1e-12

/** A sum that loses more than this to what is left out is added up anew, so that it keeps its digits. */
const mostLost = 1e-6

/** The relative disagreement without each unit; 0 or no number where nothing is left to disagree. */
function withoutEach(
  units: readonly (readonly number[])[],
  metric: AlphaMetric,
): readonly number[] {
  const anew = (left: number) => {
    const others = units.toSpliced(left, 1)
    return isVaried(others) ? relativeDisagreement(others, metric) : Number.NaN
  }
  // Ranks are of all values: each unit that is left out moves them. Units alike move them alike.
  if (metric === 'ordinal') {
    const known = new Map<string, number>()
    return units.map((unit, i) => {
      const key = unit.toSorted((a, b) => a - b).join()
      const found = known.get(key) ?? anew(i)
      known.set(key, found)
      return found
    })
  }
  const values = units.flat()
  const scale = scaleOf(values, metric)
  const own = units.map((unit) => disagreementIn(unit, scale))
  const within = own.reduce((sum, each) => sum + each, 0)
  return units.map((unit, i) => {
    const rest = within - (own[i] as number)
    const toAll = unit.reduce((sum, value) => sum + scale.toAll(value), 0)
    const total = scale.total - toAll + pairsOf(unit, scale.apart)
    const isLost = rest < mostLost * within || total < mostLost * scale.total
    return isLost ? anew(i) : ((values.length - unit.length - 1) * rest) / total
  })
}

const fewUnits: Localized = {
  en: 'An interval needs three units with two values or more',
  'zh-CN': '置信区间需要至少三个有两个以上取值的单元',
}

const oneUnit: Localized = {
  en: 'Within all units, or all but one, nothing differs: there is no disagreement to judge an interval by',
  'zh-CN': '所有单元或除一个以外的所有单元内部没有差异，没有可用于确定区间的分歧',
}

const sameUnits: Localized = {
  en: 'Each unit tells the same of alpha: there is nothing to judge the width of an interval by',
  'zh-CN': '各单元对 alpha 的影响完全相同，无法确定区间宽度',
}

import { at, fail, refuse } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  divideTo,
  isProblem,
  type NumericInput,
  readDecimal,
} from '../quantity/index.js'
import { badShare, nothingRated } from './problems.js'

/**
 * The trimmed mean: the lowest and the highest `share` of the values left out (rounded down to whole
 * values at each end), the mean of the others to `places` half-up.
 *
 * Source: Tukey and McLaughlin (1963); `scipy.stats.trim_mean` cuts in the same way.
 *
 * Throws a `PolicyError` for no values, values that are no numbers, and a share outside 0 to 0.5.
 *
 * @example
 * trimmedMean(['1', '4', '4', '5', '10'], '0.2', 2) //=> '4.33'
 */
export function trimmedMean(
  values: readonly NumericInput[],
  share: string,
  places: number,
): string {
  const { sorted, cut } = ordered(values, share)
  return meanOf(sorted.slice(cut, sorted.length - cut), places)
}

/**
 * The Winsorized mean: the lowest and the highest `share` of the values (rounded down to whole
 * values at each end) replaced by the nearest value that stays, the mean to `places` half-up.
 *
 * Throws a `PolicyError` as {@link trimmedMean} does.
 *
 * @example
 * winsorizedMean(['1', '4', '4', '5', '10'], '0.2', 2) //=> '4.40'
 */
export function winsorizedMean(
  values: readonly NumericInput[],
  share: string,
  places: number,
): string {
  const { sorted, cut } = ordered(values, share)
  const [low, high] = [sorted[cut] as Decimal, sorted[sorted.length - 1 - cut] as Decimal]
  const kept = sorted.map((value, i) => {
    if (i < cut) return low
    return i >= sorted.length - cut ? high : value
  })
  return meanOf(kept, places)
}

function ordered(
  values: readonly NumericInput[],
  share: string,
): { sorted: readonly Decimal[]; cut: number } {
  const read = values.map((value, i) => readDecimal(value, at('values', i)))
  refuse(read.filter(isProblem))
  if (values.length === 0) fail(nothingRated('values'))
  const part = readDecimal(share, 'share')
  if (isProblem(part)) fail(part)
  else if (part.isNegative() || part.greaterThanOrEqualTo('0.5')) fail(badShare('share', share))
  const sorted = (read as Decimal[]).toSorted((a, b) => a.comparedTo(b))
  const cut = decimal(share).times(values.length).floor().toNumber()
  return { sorted, cut }
}

function meanOf(values: readonly Decimal[], places: number): string {
  const sum = values.reduce((left, right) => left.plus(right), decimal('0'))
  return divideTo(sum, decimal(String(values.length)), places, 'half-up').toFixed(places)
}

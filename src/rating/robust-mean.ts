import { at, list, type Option, refuse } from '../problem/index.js'
import { type Decimal, decimal, type NumericInput, readDecimal } from '../quantity/index.js'
import { decimalOption, placesOption } from '../quantity/internal.js'
import { badShare, nothingRated } from './problems.js'
import { exactMean } from './scores.js'

/**
 * The trimmed mean: the lowest and the highest `share` of the values left out (rounded down to whole
 * values at each end), the mean of the others to `places` half-up.
 *
 * Source: Tukey and McLaughlin (1963); `scipy.stats.trim_mean` cuts in the same way.
 *
 * Throws a `PolicyError` for no values, values that are no numbers, a share outside 0 to 0.5, and
 * places that are not a whole number from 0 to 100.
 *
 * @example
 * trimmedMean(['1', '4', '4', '5', '10'], '0.2', 2) //=> '4.33'
 */
export function trimmedMean(
  values: readonly NumericInput[],
  share: string,
  places: number,
): string {
  const { sorted, cut } = ordered(values, share, places)
  return exactMean(sorted.slice(cut, sorted.length - cut), places).toFixed(places)
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
  const { sorted, cut } = ordered(values, share, places)
  const [low, high] = [sorted[cut] as Decimal, sorted[sorted.length - 1 - cut] as Decimal]
  const kept = sorted.map((value, i) => {
    if (i < cut) return low
    return i >= sorted.length - cut ? high : value
  })
  return exactMean(kept, places).toFixed(places)
}

const valuesOption: Option = (value, path) =>
  Array.isArray(value) && value.length === 0
    ? [nothingRated(path)]
    : list(decimalOption())(value, path)

const shareOption = decimalOption((value, path) =>
  value.isNegative() || value.greaterThanOrEqualTo('0.5') ? [badShare(path, value.toFixed())] : [],
)

function ordered(
  values: readonly NumericInput[],
  share: string,
  places: number,
): { sorted: readonly Decimal[]; cut: number } {
  refuse([
    ...valuesOption(values, 'values'),
    ...shareOption(share, 'share'),
    ...placesOption(places, 'places'),
  ])
  const sorted = values
    .map((value, i) => readDecimal(value, at('values', i)) as Decimal)
    .sort((a, b) => a.comparedTo(b))
  return { sorted, cut: decimal(share).times(sorted.length).floor().toNumber() }
}

import { list, refuse } from '../../problem/index.js'
import { decimal, divideTo } from '../../quantity/index.js'
import { decimalOption, nonNegativeOption } from '../../quantity/internal.js'
import { notPositive } from '../problems.js'

/** The places of ratios of pay. */
const places = 4

const midpointOption = decimalOption((value, path) =>
  value.greaterThan(0) ? [] : [notPositive(path)],
)

/**
 * Pay over the midpoint of its range: a ratio of 4 places, half-up.
 *
 * Throws a `PolicyError` for pay that is no number, or below zero, and a midpoint that is not above
 * zero.
 *
 * @example
 * compaRatio('7600.00', '8000.00') //=> '0.9500'
 */
export function compaRatio(pay: string, midpoint: string): string {
  refuse([...nonNegativeOption(pay, 'pay'), ...midpointOption(midpoint, 'midpoint')])
  return divideTo(decimal(pay), decimal(midpoint), places, 'half-up').toFixed(places)
}

/**
 * How far pay lies below the median of the peers' pay, in parts of that median: a ratio of 4 places,
 * half-up; negative where it lies above. The median of an even number is the mean of the two in the
 * middle. `undefined` without peers.
 *
 * Throws a `PolicyError` for pay that is no number, or below zero, and where the median is not above
 * zero.
 *
 * @example
 * gapToPeers('7600.00', ['8000.00', '7000.00', '9000.00']) //=> '0.0500'
 */
export function gapToPeers(pay: string, peers: readonly string[]): string | undefined {
  refuse([...nonNegativeOption(pay, 'pay'), ...list(nonNegativeOption)(peers, 'peers')])
  if (peers.length === 0) return undefined
  const ordered = peers.map(decimal).sort((a, b) => a.comparedTo(b))
  const low = ordered[(ordered.length - 1) >> 1] as (typeof ordered)[number]
  const high = ordered[ordered.length >> 1] as (typeof ordered)[number]
  // Twice the median and twice the gap, so that nothing is halved.
  const median = low.plus(high)
  refuse(median.greaterThan(0) ? [] : [notPositive('peers')])
  return divideTo(median.minus(decimal(pay).times(2)), median, places, 'half-up').toFixed(places)
}

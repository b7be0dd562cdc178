import { fractionTo } from '../quantity/internal.js'

/** The places of a rate, unless that many would leave nothing above -1. */
const ratePlaces = 6

/**
 * A rate as text, cut to six places: `growthIn` says how many whole parts of `1 / unit` are in 1 + rate.
 * A rate that six places would bring to -1 has as many as part it from -1.
 *
 * @example
 * rateText((unit) => (unit * 11n) / 10n) //=> '0.100000'
 */
export function rateText(growthIn: (unit: bigint) => bigint): string {
  for (let places = ratePlaces; ; places++) {
    const unit = 10n ** BigInt(places)
    const growth = growthIn(unit)
    if (growth > 0n) return fractionTo({ numerator: growth - unit, denominator: unit }, places)
  }
}

/** The most whole parts for which `isBelow` holds, as it does up to some number and not above it. */
export function mostBelow(isBelow: (parts: bigint) => boolean): bigint {
  let high = 1n
  while (isBelow(high)) high *= 2n
  let low = high / 2n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (isBelow(middle)) low = middle
    else high = middle
  }
  return low
}

import { decimal } from './decimal.js'

/**
 * The exact sum of decimal strings, written with a number of places at least; `0.00` of none.
 *
 * @example
 * total(['0.10', '0.20'], 2) //=> '0.30'
 */
export function total(values: readonly string[], places: number): string {
  const sum = values.reduce((left, right) => left.plus(right), decimal('0'))
  return sum.toFixed(Math.max(places, sum.decimalPlaces()))
}

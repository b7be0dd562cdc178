import { type Decimal, decimal } from './decimal.js'

/** A running exact sum of decimal strings. */
export interface Tally {
  readonly add: (value: string) => void
  /** The sum so far, with a number of places at least. */
  readonly total: (places: number) => string
}

/**
 * An exact running sum, for values that come one at a time and need not be kept.
 *
 * @example
 * const sum = tally()
 * sum.add('0.10')
 * sum.total(2) //=> '0.10'
 */
export function tally(): Tally {
  let sum: Decimal = decimal('0')
  return {
    add: (value) => {
      sum = sum.plus(value)
    },
    total: (places) => sum.toFixed(Math.max(places, sum.decimalPlaces())),
  }
}

/**
 * The exact sum of decimal strings, written with a number of places at least; `0.00` of none.
 *
 * @example
 * total(['0.10', '0.20'], 2) //=> '0.30'
 */
export function total(values: readonly string[], places: number): string {
  const sum = tally()
  values.forEach(sum.add)
  return sum.total(places)
}

/**
 * The exact difference of two decimal strings, written with a number of places at least.
 *
 * @example
 * difference('0.30', '0.10', 2) //=> '0.20'
 */
export function difference(left: string, right: string, places: number): string {
  const value = decimal(left).minus(right)
  return value.toFixed(Math.max(places, value.decimalPlaces()))
}

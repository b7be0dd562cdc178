import { fail } from '../problem/index.js'
import { Decimal } from './decimal.js'
import { notANumber } from './problems.js'

/**
 * A statistic in double precision as a plain decimal with a number of places, half-up of the shortest
 * decimal that the double is written as, never `-0.00`. For figures that are floating point by nature;
 * money is never one.
 *
 * Throws a `PolicyError` for what is no finite number: it has no digits.
 *
 * @example
 * textOfDouble(-0.001, 2) //=> '0.00'
 */
export function textOfDouble(value: number, places: number): string {
  if (!Number.isFinite(value)) fail(notANumber('', value))
  const text = new Decimal(value).toFixed(places)
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text
}

import { Decimal } from './decimal.js'

/**
 * A decimal as an integer of its smallest unit. Never rounds: a value with more places than the
 * scale is a `SyntaxError`, so check its places first.
 *
 * @example
 * toScaled(decimal('12.5'), 2) //=> 1250n
 */
export function toScaled(value: Decimal, scale: number): bigint {
  return BigInt(value.times(`1e${scale}`).toFixed())
}

/**
 * The decimal string of a scaled integer, with all places of the scale.
 *
 * @example
 * fromScaled(1250n, 2) //=> '12.50'
 */
export function fromScaled(value: bigint, scale: number): string {
  return new Decimal(value.toString()).times(`1e-${scale}`).toFixed(scale)
}

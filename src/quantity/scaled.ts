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
 * A decimal text as an integer of its smallest unit, at a scale beyond which it has zeros alone.
 *
 * @example
 * integerOf('12.5', 2) //=> 1250n
 */
export function integerOf(text: string, scale: number): bigint {
  const point = text.indexOf('.')
  if (point === -1) return BigInt(text + '0'.repeat(scale))
  const places = text.slice(point + 1, point + 1 + scale)
  return BigInt(text.slice(0, point) + places + '0'.repeat(scale - places.length))
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

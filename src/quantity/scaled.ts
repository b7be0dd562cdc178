import { Decimal } from './decimal.js'

/** A decimal as an integer of its smallest unit: `toScaled(12.5, 2)` is `1250n`. Exact or wrong. */
export function toScaled(value: Decimal, scale: number): bigint {
  return BigInt(value.times(`1e${scale}`).toFixed())
}

/** The decimal string of a scaled integer: `fromScaled(1250n, 2)` is `12.50`. */
export function fromScaled(value: bigint, scale: number): string {
  return new Decimal(value.toString()).times(`1e-${scale}`).toFixed(scale)
}

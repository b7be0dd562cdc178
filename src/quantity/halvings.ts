import { Decimal } from './decimal.js'

/** Digits enough that the rounding to {@link weightPlaces} is right. */
const Working = Decimal.clone({ precision: 50 })
const weightPlaces = 18

/**
 * How much is left after `age` where each `halfLife` halves it: `2 ^ -(age / halfLife)` as a decimal
 * string, rounded half-even to 18 places. Deterministic: worked out in decimal arithmetic.
 *
 * @example
 * halvings(14, 7) //=> '0.25'
 */
export function halvings(age: number, halfLife: number): string {
  const left = new Working(2).pow(new Working(-age).dividedBy(halfLife))
  return left.toDecimalPlaces(weightPlaces, Decimal.ROUND_HALF_EVEN).toFixed()
}

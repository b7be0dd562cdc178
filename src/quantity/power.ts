import { type Decimal, decimal } from './decimal.js'
import { fraction, fractionOf } from './fraction.js'
import { type Rounding, roundTo } from './rounding.js'
import { fromScaled } from './scaled.js'

/**
 * `base` to the power `numerator / denominator`, rounded once to `places`. The base is above zero, and
 * the power at least that: whole numbers, the second above zero.
 *
 * A root is looked for among whole numbers, so no mode can be wrong by a tie: one digit more than asked
 * is found from below, and where it is not the root itself a further digit marks it, as in `divideTo`.
 *
 * @example
 * powerTo(decimal('1.21'), 1, 2, 4, 'half-up').toFixed() //=> '1.1'
 */
export function powerTo(
  base: Decimal,
  numerator: number,
  denominator: number,
  places: number,
  rounding: Rounding,
): Decimal {
  const power = fraction(BigInt(numerator), BigInt(denominator))
  const degree = power.denominator
  const { numerator: above, denominator: below } = fractionOf(base)
  const dividend = above ** power.numerator * 10n ** (BigInt(places + 1) * degree)
  const divisor = below ** power.numerator
  const root = rootOf(dividend / divisor, degree)
  const mark = root ** degree * divisor === dividend ? 0n : 1n
  return roundTo(decimal(fromScaled(10n * root + mark, places + 2)), places, rounding)
}

/** The greatest whole number whose power of this degree is not above the value, bit by bit. */
function rootOf(value: bigint, degree: bigint): bigint {
  let root = 0n
  const bits = 4n * BigInt(value.toString(16).length)
  for (let bit = 1n << (bits / degree); bit > 0n; bit >>= 1n) {
    const more = root | bit
    if (more ** degree <= value) root = more
  }
  return root
}

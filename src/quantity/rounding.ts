import { Decimal } from './decimal.js'

/**
 * How a value between two neighbours is rounded, by name.
 *
 * `half-up`, `half-down` and `half-even` go to the nearer neighbour, and on a tie away from zero, to
 * zero, or to the even one. `up` goes away from zero, `down` to zero, `ceiling` to positive
 * infinity, `floor` to negative infinity. The names and meanings are those of IEEE 754-2019 §4.3 and
 * of java.math.RoundingMode.
 */
export const roundings = [
  'half-up',
  'half-even',
  'half-down',
  'up',
  'down',
  'ceiling',
  'floor',
] as const
/** How a number between two is rounded, by name. */
export type Rounding = (typeof roundings)[number]

const modes: Readonly<Record<Rounding, 0 | 1 | 2 | 3 | 4 | 5 | 6>> = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  'half-down': Decimal.ROUND_HALF_DOWN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
}

/**
 * The value rounded to a number of decimal places.
 *
 * @example
 * roundTo(decimal('2.345'), 2, 'half-even').toFixed() //=> '2.34'
 */
export function roundTo(value: Decimal, places: number, rounding: Rounding): Decimal {
  return value.toDecimalPlaces(places, modes[rounding])
}

/**
 * The quotient rounded once, from the exact remainder.
 *
 * A quotient first cut to the precision and then rounded could cross a tie, so one digit more than
 * asked is taken toward zero, and where a remainder is left a further digit marks it: no mode can
 * tell the mark from the remainder itself. The divisor must not be zero.
 *
 * @example
 * divideTo(decimal('2'), decimal('3'), 2, 'half-up').toFixed() //=> '0.67'
 */
export function divideTo(
  dividend: Decimal,
  divisor: Decimal,
  places: number,
  rounding: Rounding,
): Decimal {
  const scaled = dividend.times(power(places + 1))
  const quotient = scaled.divToInt(divisor)
  const exact = quotient.times(divisor).equals(scaled)
  const sign = dividend.isNegative() === divisor.isNegative() ? 1 : -1
  const marked = quotient.times(10).plus(exact ? 0 : sign)
  return roundTo(marked.times(power(-places - 2)), places, rounding)
}

function power(exponent: number): Decimal {
  return new Decimal(`1e${exponent}`)
}

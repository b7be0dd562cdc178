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

/** The largest whole number whose neighbours are doubles too. */
const limit = Number.MAX_SAFE_INTEGER

/**
 * A plain decimal text as an integer of its smallest unit, exact in a double; `NaN` of any other text, of
 * more places than the scale, and beyond 2^53.
 *
 * @example
 * scaledDouble('12.5', 2) //=> 1250
 */
export function scaledDouble(text: string, scale: number): number {
  const start = text.charCodeAt(0) === minus ? 1 : 0
  const { length } = text
  let integer = 0
  let places = 0
  let point = length
  for (let i = start; i < length; i++) {
    const digit = text.charCodeAt(i) - zero
    if (digit >= 0 && digit <= 9) {
      integer = integer * 10 + digit
      if (point < length) places += 1
    } else if (digit === pointAt && point === length) point = i
    else return Number.NaN
  }
  const whole = point - start
  const isPlain =
    whole > 0 &&
    (whole === 1 || text.charCodeAt(start) !== zero) &&
    (point === length || places > 0)
  if (!isPlain || places > scale) return Number.NaN
  for (; places < scale; places++) integer *= 10
  if (integer > limit) return Number.NaN
  return start === 1 ? 0 - integer : integer
}

const minus = '-'.charCodeAt(0)
const zero = '0'.charCodeAt(0)
const pointAt = '.'.charCodeAt(0) - zero

/**
 * The decimal string of an integer in a double, with all places of the scale.
 *
 * @example
 * textOfScaled(1250, 2) //=> '12.50'
 */
export function textOfScaled(integer: number, scale: number): string {
  if (scale === 0) return String(integer + 0)
  const digits = String(Math.abs(integer)).padStart(scale + 1, '0')
  const sign = integer < 0 ? '-' : ''
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

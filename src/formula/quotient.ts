import type { Rounding } from '../quantity/index.js'
import type { Register } from './loops.js'

/**
 * Quotients rounded to an integer, from the exact remainder, as bigints and as doubles. The modes are
 * those of `src/quantity/rounding.ts`: `up`, `down` and the halves are the same on both sides of zero.
 *
 * As doubles they are exact: for integers of at most 2^53 - 1, a quotient that is no integer is
 * further from the next one than rounding can move it, so cutting `a / b` gives the true whole part;
 * its product with `b` is then at most `a`, and the remainder exact.
 */

/** The rounded quotient; of a zero divisor, zero. */
export function exactQuotient(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  if (divisor === 0n) return 0n
  const whole = dividend / divisor
  const remainder = dividend % divisor
  if (remainder === 0n) return whole
  const negative = dividend < 0n !== divisor < 0n
  const excess = 2n * magnitude(remainder) - magnitude(divisor)
  return isFurther(rounding, excess, negative, whole) ? whole + (negative ? -1n : 1n) : whole
}

function magnitude(integer: bigint): bigint {
  return integer < 0n ? -integer : integer
}

/** Whether to go one further from zero than the whole part; `excess` is twice the remainder less the divisor. */
function isFurther(rounding: Rounding, excess: bigint, negative: boolean, whole: bigint): boolean {
  switch (rounding) {
    case 'half-up':
      return excess >= 0n
    case 'half-down':
      return excess > 0n
    case 'half-even':
      return excess > 0n || (excess === 0n && whole % 2n !== 0n)
    case 'up':
      return true
    case 'down':
      return false
    case 'ceiling':
      return !negative
    case 'floor':
      return negative
  }
}

type QuotientLoop = (out: Register, a: Register, b: Register, rows: number) => void

/** The loop of a rounding mode; see `loops.ts`. */
export function quotientLoop(rounding: Rounding): QuotientLoop {
  return loops[rounding]
}

const loops: Readonly<Record<Rounding, QuotientLoop>> = {
  'half-up': (out, a, b, rows) => nearest(out, a, b, tie.away, rows),
  'half-down': (out, a, b, rows) => nearest(out, a, b, tie.back, rows),
  'half-even': (out, a, b, rows) => nearest(out, a, b, tie.even, rows),
  up: (out, a, b, rows) => directed(out, a, b, 1, -1, rows),
  down: (out, a, b, rows) => directed(out, a, b, 0, 0, rows),
  ceiling: (out, a, b, rows) => directed(out, a, b, 1, 0, rows),
  floor: (out, a, b, rows) => directed(out, a, b, 0, -1, rows),
}

const tie = { back: 0, away: 1, even: 2 } as const

function nearestAt(out: Register, a: Register, b: Register, onTie: number, i: number): void {
  const dividend = a[i] as number
  const divisor = b[i] as number
  const whole = divisor === 0 ? 0 : Math.trunc(dividend / divisor)
  const twice = 2 * Math.abs(dividend - whole * divisor)
  const half = Math.abs(divisor)
  // Both are integers, so that one more than a tie is above it: no branch for the other roundings.
  const odd = onTie === tie.even ? Math.abs(whole - 2 * Math.trunc(whole / 2)) : onTie
  let step = Number(twice + odd > half)
  if (dividend < 0 !== divisor < 0) step = -step
  out[i] = whole + step
}

function nearest(out: Register, a: Register, b: Register, onTie: number, rows: number): void {
  for (let i = 0; i < rows; i += 4) {
    nearestAt(out, a, b, onTie, i)
    nearestAt(out, a, b, onTie, i + 1)
    nearestAt(out, a, b, onTie, i + 2)
    nearestAt(out, a, b, onTie, i + 3)
  }
}

/** The whole part, moved by `above` or `below` where a positive or negative remainder is left. */
function directed(
  out: Register,
  a: Register,
  b: Register,
  above: number,
  below: number,
  rows: number,
): void {
  for (let i = 0; i < rows; i++) {
    const dividend = a[i] as number
    const divisor = b[i] as number
    const whole = divisor === 0 ? 0 : Math.trunc(dividend / divisor)
    const exact = dividend === whole * divisor
    out[i] = exact ? whole : whole + (dividend < 0 === divisor < 0 ? above : below)
  }
}

import type { Rounding } from '../../src/quantity/index.js'

/** Rounding as IEEE 754-2019 §4.3 words it, over an exact fraction of big integers. */
export function roundFraction(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const [n, d] = divisor < 0n ? [-dividend, -divisor] : [dividend, divisor]
  const below = n >= 0n ? n / d : -((-n + d - 1n) / d)
  if (below * d === n) return below
  const above = below + 1n
  const [toZero, away] = n > 0n ? [below, above] : [above, below]
  const twice = 2n * (n - below * d)
  const nearer = twice < d ? below : above
  switch (rounding) {
    case 'up':
      return away
    case 'down':
      return toZero
    case 'ceiling':
      return above
    case 'floor':
      return below
    case 'half-up':
      return twice === d ? away : nearer
    case 'half-down':
      return twice === d ? toZero : nearer
    case 'half-even':
      return twice === d ? (below % 2n === 0n ? below : above) : nearer
  }
}

/** An integer of a smallest unit as a decimal string, by its digits alone. */
export function writeScaled(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : ''
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

import type { Proration } from '../../src/calendar/index.js'
import { decimal, divideTo, type Rounding } from '../../src/quantity/index.js'

/** The part of a whole that a proration pays, rounded once. */
export function pay(
  whole: string,
  { numerator, denominator }: Proration,
  places = 2,
  rounding: Rounding = 'half-up',
): string {
  const product = decimal(whole).times(decimal(numerator))
  return divideTo(product, decimal(denominator), places, rounding).toFixed(places)
}

/** Days as a proration counts them, in millionths. */
export function millionths(days: string): bigint {
  return BigInt(decimal(days).times(1_000_000).toFixed())
}

/** An exact ratio of integers. */
type Ratio = readonly [numerator: bigint, denominator: bigint]

/** The fraction of a proration, whose decimals have two places at most. */
export function ratioOf({ numerator, denominator }: Proration): Ratio {
  const hundredths = (text: string) => BigInt(decimal(text).times(10_000).toFixed())
  return [hundredths(numerator), hundredths(denominator)]
}

export function sumOf(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(([a, b], [c, d]) => [a * d + c * b, b * d], [0n, 1n])
}

/** Whether two ratios are the same number. */
export function equal([a, b]: Ratio, [c, d]: Ratio): boolean {
  return a * d === c * b
}

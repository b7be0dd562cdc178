import { fail } from '../problem/index.js'
import { fractionTo } from '../quantity/internal.js'
import { type PowerSum, partsAt, powersOf, reversed, signBetween } from './power-sum.js'
import { extremeRate } from './problems.js'
import { rateText } from './rate-text.js'

/** Growth is told in parts of 2^-bits. */
const bits = 640n
const one = 1n << bits
/** What is nearer to a boundary of a figure is on it. */
const narrowest = 1n << 320n

/** A number that is at least `low` and at most `high`. */
interface Range {
  readonly low: bigint
  readonly high: bigint
}

/** A growth of more a year, or so much less than none, is not told. */
const most = 10n ** 30n

/**
 * The figures of the one growth a period that balances a sum, which changes its sign there: halved
 * until the lowest and the highest that it may be have the same `figures`. Where that does not come
 * about, a figure is on a boundary, or nearer to it than 10^-30, and has the value of the boundary.
 *
 * Throws a `PolicyError` where the growth over `year` periods is above 10^30 or below 10^-30.
 */
export function figuresOf(
  sum: PowerSum,
  year: number,
  figures: (growthOver: (periods: number) => bigint) => readonly string[],
): readonly string[] {
  const total = sum.reduce((all, { coefficient }) => all + coefficient, 0n)
  if (total === 0n) return figures(() => one)
  // The value is what a period leaves of money, below 1 where money grows; else its reciprocal.
  const grows = total > 0n !== isGain(sum)
  const sideOf = sidesOf(grows ? sum : reversed(sum))
  const growth = grows ? growthOfRest : growthOfShare
  let [low, high] = [0n, one]
  while (true) {
    const isNarrow = high - low <= narrowest
    const over = (periods: number) => growth({ low, high }, periods)
    const inYear = over(year)
    if (inYear.low > one * most || inYear.high * most < one) return fail(extremeRate('flows'))
    if (isNarrow || inYear.low * most > one) {
      const told = figures((periods) => over(periods).high)
      const least = figures((periods) => over(periods).low)
      if (isNarrow || told.every((each, i) => each === least[i])) return told
    }
    const middle = (low + high) / 2n
    const side = sideOf(middle)
    if (side >= 0) low = side === 0 ? middle - narrowest / 2n : middle
    if (side <= 0) high = side === 0 ? middle + narrowest / 2n : middle
  }
}

/** Whether the root is above a number (1) or below it (-1); 0 where it is too near to say. */
function sidesOf(sum: PowerSum): (number: bigint) => number {
  const direction = isGain(sum) ? 1 : -1
  return (number) => {
    const parts = partsAt(sum, powersOf(number, bits), bits)
    return direction * signBetween(parts, parts)
  }
}

function isGain(sum: PowerSum): boolean {
  return (sum[0] as PowerSum[number]).coefficient > 0n
}

/** Growth is one over what is left of money; nothing left is growth beyond all that is told. */
function growthOfRest({ low, high }: Range, periods: number): Range {
  const [least, highest] = [power(low, periods), power(high, periods) + BigInt(periods)]
  return { low: (one * one) / highest, high: (one * one) / (least || 1n) + 1n }
}

function growthOfShare({ low, high }: Range, periods: number): Range {
  return { low: power(low, periods), high: power(high, periods) + BigInt(periods) }
}

function power(number: bigint, periods: number): bigint {
  return powersOf(number, bits)(periods)
}

/** A growth as a rate. */
export function rateOfGrowth(growth: bigint): string {
  return rateText((unit) => (growth * unit) >> bits)
}

/** The rate of growth a period, times the periods: cut to six places. */
export function nominalRate(growth: bigint, periods: number): string {
  const places = 6
  const numerator = (BigInt(periods) * (growth - one) * 10n ** BigInt(places)) >> bits
  return fractionTo({ numerator, denominator: 10n ** BigInt(places) }, places)
}

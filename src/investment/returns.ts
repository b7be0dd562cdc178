import { at, type Problem, refuse } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  isProblem,
  type NumericInput,
  readDecimal,
} from '../quantity/index.js'
import {
  compareFractions,
  type Fraction,
  fraction,
  fractionOf,
  fractionTo,
  minus,
  over,
  plus,
  times,
} from '../quantity/internal.js'
import { noFlows, unusableRate } from './problems.js'

const nothing = fraction(0n)
const whole = fraction(1n)

/**
 * The net present value of flows a year apart, the first of them today: each divided by (1 + rate) to
 * the power of its year, summed exactly and rounded once, half-up, to `places`.
 *
 * Throws a `PolicyError` for flows and rates that are no numbers, no flows, and a rate of -1 or less.
 *
 * @example
 * // Microsoft's example of NPV (its first flow is a year away): 1,188.44.
 * netPresentValue(['0', '-10000', '3000', '4200', '6800'], '0.1', 2) //=> '1188.44'
 */
export function netPresentValue(
  flows: readonly NumericInput[],
  rate: NumericInput,
  places: number,
): string {
  const read = readFlows(flows, rate)
  return fractionTo(discounted(read.flows, read.rate).reduce(plus, nothing), places)
}

/** The internal rate of return, or why there is none that means anything. */
export type InternalRate =
  | { readonly kind: 'rate'; readonly rate: string }
  /** All flows go one way: no rate balances them. */
  | { readonly kind: 'none' }
  /** The flows change direction more than once: several rates may balance them, none is the return. */
  | { readonly kind: 'several'; readonly changes: number }

/**
 * The rate at which the flows are worth nothing today. Flows that change direction once have exactly
 * one above -1 (Descartes' rule of signs); it is found by halving, the sign of the polynomial exact at
 * every step, and cut to six places: the value is zero between it and the next millionth.
 *
 * Throws a `PolicyError` as {@link netPresentValue} does.
 *
 * @example
 * // Microsoft's example of IRR: 8.7 % after five years.
 * internalRate(['-70000', '12000', '15000', '18000', '21000', '26000']) //=> { kind: 'rate', rate: '0.086630' }
 */
export function internalRate(flows: readonly NumericInput[]): InternalRate {
  const { flows: read } = readFlows(flows, '0')
  const signs = read.map((flow) => compareFractions(flow, nothing)).filter((sign) => sign !== 0)
  const changes = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length
  if (changes === 0) return { kind: 'none' }
  if (changes > 1) return { kind: 'several', changes }
  const first = signs[0] as number
  /** Below the root the later flows weigh more than the earlier ones, which have the first sign. */
  const isBelow = (millionths: bigint) => valueSign(read, millionths) !== first
  let high = 1n
  while (isBelow(high - million)) high *= 2n
  let low = high / 2n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (isBelow(middle - million)) low = middle
    else high = middle
  }
  return { kind: 'rate', rate: fractionTo(fraction(low - million, million), 6) }
}

const million = 1_000_000n

/** The sign of the value at a rate in millionths: of flow × (1 + rate) ^ years left, summed. */
function valueSign(flows: readonly Fraction[], rate: bigint): number {
  const factor = fraction(million + rate, million)
  const value = flows.reduce((sum, flow) => plus(times(sum, factor), flow), nothing)
  return compareFractions(value, nothing)
}

/**
 * After how many years the flows have paid themselves back, for good: the flow of a year comes evenly
 * over it. Two places, half-up; `undefined` where they never do. With a `rate` the flows are
 * discounted first.
 *
 * @example
 * payback(['-1000', '400', '400', '400']) //=> '2.50'
 */
export function payback(
  flows: readonly NumericInput[],
  rate: NumericInput = '0',
): string | undefined {
  const read = readFlows(flows, rate)
  const worth = discounted(read.flows, read.rate)
  let sum = nothing
  const sums = worth.map((flow) => {
    sum = plus(sum, flow)
    return sum
  })
  const lastBelow = sums.findLastIndex((each) => compareFractions(each, nothing) < 0)
  if (lastBelow === sums.length - 1) return undefined
  if (lastBelow < 0) return '0.00'
  const [before, flow] = [sums[lastBelow] as Fraction, worth[lastBelow + 1] as Fraction]
  const part = over(minus(nothing, before), flow)
  return fractionTo(plus(fraction(BigInt(lastBelow)), part), 2)
}

function discounted(flows: readonly Fraction[], rate: Fraction): readonly Fraction[] {
  const factor = over(whole, plus(whole, rate))
  let weight = whole
  return flows.map((flow) => {
    const worth = times(flow, weight)
    weight = times(weight, factor)
    return worth
  })
}

function readFlows(
  flows: readonly NumericInput[],
  rate: NumericInput,
): { readonly flows: readonly Fraction[]; readonly rate: Fraction } {
  const found = flows.map((flow, i) => readDecimal(flow, at('flows', i)))
  const read = readDecimal(rate, 'rate')
  const problems: Problem[] = [...found, read].filter(isProblem)
  if (flows.length === 0) problems.push(noFlows('flows'))
  if (!isProblem(read) && !decimal('-1').lessThan(read)) problems.push(unusableRate('rate'))
  refuse(problems)
  return {
    flows: (found as readonly Decimal[]).map(fractionOf),
    rate: fractionOf(read as Decimal),
  }
}

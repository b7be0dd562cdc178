import { type Problem, refuse } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import { type Fraction, fractionTo, placesOption } from '../quantity/internal.js'
import { flowsOption, growthOf, rateOption, readFlows, worthByYear } from './flows.js'

/**
 * The net present value of flows a year apart, the first of them today: each divided by (1 + rate) to
 * the power of its year, summed exactly and rounded once, half-up, to `places` (at most 100).
 *
 * Throws a `PolicyError` for flows and rates that are no numbers, no flows or more than 1,200, a rate
 * of -1 or less, and places that are none.
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
  refuse([...problemsOf(flows, rate), ...placesOption(places, 'places')])
  return fractionTo(valueToday(flows, rate), places)
}

/** The net present value, exactly, of flows and a rate that are known to be good. */
export function valueToday(flows: readonly NumericInput[], rate: NumericInput): Fraction {
  const read = readFlows(flows)
  const growth = growthOf(rate)
  return {
    numerator: worthByYear(read, growth).at(-1) as bigint,
    denominator: growth.numerator ** BigInt(flows.length - 1) * 10n ** BigInt(read.places),
  }
}

/** When flows have paid themselves back. */
export type Payback =
  /** After so many years, for good. */
  | { readonly kind: 'years'; readonly years: string }
  | { readonly kind: 'never' }
  /** Their sum is never below zero: there is nothing to pay back. */
  | { readonly kind: 'nothing-laid-out' }

/**
 * After how many years the flows have paid themselves back, for good: the flow of a year comes evenly
 * over it. Two places, half-up. With a `rate` the flows are discounted first.
 *
 * Throws a `PolicyError` as {@link netPresentValue} does.
 *
 * @example
 * payback(['-1000', '400', '400', '400']) //=> { kind: 'years', years: '2.50' }
 */
export function payback(flows: readonly NumericInput[], rate: NumericInput = '0'): Payback {
  refuse(problemsOf(flows, rate))
  const { units } = readFlows(flows)
  const growth = growthOf(rate)
  const worth = worthByYear({ units, places: 0 }, growth)
  const lastBelow = worth.findLastIndex((each) => each < 0n)
  if (lastBelow === worth.length - 1) return { kind: 'never' }
  if (lastBelow < 0) return { kind: 'nothing-laid-out' }
  // The part of the year after, in which its flow makes good what is missing.
  const missing = -(worth[lastBelow] as bigint) * growth.numerator
  const flow = (units[lastBelow + 1] as bigint) * growth.denominator ** BigInt(lastBelow + 1)
  const numerator = BigInt(lastBelow) * flow + missing
  return { kind: 'years', years: fractionTo({ numerator, denominator: flow }, 2) }
}

function problemsOf(flows: unknown, rate: unknown): readonly Problem[] {
  return [...flowsOption(flows, 'flows'), ...rateOption(rate, 'rate')]
}

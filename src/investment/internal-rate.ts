import { fail, refuse } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import { rootsWithin } from './bernstein.js'
import { flowsOption, readFlows, worthByYear } from './flows.js'
import { ratesNotTold } from './problems.js'
import { mostBelow, rateText } from './rate-text.js'
import { type Polynomial, positiveRoots, signChanges } from './sturm.js'

/** The internal rate of return, or why there is none that means anything. */
export type InternalRate =
  | { readonly kind: 'rate'; readonly rate: string }
  /** No rate above -1 balances the flows. */
  | { readonly kind: 'none' }
  /** Several rates balance the flows, which change direction so often: none of them is the return. */
  | { readonly kind: 'several'; readonly changes: number }

/** Up to this degree a chain of remainders is short enough. */
const mostOfChain = 60

/**
 * The rate at which the flows are worth nothing today. Flows that change direction once have exactly
 * one above -1 (Descartes' rule of signs); of others the rates are counted, exactly: there may be one,
 * none or several. It is found by halving, the sign of the polynomial exact at every step, and cut to
 * six places: the value is zero between it and the next millionth. A rate that six places would bring
 * to -1 has as many as part it from -1.
 *
 * Throws a `PolicyError` for flows that are no numbers, none or more than 1,200; and where more than 61
 * flows so nearly balance at one rate twice that it cannot be told whether they do.
 *
 * @example
 * // Microsoft's example of IRR: 8.7 % after five years.
 * internalRate(['-70000', '12000', '15000', '18000', '21000', '26000']) //=> { kind: 'rate', rate: '0.086630' }
 */
export function internalRate(flows: readonly NumericInput[]): InternalRate {
  refuse(flowsOption(flows, 'flows'))
  const found = balanceOf(readFlows(flows).units)
  return found.kind === 'one' ? { kind: 'rate', rate: rateOf(found.simple) } : found
}

/**
 * Whether one growth a period balances flows, and a polynomial that has it for a simple root above 0,
 * and no other there.
 */
export function balanceOf(
  units: readonly bigint[],
):
  | Exclude<InternalRate, { readonly kind: 'rate' }>
  | { readonly kind: 'one'; readonly simple: Polynomial } {
  const changes = signChanges(units)
  if (changes === 0) return { kind: 'none' }
  const isFlow = (flow: bigint) => flow !== 0n
  // Of 1 + rate, the first flow having the highest power: zeros before and after add no root.
  const value = units.slice(units.findIndex(isFlow), units.findLastIndex(isFlow) + 1)
  const { count, simple } = changes === 1 ? { count: 1, simple: value } : rootsOf(value)
  if (count === 0) return { kind: 'none' }
  return count === 1 ? { kind: 'one', simple } : { kind: 'several', changes }
}

function rootsOf(value: Polynomial): { readonly count: number; readonly simple: Polynomial } {
  if (value.length - 1 <= mostOfChain) return positiveRoots(value)
  // Doubles cannot tell a root on the edge of an interval: that of a rate of nothing is divided out.
  const rest = withoutRootOne(value)
  const [below, above] = [rootsWithin(rest.toReversed()), rootsWithin(rest)]
  if (below === undefined || above === undefined) return fail(ratesNotTold('flows'))
  const others = below + above
  return rest === value
    ? { count: others, simple: value }
    : { count: others + 1, simple: [1n, -1n] }
}

function withoutRootOne(polynomial: Polynomial): Polynomial {
  let rest = polynomial
  while (true) {
    let sum = 0n
    const sums = rest.map((each) => {
      sum += each
      return sum
    })
    if (sum !== 0n) return rest
    rest = sums.slice(0, -1)
  }
}

/** The rate of the one root of a polynomial, which has another sign on either side of it. */
function rateOf(polynomial: Polynomial): string {
  return rateText((unit) => rootBelow(polynomial, unit))
}

/** The last part of `unit` that is not above the root. */
function rootBelow(units: Polynomial, unit: bigint): bigint {
  const outermost = (units[0] as bigint) > 0n
  return mostBelow((numerator) => {
    const growth = { numerator, denominator: unit }
    const value = worthByYear({ units, places: 0 }, growth).at(-1) as bigint
    return value === 0n || value > 0n !== outermost
  })
}

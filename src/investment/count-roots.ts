import {
  highestPower,
  lowered,
  type Parts,
  type PowerSum,
  partsAt,
  powerSum,
  powersOf,
  reversed,
  signBetween,
  sizeOf,
} from './power-sum.js'
import { greatestDivisor, magnitude, positiveRoots, signChanges } from './sturm.js'

/** How many numbers above 0 balance a sum: `0`, `1`, or `2` for two and more. */
export interface Balances {
  readonly count: number
  /** A sum that the same numbers balance, and changes its sign at each. */
  readonly simple: PowerSum
}

/** Up to this degree a chain of remainders is short enough. */
const mostOfChain = 60

/**
 * How many numbers above 0 balance a sum whose lowest power is 0, counted exactly: by the changes of
 * sign where there is one at most, by Sturm's theorem where the degree is low, else by halving.
 * `undefined` where that cannot tell, as near a number at which the sum touches zero.
 */
export function balancesOf(sum: PowerSum): Balances | undefined {
  const coefficients = sum.map(({ coefficient }) => coefficient)
  const changes = signChanges(coefficients)
  if (changes < 2) return { count: changes, simple: sum }
  const step = Number(sum.reduce((all, { power }) => greatestDivisor(all, BigInt(power)), 0n))
  const degree = highestPower(sum) / step
  if (degree <= mostOfChain) {
    const dense = Array.from({ length: degree + 1 }, () => 0n)
    for (const { power, coefficient } of sum) dense[degree - power / step] = coefficient
    const { count, simple } = positiveRoots(dense)
    const terms = simple.map((coefficient, i) => ({
      power: (simple.length - 1 - i) * step,
      coefficient,
    }))
    return { count, simple: powerSum(terms) }
  }
  const [below, above] = [rootsBelowOne(sum), rootsBelowOne(reversed(sum))]
  if (below === undefined || above === undefined) return undefined
  const isBalanced = coefficients.reduce((all, each) => all + each, 0n) === 0n
  return { count: below + above + (isBalanced ? 1 : 0), simple: sum }
}

/** Numbers are told in parts of 2^-bits: far smaller than what is to be told apart. */
const bits = 512n
const one = 1n << bits
/** Two roots nearer than that are not told apart. */
const narrowest = 1n << (bits - 288n)
/** When so many terms have been worked out, it is given up. */
const mostTerms = 500_000

/** An end of an interval: what the sum and its slope come to there. */
interface End {
  readonly at: bigint
  readonly value: Parts
  readonly slope: Parts
}

/**
 * How many numbers between 0 and 1 balance a sum, neither counted. As many at most as the sums of its
 * first terms change their signs (Laguerre 1883). Where those do not decide, intervals are looked at: one
 * is done with if the sum has one sign on all of it, or rises or falls on all of it, else cut in two.
 */
function rootsBelowOne(sum: PowerSum): 0 | 1 | 2 | undefined {
  let total = 0n
  const totals = sum.map(({ coefficient }) => {
    total += coefficient
    return total
  })
  const changes = signChanges(totals)
  if (changes === 0) return 0
  // One at most, and one at least: the sum has another sign at 1 than at 0.
  if (changes === 1 && total !== 0n) return 1
  const slope = lowered(
    powerSum(
      sum.map(({ power, coefficient }) => ({ power, coefficient: BigInt(power) * coefficient })),
    ),
  )
  const endAt = (at: bigint): End => {
    const power = powersOf(at, bits)
    return { at, value: partsAt(sum, power, bits), slope: partsAt(slope, power, bits) }
  }
  // Below it the first term is more than all others together.
  const first = magnitude((sum[0] as PowerSum[number]).coefficient)
  const intervals = [[endAt((first << bits) / sizeOf(sum)), endAt(one)] as const]
  let [count, terms] = [0, 0]
  for (let interval = intervals.pop(); interval !== undefined; interval = intervals.pop()) {
    const [low, high] = interval
    if (signBetween(low.value, high.value) !== 0) continue
    const [before, after] = [signBetween(low.value, low.value), signBetween(high.value, high.value)]
    // Of a sum that ends at zero at 1, nothing is cut: there its sign is certain to be none.
    const isKnown = before * after !== 0 || (high.at === one && after === 0)
    if (isKnown && signBetween(low.slope, high.slope) !== 0) {
      if (before * after < 0) count += 1
      if (count > 1) return 2
      continue
    }
    terms += sum.length
    if (high.at - low.at < narrowest || terms > mostTerms) return undefined
    const middle = endAt(low.at + cut(high.at - low.at))
    intervals.push([low, middle], [middle, high])
  }
  return count === 0 ? 0 : 1
}

/** Not the middle, where sums of whole coefficients have roots. */
function cut(width: bigint): bigint {
  return (width * 486_328_125_137n) / 1_000_000_000_000n
}

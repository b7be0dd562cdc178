import { refuse } from '../problem/index.js'
import { incompleteBeta, incompleteGamma } from './incomplete.js'
import { confidenceOption } from './problems.js'

/**
 * The probability that a standard normal variable is at most z.
 *
 * @example
 * normalCdf(0) //=> 0.5
 */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  return z < 0 ? upper / 2 : (1 + lower) / 2
}

/**
 * The value that a standard normal variable stays below with a probability strictly between 0 and 1.
 *
 * @example
 * normalQuantile(0.975).toFixed(6) //=> '1.959964'
 */
export function normalQuantile(probability: number): number {
  return symmetricQuantile(normalCdf, probability)
}

/**
 * The probability that a variable of Student's t distribution is at most t. Degrees of freedom are
 * above 0, and need not be whole.
 *
 * @example
 * studentCdf(1, 1) //=> 0.75
 */
export function studentCdf(t: number, degrees: number): number {
  const tail = studentTails(t, degrees) / 2
  return t < 0 ? tail : 1 - tail
}

/**
 * The two-sided probability of Student's t: of a value at least as far from 0 as t.
 *
 * @example
 * studentTails(1, 1) //=> 0.5
 */
export function studentTails(t: number, degrees: number): number {
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t))
}

/**
 * The value that a variable of Student's t stays below with a probability strictly between 0 and 1.
 *
 * @example
 * studentQuantile(0.975, 10).toFixed(6) //=> '2.228139'
 */
export function studentQuantile(probability: number, degrees: number): number {
  return symmetricQuantile((t) => studentCdf(t, degrees), probability)
}

/**
 * The probability that a chi-square variable is at most x (0 or more).
 *
 * @example
 * chiSquareCdf(3.841458820694124, 1).toFixed(6) //=> '0.950000'
 */
export function chiSquareCdf(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).lower
}

/**
 * The probability that a variable of the F distribution is at least f (0 or more). Degrees of freedom,
 * of the upper and of the lower variance, are above 0 and need not be whole.
 *
 * @example
 * fisherTail(1, 4, 4).toFixed(6) //=> '0.500000'
 */
export function fisherTail(f: number, upper: number, lower: number): number {
  // Below 1 it is the other tail that keeps all its digits.
  if (f < 1) return 1 - incompleteBeta(upper / 2, lower / 2, (upper * f) / (lower + upper * f))
  return incompleteBeta(lower / 2, upper / 2, lower / (lower + upper * f))
}

/**
 * The value that a variable of the F distribution reaches with a probability strictly between 0 and 1.
 *
 * @example
 * fisherBound(0.05, 5, 18).toFixed(4) //=> '2.7729'
 */
export function fisherBound(probability: number, upper: number, lower: number): number {
  refuse(confidenceOption(probability, 'probability'))
  let [low, high] = [0, 1]
  while (fisherTail(high, upper, lower) > probability) [low, high] = [high, 2 * high]
  let middle = (low + high) / 2
  for (; middle > low && middle < high; middle = (low + high) / 2) {
    if (fisherTail(middle, upper, lower) > probability) low = middle
    else high = middle
  }
  return high
}

/**
 * Inverts the distribution of a variable that is symmetric about 0, by halving. It works in the lower
 * tail, where a probability keeps all its digits. Beyond 0 and 1 there would be no end to it.
 */
function symmetricQuantile(cdf: (value: number) => number, probability: number): number {
  refuse(confidenceOption(probability, 'probability'))
  if (probability > 0.5) return -symmetricQuantile(cdf, 1 - probability)
  let low = -1
  while (cdf(low) > probability) low *= 2
  let high = 0
  for (let middle = low / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (cdf(middle) > probability) high = middle
    else low = middle
  }
  return high
}

import type { Fraction } from '../quantity/internal.js'
import { highestPower, type PowerSum, partsAt, powersOf, reversed, sizeOf } from './power-sum.js'
import { magnitude } from './sturm.js'

/** Growth over so many periods, and to how many places what it makes of a sum is asked for. */
interface Request {
  readonly growth: Fraction
  readonly periods: number
  readonly places: number
}

/**
 * What a sum comes to where each period leaves the root of that growth of money: within 10^-20 of the
 * last place asked for, and not below the true size, so that a tie is rounded as one.
 */
export function worthOf(sum: PowerSum, { growth, periods, places }: Request): Fraction {
  if (sum.length === 0) return { numerator: 0n, denominator: 1n }
  const { numerator, denominator } = growth
  const grows = numerator >= denominator
  const [small, large] = grows ? [denominator, numerator] : [numerator, denominator]
  // Where money shrinks, later flows are worth more than they are: as many more digits are needed.
  const scale = grows ? 0 : Math.ceil(highestPower(sum) / periods)
  const ratio = lengthOf(large) - lengthOf(small) + 1
  const bits = BigInt(128 + 4 * places + lengthOf(sizeOf(sum)) + ratio * (2 + 2 * scale))
  const { low, high } = rootOf((small << bits) / large, periods, bits)
  const [least, most] = [powersOf(low, bits), powersOf(high, bits)]
  const terms = grows ? sum : reversed(sum)
  const [first, last] = [partsAt(terms, least, bits), partsAt(terms, most, bits)]
  const lowest = first.above - last.below - last.slack
  const highest = last.above + last.slack - first.below
  return {
    numerator: magnitude(lowest) > magnitude(highest) ? lowest : highest,
    denominator: grows ? 1n << bits : least(highestPower(sum)),
  }
}

/** Between what numbers the root of a part of 1 lies, all in parts of 2^-bits. */
function rootOf(part: bigint, degree: number, bits: bigint) {
  const one = 1n << bits
  const power = (number: bigint) => powersOf(number, bits)(degree)
  // Newton's steps from above: they fall until they are as near as powers that are cut can bring them.
  let [root, next] = [one + 1n, one]
  while (next < root) {
    root = next
    const slope = powersOf(root, bits)(degree - 1)
    next = (BigInt(degree - 1) * root + (part << bits) / slope) / BigInt(degree)
  }
  let margin = 1n
  while (
    power(root - margin) + BigInt(degree) > part ||
    (root + margin < one && power(root + margin) <= part + 1n)
  )
    margin *= 2n
  return { low: root - margin, high: root + margin < one ? root + margin : one }
}

function lengthOf(number: bigint): number {
  return number.toString(2).length
}

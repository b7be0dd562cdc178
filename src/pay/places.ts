import { remembered } from '../problem/remembered.js'
import type { Decimal } from '../quantity/index.js'
import type { LinkedComponent, LinkedVersion } from './book.js'

/** A number with the places of its component; what was brought along may have more. */
export function inPlaces({ versions }: LinkedComponent, number: Decimal): string {
  const { scale } = (versions[0] as LinkedVersion).formula
  if (number.isZero()) return zeroIn(scale)
  return number.toFixed(Math.max(scale, number.decimalPlaces()))
}

const zeroIn = remembered((scale: number) => (scale === 0 ? '0' : `0.${'0'.repeat(scale)}`))

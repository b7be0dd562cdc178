import type { Decimal } from '../quantity/index.js'
import type { LinkedComponent, LinkedVersion } from './book.js'

/** A number with the places of its component; what was brought along may have more. */
export function inPlaces({ versions }: LinkedComponent, number: Decimal): string {
  const { scale } = (versions[0] as LinkedVersion).formula
  return number.toFixed(Math.max(scale, number.decimalPlaces()))
}

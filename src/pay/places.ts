import type { LinkedComponent, LinkedVersion } from './book.js'

/**
 * A number in plain digits, without zeros at the end of its places, with those of its component; what was
 * brought along may have more.
 */
export function inPlaces({ versions }: LinkedComponent, number: string): string {
  const { scale } = (versions[0] as LinkedVersion).formula
  const point = number.indexOf('.')
  if (point === -1) return scale === 0 ? number : `${number}.${'0'.repeat(scale)}`
  return number.padEnd(point + 1 + scale, '0')
}

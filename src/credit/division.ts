import { sha256 } from '../problem/index.js'
import { halfUp } from './units.js'

/**
 * Divides a whole number by parts of a divisor: each quota rounded down, and the units left over to the
 * largest remainders; among equal ones to those that come first from somebody on. All together are the
 * sum of the quotas, rounded half-up. A negative number mirrors the positive one. Who comes first is
 * told by the digest of the deal: fair on average, and the same in SQL.
 */
export function divided(
  total: bigint,
  parts: readonly bigint[],
  divisor: bigint,
  deal: string,
): readonly bigint[] {
  if (parts.length === 1 && parts[0] === divisor) return [total]
  const sign = total < 0n ? -1n : 1n
  const size = sign * total
  const quotas = parts.map((part) => size * part)
  const units = quotas.map((quota) => quota / divisor)
  let left = halfUp(sum(quotas), divisor) - sum(units)
  if (left > 0n) {
    const first = Number.parseInt(sha256(deal).slice(0, 8), 16) % parts.length
    const turned = parts.map((_, i) => (first + i) % parts.length)
    const remainder = (i: number) => (quotas[i] as bigint) % divisor
    // Sorting is stable: equal remainders stay as they are turned.
    turned.sort((a, b) => compare(remainder(b), remainder(a)))
    for (const i of turned) {
      if (left === 0n) break
      units[i] = (units[i] as bigint) + 1n
      left -= 1n
    }
  }
  return sign === 1n ? units : units.map((each) => -each)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((all, value) => all + value, 0n)
}

import { createHash } from 'node:crypto'
import { decimal } from '../../../src/quantity/index.js'
import { compare } from './known.js'

/**
 * Divides a value by weights by largest remainder, a negative one mirrored. Equal remainders go in
 * code-point order, from the member on that the name of the division is hashed to. A text says why not.
 */
export function sharesOf(
  value: string,
  weights: readonly { readonly id: string; readonly weight: string }[],
  scale: number,
  name: string,
): ReadonlyMap<string, string> | string {
  const places = Math.max(0, ...weights.map(({ weight }) => decimal(weight).decimalPlaces()))
  const units = (text: string, of: number) =>
    BigInt(
      decimal(text)
        .times(decimal(`1e${of}`))
        .toFixed(),
    )
  const members = weights
    .map(({ id, weight }) => ({ id, weight: units(weight, places) }))
    .toSorted((a, b) => compare(a.id, b.id))
  if (members.some(({ weight }) => weight < 0n)) return 'a weight is negative'
  const total = units(value, scale)
  const all = members.reduce((sum, { weight }) => sum + weight, 0n)
  if (all === 0n)
    return total === 0n ? new Map(members.map(({ id }) => [id, '0'])) : 'all weights are 0'
  const size = total < 0n ? -total : total
  const first = Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16)
  const parts = members.map(({ id, weight }, i) => ({
    id,
    amount: (size * weight) / all,
    rest: (size * weight) % all,
    turn: (i - (first % members.length) + members.length) % members.length,
  }))
  const left = Number(size - parts.reduce((sum, { amount }) => sum + amount, 0n))
  const lucky = new Set(
    parts
      .toSorted((a, b) => (a.rest === b.rest ? a.turn - b.turn : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ id }) => id),
  )
  return new Map(
    parts.map(({ id, amount }) => {
      const share = (amount + (lucky.has(id) ? 1n : 0n)) * (total < 0n ? -1n : 1n)
      return [id, decimal(`${share}e-${scale}`).toFixed(scale)]
    }),
  )
}

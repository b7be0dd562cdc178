import { fail } from '../problem/index.js'
import { allocate, isProblem, type NumericInput, readDecimal } from '../quantity/index.js'
import { tooManyPlaces } from '../quantity/internal.js'
import type { CascadePolicy } from './cascade-schema.js'

/** The target of one node of a cascade. */
export interface CascadedTarget {
  readonly node: string
  readonly parent?: string
  readonly target: string
}

/**
 * Brings a target down a cascade. Each parent's target is shared among its children by their weights,
 * by largest remainder, so the children's targets add up to it exactly; equal remainders go by name.
 * Targets that are not sums but rates (a satisfaction of 90 %) need no cascade: they hold for all.
 *
 * Throws a `PolicyError` for a target that is no number or has more places than the cascade.
 *
 * @example
 * cascadeTarget(parseCascade(json), '1200000').find(({ node }) => node === 'service')?.target
 */
export function cascadeTarget(
  { nodes, places }: CascadePolicy,
  target: NumericInput,
): readonly CascadedTarget[] {
  const read = readDecimal(target, 'target')
  const whole = isProblem(read) ? fail(read) : read
  if (whole.decimalPlaces() > places) fail(tooManyPlaces('target', whole.toFixed(), places))
  const share = (parent: string | undefined, total: string): readonly CascadedTarget[] => {
    const own = nodes.filter((node) => node.parent === parent)
    if (own.length === 0) return []
    const shares = own.map(({ node, weight }) => ({ id: node, weight }))
    const parts = allocate({ total, places, ties: 'id', shares })
    return parts.flatMap(({ id, amount }) => [
      { node: id, ...(parent !== undefined && { parent }), target: amount },
      ...share(id, amount),
    ])
  }
  return share(undefined, whole.toFixed())
}

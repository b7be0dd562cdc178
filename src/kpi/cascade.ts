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
  const children = childrenOf(nodes)
  const targets: CascadedTarget[] = []
  // The nodes whose children are still to come, the next one last: a cascade may be of any depth.
  const waiting: CascadedTarget[] = []
  const share = (parent: string | undefined, total: string) => {
    const own = children.get(parent) ?? []
    if (own.length === 0) return
    const shares = own.map(({ node, weight }) => ({ id: node, weight }))
    const parts = allocate({ total, places, ties: 'id', shares })
    for (const { id, amount } of parts.toReversed())
      waiting.push({ node: id, ...(parent !== undefined && { parent }), target: amount })
  }
  share(undefined, whole.toFixed())
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    targets.push(next)
    share(next.node, next.target)
  }
  return targets
}

type Nodes = CascadePolicy['nodes']

function childrenOf(nodes: Nodes): ReadonlyMap<string | undefined, Nodes> {
  const children = new Map<string | undefined, Nodes[number][]>()
  for (const node of nodes) {
    const own = children.get(node.parent)
    if (own === undefined) children.set(node.parent, [node])
    else own.push(node)
  }
  return children
}

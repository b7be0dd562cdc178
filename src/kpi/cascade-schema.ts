import * as z from 'zod'
import { at, type Problem } from '../problem/index.js'
import { format, meaning, parseWith } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { cyclicCascade, repeatedNode, unknownParent, weightlessChildren } from './problems.js'

const nodeSchema = z
  .strictObject({
    node: z.string().min(1),
    parent: z.string().min(1).optional(),
    weight: format.nonNegative,
  })
  .readonly()

const cascadeSchema = z
  .strictObject({
    id: format.name,
    places: z.int().min(0).max(6),
    nodes: z.array(nodeSchema).min(1).readonly(),
  })
  .readonly()
  .superRefine(meaning(({ nodes }) => cascadeProblems(nodes)))

/**
 * How a target comes down: from the nodes without a parent (the company) to departments to people,
 * each parent's target shared among its children by weight, to `places` decimal places.
 */
export type CascadePolicy = z.infer<typeof cascadeSchema>

function cascadeProblems(nodes: CascadePolicy['nodes']): readonly Problem[] {
  const parents = new Map(nodes.map(({ node, parent }) => [node, parent]))
  const names = nodes.map(({ node }) => node)
  const weighty = nodes.filter(({ weight }) => !decimal(weight).isZero())
  const sharing = new Set(weighty.map(({ parent }) => parent))
  const circling = circlesOf(parents)
  const seen = { nodes: new Set<string>(), parents: new Set<string | undefined>() }
  return nodes.flatMap(({ node, parent }, i) => {
    const path = at('nodes', i)
    const again = seen.nodes.has(node)
    const isFirst = !seen.parents.has(parent)
    seen.nodes.add(node)
    seen.parents.add(parent)
    if (again) return [repeatedNode(at(path, 'node'), node)]
    if (parent !== undefined && !parents.has(parent))
      return [unknownParent(at(path, 'parent'), parent, names)]
    return [
      ...(circling.has(node) ? [cyclicCascade(at(path, 'parent'), node)] : []),
      ...(!sharing.has(parent) && isFirst ? [weightlessChildren(at(path, 'weight'), parent)] : []),
    ]
  })
}

/** The nodes that are above themselves. Each node is passed once, from whichever one it is reached. */
function circlesOf(parents: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const circling = new Set<string>()
  const passed = new Set<string>()
  for (const start of parents.keys()) {
    const way: string[] = []
    let next: string | undefined = start
    while (next !== undefined && !passed.has(next)) {
      passed.add(next)
      way.push(next)
      next = parents.get(next)
    }
    // Where the way comes back to itself, all from there on go round.
    const back = next === undefined ? -1 : way.indexOf(next)
    if (back >= 0) for (const node of way.slice(back)) circling.add(node)
  }
  return circling
}

/**
 * Reads a cascade from untrusted JSON. Throws a `PolicyError` with every problem: parents that are
 * not among the nodes, nodes that are above themselves, nodes that stand twice, and children of one
 * parent whose weights are all zero.
 *
 * @example
 * parseCascade({ id: 'c', places: 0, nodes: [{ node: 'company', weight: '1' }, { node: 'service', parent: 'company', weight: '1' }] }).nodes.length //=> 2
 */
export function parseCascade(json: unknown): CascadePolicy {
  return parseWith(cascadeSchema, json)
}

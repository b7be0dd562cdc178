import type { Problem } from '../problem/index.js'
import { type Child, childrenOf } from './fold.js'
import { formulaLimits } from './formula.js'
import type { Expression } from './nodes.js'
import { tooDeepFormula, tooManyNodes } from './problems.js'

/**
 * Whether the tree is too deep or too large, found before anything recursive reads it: builders can
 * share a node so often that a small program writes an endless tree.
 */
export function sizeProblems(expression: Expression): readonly Problem[] {
  let nodes = 0
  const open: { node: Child; depth: number }[] = [{ node: expression, depth: 1 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes += 1
    if (nodes > formulaLimits.nodes) return [tooManyNodes(formulaLimits.nodes)]
    if (next.depth > formulaLimits.depth) return [tooDeepFormula(formulaLimits.depth)]
    for (const node of childrenOf(next.node)) open.push({ node, depth: next.depth + 1 })
  }
  return []
}

/** A deep copy of plain JSON that nobody can change. */
export function frozenCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part) => Object.freeze(part)) as T
}

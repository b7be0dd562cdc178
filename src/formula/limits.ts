import { type Problem, problem } from '../problem/index.js'
import { type Child, childrenOf } from './fold.js'
import { formulaLimits } from './formula.js'
import type { Expression } from './nodes.js'

/**
 * Whether the tree is too deep or too large, found before anything recursive reads it: builders can
 * share a node so often that a small program writes an endless tree.
 */
export function sizeProblems(expression: Expression): readonly Problem[] {
  let nodes = 0
  const open: { node: Child; depth: number }[] = [{ node: expression, depth: 1 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes += 1
    if (nodes > formulaLimits.nodes) return [tooManyNodes()]
    if (next.depth > formulaLimits.depth) return [tooDeepFormula()]
    for (const node of childrenOf(next.node)) open.push({ node, depth: next.depth + 1 })
  }
  return []
}

/** A deep copy of plain JSON that nobody can change. */
export function frozenCopy(expression: Expression): Expression {
  return JSON.parse(JSON.stringify(expression), (_key, value) => Object.freeze(value))
}

const smaller = ['Split the rule into several formulas', '请把规则拆成几个公式'] as const

function tooManyNodes(): Problem {
  return problem(
    'too-many-nodes',
    '',
    [`the formula has more than ${formulaLimits.nodes} nodes`, smaller[0]],
    [`公式超过 ${formulaLimits.nodes} 个节点`, smaller[1]],
  )
}

function tooDeepFormula(): Problem {
  return problem(
    'too-deep',
    '',
    [`the formula is nested more than ${formulaLimits.depth} levels deep`, smaller[0]],
    [`公式嵌套超过 ${formulaLimits.depth} 层`, smaller[1]],
  )
}

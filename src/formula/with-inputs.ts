import { type Child, childrenOf } from './fold.js'
import type { Expression, NodeOf } from './nodes.js'

/** A copy of a formula in which each input, and each choice by a text, is what is made of it. */
export function withInputs(
  expression: Expression,
  input: (node: NodeOf<'input'>) => Expression,
  match: (node: NodeOf<'match'>) => Expression = (node) => node,
): Expression {
  // A label may have any members, but no `op`.
  return JSON.parse(JSON.stringify(expression), (_, value) => {
    if (value?.op === 'input') return input(value)
    return value?.op === 'match' ? match(value) : value
  })
}

/** The inputs of a formula of no more than its size. */
export function inputsOf(expression: Expression): readonly NodeOf<'input'>[] {
  const found: NodeOf<'input'>[] = []
  const open: Child[] = [expression]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.op === 'input') found.push(next)
    open.push(...childrenOf(next))
  }
  return found
}

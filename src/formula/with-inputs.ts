import { type Child, childrenOf } from './fold.js'
import type { Expression, NodeOf } from './nodes.js'

/** A copy of a formula in which each input is what is made of it. */
export function withInputs(
  expression: Expression,
  made: (input: NodeOf<'input'>) => Expression,
): Expression {
  // A label may have any members, but no `op`.
  return JSON.parse(JSON.stringify(expression), (_, value) =>
    value?.op === 'input' ? made(value) : value,
  )
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

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

import type { Expression, NodeOf } from './nodes.js'

/** What becomes of some nodes of a formula; what is below them is made already. */
export interface Rewriting {
  readonly input?: ((node: NodeOf<'input'>) => Expression) | undefined
  readonly match?: ((node: NodeOf<'match'>) => Expression) | undefined
}

/** A copy of a formula in which each input, and each choice by a text, is what is made of it. */
export function rewritten(expression: Expression, { input, match }: Rewriting): Expression {
  // A label may have any members, but no `op`.
  return JSON.parse(JSON.stringify(expression), (_, value) => {
    if (value?.op === 'input') return input?.(value) ?? value
    return value?.op === 'match' ? (match?.(value) ?? value) : value
  })
}

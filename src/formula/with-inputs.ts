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

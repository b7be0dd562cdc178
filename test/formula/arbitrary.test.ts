import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childrenOf } from '../../src/formula/fold.js'
import type { Condition, Expression } from '../../src/formula/nodes.js'
import { formulaAndInputs } from './arbitrary.js'
import { outcome } from './outcome.js'

const drawn = fc.sample(formulaAndInputs(), 400)

function opsOf(node: Expression | Condition): string[] {
  return [node.op, ...childrenOf(node).flatMap(opsOf)]
}

test('random formulas have nodes of every kind', () => {
  const ops = new Set(drawn.flatMap(({ formula }) => opsOf(formula.expression)))
  expect([...ops].sort()).toEqual(
    [
      ...['above', 'add', 'all', 'any', 'atLeast', 'constant', 'divide', 'equals', 'grid', 'input'],
      ...['interpolate', 'marginal', 'match', 'maximum', 'minimum', 'multiply', 'named', 'not'],
      ...['round', 'step', 'subtract', 'when'],
    ].sort(),
  )
})

test('random runs give values above, at and below zero, and now and then a division by zero', () => {
  const outcomes = drawn.flatMap(({ formula, inputs }) =>
    inputs.map((row) => outcome(formula, row)),
  )
  const kinds = outcomes.map((found) =>
    typeof found === 'string'
      ? Math.sign(Number(found))
      : found.map((problem) => problem.split(' ')[0]).join(),
  )
  expect(new Set(kinds)).toEqual(new Set([-1, 0, 1, 'division-by-zero']))
})

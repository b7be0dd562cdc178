import { type Problem, refuse } from '../problem/index.js'
import { checkAlgebra } from './check-nodes.js'
import { collectInputs } from './declare.js'
import { fold } from './fold.js'
import type { Formula, InputDeclaration, ValueType } from './formula.js'
import { frozenCopy, sizeProblems } from './limits.js'
import type { Expression } from './nodes.js'
import type { Reading } from './readings.js'

/**
 * Checks an expression before any data: units, scales, literals, the order of tables, input
 * declarations, size. Throws a `PolicyError` with every problem and the path of its node.
 *
 * @example
 * const formula = check(multiply(input('sales', money('CNY'), 2), constant('0.015')))
 * formula.scale //=> 5
 */
export function check(expression: Expression): Formula {
  refuse(sizeProblems(expression))
  const { formula, problems } = checked(expression, new Map())
  refuse(problems)
  return formula as Formula
}

/** What the check of a formula finds. */
export interface Findings {
  /** The formula, where it has no problem. */
  readonly formula: Formula | undefined
  readonly problems: readonly Problem[]
  /** The inputs, as far as they could be read. */
  readonly readings: readonly Reading[]
}

/**
 * Checks an expression of no more than its size, as one of several formulas: an input with the name
 * of a result holds numbers as large as the result can be.
 */
export function checked(expression: Expression, results: ReadonlyMap<string, Formula>): Findings {
  const copy = frozenCopy(expression)
  const problems: Problem[] = []
  const types = new Map<Expression, ValueType>()
  const { inputs, paths, declare } = collectInputs(problems)
  const type = fold(copy, checkAlgebra(problems, types, declare, results))
  const readings = [...inputs].map(([name, declared]) => ({
    name,
    declared,
    path: paths.get(name) as string,
  }))
  return {
    formula: problems.length === 0 ? formulaOf(copy, type as ValueType, inputs, types) : undefined,
    problems,
    readings,
  }
}

function formulaOf(
  expression: Expression,
  { unit, scale }: ValueType,
  inputs: ReadonlyMap<string, InputDeclaration>,
  types: ReadonlyMap<Expression, ValueType>,
): Formula {
  return Object.freeze({
    expression,
    unit,
    scale,
    inputs: Object.freeze(Object.fromEntries(inputs)),
    types,
  })
}

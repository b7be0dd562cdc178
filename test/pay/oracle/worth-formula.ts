import { check, type Expression, evaluate, type Formula } from '../../../src/formula/index.js'
import type { RowOf } from './worth-row.js'

const checked = new Map<Expression, Formula>()
const values = new WeakMap<Formula, Map<string, string>>()

export function formulaOf(expression: Expression): Formula {
  const known = checked.get(expression)
  if (known !== undefined) return known
  const made = check(expression)
  checked.set(expression, made)
  return made
}

export function valueFor(formula: Formula, inputs: Readonly<Record<string, string>>): string {
  const known = values.get(formula) ?? new Map<string, string>()
  values.set(formula, known)
  const key = JSON.stringify(inputs)
  const value = known.get(key) ?? evaluate(formula, inputs).value
  known.set(key, value)
  return value
}

export function unitOf({ component }: RowOf, input: string): { money: boolean; scale: number } {
  const declared = formulaOf(component.formula).inputs[input]
  if (declared?.kind !== 'number') throw new Error(`${input} is no number`)
  return { money: /^(money|count)/.test(declared.unit), scale: declared.scale }
}

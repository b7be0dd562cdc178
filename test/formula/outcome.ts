import { evaluate } from '../../src/formula/evaluate.js'
import type { Formula } from '../../src/formula/formula.js'
import { problemsOf } from '../../src/problem/index.js'
import type { NumericInput } from '../../src/quantity/index.js'

/** What a run comes to: its value, or the code and path of each problem. */
export function outcome(
  formula: Formula,
  inputs: Readonly<Record<string, NumericInput>>,
): string | readonly string[] {
  let value = ''
  const problems = problemsOf(() => {
    value = evaluate(formula, inputs).value
  })
  return problems.length === 0 ? value : codesAndPaths(problems)
}

/** Problems as `code at path`, for comparing. */
export function codesAndPaths(
  problems: readonly { readonly code: string; readonly path: string }[],
): readonly string[] {
  return problems.map(({ code, path }) => `${code} at ${path}`)
}

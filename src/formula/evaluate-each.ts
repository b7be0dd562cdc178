import { type Problem, problemsOf, refuse } from '../problem/index.js'
import { type Decimal, decimal, type NumericInput } from '../quantity/index.js'
import { inputPath } from './columns.js'
import { type Evaluation, evaluateIn } from './evaluate.js'
import type { Formula, NumberInput } from './formula.js'
import type { FormulaProgram } from './program.js'
import { failedResult } from './program-problems.js'
import { lowProblems, scopeOf, unknownInputs } from './scope.js'

/** What one result of a program comes to: its evaluation, or the problems for which it has none. */
export interface Outcome {
  readonly evaluation?: Evaluation
  /** Empty where there is an evaluation. */
  readonly problems: readonly Problem[]
}

/**
 * Every result of a program for one set of inputs, each as {@link evaluate} gives it where the results
 * that it reads are its inputs. What is wrong with an input is a problem of the results that read it,
 * and a `failed-result` of those that read them; the others have their values.
 *
 * Throws a `PolicyError` for a name that the program does not read.
 *
 * @example
 * const pay = program({ results: { base: input('salary', money('CNY'), 2), gross: multiply(input('base', money('CNY'), 2), constant('1.2')) } })
 * evaluateEach(pay, { salary: '100.00' }).gross.evaluation?.value //=> '120.000'
 */
export function evaluateEach<Result extends string, Name extends string>(
  program: FormulaProgram<Result, Name>,
  inputs: Readonly<Partial<Record<Name, NumericInput>>>,
): Readonly<Record<Result, Outcome>> {
  refuse(unknownInputs(program.inputs, inputs, 'inputs'))
  const outcomes = new Map<string, Outcome>()
  for (const [name, formula] of Object.entries<Formula>(program.results))
    outcomes.set(name, outcomeOf(formula, inputs, outcomes))
  return Object.freeze(Object.fromEntries(outcomes)) as Readonly<Record<Result, Outcome>>
}

function outcomeOf(
  formula: Formula,
  inputs: Readonly<Record<string, NumericInput | undefined>>,
  before: ReadonlyMap<string, Outcome>,
): Outcome {
  const declared = Object.entries(formula.inputs)
  const outside = declared.filter(([name]) => !before.has(name))
  const { scope, problems } = scopeOf(outside, inputs, 'inputs')
  const wrong = [...problems]
  const numbers = new Map<string, Decimal>(scope.numbers)
  for (const [name, declaration] of declared) {
    const outcome = before.get(name)
    if (outcome === undefined) continue
    const path = inputPath(name)
    if (outcome.evaluation === undefined) wrong.push(failedResult(path, name))
    else {
      // A result may have more digits than an input that is given.
      const number = decimal(outcome.evaluation.value)
      wrong.push(...lowProblems(declaration as NumberInput, number, path))
      numbers.set(name, number)
    }
  }
  if (wrong.length > 0) return { problems: wrong }
  let evaluation: Evaluation | undefined
  const failed = problemsOf(() => {
    evaluation = evaluateIn({ ...scope, numbers }, formula)
  })
  return { ...(evaluation && { evaluation }), problems: failed }
}

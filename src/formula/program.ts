import { at, isName, type Problem, refuse, repeatedTexts, under } from '../problem/index.js'
import { checked } from './check.js'
import { type Formula, formulaLimits, type InputDeclaration } from './formula.js'
import { sizeProblems } from './limits.js'
import type { Expression } from './nodes.js'
import { emptyList } from './problems.js'
import { badResultName, circle, resultAsInput, tooManyResults } from './program-problems.js'
import { inReadingOrder, namesReadBy } from './reading-order.js'
import { outsideInputs, resultProblems } from './readings.js'

/** Formulas that read each other, before they are checked: plain JSON. */
export interface ProgramDefinition<Result extends string = string> {
  /** Each formula under the name of its result. An input of that name in another formula reads it. */
  readonly results: Readonly<Record<Result, Expression>>
  /** The names that are given from outside. Where they are listed, no formula may read any other. */
  readonly inputs?: readonly string[] | undefined
}

/**
 * Formulas that read each other's results, checked together by {@link program}. What works on rows of
 * data takes it as it takes one formula.
 */
export interface FormulaProgram<Result extends string = string, Name extends string = string> {
  /** Each formula under the name of its result, after those whose results it reads. */
  readonly results: Readonly<Record<Result, Formula>>
  /** What they read from outside, each once. Of a category, all the cases that any of them takes. */
  readonly inputs: Readonly<Record<Name, InputDeclaration>>
}

/**
 * Checks formulas that read each other. An input with the name of a result is that result: of its
 * unit, and with no fewer places, so that nothing is rounded unseen. Any other input is given from
 * outside, by one declaration for all.
 *
 * Throws a `PolicyError` with every problem of every formula: what `check` finds, results that read
 * each other in a circle, readers of another unit or of fewer places, inputs declared in two ways,
 * and where the inputs are listed, names that are neither input nor result.
 *
 * @example
 * const score = input('score', 'points', 1)
 * Object.keys(program({ results: { bonus: multiply(score, constant('2')), score: step(input('sales', money('CNY'), 2), [{ value: '0' }, { from: '100', value: '9.5' }], 'points') } }).results)
 * //=> ['score', 'bonus']
 */
export function program<Result extends string>(
  definition: ProgramDefinition<Result>,
): FormulaProgram<Result> {
  const written: Readonly<Record<string, Expression>> = definition.results
  const names = Object.keys(written)
  refuse(shapeProblems(written))
  const isResult = new Set(names)
  const reads = names.map((name) => {
    const read = namesReadBy(written[name] as Expression)
    return [name, read.filter((each) => isResult.has(each))] as const
  })
  const { order, circles } = inReadingOrder(new Map(reads))
  const problems: Problem[] = [
    ...circles.map((chain) => circle(at('results', chain[0] as string), chain)),
    ...listProblems(definition.inputs ?? [], isResult),
  ]
  const results = new Map<string, Formula>()
  const outside = outsideInputs(names, definition.inputs)
  for (const name of order) {
    const { formula, problems: own, readings } = checked(written[name] as Expression, results)
    const between = readings.flatMap((reading) =>
      isResult.has(reading.name)
        ? resultProblems(name, reading, results.get(reading.name))
        : outside.problemsOf(name, reading),
    )
    if (formula !== undefined) results.set(name, formula)
    problems.push(...under(at('results', name), [...own, ...between]))
  }
  refuse(problems)
  return Object.freeze({
    results: Object.freeze(Object.fromEntries(results)) as Readonly<Record<Result, Formula>>,
    inputs: Object.freeze(outside.inputs()),
  })
}

/** What must be right before anything reads the formulas. */
function shapeProblems(results: Readonly<Record<string, Expression>>): readonly Problem[] {
  const names = Object.keys(results)
  const { results: limit } = formulaLimits
  if (names.length === 0) return [emptyList('results')]
  if (names.length > limit) return [tooManyResults('results', names.length, limit)]
  return names.flatMap((name) => [
    ...(isName(name) ? [] : [badResultName(at('results', name), name)]),
    ...under(at('results', name), sizeProblems(results[name] as Expression)),
  ])
}

function listProblems(listed: readonly string[], results: ReadonlySet<string>): readonly Problem[] {
  return [
    ...repeatedTexts('inputs', listed),
    ...listed.flatMap((name, i) =>
      results.has(name) ? [resultAsInput(at('inputs', i), name)] : [],
    ),
  ]
}

/** Whether several results are asked for, by their names. */
export function isProgram(of: Formula | FormulaProgram): of is FormulaProgram {
  return 'results' in of
}

/** A formula alone is the program of one result, under a name that no input can have. */
export function programOf(of: Formula | FormulaProgram): FormulaProgram {
  return isProgram(of) ? of : { results: { '': of }, inputs: of.inputs }
}

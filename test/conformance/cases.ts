import fc from 'fast-check'
import { evaluate } from '../../src/formula/evaluate.js'
import { evaluateEach, type Outcome } from '../../src/formula/evaluate-each.js'
import type { Formula } from '../../src/formula/formula.js'
import { type FormulaProgram, isProgram, program } from '../../src/formula/program.js'
import { type Problem, problemsOf } from '../../src/problem/index.js'
import { decimal, toScaled } from '../../src/quantity/index.js'
import { programs } from '../../src/testing/index.js'
import { formulaAndInputs, inputsOf } from '../formula/arbitrary.js'

/** The inputs of one run as decimals and categories; `null` where one is missing. */
export type Row = Readonly<Record<string, string | null>>

export interface Case<Of = Formula | FormulaProgram> {
  readonly of: Of
  readonly rows: readonly Row[]
}

/** A few more than must be run, since some have more digits than DuckDB and Spark hold. */
const size = { formulas: 230, programs: 170, rows: 500, programRows: 100 }

/** Random formulas of every kind of node, each with rows near its breakpoints; some rows are bad. */
export function drawCases(): readonly Case<Formula>[] {
  // Columns alone tell `compile` how many rows there are, so a formula must read one.
  const drawn = formulaAndInputs().filter(({ formula }) => Object.keys(formula.inputs).length > 0)
  return fc
    .sample(drawn, size.formulas)
    .map(({ formula }, i) => ({ of: formula, rows: drawRows(formula, size.rows, i) }))
}

/** Random programs of formulas that read each other, with rows likewise. */
export function drawPrograms(): readonly Case<FormulaProgram>[] {
  const drawn = programs()
    .map(program)
    .filter(({ inputs }) => Object.keys(inputs).length > 0)
  return fc
    .sample(drawn, size.programs)
    .map((of, i) => ({ of, rows: drawRows(of, size.programRows, i) }))
}

function drawRows(of: Formula | FormulaProgram, count: number, turn: number): readonly Row[] {
  return fc.sample(inputsOf(of), count).map((row, i) => spoilt(of, row, turn + i))
}

/** Leaves an input out of one row in 16, and gives another an unknown category or too low a number. */
function spoilt({ inputs }: Formula | FormulaProgram, row: Row, turn: number): Row {
  const names = Object.keys(inputs)
  const name = names[turn % names.length] as string
  if (turn % 16 === 5) return { ...row, [name]: null }
  if (turn % 16 !== 6) return row
  const declared = inputs[name]
  if (declared?.kind === 'category') return { ...row, [name]: 'nowhere' }
  return declared?.above === undefined ? row : { ...row, [name]: declared.above }
}

/** The results that are asked for, by the names of their columns; of a formula the one. */
export function resultsOf(
  of: Formula | FormulaProgram,
): readonly { readonly value: string; readonly error: string; readonly scale: number }[] {
  if (!isProgram(of)) return [{ value: 'value', error: 'error', scale: of.scale }]
  return Object.entries(of.results).map(([value, { scale }]) => ({
    value,
    error: `${value}_error`,
    scale,
  }))
}

/**
 * What \`evaluate\` and \`evaluateEach\` make of a row: each value, or the first of its problems as an
 * engine's error column gives it. An engine that takes so many digits and no more refuses a number
 * that has more, for each result that reads it.
 */
export function expected(
  of: Formula | FormulaProgram,
  row: Row,
  digits: number,
): readonly string[] {
  const entries = Object.entries(row).filter(([, value]) => value !== null)
  const given = Object.fromEntries(entries) as Record<string, string>
  const outcomes: readonly (readonly [name: string, Formula, Outcome])[] = isProgram(of)
    ? Object.entries(evaluateEach(of, given)).map(([name, outcome]) => [
        name,
        of.results[name] as Formula,
        outcome,
      ])
    : [['', of, alone(of, given)]]
  const found = new Map<string, string>()
  for (const [name, formula, outcome] of outcomes)
    found.set(name, firstWrong(formula, row, outcome, found, digits) ?? answerOf(outcome))
  return [...found.values()]
}

function answerOf({ evaluation, problems }: Outcome): string {
  return evaluation?.value ?? errorOf(problems)
}

/** What is wrong with what a formula reads: first the inputs, in order, then the results before it. */
function firstWrong(
  { inputs }: Formula,
  row: Row,
  { problems }: Outcome,
  before: ReadonlyMap<string, string>,
  digits: number,
): string | undefined {
  const names = Object.keys(inputs)
  const wrongOf = (name: string) => {
    const problem = problems.find(({ path }) => path === `inputs.${name}`)
    return problem && errorOf([problem])
  }
  for (const name of names.filter((each) => !before.has(each))) {
    const wrong = wrongOf(name)
    // A number that is too low may have too many digits, too, and those are seen first.
    if (wrong !== undefined && !wrong.startsWith('not-above')) return wrong
    if (digitsOf(inputs[name], row[name]) > digits) return `too-many-digits:${name}`
    if (wrong !== undefined) return wrong
  }
  for (const name of names.filter((each) => before.has(each))) {
    if (!isValue(before.get(name))) return `failed-result:${name}`
    const wrong = wrongOf(name)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

/** Whether an answer is a value, and no error. */
export function isValue(answer: string | undefined): boolean {
  return answer !== undefined && /^-?\d/.test(answer)
}

function digitsOf(input: Formula['inputs'][string] | undefined, value: Row[string] | undefined) {
  return value && input?.kind === 'number'
    ? String(toScaled(decimal(value), input.scale)).replace('-', '').length
    : 0
}

function alone(formula: Formula, given: Record<string, string>): Outcome {
  let found: Outcome | undefined
  const problems = problemsOf(() => {
    found = { evaluation: evaluate(formula, given), problems: [] }
  })
  return found ?? { problems }
}

/** The first of some problems, as the error column of an engine gives it. */
export function errorOf([first]: readonly Problem[]): string {
  if (first === undefined) throw new Error('a row has neither a value nor a problem')
  const { code, path } = first
  return code === 'division-by-zero' ? code : `${code}:${path.replace('inputs.', '')}`
}

import type { Formula } from '../formula/formula.js'
import type { Program } from '../formula/instructions.js'
import { lower } from '../formula/lower.js'
import { unknownInput } from '../formula/problems.js'
import type { FormulaProgram } from '../formula/program.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { digitProblems } from './bounds.js'
import { type Dialect, dialectProblems, type Words, wordsOf } from './dialect.js'
import { type Identifier, identifierProblems, textProblems } from './quote.js'

/** Where SQL finds the inputs of a formula or a program. */
export interface Source<Name extends string = string> {
  readonly dialect: Dialect
  /** The column of an input, where it is not named as the input is. */
  readonly columns?: Readonly<Partial<Record<Name, Identifier>>>
}

/** A program that the dialect can hold, and the columns that it reads. */
export interface Read {
  readonly program: Program
  /** The column of an input, in SQL. */
  readonly column: (input: string) => string
}

/**
 * Lowers a formula or a program; throws a `PolicyError` with all that the dialect cannot hold. `write`
 * gives the SQL of a column, and `more` finds what else is wrong.
 */
export function readSource(
  of: Formula | FormulaProgram,
  { dialect, columns = {} }: Source,
  write: (column: Identifier) => string,
  more: (words: Words) => readonly Problem[] = () => [],
): Read {
  refuse(dialectProblems(dialect))
  const words = wordsOf(dialect)
  const given = columns as Readonly<Record<string, Identifier>>
  const names = Object.keys(of.inputs)
  const columnOf = (input: string) =>
    (Object.hasOwn(given, input) ? given[input] : input) as Identifier
  const program = lower(of)
  refuse([
    ...Object.keys(given)
      .filter((name) => !names.includes(name))
      .map((name) => unknownInput(at('columns', name), name, names)),
    ...names.flatMap((name) => identifierProblems(columnOf(name), dialect, at('columns', name))),
    ...names.flatMap((name) => categoryProblems(program, name)),
    ...more(words),
    ...digitProblems(program, words.limits),
  ])
  return { program, column: (input) => write(columnOf(input)) }
}

/** The categories of an input that no engine can hold, each once. */
function categoryProblems({ inputs, instructions }: Program, input: string): readonly Problem[] {
  const declared = inputs[input]
  const asked = instructions.flatMap((instruction) =>
    instruction.op === 'category' && instruction.name === input ? [instruction.value] : [],
  )
  const texts = new Set([...(declared?.kind === 'category' ? declared.cases : []), ...asked])
  return [...texts].flatMap((text) => textProblems(text, at('inputs', input)))
}

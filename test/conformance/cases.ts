import fc from 'fast-check'
import { evaluate } from '../../src/formula/evaluate.js'
import type { Formula } from '../../src/formula/formula.js'
import { PolicyError, type Problem } from '../../src/problem/index.js'
import { decimal, toScaled } from '../../src/quantity/index.js'
import { formulaAndInputs, inputsOf } from '../formula/arbitrary.js'

/** The inputs of one run as decimals and categories; `null` where one is missing. */
export type Row = Readonly<Record<string, string | null>>

export interface Case {
  readonly formula: Formula
  readonly rows: readonly Row[]
}

/** A few formulas more than must be run, since some have more digits than DuckDB and Spark hold. */
const size = { formulas: 220, rows: 500 }

/** Random formulas of every kind of node, each with rows near its breakpoints; some rows are bad. */
export function drawCases(): readonly Case[] {
  // Columns alone tell `compile` how many rows there are, so a formula must read one.
  const drawn = formulaAndInputs().filter(({ formula }) => Object.keys(formula.inputs).length > 0)
  return fc.sample(drawn, size.formulas).map(({ formula }, i) => ({
    formula,
    rows: fc.sample(inputsOf(formula), size.rows).map((row, j) => spoilt(formula, row, i + j)),
  }))
}

/** Leaves an input out of one row in 16, and gives another an unknown category or too low a number. */
function spoilt({ inputs }: Formula, row: Row, turn: number): Row {
  const names = Object.keys(inputs)
  const name = names[turn % names.length] as string
  if (turn % 16 === 5) return { ...row, [name]: null }
  if (turn % 16 !== 6) return row
  const declared = inputs[name]
  if (declared?.kind === 'category') return { ...row, [name]: 'nowhere' }
  return declared?.above === undefined ? row : { ...row, [name]: declared.above }
}

/**
 * What `evaluate` makes of a row: its value, or the first of its problems as an engine's error
 * column gives it. An engine that takes so many digits and no more refuses a number that has more.
 */
export function expected(formula: Formula, row: Row, digits: number): string {
  const names = Object.keys(formula.inputs)
  const outcome = evaluated(formula, row)
  const wide = names.find((name) => digitsOf(formula, row, name) > digits)
  const wrong = names.indexOf(outcome.split(':')[1] ?? '')
  return wide === undefined || (wrong >= 0 && wrong < names.indexOf(wide))
    ? outcome
    : `too-many-digits:${wide}`
}

function digitsOf({ inputs }: Formula, row: Row, name: string): number {
  const input = inputs[name]
  const value = row[name]
  return value && input?.kind === 'number'
    ? String(toScaled(decimal(value), input.scale)).replace('-', '').length
    : 0
}

function evaluated(formula: Formula, row: Row): string {
  try {
    const given = Object.entries(row).filter(([, value]) => value !== null)
    return evaluate(formula, Object.fromEntries(given) as Record<string, string>).value
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    return errorOf(error.problems)
  }
}

/** The first of some problems, as the error column of an engine gives it. */
export function errorOf([first]: readonly Problem[]): string {
  if (first === undefined) throw new Error('a row has neither a value nor a problem')
  const { code, path } = first
  return code === 'division-by-zero' ? code : `${code}:${path.replace('inputs.', '')}`
}

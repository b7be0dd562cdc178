import type { InputDeclaration, NumberInput } from '../formula/formula.js'
import { decimal, toScaled } from '../quantity/index.js'
import { type Dialect, wordsOf } from './dialect.js'
import { textLiteral } from './quote.js'
import type { Read } from './source.js'

/**
 * What is wrong with a row's inputs, as one CASE: NULL, or the code of the first problem and the
 * input's name, as `evaluate` finds it.
 */
export function inputError({ program, column }: Read, dialect: Dialect): string {
  return firstOf(
    Object.entries(program.inputs).flatMap(([name, declared]) =>
      declared.kind === 'number'
        ? [
            ...numberErrors(name, column(name), dialect),
            ...lowErrors(name, declared, column(name), dialect),
          ]
        : categoryErrors(name, declared, column(name), dialect),
    ),
    dialect,
  )
}

/** The first branch that holds, or NULL. */
export function firstOf(branches: readonly string[], dialect: Dialect): string {
  return branches.length === 0
    ? `CAST(NULL AS ${wordsOf(dialect).text})`
    : `CASE ${branches.join(' ')} END`
}

/** A branch that gives a problem's code and what has it; neither may hold a quote. */
export function branch(condition: string, code: string, name: string): string {
  return `WHEN ${condition} THEN '${code}:${name}'`
}

/** The branches of a column that must hold a whole number with no more digits than the limit. */
export function numberErrors(name: string, column: string, dialect: Dialect): readonly string[] {
  const { literal, whole, limits } = wordsOf(dialect)
  const integer = whole(column)
  const most = 10n ** BigInt(limits.input) - 1n
  return [
    branch(`${column} IS NULL`, 'missing-input', name),
    // Of the integer: beside a double the limit itself would be rounded.
    branch(
      `(${integer} BETWEEN ${literal(-most)} AND ${literal(most)}) IS NOT TRUE`,
      'too-many-digits',
      name,
    ),
    branch(`${integer} <> ${column}`, 'too-many-places', name),
  ]
}

/** The branch of a number that must be above a bound: at most the highest that could be given. */
function lowErrors(
  name: string,
  { above, scale }: NumberInput,
  column: string,
  dialect: Dialect,
): readonly string[] {
  if (above === undefined) return []
  const { literal, whole, limits } = wordsOf(dialect)
  const most = 10n ** BigInt(limits.input) - 1n
  const bound = toScaled(decimal(above), scale)
  if (bound < -most) return []
  const highest = bound > most ? most : bound
  return [branch(`${whole(column)} <= ${literal(highest)}`, 'not-above', name)]
}

function categoryErrors(
  name: string,
  { cases, open }: Extract<InputDeclaration, { kind: 'category' }>,
  column: string,
  dialect: Dialect,
): readonly string[] {
  const known = cases.map((value) => textLiteral(value, dialect)).join(', ')
  const unknown = `CAST(${column} AS ${wordsOf(dialect).text}) NOT IN (${known})`
  return [
    branch(`${column} IS NULL`, 'missing-input', name),
    ...(open ? [] : [branch(unknown, 'unknown-category', name)]),
  ]
}

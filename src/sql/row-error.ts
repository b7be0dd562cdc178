import type { InputDeclaration, NumberInput } from '../formula/formula.js'
import type { Result } from '../formula/instructions.js'
import { highestRefused } from '../formula/scope.js'
import { type Dialect, wordsOf } from './dialect.js'
import { textLiteral } from './quote.js'
import type { Read } from './source.js'

/**
 * What is wrong with the inputs of a result in a row, as one CASE: NULL, or the code of the first
 * problem and the input's name, as `evaluate` finds it; `undefined` where it reads no input.
 */
export function inputError(
  { reads }: Result,
  column: Read['column'],
  dialect: Dialect,
): string | undefined {
  const { whole, limits } = wordsOf(dialect)
  const branches = reads.flatMap((read) => {
    if (!('declared' in read)) return []
    const { name, declared } = read
    return declared.kind === 'number'
      ? [
          ...numberErrors(name, column(name), dialect),
          ...lowErrors(name, whole(column(name)), { ...declared, digits: limits.input }, dialect),
        ]
      : categoryErrors(name, declared, column(name), dialect)
  })
  return branches.length === 0 ? undefined : firstOf(branches)
}

/** The first branch that holds, or NULL. */
export function firstOf(branches: readonly string[]): string {
  return `CASE ${branches.join(' ')} END`
}

/** A branch that gives a problem's code and what has it; neither may hold a quote. */
export function branch(condition: string, code: string, name: string): string {
  return `WHEN ${condition} THEN '${code}:${name}'`
}

/** The branches of a column that must hold a whole number with no more digits than the limit. */
export function numberErrors(name: string, column: string, dialect: Dialect): readonly string[] {
  return [
    branch(`${column} IS NULL`, 'missing-input', name),
    branch(`(${isInReach(column, dialect)}) IS NOT TRUE`, 'too-many-digits', name),
    branch(`${wordsOf(dialect).whole(column)} <> ${column}`, 'too-many-places', name),
  ]
}

/** Asked of the integer: beside a double the limit itself would be rounded. */
function isInReach(column: string, dialect: Dialect): string {
  const { literal, whole, limits } = wordsOf(dialect)
  const most = greatestOf(limits.input)
  return `${whole(column)} BETWEEN ${literal(-most)} AND ${literal(most)}`
}

const greatestOf = (digits: number): bigint => 10n ** BigInt(digits) - 1n

/**
 * The integer of a column, or 0 where it is none with so few digits: what results without an error
 * read is as it is, and nothing computed from the rest leaves the engine's integers.
 */
export function boundedInteger(column: string, dialect: Dialect): string {
  const { literal, whole } = wordsOf(dialect)
  return `CASE WHEN ${isInReach(column, dialect)} THEN ${whole(column)} ELSE ${literal(0n)} END`
}

/** The branch of an integer of so many digits that must be above a bound, where there is one. */
export function lowErrors(
  name: string,
  integer: string,
  { above, scale, digits }: Pick<NumberInput, 'above' | 'scale'> & { readonly digits: number },
  dialect: Dialect,
): readonly string[] {
  if (above === undefined) return []
  const bound = highestRefused(above, scale)
  const most = Number.isFinite(digits) ? greatestOf(digits) : undefined
  if (most !== undefined && bound < -most) return []
  // At most the highest that there can be: beyond, the engine may hold no number.
  const highest = most !== undefined && bound > most ? most : bound
  return [branch(`${integer} <= ${wordsOf(dialect).literal(highest)}`, 'not-above', name)]
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

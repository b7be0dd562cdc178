import type { Formula } from '../formula/formula.js'
import { type FormulaProgram, isProgram } from '../formula/program.js'
import { refuse } from '../problem/index.js'
import { wordsOf } from './dialect.js'
import { tooLong } from './problems.js'
import { quoted } from './quote.js'
import { inputError } from './row-error.js'
import { readSource, type Source } from './source.js'
import { type Place, termsOf } from './terms.js'

/** A formula, or one result of a program, as two expressions over one row. */
export interface SqlExpression {
  /** The value as an integer of its smallest unit, at the formula's scale; NULL where it has an error. */
  readonly value: string
  /** NULL, or what is wrong with the row: `missing-input:sales`, `failed-result:score`, `division-by-zero`. */
  readonly error: string
}

/** The characters that an expression may have: what a formula uses twice stands in it twice. */
const maxLength = 100_000

/**
 * A formula as SQL that stands alone in any query: two expressions over columns that hold each
 * number as an integer of its smallest unit (at the scale that the input declares), and each
 * category as text. `columns` names the columns that are not named as their inputs are. A program
 * gives two for each result; a result that another one reads is written out in it.
 *
 * Throws a `PolicyError` for a name that the engine cannot quote, for a formula whose integers could
 * have more digits than the engine's, and for one whose expression would be too long.
 *
 * @example
 * toSql(formula, { dialect: 'duckdb', columns: { sales: ['s', 'sales_cents'] } }).value
 * //=> CASE WHEN … IS NULL THEN (TRY_CAST("s"."sales_cents" AS HUGEINT) * 15::HUGEINT) END
 */
export function toSql<Name extends string>(
  formula: Formula<Name>,
  source: Source<Name>,
): SqlExpression
export function toSql<Result extends string, Name extends string>(
  program: FormulaProgram<Result, Name>,
  source: Source<Name>,
): Readonly<Record<Result, SqlExpression>>
export function toSql(
  of: Formula | FormulaProgram,
  source: Source,
): SqlExpression | Readonly<Record<string, SqlExpression>> {
  const { dialect } = source
  const { program, column } = readSource(of, source, (name) => quoted(name, dialect))
  const { whole, text } = wordsOf(dialect)
  const { terms, results } = termsOf(program, dialect, {
    input: (name) =>
      program.inputs[name]?.kind === 'number'
        ? whole(column(name))
        : `CAST(${column(name)} AS ${text})`,
    fault: (result) => inputError(result, column, dialect),
  })
  const written: string[] = []
  const part = (place: Place) => written[place] as string
  for (const { of, write } of terms) {
    const sql = write(of.map(part))
    if (sql.length > maxLength) refuse([tooLong(maxLength)])
    written.push(sql)
  }
  const expressions = results.map(({ value, error }): SqlExpression => {
    const [found, wrong] = [part(value), part(error)]
    return { value: `CASE WHEN ${wrong} IS NULL THEN ${found} END`, error: wrong }
  })
  const [only] = expressions as [SqlExpression]
  return isProgram(of)
    ? Object.fromEntries(
        program.results.map(({ name }, i) => [name, expressions[i] as SqlExpression]),
      )
    : only
}

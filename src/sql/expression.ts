import type { Formula } from '../formula/formula.js'
import { refuse } from '../problem/index.js'
import { wordsOf } from './dialect.js'
import { tooLong } from './problems.js'
import { quoted } from './quote.js'
import { inputError } from './row-error.js'
import { readSource, type Source } from './source.js'
import { type Place, termsOf } from './terms.js'

/** A formula as two expressions over one row. */
export interface SqlExpression {
  /** The value as an integer of its smallest unit, at the formula's scale; NULL where it has an error. */
  readonly value: string
  /** NULL, or what is wrong with the row: `missing-input:sales`, `division-by-zero`. */
  readonly error: string
}

/** The characters that an expression may have: what a formula uses twice stands in it twice. */
const maxLength = 100_000

/**
 * A formula as SQL that stands alone in any query: two expressions over columns that hold each
 * number as an integer of its smallest unit (at the scale that the input declares), and each
 * category as text. `columns` names the columns that are not named as their inputs are.
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
): SqlExpression {
  const { dialect } = source
  const read = readSource(formula, source, (column) => quoted(column, dialect))
  const { program, column } = read
  const { whole, text } = wordsOf(dialect)
  const { terms, result, zeroDivisor } = termsOf(program, dialect, (input) =>
    program.inputs[input]?.kind === 'number'
      ? whole(column(input))
      : `CAST(${column(input)} AS ${text})`,
  )
  const written: string[] = []
  const part = (place: Place) => written[place] as string
  for (const { of, write } of terms) {
    const sql = write(of.map(part))
    if (sql.length > maxLength) refuse([tooLong(maxLength)])
    written.push(sql)
  }
  const wrongInput = inputError(read, dialect)
  const error =
    zeroDivisor === undefined
      ? wrongInput
      : `COALESCE(${wrongInput}, CASE WHEN ${part(zeroDivisor)} THEN 'division-by-zero' END)`
  return { value: `CASE WHEN ${error} IS NULL THEN ${part(result)} END`, error }
}

import type { Formula } from '../formula/formula.js'
import { wordsOf } from './dialect.js'
import { type LayerColumn, layersOf } from './layers.js'
import { tooManyPlacesForDecimal } from './problems.js'
import {
  type Identifier,
  identifierProblems,
  quoted,
  resultColumnProblems,
  source,
  sourceColumn,
} from './quote.js'
import { inputError } from './row-error.js'
import { readSource, type Source } from './source.js'
import { termsOf } from './terms.js'

export interface SelectSource<Name extends string = string> extends Source<Name> {
  /** The table or view that has the columns. */
  readonly from: Identifier
  /** Columns of it to take along, such as the employee's id. */
  readonly keep?: readonly string[]
  /** Whether `value` is a decimal of the formula's scale, not an integer of its smallest unit. */
  readonly decimal?: boolean
}

/** The layer of the columns as they are, and the layer of the inputs as integers and text. */
const [found, given] = [0, 1]

/**
 * A formula as a query over a table or view: one row for each of its rows, with the columns to keep,
 * then `value` (as in {@link toSql}, or a decimal) and `error`. It has a row's value or its error,
 * never both. What the formula uses several times is computed once, in layers of subqueries.
 *
 * Throws a `PolicyError` as {@link toSql} does, but for no length; and for a kept column that stands
 * twice or is called `value` or `error`, and a decimal of more places than the engine's.
 *
 * @example
 * selectSql(formula, { dialect: 'postgresql', from: 'payroll', keep: ['employee'] })
 * //=> WITH layer_0 AS MATERIALIZED (SELECT …) … SELECT k0 AS "employee", … AS "value", … FROM layer_2
 */
export function selectSql<Name extends string>(
  formula: Formula<Name>,
  options: SelectSource<Name>,
): string {
  const { dialect, from, keep = [], decimal = false } = options
  const own = (name: Identifier) => sourceColumn(from, name, dialect)
  const read = readSource(formula, options, own, ({ limits }) => [
    ...identifierProblems(from, dialect, 'from'),
    ...resultColumnProblems(keep, ['value', 'error'], dialect, 'keep'),
    ...(decimal && formula.scale > limits.places
      ? [tooManyPlacesForDecimal(formula.scale, limits.places)]
      : []),
  ])
  const words = wordsOf(dialect)
  const { program, column } = read
  const inputs = Object.keys(program.inputs)
  const layers = layersOf(
    termsOf(program, dialect, (input) => `i${inputs.indexOf(input)}`),
    given,
  )
  const { top } = layers
  const asInput = (name: string, x: string) =>
    program.inputs[name]?.kind === 'number'
      ? `CASE WHEN fault IS NULL THEN ${words.whole(x)} END`
      : `CAST(${x} AS ${words.text})`
  const columns: readonly LayerColumn[] = [
    ...keep.map((name, i) => ({
      name: `k${i}`,
      sql: own(name),
      layer: found,
      until: top + 1,
    })),
    ...inputs.flatMap((name, i) => {
      const until = layers.inputs.get(name)
      if (until === undefined) return []
      return [
        { name: `x${i}`, sql: column(name), layer: found, until: given },
        { name: `i${i}`, sql: asInput(name, `x${i}`), layer: given, until },
      ]
    }),
    { name: 'fault', sql: inputError(read, dialect), layer: found, until: top },
    ...layers.columns,
    { name: 'result', sql: layers.result, layer: top, until: top + 1 },
    {
      name: 'error',
      sql:
        layers.zeroDivisor === undefined
          ? 'fault'
          : `CASE WHEN fault IS NOT NULL THEN fault WHEN ${layers.zeroDivisor} THEN 'division-by-zero' END`,
      layer: top,
      until: top + 1,
    },
  ]
  const value = decimal ? words.decimal('result', formula.scale) : 'result'
  const shown = [
    ...keep.map((name, i) => `k${i} AS ${quoted(name, dialect)}`),
    `CASE WHEN error IS NULL THEN ${value} END AS ${quoted('value', dialect)}`,
    `error AS ${quoted('error', dialect)}`,
  ]
  const subqueries = Array.from({ length: top + 1 }, (_, layer) => {
    const below = layer === 0 ? `${quoted(from, dialect)} AS ${source}` : `layer_${layer - 1}`
    return `layer_${layer} ${words.layer} (\n  SELECT ${layerSql(columns, layer)}\n  FROM ${below}\n)`
  })
  return `WITH ${subqueries.join(', ')}\nSELECT ${shown.join(', ')}\nFROM layer_${top}`
}

/** What a layer selects: the columns it computes, and those below that a layer above it reads. */
function layerSql(columns: readonly LayerColumn[], layer: number): string {
  return columns
    .filter((column) => column.layer <= layer && column.until > layer)
    .map(({ name, sql, layer: own }) => (own === layer ? `${sql} AS ${name}` : name))
    .join(', ')
}

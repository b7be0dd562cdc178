import type { Formula } from '../formula/formula.js'
import type { Result } from '../formula/instructions.js'
import { type FormulaProgram, isProgram } from '../formula/program.js'
import { at, type Problem } from '../problem/index.js'
import { type Dialect, wordsOf } from './dialect.js'
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
import { boundedInteger, inputError } from './row-error.js'
import { readSource, type Source } from './source.js'
import { termsOf } from './terms.js'

export interface SelectSource<Name extends string = string> extends Source<Name> {
  /** The table or view that has the columns. */
  readonly from: Identifier
  /** Columns of it to take along, such as the employee's id. */
  readonly keep?: readonly string[]
  /** Whether values are decimals of the formula's scale, not integers of its smallest unit. */
  readonly decimal?: boolean
}

/** The layer of the columns as they are, and the layer of the inputs as integers and text. */
const [found, given] = [0, 1]

/**
 * A formula as a query over a table or view: one row for each of its rows, with the columns to keep,
 * then `value` (as in {@link toSql}, or a decimal) and `error`. A program gives two columns for each
 * result: `bonus` and `bonus_error`, those of results before their readers. One of the two is NULL,
 * the other never. What is used several times is computed once, in layers of subqueries.
 *
 * Throws a `PolicyError` as {@link toSql} does, but for no length; and for columns that have one name
 * (to the engine, which may not tell letters by case), and a decimal of more places than the engine's.
 *
 * @example
 * selectSql(formula, { dialect: 'postgresql', from: 'payroll', keep: ['employee'] })
 * //=> WITH layer_0 AS MATERIALIZED (SELECT …) … SELECT k0 AS "employee", … AS "value", … FROM layer_2
 */
export function selectSql<Name extends string>(
  of: Formula<Name> | FormulaProgram<string, Name>,
  options: SelectSource<Name>,
): string {
  const { dialect, from, keep = [], decimal = false } = options
  const shown = shownColumns(of)
  const own = (name: Identifier) => sourceColumn(from, name, dialect)
  const read = readSource(of, options, own, ({ limits }) => [
    ...identifierProblems(from, dialect, 'from'),
    ...(isProgram(of) ? namesInTheWay(shown, dialect) : []),
    ...resultColumnProblems(
      keep,
      shown.flatMap(({ value, error }) => [value, error]),
      dialect,
      'keep',
    ),
    ...(decimal ? shown.flatMap((each) => decimalProblems(each, limits.places)) : []),
  ])
  const words = wordsOf(dialect)
  const { program, column } = read
  const inputs = Object.keys(program.inputs)
  const faults = new Map<string, string>()
  const faultOf = (result: Result): string | undefined => {
    const sql = inputError(result, column, dialect)
    if (sql === undefined) return undefined
    const name = faults.get(sql) ?? `f${faults.size}`
    faults.set(sql, name)
    return name
  }
  const layers = layersOf(
    termsOf(program, dialect, { input: (name) => `i${inputs.indexOf(name)}`, fault: faultOf }),
    given,
  )
  const { top } = layers
  const lastRead = (name: string) => layers.given.get(name)
  const asInput = (name: string, x: string) =>
    program.inputs[name]?.kind === 'number'
      ? boundedInteger(x, dialect)
      : `CAST(${x} AS ${words.text})`
  const columns: readonly LayerColumn[] = [
    ...keep.map((name, i) => ({
      name: `k${i}`,
      sql: own(name),
      layer: found,
      until: top + 1,
    })),
    ...inputs.flatMap((name, i) => {
      const until = lastRead(`i${i}`)
      if (until === undefined) return []
      return [
        { name: `x${i}`, sql: column(name), layer: found, until: given },
        { name: `i${i}`, sql: asInput(name, `x${i}`), layer: given, until },
      ]
    }),
    ...[...faults].map(([sql, name]) => ({
      name,
      sql,
      layer: found,
      until: lastRead(name) as number,
    })),
    ...layers.columns,
    ...layers.results.flatMap(({ value, error }, i) => [
      { name: `v${i}`, sql: value, layer: top, until: top + 1 },
      { name: `e${i}`, sql: error, layer: top, until: top + 1 },
    ]),
  ]
  const selected = [
    ...keep.map((name, i) => `k${i} AS ${quoted(name, dialect)}`),
    ...shown.flatMap(({ value, error, scale }, i) => {
      const number = decimal ? words.decimal(`v${i}`, scale) : `v${i}`
      return [
        `CASE WHEN e${i} IS NULL THEN ${number} END AS ${quoted(value, dialect)}`,
        `e${i} AS ${quoted(error, dialect)}`,
      ]
    }),
  ]
  const subqueries = Array.from({ length: top + 1 }, (_, layer) => {
    const below = layer === 0 ? `${quoted(from, dialect)} AS ${source}` : `layer_${layer - 1}`
    return `layer_${layer} ${words.layer} (\n  SELECT ${layerSql(columns, layer)}\n  FROM ${below}\n)`
  })
  return `WITH ${subqueries.join(', ')}\nSELECT ${selected.join(', ')}\nFROM layer_${top}`
}

/** The two columns that a query has of a result. */
interface Shown {
  readonly value: string
  readonly error: string
  readonly scale: number
  /** Where a problem with the result is. */
  readonly path: string
}

function shownColumns(of: Formula | FormulaProgram): readonly Shown[] {
  if (!isProgram(of)) return [{ value: 'value', error: 'error', scale: of.scale, path: 'decimal' }]
  return Object.entries(of.results).map(([name, { scale }]) => ({
    value: name,
    error: `${name}_error`,
    scale,
    path: at('results', name),
  }))
}

/** Results whose columns the engine cannot name, or not tell from those of results before them. */
function namesInTheWay(shown: readonly Shown[], dialect: Dialect): readonly Problem[] {
  return shown.flatMap(({ value, error, path }, i) => {
    const before = shown.slice(0, i).flatMap((each) => [each.value, each.error])
    return resultColumnProblems([value, error], before, dialect, path)
      .slice(0, 1)
      .map((problem) => ({ ...problem, path }))
  })
}

function decimalProblems({ scale, path }: Shown, limit: number): readonly Problem[] {
  return scale > limit ? [tooManyPlacesForDecimal(path, scale, limit)] : []
}

/** What a layer selects: the columns it computes, and those below that a layer above it reads. */
function layerSql(columns: readonly LayerColumn[], layer: number): string {
  return columns
    .filter((column) => column.layer <= layer && column.until > layer)
    .map(({ name, sql, layer: own }) => (own === layer ? `${sql} AS ${name}` : name))
    .join(', ')
}

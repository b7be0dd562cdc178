import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { PGlite } from '@electric-sql/pglite'
import { categoryColumn, compile, type Formula, numberColumn } from '../../src/formula/index.js'
import { decimal, fromScaled, toScaled } from '../../src/quantity/index.js'
import { type Dialect, selectSql, toSql } from '../../src/sql/index.js'
import { errorOf, type Row } from './cases.js'

/** An interpreter of formulas that is held to `evaluate`. */
export interface Engine {
  readonly name: string
  /** The most digits of an input's integer; a row with more is an error of the row. */
  readonly digits: number
  /** For each row the decimal that the formula gives, or its error, such as `missing-input:sales`. */
  readonly run: (formula: Formula, rows: readonly Row[]) => Promise<readonly string[]>
}

/** Runs statements, and gives the rows of the last one, each value as text. */
export type Query = (sql: string) => Promise<readonly (readonly (string | null)[])[]>

let connection: Promise<DuckDBConnection> | undefined

export const duckdb: Query = async (sql) => {
  connection ??= DuckDBInstance.create(':memory:').then((instance) => instance.connect())
  const reader = await (await connection).runAndReadAll(sql)
  return reader.getRowsJson().map((row) => row.map((value) => (value === null ? null : `${value}`)))
}

let server: PGlite | undefined

export const postgresql: Query = async (sql) => {
  server ??= new PGlite()
  const results = await server.exec(sql, { rowMode: 'array' })
  const rows = (results.at(-1)?.rows ?? []) as unknown as unknown[][]
  return rows.map((row) => row.map((value) => (value === null ? null : `${value}`)))
}

/** The table `data` with the rows: their number, integers of the smallest unit, and text. */
export function createData(
  { inputs }: Formula,
  rows: readonly Row[],
  types: { readonly integer: string; readonly text: string },
): string {
  const declared = Object.entries(inputs)
  const columns = declared.map(
    ([name, { kind }]) => `, "${name}" ${kind === 'number' ? types.integer : types.text}`,
  )
  const values = rows.map((row, i) => {
    const cells = declared.map(([name, input]) => {
      const value = row[name]
      if (value === null || value === undefined) return ', NULL'
      return input.kind === 'number'
        ? `, ${toScaled(decimal(value), input.scale)}`
        : `, '${value.replaceAll("'", "''")}'`
    })
    return `(${i}${cells.join('')})`
  })
  return [
    'DROP TABLE IF EXISTS data',
    `CREATE TABLE data (row_number integer${columns.join('')})`,
    `INSERT INTO data VALUES ${values.join(', ')}`,
    '',
  ].join(';\n')
}

function sqlEngine(
  name: string,
  dialect: Dialect,
  query: Query,
  digits: number,
  write: (formula: Formula, dialect: Dialect) => string,
): Engine {
  return {
    name,
    digits,
    run: async (formula, rows) => {
      const sql = write(formula, dialect)
      const data = createData(formula, rows, { integer: 'bigint', text: 'text' })
      const results = await query(`${data}${sql}`)
      return results.map(([value, error]) =>
        value === null || value === undefined
          ? (error as string)
          : fromScaled(BigInt(value), formula.scale),
      )
    },
  }
}

const select = (formula: Formula, dialect: Dialect) =>
  `SELECT "value", "error" FROM (${selectSql(formula, { dialect, from: 'data', keep: ['row_number'] })}) AS results ORDER BY "row_number"`

const expression = (formula: Formula, dialect: Dialect) => {
  const { value, error } = toSql(formula, { dialect })
  return `SELECT ${value} AS value, ${error} AS error FROM data ORDER BY row_number`
}

const compiled: Engine = {
  name: 'compile',
  digits: 40,
  run: async (formula, rows) => {
    const columns = Object.entries(formula.inputs).map(([name, input]) => {
      const values = rows.map((row) => row[name])
      const column =
        input.kind === 'number' ? numberColumn(values, input.scale) : categoryColumn(values)
      return [name, column] as const
    })
    const batch = compile(formula)(Object.fromEntries(columns))
    return rows.map((_, i) => batch.value(i) ?? errorOf(batch.problems(i)))
  },
}

/** Every engine of `npm test`. */
export const engines: readonly Engine[] = [
  compiled,
  sqlEngine('DuckDB', 'duckdb', duckdb, 18, select),
  sqlEngine('PostgreSQL', 'postgresql', postgresql, 40, select),
  sqlEngine('DuckDB, one expression', 'duckdb', duckdb, 18, expression),
  sqlEngine('PostgreSQL, one expression', 'postgresql', postgresql, 40, expression),
]

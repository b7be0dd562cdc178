import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { PGlite } from '@electric-sql/pglite'
import {
  type Batch,
  categoryColumn,
  compile,
  type Formula,
  type FormulaProgram,
  numberColumn,
} from '../../src/formula/index.js'
import { isProgram } from '../../src/formula/program.js'
import { decimal, fromScaled, toScaled } from '../../src/quantity/index.js'
import { type Dialect, selectSql, toSql } from '../../src/sql/index.js'
import { errorOf, type Row, resultsOf } from './cases.js'

type Asked = Formula | FormulaProgram

/** An interpreter of formulas and programs that is held to `evaluate`. */
export interface Engine {
  readonly name: string
  /** The most digits of an input's integer; a row with more is an error of the row. */
  readonly digits: number
  /** Of the random programs, how many it must hold: what others read is written out in an expression. */
  readonly programs: number
  /**
   * For each row, and in it for each result, the decimal that the formula gives, or its error, such
   * as `missing-input:sales`.
   */
  readonly run: (of: Asked, rows: readonly Row[]) => Promise<readonly (readonly string[])[]>
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
  { inputs }: Asked,
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
  programs: number,
  write: (of: Asked, dialect: Dialect) => string,
): Engine {
  return {
    name,
    digits,
    programs,
    run: async (of, rows) => {
      const sql = write(of, dialect)
      const data = createData(of, rows, { integer: 'bigint', text: 'text' })
      const found = await query(`${data}${sql}`)
      const results = resultsOf(of)
      return found.map((row) =>
        results.map(({ scale }, i) => {
          const [value, error] = [row[2 * i], row[2 * i + 1]]
          if (value === null || value === undefined) return error as string
          return error === null ? fromScaled(BigInt(value), scale) : `${value} and ${error}`
        }),
      )
    },
  }
}

const select = (of: Asked, dialect: Dialect) => {
  const columns = resultsOf(of).flatMap(({ value, error }) => [`"${value}"`, `"${error}"`])
  const sql = selectSql(of, { dialect, from: 'data', keep: ['row_number'] })
  return `SELECT ${columns.join(', ')} FROM (${sql}) AS results ORDER BY "row_number"`
}

const expression = (of: Asked, dialect: Dialect) => {
  const written = isProgram(of) ? Object.values(toSql(of, { dialect })) : [toSql(of, { dialect })]
  const columns = written.flatMap(({ value, error }, i) => [
    `${value} AS v${i}`,
    `${error} AS e${i}`,
  ])
  return `SELECT ${columns.join(', ')} FROM data ORDER BY row_number`
}

const compiled: Engine = {
  name: 'compile',
  digits: 40,
  programs: 150,
  run: async (of, rows) => {
    const columns = Object.fromEntries(
      Object.entries(of.inputs).map(([name, input]) => {
        const values = rows.map((row) => row[name])
        return [
          name,
          input.kind === 'number' ? numberColumn(values, input.scale) : categoryColumn(values),
        ] as const
      }),
    )
    const batches: readonly Batch[] = isProgram(of)
      ? Object.values(compile(of)(columns).results)
      : [compile(of)(columns)]
    return rows.map((_, i) => batches.map((batch) => batch.value(i) ?? errorOf(batch.problems(i))))
  },
}

/** Every engine of `npm test`. */
export const engines: readonly Engine[] = [
  compiled,
  sqlEngine('DuckDB', 'duckdb', duckdb, 18, 100, select),
  sqlEngine('PostgreSQL', 'postgresql', postgresql, 40, 150, select),
  sqlEngine('DuckDB, one expression', 'duckdb', duckdb, 18, 25, expression),
  sqlEngine('PostgreSQL, one expression', 'postgresql', postgresql, 40, 25, expression),
]

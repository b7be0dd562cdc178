import { DuckDBInstance } from '@duckdb/node-api'
import { selectSql } from '../../src/sql/index.js'
import { centsOf, type Plan, type Rival } from './rival.js'

/**
 * DuckDB running the SQL of a formula, on as many threads as the machine has cores: a pass fills a
 * table of payouts from a table of the rows, all in DuckDB's memory.
 */
export function duckdb({ formula, columns }: Plan): Rival {
  const sql = selectSql(formula, { dialect: 'duckdb', from: 'given', keep: ['row_number'] })
  return {
    prepare: async (data, rows) => {
      const instance = await DuckDBInstance.create(':memory:')
      const connection = await instance.connect()
      const given = Object.entries(columns(data))
      const types = given.map(([name, column]) =>
        'codes' in column ? `, "${name}" VARCHAR` : `, "${name}" BIGINT`,
      )
      await connection.run(`CREATE TABLE given (row_number INTEGER${types.join('')})`)
      const appender = await connection.createAppender('given')
      for (let row = 0; row < rows; row++) {
        appender.appendInteger(row)
        for (const [, column] of given)
          if ('codes' in column)
            appender.appendVarchar(column.dictionary[column.codes[row] as number] as string)
          else appender.appendBigInt(BigInt((column as Float64Array)[row] as number))
        appender.endRow()
      }
      appender.closeSync()
      return {
        run: () => connection.run(`CREATE OR REPLACE TABLE paid AS ${sql}`),
        payouts: async () => {
          const reader = await connection.runAndReadAll(
            'SELECT value::BIGINT FROM paid ORDER BY row_number',
          )
          return reader.getColumns()[0] as ArrayLike<unknown>
        },
        close: () => {
          connection.disconnectSync()
          instance.closeSync()
        },
      }
    },
    cents: centsOf.bigint,
  }
}

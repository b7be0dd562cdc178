import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { compile } from 'payproof/formula'
import { type Dialect, selectSql } from 'payproof/sql'
import { pythonWithSpark } from '../../test/conformance/spark/python.js'
import { table } from '../table.js'
import { employeeColumns, employees, plan, totals } from './plan.js'

/** Pays ten million synthetic employees three times, and compares the totals to the cent. */

const rows = Number(process.argv[2] ?? 10_000_000)

/** Error, rows, total in cents; all as text. */
type Totals = readonly (readonly string[])[]

function inMemory(): Totals {
  const columns = employeeColumns(rows)
  const started = performance.now()
  const { values, errors } = compile(plan)(columns)
  console.log(`compile alone, without the columns: ${seconds(started)} s\n`)
  const names = ['paid', 'missing-input:sales', '', '', 'division-by-zero']
  const counts = names.map(() => 0)
  const cents = names.map(() => 0n)
  errors.forEach((error, i) => {
    counts[error] = (counts[error] as number) + 1
    if (error === 0) cents[0] = (cents[0] as bigint) + BigInt(values[i] as number)
  })
  return names
    .map((name, error) => [name, String(counts[error]), String(cents[error])])
    .filter(([, count]) => count !== '0')
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

const query = (dialect: Dialect) => totals(selectSql(plan, { dialect, from: 'payroll' }))

async function inDuckDB(): Promise<Totals> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const numbers = `SELECT range AS i FROM range(${rows})`
  await connection.run(`CREATE VIEW payroll AS ${employees(numbers)}`)
  const reader = await connection.runAndReadAll(query('duckdb'))
  return reader.getRowsJson().map((row) => row.map(String))
}

function inSpark(): Totals {
  const script = fileURLToPath(new URL('pay.py', import.meta.url))
  const numbers = `SELECT id AS i FROM range(${rows})`
  const { stdout, status, stderr } = spawnSync(
    pythonWithSpark(),
    [script, employees(numbers), query('spark')],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Totals
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1)
}

const runs: { name: string; took: string; found: Totals }[] = []
for (const [name, run] of [
  ['compile', inMemory],
  ['DuckDB', inDuckDB],
  ['Spark local[2]', inSpark],
] as const) {
  const started = performance.now()
  const found = await run()
  runs.push({ name, took: seconds(started), found })
}

console.log(
  table([
    ['Engine', 'Outcome', 'Rows', 'Total, cents', 'Seconds, all in'],
    ...runs.flatMap(({ name, took, found }) =>
      found.map((cells, i) => [i === 0 ? name : '', ...cells, i === 0 ? took : '']),
    ),
  ]),
)
const same = new Set(runs.map(({ found }) => JSON.stringify(found))).size === 1
console.log(same ? '\nAll totals are equal to the cent.' : '\nThe totals differ.')
process.exitCode = same ? 0 : 1

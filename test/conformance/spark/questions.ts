import fc from 'fast-check'
import {
  add,
  check,
  constant,
  type Formula,
  type FormulaProgram,
  input,
  match,
} from '../../../src/formula/index.js'
import { isProgram } from '../../../src/formula/program.js'
import { problemsOf } from '../../../src/problem/index.js'
import { decimal, toScaled } from '../../../src/quantity/index.js'
import { selectSql, toSql } from '../../../src/sql/index.js'
import { identifierProblems } from '../../../src/sql/quote.js'
import { seed } from '../../seed.js'
import { hostileTexts } from '../../sql/hostile.js'
import { drawCases, drawPrograms, expected, isValue, type Row, resultsOf } from '../cases.js'
import { drawPools, poolAnswers, poolRows, poolSql } from '../pools.js'

/** A table to make, a query over it, and what it must give: in order, one text a row. */
export interface Question {
  readonly name: string
  /** The columns of the table `data`, and their types. */
  readonly columns: string
  readonly rows: readonly (readonly (string | null)[])[]
  readonly sql: string
  readonly answers: readonly string[]
}

fc.configureGlobal({ seed })

/** Spark takes minutes over an expression of more characters; its own advice is to split it. */
const longest = 10_000

/** The formulas, programs and pools of `npm test`, with the answers of `evaluate` and `allocate`. */
export function questions(): readonly Question[] {
  return [
    ...drawCases().flatMap(({ of, rows }, i) => ask(of, rows, `formula ${i}`)),
    ...drawPrograms().flatMap(({ of, rows }, i) => ask(of, rows, `program ${i}`)),
    hostileCategories(),
    hostileColumns(),
    ...drawPools().map(
      (pools, i): Question => ({
        name: `pools ${i}`,
        columns: 'pool STRING, id STRING, weight BIGINT, fund BIGINT',
        rows: poolRows(pools),
        sql: poolSql(pools, 'spark'),
        answers: poolAnswers(pools),
      }),
    ),
  ]
}

/** One question through a select, and one through an expression; none where Spark cannot hold it. */
function ask(
  of: Formula | FormulaProgram,
  rows: readonly Row[],
  name: string,
): readonly Question[] {
  const refused = problemsOf(() => selectSql(of, { dialect: 'spark', from: 'data' }))
  if (refused.length > 0) return []
  const declared = Object.entries(of.inputs)
  const results = resultsOf(of)
  const columns = declared.map(
    ([input, { kind }]) => `, \`${input}\` ${kind === 'number' ? 'BIGINT' : 'STRING'}`,
  )
  const answers = rows.map((row) =>
    expected(of, row, 18)
      .map((value, i) =>
        isValue(value) ? String(toScaled(decimal(value), results[i]?.scale as number)) : value,
      )
      .join(' '),
  )
  const data = rows.map((row, i) => [
    String(i),
    ...declared.map(([input, declaration]) => {
      const value = row[input] ?? null
      return value !== null && declaration.kind === 'number'
        ? String(toScaled(decimal(value), declaration.scale))
        : value
    }),
  ])
  const shown = results.map(({ value, error }) => `coalesce(CAST(${value} AS STRING), ${error})`)
  const select = selectSql(of, { dialect: 'spark', from: 'data', keep: ['row_number'] })
  return [['select', select] as const, ...expressionOf(of)].map(([kind, sql]) => ({
    name: `${name}, ${kind}`,
    columns: `row_number BIGINT${columns.join('')}`,
    rows: data,
    sql: `SELECT concat_ws(' ', ${shown.join(', ')}) FROM (${sql}) ORDER BY row_number`,
    answers,
  }))
}

function expressionOf(of: Formula | FormulaProgram): readonly (readonly [string, string])[] {
  let sql = ''
  problemsOf(() => {
    const written = isProgram(of)
      ? Object.values(toSql(of, { dialect: 'spark' }))
      : [toSql(of, { dialect: 'spark' })]
    const columns = resultsOf(of).map(({ value, error }, i) => {
      const { value: number, error: wrong } = written[i] as (typeof written)[number]
      return `${number} AS ${value}, ${wrong} AS ${error}`
    })
    sql = `SELECT row_number, ${columns.join(', ')} FROM data`
  })
  return sql !== '' && sql.length < longest ? [['expression', sql]] : []
}

/** A row for each text that would leave its quotes; each is a case of its own. */
function hostileCategories(): Question {
  const cases = hostileTexts.map((text, i) => [text, constant(String(i))] as const)
  const formula = check(match('region', Object.fromEntries(cases), constant('-1')))
  const sql = selectSql(formula, { dialect: 'spark', from: 'data', keep: ['place'] })
  return {
    name: 'hostile categories',
    columns: 'place BIGINT, region STRING',
    rows: hostileTexts.map((text, i) => [String(i), text]),
    sql: `SELECT CAST(value AS STRING) FROM (${sql}) ORDER BY place`,
    answers: hostileTexts.map((_, i) => String(i)),
  }
}

/** A column for each such text that Spark can name; each adds another power of two. */
function hostileColumns(): Question {
  const names = hostileTexts.filter((text) => identifierProblems(text, 'spark', '').length === 0)
  const columns = Object.fromEntries(names.map((name, i) => [`input_${i}`, `${name}${i}`]))
  const inputs = Object.keys(columns).map((name) => input(name, 'count', 0))
  const sql = selectSql(check(add(...inputs)), { dialect: 'spark', from: 'data', columns })
  return {
    name: 'hostile columns',
    columns: Object.values(columns)
      .map((name) => `\`${name.replaceAll('`', '``')}\` BIGINT`)
      .join(', '),
    rows: [names.map((_, i) => String(2n ** BigInt(i)))],
    sql: `SELECT CAST(value AS STRING) FROM (${sql})`,
    answers: [String(2n ** BigInt(names.length) - 1n)],
  }
}

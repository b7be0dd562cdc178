import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check, constant, input, match, multiply } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { type Dialect, selectSql, toSql } from '../../src/sql/index.js'
import { identifierProblems, quoted, textLiteral, textProblems } from '../../src/sql/quote.js'
import { duckdb, postgresql, type Query } from '../conformance/engines.js'
import { hostileText, hostileTexts } from './hostile.js'

describe('a name', () => {
  test.each<[Dialect, string]>([
    ['duckdb', '"a""b`c"."d"'],
    ['postgresql', '"a""b`c"."d"'],
    ['spark', '`a"b``c`.`d`'],
  ])('is quoted for %s with its quotes doubled', (dialect, sql) => {
    expect(quoted(['a"b`c', 'd'], dialect)).toBe(sql)
  })

  const long = '客'.repeat(21)
  const variable = ['a$', '{b}'].join('')
  test.each<[string, string | readonly string[], Dialect, string[]]>([
    ['empty', '', 'duckdb', ['from']],
    ['without parts', [], 'duckdb', ['from']],
    ['with an empty part', ['a', ''], 'duckdb', ['from[1]']],
    ['with NUL', 'a\0b', 'spark', ['from']],
    ['with half a surrogate pair', 'a\ud800', 'duckdb', ['from']],
    ['of 63 bytes for PostgreSQL', long, 'postgresql', []],
    ['of 64 bytes for PostgreSQL', `${long}a`, 'postgresql', ['from']],
    ['of 64 bytes for DuckDB', `${long}a`, 'duckdb', []],
    ['with a variable for Spark', variable, 'spark', ['from']],
    ['with a dollar sign for Spark', '$a', 'spark', []],
    ['with a variable for DuckDB', variable, 'duckdb', []],
  ])('%s is refused where no quotes carry it', (_, name, dialect, paths) => {
    const problems = identifierProblems(name, dialect, 'from')
    expect(problems.map(({ code, path }) => [code, path])).toEqual(
      paths.map((path) => ['not-an-identifier', path]),
    )
  })
})

describe('a text', () => {
  test.each<[string, Dialect, string]>([
    ["o'b", 'duckdb', "'o''b'"],
    ['a\\b', 'duckdb', "'a\\b'"],
    ["o'b", 'postgresql', "'o''b'"],
    ["o'\\b", 'postgresql', "E'o''\\\\b'"],
    ['客 "a"', 'spark', `'客 "a"'`],
    ["o'b", 'spark', "CAST(X'6F2762' AS STRING)"],
    ['\\客', 'spark', "CAST(X'5CE5AEA2' AS STRING)"],
    ['\n$', 'spark', "CAST(X'0A24' AS STRING)"],
  ])('%j is written for %s', (text, dialect, sql) => {
    expect(textLiteral(text, dialect)).toBe(sql)
  })

  test('with NUL or half a surrogate pair is refused', () => {
    expect(textProblems('客😀', 'a')).toEqual([])
    expect(describeProblems(textProblems('\0', 'inputs.region'), 'zh-CN')).toBe(
      'inputs.region：任何列都存不下类别 "\\u0000"。请去掉其中的 NUL 和不成对的代理字符。',
    )
    const formula = check(match('region', { 'a\udc00': constant('1') }))
    const problems = problemsOf(() => toSql(formula, { dialect: 'duckdb' }))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['not-a-text', 'inputs.region'],
    ])
  })
})

/** The independent way to quote: what the standard says, and nothing in PostgreSQL to escape. */
const plain = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

describe.each<[string, Dialect, Query]>([
  ['DuckDB', 'duckdb', duckdb],
  ['PostgreSQL', 'postgresql', postgresql],
])('in %s no name and no category breaks out', { timeout: 60_000 }, (_, dialect, query) => {
  /** Runs a formula over a table whose table, columns and categories all have hostile names. */
  async function survives(table: string, column: string, category: string): Promise<void> {
    const formula = check(
      multiply(
        input('sales', 'money:CNY', 2),
        match('region', { [category]: constant('2'), plain: constant('3') }, constant('5')),
      ),
    )
    const [sales, region] = [`s${column}`, `r${column}`]
    const sql = selectSql(formula, {
      dialect,
      from: table,
      keep: [region],
      columns: { sales, region },
    })
    const { value } = toSql(formula, { dialect, columns: { sales, region: [table, region] } })
    const rows = await query(
      [
        'DROP TABLE IF EXISTS victim',
        'CREATE TABLE victim (a integer)',
        `DROP TABLE IF EXISTS ${plain(table)}`,
        `CREATE TABLE ${plain(table)} (${plain(sales)} bigint, ${plain(region)} text)`,
        `INSERT INTO ${plain(table)} VALUES (7, ${literal(category)}), (7, 'plain'), (7, ${literal(`${category}x`)})`,
        `SELECT a.*, (SELECT count(*) FROM victim), b.value FROM (${sql}) AS a JOIN (SELECT ${value} AS value, ${plain(region)} FROM ${plain(table)}) AS b USING (${plain(region)}) ORDER BY a.value`,
      ].join(';\n'),
    )
    expect(rows).toEqual([
      [category, '14', null, '0', '14'],
      ['plain', '21', null, '0', '21'],
      [`${category}x`, '35', null, '0', '35'],
    ])
    await query(`DROP TABLE ${plain(table)}`)
  }

  test('of a list', async () => {
    for (const text of hostileTexts) await survives(text, text, text)
  })

  test('drawn at random', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, async (table, column, category) => {
        fc.pre(Buffer.byteLength(table) < 63 && Buffer.byteLength(column) < 62)
        await survives(table, column, category)
      }),
      { numRuns: 40 },
    )
  })
})

test('what Spark reads as literals and names of a query is what was meant', () => {
  const literals = /'[^']*'|`(?:[^`]|``)*`/g
  fc.assert(
    fc.property(hostileText, hostileText, (column, category) => {
      fc.pre(!column.includes('${'))
      const formula = check(match('region', { [category]: constant('2') }))
      const { error } = toSql(formula, { dialect: 'spark', columns: { region: column } })
      const rest = error.replace(literals, '_')
      expect(rest).not.toMatch(/['`\\$;\n]|--|\/\*/)
    }),
  )
})

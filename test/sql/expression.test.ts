import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { check, type Expression, evaluate } from '../../src/formula/index.js'
import { describeProblems, type PolicyError, problemsOf } from '../../src/problem/index.js'
import { fromScaled, roundings } from '../../src/quantity/index.js'
import { type Dialect, toSql } from '../../src/sql/index.js'
import { duckdb, postgresql, type Query } from '../conformance/engines.js'

const engines: [string, Dialect, Query][] = [
  ['DuckDB', 'duckdb', duckdb],
  ['PostgreSQL', 'postgresql', postgresql],
]
const sales = build.input('sales', 'money:CNY', 2)
const orders = build.input('orders', 'count', 0)
const codes = (task: () => unknown) =>
  problemsOf(task).map(({ code, path }) => `${code} at ${path}`)

test.each<[Dialect, string]>([
  ['duckdb', '(TRY_CAST("s"."cents" AS HUGEINT) * (-15)::HUGEINT)'],
  ['postgresql', '(trunc(CAST("s"."cents" AS numeric)) * (-15)::numeric)'],
  ['spark', '(TRY_CAST(`s`.`cents` AS DECIMAL(38,0)) * (-15BD))'],
])('an expression for %s reads the column it is told', (dialect, sql) => {
  const formula = check(build.multiply(sales, build.constant('-0.015')))
  const { value, error } = toSql(formula, { dialect, columns: { sales: ['s', 'cents'] } })
  expect(value).toBe(`CASE WHEN ${error} IS NULL THEN ${sql} END`)
})

describe.each(engines)('%s', { timeout: 60_000 }, (_, dialect, query) => {
  test.each(roundings)('rounds %s as evaluate does, whatever the signs', async (rounding) => {
    const formula = check(build.divide(sales, orders, { places: 2, rounding }))
    const byTen = check(build.round(sales, { places: 1, rounding }))
    const { value } = toSql(formula, { dialect })
    const byConstant = toSql(byTen, { dialect }).value
    const cells = [-30, -25, -21, -15, -14, -10, -5, -1, 0, 1, 5, 10, 14, 15, 21, 25, 30]
    const divisors = [-10, -7, -2, -1, 1, 2, 3, 4, 10]
    const pairs = cells.flatMap((cell) => divisors.map((divisor) => [cell, divisor] as const))
    const rows = await query(
      `SELECT ${value}, ${byConstant} FROM (VALUES ${pairs.map(([a, b], i) => `(${i}, ${a}, ${b})`).join(', ')}) AS t(place, sales, orders) ORDER BY place`,
    )
    const wanted = pairs.map(([a, b]) => {
      const inputs = { sales: fromScaled(BigInt(a), 2), orders: b }
      const rounded = evaluate(byTen, { sales: inputs.sales }).value
      return [evaluate(formula, inputs).value, rounded].map((text) =>
        String(Number(text.replace('.', ''))),
      )
    })
    expect(rows.map((row) => row.map((cell) => String(Number(cell))))).toEqual(wanted)
  })

  test.each<[string, string, (string | null)[]]>([
    ['a whole number', '1250::bigint', ['1250', null]],
    ['a whole number as a decimal', 'CAST(1250 AS decimal(10,2))', ['1250', null]],
    ['a whole number as a double', 'CAST(1250 AS double precision)', ['1250', null]],
    ['nothing', 'CAST(NULL AS bigint)', [null, 'missing-input:sales']],
    ['a fraction', 'CAST(12.5 AS decimal(10,2))', [null, 'too-many-places:sales']],
    ['a fraction as a double', 'CAST(12.5 AS double precision)', [null, 'too-many-places:sales']],
    ['no number', "CAST('NaN' AS double precision)", [null, 'too-many-digits:sales']],
    ['endless', "CAST('-Infinity' AS double precision)", [null, 'too-many-digits:sales']],
    [
      'a number beyond every limit',
      "CAST('1e41' AS double precision)",
      [null, 'too-many-digits:sales'],
    ],
  ])('takes a column that holds %s', async (_, sql, wanted) => {
    const { value, error } = toSql(check(sales), { dialect })
    expect(await query(`SELECT ${value}, ${error} FROM (SELECT ${sql} AS sales) AS t`)).toEqual([
      wanted,
    ])
  })

  test.each<[string, string, string | null]>([
    ['0', '1', null],
    ['0', '0', 'not-above:quota'],
    ['0', '-5000', 'not-above:quota'],
    ['-1.5', '-149', null],
    ['-1.5', '-150', 'not-above:quota'],
    // Beyond all that the engine takes: no number is above it, and every one is above its negative.
    ['1000000000000000000000000000000000000000', '999999999999999999', 'not-above:quota'],
    ['-1000000000000000000000000000000000000000', '-999999999999999999', null],
  ])('says where a number is not above %s: %s', async (above, cents, wanted) => {
    const quota = build.input('quota', 'money:CNY', 2, undefined, above)
    const { value, error } = toSql(check(quota), { dialect })
    expect(await query(`SELECT ${value}, ${error} FROM (SELECT ${cents} AS quota) AS t`)).toEqual([
      [wanted === null ? cents : null, wanted],
    ])
  })

  test('says where a category is not one of the cases', async () => {
    const one = build.match('region', { east: build.constant('1'), "o'b": build.constant('2') })
    const two = build.match('grade', { a: build.constant('1') })
    const both = toSql(check(build.add(one, two)), { dialect })
    const ask = (region: string, grade: string) =>
      query(
        `SELECT ${both.value}, ${both.error} FROM (SELECT ${region} AS region, ${grade} AS grade) AS t`,
      )
    expect(await ask("'o''b'", "'a'")).toEqual([['3', null]])
    expect(await ask("'west'", "'a'")).toEqual([[null, 'unknown-category:region']])
    expect(await ask("'east'", 'NULL')).toEqual([[null, 'missing-input:grade']])
  })

  test('divides the least integer of 64 bits by -1, and integers beyond', async () => {
    const formula = check(
      build.divide(build.multiply(sales, orders), build.input('divisor', 'count', 0), {
        places: 2,
        rounding: 'down',
      }),
    )
    const { value } = toSql(formula, { dialect })
    const [a, b] = [2n ** 31n, -(2n ** 32n)]
    const wide = 10n ** 18n - 1n
    const rows = await query(
      `SELECT ${value} FROM (VALUES (1, ${a}, ${b}, -1), (2, ${wide}, ${-wide}, -1), (3, ${wide}, ${-wide}, ${wide})) AS t(place, sales, orders, divisor) ORDER BY place`,
    )
    expect(rows).toEqual([[String(2n ** 63n)], [String(wide * wide)], [String(-wide)]])
  })

  test('a formula without inputs needs no column', async () => {
    const { value, error } = toSql(check(build.constant('-1.50')), { dialect })
    expect(await query(`SELECT ${value}, ${error}`)).toEqual([['-150', null]])
  })
})

describe('bad input', () => {
  const formula = check(build.multiply(sales, build.constant('0.5')))

  test('lists every name that is wrong', () => {
    const columns = { sales: '', salse: 'x' }
    expect(codes(() => toSql(formula, { dialect: 'duckdb', columns }))).toEqual([
      'unknown-input at columns.salse',
      'not-an-identifier at columns.sales',
    ])
  })

  test('a dialect that is none is named in both languages', () => {
    const problems = problemsOf(() => toSql(formula, { dialect: 'mysql' as Dialect }))
    expect(describeProblems(problems)).toBe(
      'dialect: "mysql" is no dialect. Use one of: duckdb, postgresql, spark.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'dialect：没有方言“mysql”。可选：duckdb、postgresql、spark。',
    )
    expect(codes(() => toSql(formula, { dialect: 'toString' as Dialect }))).toEqual([
      'unknown-dialect at dialect',
    ])
  })

  test('an expression that doubles with every level is refused before it is written', () => {
    const nested = (levels: number): Expression =>
      levels === 0
        ? sales
        : build.divide(nested(levels - 1), build.constant('3'), { places: 2, rounding: 'half-up' })
    expect(toSql(check(nested(3)), { dialect: 'postgresql' }).value.length).toBeLessThan(100_000)
    try {
      toSql(check(nested(40)), { dialect: 'postgresql' })
      expect.unreachable()
    } catch (error) {
      expect((error as PolicyError).code).toBe('sql-too-long')
      expect((error as PolicyError).hint).toContain('selectSql')
    }
  })
})

import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { check } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { type Dialect, selectSql } from '../../src/sql/index.js'
import { duckdb, postgresql, type Query } from '../conformance/engines.js'

const engines: [string, Dialect, Query][] = [
  ['DuckDB', 'duckdb', duckdb],
  ['PostgreSQL', 'postgresql', postgresql],
]
const sales = build.input('sales', 'money:CNY', 2)
const quota = build.input('quota', 'money:CNY', 2)
const thirds = { places: 3, rounding: 'half-even' } as const
const attainment = build.divide(sales, quota, thirds)
const codes = (task: () => unknown) =>
  problemsOf(task).map(({ code, path }) => `${code} at ${path}`)

test('what a formula uses twice is computed in a layer of its own', () => {
  const formula = check(build.add(attainment, build.maximum(attainment, build.constant('0.5'))))
  expect(selectSql(formula, { dialect: 'duckdb', from: ['hr', 'payroll'], keep: ['id'] })).toBe(
    `WITH layer_0 AS NOT MATERIALIZED (
  SELECT source."id" AS k0, source."sales" AS x0, source."quota" AS x1, CASE WHEN source."sales" IS NULL THEN 'missing-input:sales' WHEN (TRY_CAST(source."sales" AS HUGEINT) BETWEEN (-999999999999999999)::HUGEINT AND 999999999999999999::HUGEINT) IS NOT TRUE THEN 'too-many-digits:sales' WHEN TRY_CAST(source."sales" AS HUGEINT) <> source."sales" THEN 'too-many-places:sales' WHEN source."quota" IS NULL THEN 'missing-input:quota' WHEN (TRY_CAST(source."quota" AS HUGEINT) BETWEEN (-999999999999999999)::HUGEINT AND 999999999999999999::HUGEINT) IS NOT TRUE THEN 'too-many-digits:quota' WHEN TRY_CAST(source."quota" AS HUGEINT) <> source."quota" THEN 'too-many-places:quota' END AS f0
  FROM "hr"."payroll" AS source
), layer_1 AS NOT MATERIALIZED (
  SELECT k0, CASE WHEN TRY_CAST(x0 AS HUGEINT) BETWEEN (-999999999999999999)::HUGEINT AND 999999999999999999::HUGEINT THEN TRY_CAST(x0 AS HUGEINT) ELSE 0::HUGEINT END AS i0, CASE WHEN TRY_CAST(x1 AS HUGEINT) BETWEEN (-999999999999999999)::HUGEINT AND 999999999999999999::HUGEINT THEN TRY_CAST(x1 AS HUGEINT) ELSE 0::HUGEINT END AS i1, f0
  FROM layer_0
), layer_2 AS NOT MATERIALIZED (
  SELECT k0, i1, f0, (i0 * 1000::HUGEINT) AS r3, COALESCE(NULLIF(i1, 0), 1::HUGEINT) AS r4
  FROM layer_1
), layer_3 AS NOT MATERIALIZED (
  SELECT k0, i1, f0, r3, r4, COALESCE(TRY_CAST(r3 AS BIGINT) % TRY_CAST(NULLIF(r4, -1) AS BIGINT), r3 % r4) AS r5
  FROM layer_2
), layer_4 AS NOT MATERIALIZED (
  SELECT k0, i1, f0, r4, r5, COALESCE(TRY_CAST((r3 - r5) AS BIGINT) // TRY_CAST(NULLIF(r4, -1) AS BIGINT), (r3 - r5) // r4) AS r6
  FROM layer_3
), layer_5 AS NOT MATERIALIZED (
  SELECT k0, i1, f0, CASE WHEN ABS(r5) < ABS(r4) - ABS(r5) OR (ABS(r5) = ABS(r4) - ABS(r5) AND r6 % 2 = 0) THEN r6 WHEN (r5 < 0) = (r4 < 0) THEN r6 + 1 ELSE r6 - 1 END AS r7
  FROM layer_4
), layer_6 AS NOT MATERIALIZED (
  SELECT k0, (r7 + GREATEST(r7, 500::HUGEINT)) AS v0, COALESCE(f0, CASE WHEN (i1 = 0) THEN 'division-by-zero' END) AS e0
  FROM layer_5
)
SELECT k0 AS "id", CASE WHEN e0 IS NULL THEN v0 END AS "value", e0 AS "error"
FROM layer_6`,
  )
})

describe.each(engines)('%s', { timeout: 60_000 }, (_, dialect, query) => {
  const rows = (sql: string, table: string, values: string) =>
    query(
      `DROP TABLE IF EXISTS ${table}; CREATE TABLE ${table} AS SELECT * FROM (VALUES ${values}) AS t(id, sales, quota); SELECT * FROM (${sql}) AS s ORDER BY 1, 2`,
    )
  const some = "('a', 1250, 300), ('a', 1250, 300), ('b', -1250, 0), ('c', NULL, 0), ('d', -5, 2)"

  test('no row is lost, and each has a value or an error', async () => {
    const sql = selectSql(check(attainment), { dialect, from: 'layer_0', keep: ['id', 'quota'] })
    expect(await rows(sql, 'layer_0', some)).toEqual([
      ['a', '300', '4167', null],
      ['a', '300', '4167', null],
      ['b', '0', null, 'division-by-zero'],
      ['c', '0', null, 'missing-input:sales'],
      ['d', '2', '-2500', null],
    ])
  })

  test.each<[number, string[]]>([
    [0, ['1250', '-5']],
    [2, ['12.50', '-0.05']],
    [30, ['0.000000000000000000000000001250', '-0.000000000000000000000000000005']],
  ])('gives a decimal of %i places', async (scale, decimals) => {
    const formula = check(build.input('sales', 'ratio', scale))
    const sql = selectSql(formula, { dialect, from: 'places', decimal: true })
    const found = await rows(sql, 'places', "('a', 1250, 0), ('d', -5, 0)")
    expect(found.map(([value]) => value).sort()).toEqual([...decimals].sort())
  })

  test('a decimal takes all 38 digits', async () => {
    const nines = build.constant('9'.repeat(20))
    const formula = check(build.multiply(build.input('sales', 'money:CNY', 2), nines))
    const sql = selectSql(formula, { dialect, from: 'wide', decimal: true })
    const most = 10n ** 18n - 1n
    const found = await rows(sql, 'wide', `('a', ${most}, 0), ('b', ${-most}, 0)`)
    const digits = String(most * BigInt('9'.repeat(20)))
    const wanted = `${digits.slice(0, -2)}.${digits.slice(-2)}`
    expect(found.map(([value]) => value).sort()).toEqual([`-${wanted}`, wanted])
  })

  test('a formula of many terms and bands nests no deeper than the engine reads', async () => {
    const bands = Array.from({ length: 300 }, (_, i) => ({ from: String(i), value: String(2 * i) }))
    const formula = check(
      build.add(
        build.step(build.input('quota', 'count', 0), [{ value: '0' }, ...bands], 'count'),
        ...Array.from({ length: 600 }, (_, i) =>
          build.maximum(build.input('sales', 'count', 0), build.constant(String(i), 'count')),
        ),
      ),
    )
    const sql = selectSql(formula, { dialect, from: 'many', keep: ['id'] })
    // The sum of 0 to 599 with the least 500 raised to 500, and the value of band 7.
    const sum = 500 * 501 + (501 + 599) * 49.5 + 14
    expect(await rows(sql, 'many', "('a', 500, 7)")).toEqual([['a', String(sum), null]])
  })

  test('what divides by zero stays as small on the way as any other row', async () => {
    // As NULL it would be left out by GREATEST, and what it holds up be far below.
    const least = build.divide(sales, quota, { places: 0, rounding: 'down' })
    const held = build.maximum(
      build.minimum(build.input('id', 'ratio', 0), build.constant('1')),
      build.round(build.divide(least, build.constant('1000000000000000000'), thirds), {
        places: 0,
        rounding: 'down',
      }),
    )
    const id = build.input('id', 'ratio', 0)
    const formula = check(build.multiply(held, id, id))
    const sql = selectSql(formula, { dialect, from: 'held', keep: ['id'] })
    const far = '-100000000000000000'
    expect(await rows(sql, 'held', `(${far}, 5, 0), (2, 5, 1)`)).toEqual([
      [far, null, 'division-by-zero'],
      ['2', '4', null],
    ])
  })

  test('numbers that no one reads are still asked for', async () => {
    const unread = build.when(build.atLeast(sales, sales), build.constant('1'), build.constant('1'))
    const sql = selectSql(check(unread), { dialect, from: 'unread', keep: ['id'] })
    expect(await rows(sql, 'unread', "('a', 1, 1), ('b', NULL, 1)")).toEqual([
      ['a', '1', null],
      ['b', null, 'missing-input:sales'],
    ])
  })
})

describe('bad input', () => {
  const formula = check(sales)

  test.each<[Dialect, string[]]>([
    ['duckdb', ['keep[1]', 'keep[2]', 'keep[3]', 'keep[5]']],
    ['spark', ['keep[1]', 'keep[2]', 'keep[3]', 'keep[5]']],
    ['postgresql', ['keep[1]', 'keep[2]', 'keep[5]']],
  ])('columns of the result that %s could not tell apart', (dialect, paths) => {
    const keep = ['id', 'id', 'value', 'ID', 'name', 'error']
    expect(codes(() => selectSql(formula, { dialect, from: 't', keep }))).toEqual(
      paths.map((path) => `repeated-column at ${path}`),
    )
  })

  test('everything wrong is listed, in Chinese too', () => {
    const wide = check(build.multiply(build.constant(`0.${'0'.repeat(38)}1`), build.constant('1')))
    const task = () =>
      selectSql(wide, { dialect: 'duckdb', from: '', keep: ['', 'value'], decimal: true })
    expect(codes(task)).toEqual([
      'not-an-identifier at from',
      'not-an-identifier at keep[0]',
      'repeated-column at keep[1]',
      'too-many-places at decimal',
    ])
    expect(describeProblems(problemsOf(task), 'zh-CN')).toBe(
      [
        'from：不能作为该引擎的列名或表名。请改名，必要时使用视图。',
        'keep[0]：不能作为该引擎的列名或表名。请改名，必要时使用视图。',
        'keep[1]：结果中已有列“value”。请在视图中改名，或不要列出。',
        'decimal：该引擎的小数最多 38 位，这里需要 39 位。请取最小单位的整数，或对公式舍入。',
      ].join('\n'),
    )
    expect(
      codes(() => selectSql(wide, { dialect: 'postgresql', from: 't', decimal: true })),
    ).toEqual([])
  })
})

test('Spark is given its own quotes, casts and layers', () => {
  const formula = check(build.divide(sales, quota, { places: 2, rounding: 'down' }))
  const sql = selectSql(formula, { dialect: 'spark', from: 'payroll', keep: ['id'], decimal: true })
  expect(sql).toContain(
    'layer_0 AS (\n  SELECT source.`id` AS k0, source.`sales` AS x0, source.`quota` AS x1, ',
  )
  expect(sql).toContain('CAST((r3 - (r3 % r4)) / r4 AS DECIMAL(38,0)) AS v0')
  expect(sql).toContain("CAST(CONCAT(CAST(v0 AS STRING), 'E-2') AS DECIMAL(38,2))")
})

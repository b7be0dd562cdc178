import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { program } from '../../src/formula/index.js'
import type { Expression } from '../../src/formula/nodes.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import type { Unit } from '../../src/quantity/index.js'
import { type Dialect, selectSql, toSql } from '../../src/sql/index.js'
import { duckdb, postgresql, type Query } from '../conformance/engines.js'
import { codesAndPaths } from '../formula/outcome.js'

const cents = { places: 2, rounding: 'half-up' } as const
const sales = build.input('sales', 'money:CNY', 2)
const orders = build.input('orders', 'count', 0)
const read = (name: string, unit: Unit = 'money:CNY', scale = 2) => build.input(name, unit, scale)
const programOf = (results: Record<string, Expression>) => program({ results })
const average = build.divide(sales, orders, cents)
const pay = programOf({
  gross: build.add(read('average'), read('fixed')),
  average,
  fixed: build.match('region', { east: build.constant('100.00', 'money:CNY') }),
  rate: build.match('region', { east: build.constant('0.5'), west: build.constant('2') }),
})
const codes = (task: () => unknown) => codesAndPaths(problemsOf(task))

describe.each<[string, Dialect, Query]>([
  ['DuckDB', 'duckdb', duckdb],
  ['PostgreSQL', 'postgresql', postgresql],
])('%s', (_, dialect, query) => {
  const table = `DROP TABLE IF EXISTS pay; CREATE TABLE pay AS SELECT * FROM (VALUES
    (1, 1000, 4, 'east'), (2, 1000, 0, 'east'), (3, 1000, 4, 'west'), (4, NULL, 4, NULL),
    (5, 1000000000000000000000000000000000000000000, 4, 'east')) AS t(id, sales, orders, region)`
  const answers = [
    ['1', '250', null, '10000', null, '10250', null, '5', null],
    ['2', null, 'division-by-zero', '10000', null, null, 'failed-result:average', '5', null],
    [
      ...['3', '250', null, null, 'unknown-category:region', null, 'failed-result:fixed'],
      ...['20', null],
    ],
    [
      ...['4', null, 'missing-input:sales', null, 'missing-input:region'],
      ...[null, 'failed-result:average', null, 'missing-input:region'],
    ],
    [
      ...['5', null, 'too-many-digits:sales', '10000', null],
      ...[null, 'failed-result:average', '5', null],
    ],
  ]

  test('selects two columns for each result, in the order of reading', async () => {
    const sql = selectSql(pay, { dialect, from: 'pay', keep: ['id'] })
    const found = await query(`${table}; ${sql} ORDER BY id`)
    expect(found).toEqual(answers)
  }, 60_000)

  test('gives two expressions for each result', async () => {
    const written = toSql(pay, { dialect, columns: { sales: ['p', 'sales'] } })
    expect(Object.keys(written)).toEqual(['average', 'fixed', 'gross', 'rate'])
    const columns = Object.values(written).flatMap(({ value, error }) => [value, error])
    const found = await query(
      `${table}; SELECT id, ${columns.join(', ')} FROM pay AS p ORDER BY id`,
    )
    expect(found).toEqual(answers)
  }, 60_000)

  test.each<[string, string, string, string]>([
    ['0', '-1', 'not-above:base', 'not-above:sales'],
    ['0', '0', 'not-above:base', 'not-above:sales'],
    ['10', '1000', 'not-above:base', 'not-above:sales'],
    ['10', '1001', '100100', '100100'],
    [
      '0',
      '1000000000000000000000000000000000000000000',
      'failed-result:base',
      'too-many-digits:sales',
    ],
    // Beyond all that the engine takes: no number is above it, and every one is above its negative.
    [`1${'0'.repeat(39)}`, '1', 'not-above:base', 'not-above:sales'],
    [`-1${'0'.repeat(39)}`, '-1', '-100', '-100'],
  ])(
    'says for each formula where a number is not above %s: %s',
    async (above, cents, ...wanted) => {
      const bounded = programOf({
        base: sales,
        // Its bound may lie between two of the integers of the result.
        reader: build.input('base', 'money:CNY', 4, undefined, above),
        other: build.multiply(
          build.input('sales', 'money:CNY', 2, undefined, above),
          build.constant('1.00'),
        ),
        lower: build.input('base', 'money:CNY', 4, undefined, '-0.0101'),
      })
      const of = `(SELECT ${cents} AS sales) AS t`
      const { reader, other, lower } = toSql(bounded, { dialect })
      const columns = [reader, other].flatMap((each) => [each?.value, each?.error])
      const [row] = await query(`SELECT ${columns.join(', ')} FROM ${of}`)
      const isValue = (answer: string) => /^-?\d/.test(answer)
      expect(row).toEqual(
        wanted.flatMap((answer) => (isValue(answer) ? [answer, null] : [null, answer])),
      )
      expect(await query(`SELECT ${lower?.error} FROM ${of}`)).toEqual([
        [cents.length > 40 ? 'failed-result:base' : null],
      ])
      const table = `DROP TABLE IF EXISTS low; CREATE TABLE low AS SELECT ${cents} AS sales`
      const selected = await query(`${table}; ${selectSql(bounded, { dialect, from: 'low' })}`)
      expect(selected[0]?.slice(2, 6)).toEqual(row)
    },
  )

  test('gives decimals of the scale of each result', async () => {
    const two = programOf({ a: sales, b: build.multiply(read('a'), build.constant('0.125')) })
    const sql = selectSql(two, { dialect, from: 'pay', decimal: true })
    expect((await query(`${table}; ${sql}`)).slice(0, 1)).toEqual([
      ['10.00', null, '1.25000', null],
    ])
  }, 60_000)
})

test('a result that reads nothing has no error, and one that only reads it neither', () => {
  const fixed = programOf({ a: build.constant('1'), b: read('a', 'ratio', 0) })
  const none = 'CAST(NULL AS VARCHAR)'
  expect(toSql(fixed, { dialect: 'duckdb' })).toEqual({
    a: { value: `CASE WHEN ${none} IS NULL THEN 1::HUGEINT END`, error: none },
    b: {
      value: `CASE WHEN CASE WHEN ${none} IS NOT NULL THEN 'failed-result:a' END IS NULL THEN 1::HUGEINT END`,
      error: `CASE WHEN ${none} IS NOT NULL THEN 'failed-result:a' END`,
    },
  })
})

test('what two results read alike is asked once, and what both compute stands once', () => {
  const tiers = build.marginal(sales, [
    { from: '0', rate: '0.01' },
    { from: '100', rate: '0.02' },
  ])
  const two = programOf({ a: tiers, b: build.add(tiers, tiers) })
  const sql = selectSql(two, { dialect: 'duckdb', from: 'pay' })
  expect(sql.match(/missing-input:sales/g)).toHaveLength(1)
  expect(sql.match(/LEAST/g)).toHaveLength(1)
})

describe('what is refused', () => {
  test('names that the engine cannot tell apart, of results and of kept columns', () => {
    const clash = programOf({ bonus: sales, Bonus: sales, bonus_error: sales })
    const select = (dialect: Dialect) => () =>
      selectSql(clash, { dialect, from: 'pay', keep: ['BONUS', 'bonus'] })
    expect(codes(select('duckdb'))).toEqual([
      'repeated-column at results.Bonus',
      'repeated-column at results.bonus_error',
      'repeated-column at keep[0]',
      'repeated-column at keep[1]',
    ])
    expect(codes(select('postgresql'))).toEqual([
      'repeated-column at results.bonus_error',
      'repeated-column at keep[1]',
    ])
  })

  test('a name that has no room for its error', () => {
    const name = 'a'.repeat(60)
    const long = programOf({ [name]: sales })
    expect(codes(() => selectSql(long, { dialect: 'postgresql', from: 'pay' }))).toEqual([
      `not-an-identifier at results.${name}`,
    ])
    expect(codes(() => selectSql(long, { dialect: 'duckdb', from: 'pay' }))).toEqual([])
    expect(codes(() => toSql(long, { dialect: 'postgresql' }))).toEqual([])
  })

  test('integers that get too long along the chain, under the result where they do', () => {
    const square = build.multiply(sales, build.input('rate', 'ratio', 2))
    const cubed = build.multiply(read('square', 'money:CNY', 4), build.input('rate', 'ratio', 2))
    const problems = problemsOf(() => toSql(programOf({ cubed, square }), { dialect: 'duckdb' }))
    expect(describeProblems(problems)).toBe(
      'results.cubed.instructions[3]: a product can need 54 digits, more than the 38 of this engine. Cap or round a part of it before, declare fewer places, or use PostgreSQL.',
    )
  })

  test('decimals of more places than the engine has, by the result', () => {
    const fine = build.multiply(build.constant(`0.${'0'.repeat(38)}1`), orders)
    const task = () =>
      selectSql(programOf({ a: sales, fine }), { dialect: 'spark', from: 'pay', decimal: true })
    expect(codes(task)).toEqual(['too-many-places at results.fine'])
  })

  test('a column for a name that is no input, such as a result', () => {
    const task = () => toSql(pay, { dialect: 'duckdb', columns: { average: 'x' } })
    expect(codes(task)).toEqual(['unknown-input at columns.average'])
  })
})

import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { check, type Expression } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { type Dialect, toSql } from '../../src/sql/index.js'

const sales = build.input('sales', 'money:CNY', 2)
const ratio = build.input('ratio', 'ratio', 4)
const other = build.input('other', 'ratio', 4)
const orders = build.input('orders', 'count', 0)
const ten = (zeros: number) => build.constant(`1${'0'.repeat(zeros)}`)
const points = [
  { at: '-1', value: '-50.00' },
  { at: '0', value: '160.00' },
  { at: '1', value: '7.00' },
]
const cents = { places: 2, rounding: 'half-up' } as const
const line = build.interpolate(ratio, points, cents)

/** The digits that an engine misses, by instruction; none where it holds the formula. */
const missed = (expression: Expression, dialect: Dialect) =>
  problemsOf(() => toSql(check(expression), { dialect })).map(
    ({ code, message }) => `${code}: ${message.en}`,
  )
const wide = (op: string, digits: number, limit = 38) =>
  `too-many-digits: a ${op} can need ${digits} digits, more than the ${limit} of this engine`

describe('the digits of a formula over inputs of 18 digits', () => {
  test.each<[string, Expression, string[]]>([
    ['two inputs multiplied', build.multiply(sales, ratio), []],
    ['three inputs multiplied', build.multiply(sales, ratio, other), [wide('product', 54)]],
    ['a factor of 21 digits', build.multiply(sales, ten(20)), []],
    ['a factor of 22 digits', build.multiply(sales, ten(21)), [wide('product', 39)]],
    [
      'a negative factor',
      build.multiply(sales, build.constant(`-1${'0'.repeat(21)}`)),
      [wide('product', 39)],
    ],
    [
      'what follows from a product that is too wide, not again',
      build.add(build.multiply(sales, ratio, other), build.multiply(sales, ratio, orders)),
      [wide('product', 54), wide('product', 54)],
    ],
    [
      'sums that stay below',
      build.add(...Array.from({ length: 100 }, () => build.multiply(sales, ratio))),
      [],
    ],
    [
      'a sum that carries into one digit more',
      build.add(
        ...Array.from({ length: 2 }, () => build.multiply(sales, build.constant('9'.repeat(20)))),
      ),
      [wide('sum', 39)],
    ],
    [
      'a difference that carries',
      build.subtract(
        build.multiply(sales, build.constant('9'.repeat(20))),
        build.multiply(sales, build.constant(`-${'9'.repeat(20)}`)),
      ),
      [wide('difference', 39)],
    ],
    [
      'a product of what a cap bounds',
      build.multiply(
        build.maximum(
          build.minimum(sales, build.constant('10', 'money:CNY')),
          build.constant('0', 'money:CNY'),
        ),
        ratio,
        build.constant('1.00'),
      ),
      [],
    ],
    [
      'a quotient by what may be one',
      build.multiply(build.divide(sales, orders, cents), ratio, build.constant('1.0')),
      [],
    ],
    [
      'a rounding that makes room',
      build.multiply(build.round(build.multiply(sales, ratio), cents), build.constant('100000')),
      [],
    ],
    [
      'one that makes too little',
      build.multiply(build.round(build.multiply(sales, ratio), cents), build.constant('10000000')),
      [wide('product', 39)],
    ],
    [
      'a branch',
      build.when(build.atLeast(ratio, other), build.multiply(sales, ten(21)), sales),
      [wide('product', 39)],
    ],
    ['a line, by its ends', build.multiply(sales, line, ten(15)), []],
    ['a line whose ends are too far', build.multiply(sales, line, ten(16)), [wide('product', 39)]],
    [
      'a line that starts too wide, once',
      build.multiply(
        build.interpolate(build.multiply(sales, ratio, other), points, cents),
        ten(30),
      ),
      [wide('product', 54)],
    ],
    [
      'a negative constant',
      build.add(build.constant(`-${'1'.repeat(39)}`), ratio),
      [wide('literal', 43)],
    ],
    ['a constant', build.add(build.constant('1'.repeat(39)), ratio), [wide('literal', 43)]],
  ])('%s', (_, expression, problems) => {
    expect(missed(expression, 'duckdb')).toEqual(problems)
    expect(missed(expression, 'postgresql')).toEqual([])
  })

  test('Spark divides into 32 digits at most', () => {
    const rounded = build.round(build.multiply(sales, ratio), { places: 4, rounding: 'up' })
    expect(missed(rounded, 'duckdb')).toEqual([])
    expect(missed(rounded, 'spark')).toEqual([wide('quotient', 34, 32)])
    expect(missed(build.round(build.multiply(sales, ratio), cents), 'spark')).toEqual([])
  })

  test('what is too wide is said with its instruction, in Chinese too', () => {
    const problems = problemsOf(() =>
      toSql(check(build.multiply(sales, ratio, other)), { dialect: 'duckdb' }),
    )
    expect(problems.map(({ path }) => path)).toEqual(['instructions[4]'])
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'instructions[4]：product 可能需要 54 位数字，超过该引擎的 38 位。请先对其中一部分封顶或舍入，减少小数位，或使用 PostgreSQL。',
    )
  })
})

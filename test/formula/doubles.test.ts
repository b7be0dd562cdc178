import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import type { Column } from '../../src/formula/columns.js'
import { compile } from '../../src/formula/compile.js'
import type { Expression } from '../../src/formula/nodes.js'
import { outcome } from './outcome.js'
import { columnsOf, doublesOf, exactOutcome, type Row, rowsLeft } from './ways.js'

const sales = build.input('sales', 'money:CNY', 2)
const cny = (value: string) => build.constant(value, 'money:CNY')
const cents = { places: 2, rounding: 'half-up' } as const

describe('doubles leave a row where a number gets beyond 2^53 - 1, and no other', () => {
  const limit = Number.MAX_SAFE_INTEGER
  const most = '90071992547409.91'
  const [half, above] = ['45035996273704.95', '45035996273704.96']
  const ofSales = (...values: string[]): Row[] => values.map((sales) => ({ sales }))

  test.each<[string, Expression, Row[], Row[]]>([
    [
      'an input',
      sales,
      ofSales(most, `-${most}`, '90071992547409.92', '-90071992547409.92', '0'),
      ofSales('90071992547409.92', '-90071992547409.92'),
    ],
    [
      'a sum',
      build.add(sales, sales),
      ofSales(half, above, `-${half}`, `-${above}`, '1'),
      ofSales(above, `-${above}`),
    ],
    [
      'a sum that just fits',
      build.add(sales, cny('0.01')),
      ofSales('90071992547409.90', most, `-${most}`),
      ofSales(most),
    ],
    [
      'a difference that just fits',
      build.subtract(cny('0.01'), sales),
      ofSales(most, '-90071992547409.90', `-${most}`),
      ofSales(`-${most}`),
    ],
    [
      'a product',
      build.multiply(sales, build.constant('2')),
      ofSales(half, above, `-${half}`, `-${above}`),
      ofSales(above, `-${above}`),
    ],
    [
      'the pay of a tier',
      build.marginal(sales, [{ from: '0.01', rate: '2' }]),
      ofSales('45035996273704.96', '45035996273704.97', `-${most}`),
      ofSales('45035996273704.97'),
    ],
    [
      'the pay of tiers together',
      build.marginal(sales, [
        { from: '0', rate: '1' },
        { from: '0.01', rate: '2' },
      ]),
      ofSales('45035996273704.96', '45035996273704.97', `-${most}`),
      ofSales('45035996273704.97'),
    ],
    [
      'a far amount that a rate of zero holds',
      build.marginal(sales, [
        { from: '-90071992547409.91', rate: '0' },
        { from: '0', rate: '1' },
      ]),
      ofSales(`-${most}`, '-1', '0', '1', most),
      [],
    ],
    [
      'the far ends of the least',
      build.minimum(sales, build.subtract(cny('0'), sales)),
      ofSales(most, `-${most}`, half),
      [],
    ],
  ])('%s', (_, expression, rows, left) => {
    const formula = check(expression)
    const columns = columnsOf(formula, rows)
    expect(rowsLeft(formula, columns).map((row) => rows[row])).toEqual(left)
    const batch = compile(formula)(columns)
    const expected = rows.map((row) => outcome(formula, row))
    expect(rows.map((_, row) => batch.value(row))).toEqual(expected)
    expect(rows.map(exactOutcome(formula))).toEqual(expected)
  })

  test.each<[string, Column, number[]]>([
    [
      'doubles',
      Float64Array.of(1, Number.NaN, 0.5, limit, -limit, limit + 1, -limit - 1, -0.5),
      [1, 2, 5, 6, 7],
    ],
    [
      '64-bit integers',
      BigInt64Array.of(0n, BigInt(limit), BigInt(-limit), 2n ** 53n, -(2n ** 53n), 1n),
      [3, 4],
    ],
  ])('of a column of %s', (_, column, left) => {
    expect(rowsLeft(check(build.add(sales, cny('0'))), { sales: column })).toEqual(left)
  })

  test('of a column of categories', () => {
    const formula = check(build.match('region', { a: cny('1'), b: sales }))
    const region = { codes: Int32Array.of(0, 1, 2, 3, -1, 0), dictionary: ['b', 'c', 'a'] }
    const columns = { region, sales: new Float64Array(6) }
    expect(rowsLeft(formula, columns)).toEqual([1, 3, 4])
    const batch = compile(formula)(columns)
    expect([0, 1, 2, 3, 4, 5].map(batch.value)).toEqual([
      '0.00',
      undefined,
      '1.00',
      undefined,
      undefined,
      '0.00',
    ])
  })

  test('with an integer that is kept aside only where the result itself is too wide', () => {
    const three = build.constant('3')
    const formula = check(build.divide(build.multiply(sales, three), three, cents))
    const batch = compile(formula)(columnsOf(formula, ofSales(most, '90071992547409.92')))
    expect([...batch.values]).toEqual([Number.MAX_SAFE_INTEGER, Number.NaN])
    expect(batch.wide).toEqual(new Map([[1, 2n ** 53n]]))
  })

  test.each<[string, Expression, boolean]>([
    ['a number', build.minimum(sales, cny(most)), true],
    ['a number too wide', build.minimum(sales, cny('90071992547409.92')), false],
    ['a bound', build.step(sales, [{ value: '1' }, { from: most, value: '2' }]), true],
    [
      'a bound too wide',
      build.step(sales, [{ value: '1' }, { from: '90071992547409.92', value: '2' }]),
      false,
    ],
    [
      'a value too wide',
      build.step(sales, [{ value: '1' }, { from: '5', value: '9007199254740992' }]),
      false,
    ],
    ['a tier', build.marginal(sales, [{ from: most, rate: '2' }]), true],
    ['a tier too far', build.marginal(sales, [{ from: '90071992547409.92', rate: '2' }]), false],
    [
      'a rate too wide',
      build.marginal(sales, [
        { from: '0', rate: '1' },
        { from: '1', rate: '9007199254740994' },
      ]),
      false,
    ],
  ])('and computes a policy in doubles where its own numbers fit: %s', (_, expression, fits) => {
    expect(doublesOf(check(expression)) !== undefined).toBe(fits)
  })
})

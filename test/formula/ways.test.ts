import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { compile } from '../../src/formula/compile.js'
import type { Expression } from '../../src/formula/nodes.js'
import { codesAndPaths, outcome } from './outcome.js'
import { columnsOf, exactOutcome, type Row, rowsLeft } from './ways.js'

const sales = build.input('sales', 'money:CNY', 2)
const refunds = build.input('refunds', 'money:CNY', 2)
const price = build.input('price', 'money:CNY', 4)
const rate = build.input('rate', 'ratio', 4)
const orders = build.input('orders', 'count', 0)
const cny = (value: string) => build.constant(value, 'money:CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const net = build.subtract(sales, refunds)
const none = build.constant('0', 'count')
const each = build.divide(sales, orders, cents)
const share = build.divide(refunds, orders, { places: 4, rounding: 'down' })

/** The values of each input: on, next to and far from the numbers of the policies below. */
const values: Readonly<Record<string, readonly string[]>> = {
  sales: ['-30.07', '0', '99.99', '100', '100.01', '150.5', '200', '333.33'],
  refunds: ['-4.20', '0', '99.99', '100.01', '271.83'],
  price: ['0.0001', '19.9', '200.0001'],
  rate: ['-0.015', '0', '0.5', '1.25'],
  orders: ['-2', '0', '1', '7'],
  region: ['a', 'b', 'c'],
  grade: ['b', 'a'],
}

/** Every combination of the values of a formula's inputs. */
function everyRow(names: readonly string[]): readonly Row[] {
  return names.reduce<readonly Row[]>(
    (rows, name) =>
      rows.flatMap((row) => (values[name] ?? []).map((value) => ({ ...row, [name]: value }))),
    [{}],
  )
}

const bands = [{ value: '0.01' }, { from: '100', value: '0.03' }, { from: '200', value: '0.02' }]
const tiers = [
  { from: '0', rate: '3' },
  { from: '99.995', rate: '5' },
  { from: '200', rate: '0.5' },
]

const expressions: Readonly<Record<string, Expression>> = {
  'a sum of three scales': build.add(sales, price, cny('0.125')),
  'a difference': net,
  'a product': build.multiply(sales, rate),
  'a product of three': build.multiply(net, rate, orders),
  'the least': build.minimum(sales, refunds, price),
  'the greatest': build.maximum(sales, refunds, price),
  'a quotient': each,
  'a quotient of finer numbers': build.divide(sales, price, { places: 1, rounding: 'half-even' }),
  'a quotient by finer numbers': build.divide(price, sales, { places: 0, rounding: 'ceiling' }),
  'a quotient to fewer places than it has': build.divide(price, orders, {
    places: 1,
    rounding: 'half-down',
  }),
  'a rounding to fewer places': build.round(price, { places: 1, rounding: 'half-up' }),
  'a rounding to more places': build.round(sales, { places: 4, rounding: 'half-up' }),
  'a choice by at least': build.when(build.atLeast(sales, refunds), net, price),
  'a choice by above': build.when(build.above(sales, refunds), net, price),
  'a choice by equals': build.when(build.equals(sales, refunds), price, net),
  'a choice by not': build.when(build.not(build.atLeast(sales, refunds)), net, price),
  'a choice by all of three': build.when(
    build.all(
      build.above(sales, refunds),
      build.atLeast(orders, none),
      build.above(rate, build.constant('0')),
    ),
    net,
    price,
  ),
  'a choice by any of three': build.when(
    build.any(
      build.above(refunds, sales),
      build.equals(orders, none),
      build.above(rate, build.constant('1')),
    ),
    net,
    price,
  ),
  'a choice of the same': build.when(build.above(sales, refunds), price, price),
  'a choice between numbers of the policy': build.when(
    build.above(sales, cny('99.99')),
    cny('7.5'),
    cny('-3'),
  ),
  'divisions in both branches': build.when(
    build.above(sales, refunds),
    each,
    build.divide(sales, rate, cents),
  ),
  'a division two branches deep': build.when(
    build.above(sales, refunds),
    build.when(build.above(orders, none), each, build.divide(sales, rate, cents)),
    price,
  ),
  'a division after two tests that must hold': build.when(
    build.all(
      build.above(sales, refunds),
      build.not(build.equals(rate, build.constant('0'))),
      build.above(each, refunds),
    ),
    price,
    refunds,
  ),
  'a division after two tests of which one is enough': build.when(
    build.any(
      build.above(refunds, sales),
      build.equals(rate, build.constant('0')),
      build.above(each, refunds),
    ),
    price,
    refunds,
  ),
  'a division under not': build.when(build.not(build.above(each, refunds)), price, sales),
  'a division in a case': build.match('region', { a: each, b: price }, refunds),
  'a division in the last case': build.match('region', { a: price, b: refunds, c: each }),
  'a division in the otherwise': build.match('region', { a: price, b: refunds }, each),
  'one divisor of several dividends': build.add(each, share),
  'cases of two scales': build.match('region', { a: sales, b: price, c: cny('0.12345') }),
  'the same cases of two categories': build.add(
    build.match('region', { a: cny('1'), b: sales }, refunds),
    build.match('grade', { b: cny('100'), a: price }),
  ),
  'a division in a branch of one case': build.match(
    'region',
    { a: build.when(build.above(sales, refunds), each, price) },
    refunds,
  ),
  'bands up to and from their bounds': build.step(sales, [
    { value: '0.01' },
    { from: '99.995', value: '0.02' },
    { from: '100', exclusive: true, value: '0.035' },
    { from: '200', value: '-1' },
  ]),
  'bands of a quotient': build.step(each, bands),
  'tiers from zero': build.marginal(sales, tiers),
  'tiers of a difference': build.marginal(net, tiers),
  'tiers of a difference that is read again': build.add(build.marginal(net, tiers), net),
  'tiers that an open one begins': build.marginal(sales, [
    { rate: '0.5' },
    { from: '100', rate: '2' },
  ]),
  'a line between points': build.interpolate(
    sales,
    [
      { at: '-30', value: '1' },
      { at: '100', value: '0.25' },
      { at: '200.005', value: '3' },
    ],
    { places: 3, rounding: 'half-even', unit: 'ratio' },
  ),
  'a line of one point': build.interpolate(sales, [{ at: '100', value: '0.25' }], {
    places: 1,
    rounding: 'half-up',
    unit: 'ratio',
  }),
  'a grid': build.grid({
    row: sales,
    column: rate,
    rows: [{}, { from: '100' }, { from: '150.5', exclusive: true }],
    columns: [{}, { from: '0', exclusive: true }, { from: '1.25' }],
    values: [
      ['1', '2', '3'],
      ['4', '5.5', '6'],
      ['7', '8', '9.25'],
    ],
    unit: 'ratio',
  }),
  'a grid of quotients': build.grid({
    row: each,
    column: share,
    rows: [{}, { from: '0' }],
    columns: [{}, { from: '1' }],
    values: [
      ['1', '2'],
      ['3', '4'],
    ],
    unit: 'ratio',
  }),
  'parts that are read again and again': build.subtract(
    build.multiply(build.add(net, price), rate),
    build.add(net, price),
  ),
  'a result of which a divisor is made': build.when(
    build.above(build.divide(sales, build.multiply(net, rate), cents), build.constant('1')),
    net,
    net,
  ),
  'a part that is read last of all': build.add(
    net,
    build.multiply(build.maximum(sales, refunds), rate),
    build.minimum(net, price),
    build.named('Net', net),
  ),
}

describe('doubles and bigints give what evaluate gives', () => {
  test.each(Object.entries(expressions))('%s', (_, expression) => {
    const formula = check(expression)
    const rows = everyRow(Object.keys(formula.inputs))
    const expected = rows.map((row) => outcome(formula, row))
    expect(rows.map(exactOutcome(formula))).toEqual(expected)

    const run = compile(formula)
    run(columnsOf(formula, rows.toReversed()))
    const batch = run(columnsOf(formula, rows))
    expect(rows.map((_, i) => batch.value(i) ?? codesAndPaths(batch.problems(i)))).toEqual(expected)

    // Bigints are for the rows that doubles cannot hold, and here are none.
    const firstRows = rows.slice(0, 512)
    expect(rowsLeft(formula, columnsOf(formula, firstRows))).toEqual(
      [...firstRows.keys()].filter((i) => typeof expected[i] !== 'string'),
    )
  })
})

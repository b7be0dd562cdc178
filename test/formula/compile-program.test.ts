import { describe, expect, test } from 'vitest'
import { rowError } from '../../src/formula/bound-inputs.js'
import * as build from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { type Column, categoryColumn, numberColumn } from '../../src/formula/columns.js'
import { compile } from '../../src/formula/compile.js'
import { evaluateEach } from '../../src/formula/evaluate-each.js'
import { lower } from '../../src/formula/lower.js'
import type { Expression } from '../../src/formula/nodes.js'
import { program } from '../../src/formula/program.js'
import { streamBatches } from '../../src/formula/stream.js'
import { problemsOf } from '../../src/problem/index.js'
import type { Unit } from '../../src/quantity/index.js'
import { codesAndPaths } from './outcome.js'

const cents = { places: 2, rounding: 'half-up' } as const
const sales = build.input('sales', 'money:CNY', 2)
const orders = build.input('orders', 'count', 0)
const read = (name: string, unit: Unit = 'money:CNY', scale = 2) => build.input(name, unit, scale)
const average = build.divide(sales, orders, cents)
const half = build.constant('0.5')
const limit = Number.MAX_SAFE_INTEGER
const programOf = (results: Record<string, Expression>) => program({ results })

describe('the integer program of several results', () => {
  test('has what several of them need once, and nothing for a link', () => {
    const { instructions, results } = lower(
      programOf({
        a: build.multiply(average, half),
        b: build.add(build.multiply(average, half), read('a', 'money:CNY', 3)),
        c: read('a', 'money:CNY', 3),
      }),
    )
    const alone = lower(check(build.multiply(average, half)))
    expect(instructions.slice(0, alone.instructions.length)).toEqual(alone.instructions)
    // The sum of b, and what it takes the product for: nothing else is new.
    expect(instructions.length).toBe(alone.instructions.length + 1)
    expect(results.map(({ register }) => register)).toEqual([
      alone.results[0]?.register,
      instructions.length - 1,
      alone.results[0]?.register,
    ])
  })

  test('each result has its own checks, and reads its inputs before the results', () => {
    const { results, inputs } = lower(
      programOf({
        a: average,
        b: build.add(read('a'), sales),
        c: build.divide(sales, orders, cents),
      }),
    )
    expect(results.map(({ name, checks }) => [name, checks.length])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 1],
    ])
    const [, b] = results
    expect(b?.reads).toEqual([
      { name: 'sales', declared: inputs['sales'] },
      { name: 'a', result: 0 },
    ])
  })

  test('a result that is read with more places is brought to them', () => {
    const { instructions } = lower(programOf({ a: sales, b: read('a', 'money:CNY', 4) }))
    expect(instructions.map(({ op }) => op)).toEqual(['column', 'literal', 'product'])
  })
})

describe('compile of a program', () => {
  const pay = programOf({
    average,
    bonus: build.multiply(read('average'), half),
    fixed: build.match('region', { east: sales, west: build.constant('7.00', 'money:CNY') }),
    rate: build.match('region', { east: half, north: build.constant('2') }),
    gross: build.add(read('bonus', 'money:CNY', 3), read('fixed')),
  })
  const run = compile(pay)
  const columns = {
    sales: Float64Array.of(1_000, 1_000, Number.NaN, 1_000, 1_000, 1_000),
    orders: Float64Array.of(4, 0, 4, 4, 4, Number.NaN),
    region: categoryColumn(['east', 'west', 'east', 'north', null, 'south']),
  }
  const { none, missing, unknownCategory, divisionByZero, failedResult } = rowError
  const errors = {
    average: [none, divisionByZero, missing, none, none, missing],
    bonus: [none, failedResult, failedResult, none, none, failedResult],
    fixed: [none, none, missing, unknownCategory, missing, unknownCategory],
    rate: [none, unknownCategory, none, none, missing, unknownCategory],
    gross: [none, failedResult, failedResult, failedResult, failedResult, failedResult],
  }

  test('gives a batch for each result, and each fault to its readers alone', () => {
    const { rows, results } = run(columns)
    expect(rows).toBe(6)
    const found = Object.entries(results).map(([name, batch]) => [name, [...batch.errors]])
    expect(Object.fromEntries(found)).toEqual(errors)
    const values = Object.entries(results).map(([name, { value }]) => [
      name,
      [0, 1, 2, 3, 4, 5].map(value),
    ])
    expect(Object.fromEntries(values)).toEqual({
      average: ['2.50', undefined, undefined, '2.50', '2.50', undefined],
      bonus: ['1.250', undefined, undefined, '1.250', '1.250', undefined],
      fixed: ['10.00', '7.00', undefined, undefined, undefined, undefined],
      rate: ['0.5', undefined, '0.5', '2.0', undefined, undefined],
      gross: ['11.250', undefined, undefined, undefined, undefined, undefined],
    })
  })

  test('tells the problems of a row, those of inputs before those of results', () => {
    const { gross, bonus, average: mean, fixed } = run(columns).results
    expect(codesAndPaths(mean?.problems(1) ?? [])).toEqual(['division-by-zero at '])
    expect(bonus?.problems(1)).toEqual([
      {
        code: 'failed-result',
        path: 'inputs.average',
        message: {
          en: 'the result "average" has no value here',
          'zh-CN': '结果“average”在此没有值',
        },
        hint: {
          en: 'Mend what is wrong with "average" first',
          'zh-CN': '请先修正“average”的问题',
        },
      },
    ])
    expect(codesAndPaths(gross?.problems(2) ?? [])).toEqual([
      'failed-result at inputs.bonus',
      'failed-result at inputs.fixed',
    ])
    expect(codesAndPaths(fixed?.problems(2) ?? [])).toEqual(['missing-input at inputs.sales'])
    expect(bonus?.problems(0)).toEqual([])
    const both = programOf({ a: average, b: build.add(read('a'), read('more')) })
    const zero = compile(both)({
      sales: Float64Array.of(1),
      orders: Float64Array.of(0),
      more: Float64Array.of(Number.NaN),
    }).results['b']
    expect([...(zero?.errors ?? [])]).toEqual([missing])
    expect(codesAndPaths(zero?.problems(0) ?? [])).toEqual([
      'missing-input at inputs.more',
      'failed-result at inputs.a',
    ])
  })

  test.each<[string, Expression, Record<string, Column>]>([
    ['doubles', sales, { sales: Float64Array.of(-1, 0, 1_000, 1_001, Number.NaN) }],
    ['text', sales, { sales: numberColumn(['-0.01', '0', '10.00', '10.01', null], 2) }],
    [
      'numbers of the policy beyond 2^53',
      build.minimum(sales, build.constant('1000000000000000.00', 'money:CNY')),
      { sales: Float64Array.of(-1, 0, 1_000, 1_001, Number.NaN) },
    ],
  ])('holds an input, or a result, to the bound of each formula, in %s', (_, base, given) => {
    const bounded = programOf({
      base,
      share: build.multiply(build.input('sales', 'money:CNY', 2, undefined, '0'), half),
      // Between two of the result's integers: what is above it is the higher one.
      low: build.input('base', 'money:CNY', 4, undefined, '-0.0099'),
      high: build.input('base', 'money:CNY', 2, undefined, '10'),
    })
    const { results } = compile(bounded)(given)
    const { notAbove } = rowError
    const found = Object.entries(results).map(([name, { errors }]) => [name, [...errors]])
    expect(Object.fromEntries(found)).toEqual({
      base: [none, none, none, none, missing],
      share: [notAbove, notAbove, none, none, missing],
      low: [notAbove, none, none, none, failedResult],
      high: [notAbove, notAbove, notAbove, none, failedResult],
    })
    expect(results['low']?.value(1)).toBe('0.0000')
    expect(results['high']?.value(0)).toBe(undefined)
    const each = evaluateEach(bounded, { sales: '-0.01' })
    for (const [name, batch] of Object.entries(results))
      expect(batch.problems(0)).toEqual(each[name]?.problems)
    expect(codesAndPaths(results['high']?.problems(4) ?? [])).toEqual([
      'failed-result at inputs.base',
    ])
  })

  test.each(['-1000000000000000000', '1000000000000000000'])(
    'holds results of any size to a bound of %s',
    (above) => {
      const square = build.multiply(read('x', 'ratio', 0), read('x', 'ratio', 0))
      const far = programOf({ square, all: build.input('square', 'ratio', 0, undefined, above) })
      const { results } = compile(far)({ x: Float64Array.of(3, 10 ** 9, 10 ** 9 + 1) })
      const isLow = above.startsWith('-') ? none : rowError.notAbove
      expect([...(results['all']?.errors ?? [])]).toEqual([isLow, isLow, none])
      expect(results['all']?.value(2)).toBe('1000000002000000001')
    },
  )

  test('a result that no row changes stays what it is where it is too low', () => {
    const fixed = programOf({
      a: build.constant('-5'),
      b: build.multiply(build.input('a', 'ratio', 0, undefined, '-3'), sales),
      c: build.multiply(read('a', 'ratio', 0), sales),
    })
    const { results } = compile(fixed)({ sales: new Float64Array(1_301).fill(2) })
    expect(new Set(results['b']?.errors)).toEqual(new Set([rowError.notAbove]))
    expect(new Set(results['c']?.values)).toEqual(new Set([-10]))
  })

  test('the problems of a row stay what they were when the columns are filled anew', () => {
    const filled = {
      sales: Float64Array.of(1_000, Number.NaN),
      orders: Float64Array.of(0, 4),
      region: categoryColumn(['west', 'east']),
    }
    const { results } = run(filled)
    filled.sales.fill(1)
    filled.orders.fill(1)
    filled.region.codes.fill(0)
    const told = (row: number) =>
      Object.values(results).map((batch) => codesAndPaths(batch.problems(row))[0])
    const bonus = 'failed-result at inputs.bonus'
    const average = 'failed-result at inputs.average'
    expect(told(0)).toEqual([
      'division-by-zero at ',
      average,
      undefined,
      'unknown-category at inputs.region',
      bonus,
    ])
    expect(told(1)).toEqual([
      'missing-input at inputs.sales',
      average,
      'missing-input at inputs.sales',
      undefined,
      bonus,
    ])
  })

  test('computes a row exactly for all results where one of them leaves the safe integers', () => {
    const far = programOf({
      square: build.multiply(read('x', 'ratio', 0), read('x', 'ratio', 0)),
      root: build.divide(read('square', 'ratio', 0), read('x', 'ratio', 0), {
        places: 0,
        rounding: 'down',
      }),
    })
    const { results } = compile(far)({ x: Float64Array.of(limit, 3) })
    expect(results['square']?.wide).toEqual(new Map([[0, BigInt(limit) ** 2n]]))
    expect([...(results['square']?.values ?? [])]).toEqual([Number.NaN, 9])
    expect([...(results['root']?.values ?? [])]).toEqual([limit, 3])
    expect(results['root']?.value(0)).toBe(String(limit))
  })

  test('takes numbers of the policy beyond 2^53, row by row', () => {
    const capped = programOf({
      a: build.minimum(sales, build.constant('1000000000000000.00', 'money:CNY')),
      b: build.add(read('a'), sales),
      c: orders,
    })
    const { results } = compile(capped)({
      sales: Float64Array.of(5, Number.NaN),
      orders: Float64Array.of(1, 2),
    })
    expect([...(results['b']?.values ?? [])]).toEqual([10, Number.NaN])
    expect([...(results['c']?.values ?? [])]).toEqual([1, 2])
    expect([...(results['b']?.errors ?? [])]).toEqual([none, missing])
  })

  test('computes more than one block, unreadable numbers of one column aside', () => {
    const column = Float64Array.from({ length: 1_301 }, (_, row) => row)
    const given = Array.from({ length: 1_301 }, (_, row) => (row % 100 === 7 ? 'x' : 2))
    const two = programOf({ a: build.add(sales, sales), b: build.multiply(read('a'), orders) })
    const { results } = compile(two)({ sales: column, orders: numberColumn(given, 0) })
    expect(results['a']?.values).toEqual(column.map((value) => 2 * value))
    expect(results['b']?.values).toEqual(
      column.map((value, row) => (row % 100 === 7 ? Number.NaN : 4 * value)),
    )
    expect(results['b']?.errors.filter((error) => error === rowError.unreadable)).toHaveLength(13)
  })

  test('asks for no column of a result, and for each input once', () => {
    const codes = (given: Record<string, Float64Array>) =>
      codesAndPaths(problemsOf(() => compile(programOf({ a: sales, b: read('a') }))(given)))
    const column = Float64Array.of(1)
    expect(codes({ sales: column })).toEqual([])
    expect(codes({ sales: column, a: column })).toEqual(['unknown-input at columns.a'])
    expect(codes({})).toEqual(['missing-input at columns.sales'])
  })

  test('streams as one formula does', async () => {
    const totals: number[] = []
    const told: number[] = []
    const chunks = [{ sales: Float64Array.of(1, 2) }, { sales: Float64Array.of(3) }]
    const doubled = program({ results: { a: sales, b: build.add(read('a'), read('a')) } })
    const onProgress = ({ rows }: { rows: number }) => {
      told.push(rows)
    }
    for await (const { results } of streamBatches(compile(doubled), chunks, { onProgress }))
      totals.push(...results.b.values)
    expect(totals).toEqual([2, 4, 6])
    expect(told).toEqual([2, 3])
  })
})

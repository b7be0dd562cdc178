import { Decimal as SharedDecimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  above,
  add,
  all,
  any,
  atLeast,
  constant,
  divide,
  equals,
  grid,
  input,
  interpolate,
  marginal,
  match,
  maximum,
  minimum,
  multiply,
  named,
  not,
  round,
  step,
  subtract,
  when,
} from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { evaluate } from '../../src/formula/evaluate.js'
import type { Condition, Expression } from '../../src/formula/nodes.js'
import { parseFormula } from '../../src/formula/schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money, roundings } from '../../src/quantity/index.js'
import { formulaAndInputs } from './arbitrary.js'
import { outcome } from './outcome.js'

const cny = money('CNY')
const one = constant('1')
const zero = constant('0')
const x = input('x', 'ratio', 2)
const sales = input('sales', cny, 2)
const half = { places: 4, rounding: 'half-up' } as const

const valueAt = (expression: Expression, inputs: Record<string, string> = {}) =>
  evaluate(check(expression), inputs).value

describe('the value', () => {
  const at = (value: string) => ({ x: value })
  const merit = grid({
    row: x,
    column: sales,
    rows: [{}, { from: '3' }, { from: '4', exclusive: true }],
    columns: [{}, { from: '100' }],
    values: [
      ['0', '0.00'],
      ['0.03', '0.02'],
      ['0.06', '0.04'],
    ],
    unit: 'ratio',
  })

  test.each([
    ['an input, with its places', x, at('1.5'), '1.50'],
    ['a constant, as written', constant('0.010'), {}, '0.010'],
    ['a negative zero, as zero', constant('-0.0'), {}, '0.0'],
    ['a sum', add(constant('0.1'), constant('0.2'), constant('0.25')), {}, '0.55'],
    ['a sum that is zero', add(constant('-0.1'), constant('0.1')), {}, '0.0'],
    ['a difference', subtract(constant('0.3'), constant('0.1')), {}, '0.2'],
    ['a product', multiply(constant('0.1'), constant('-0.1'), constant('3')), {}, '-0.03'],
    ['a quotient', divide(one, constant('3'), half), {}, '0.3333'],
    [
      'a negative quotient that rounds to zero',
      divide(constant('-1'), constant('99999'), half),
      {},
      '0.0000',
    ],
    [
      'the least, with the places of all',
      minimum(constant('2.5'), one, constant('1.25')),
      {},
      '1.00',
    ],
    ['the greatest', maximum(constant('-2.5'), constant('-1'), constant('-1.5')), {}, '-1.0'],
    ['a rounding to more places', round(one, { ...half, places: 3 }), {}, '1.000'],
    ['a rounding of a tie', round(constant('0.00005'), half), {}, '0.0001'],
    [
      'slices',
      marginal(x, [
        { from: '0', rate: '1' },
        { from: '2', rate: '0.5' },
      ]),
      at('4'),
      '3.000',
    ],
    ['an unreached tier', marginal(x, [{ from: '5', rate: '1' }]), at('4.99'), '0.00'],
    [
      'a curve',
      interpolate(
        x,
        [
          { at: '0', value: '0' },
          { at: '3', value: '1' },
        ],
        half,
      ),
      at('2'),
      '0.6667',
    ],
    ['a cell at the lower bounds', merit, { x: '3', sales: '100' }, '0.02'],
    ['a cell below a bound that is exclusive', merit, { x: '4', sales: '99.99' }, '0.03'],
    ['a cell above it', merit, { x: '4.01', sales: '99.99' }, '0.06'],
    ['a cell of the open bands', merit, { x: '-1', sales: '-1' }, '0.00'],
    ['a listed case', match('k', { a: one, op: constant('2') }), { k: 'op' }, '2'],
    ['an unlisted case', match('k', { a: one }, constant('0.5')), { k: 'toString' }, '0.5'],
    ['a named step', named('n', constant('1.50')), {}, '1.50'],
  ])('is that of %s', (_, expression, inputs, expected) => {
    expect(valueAt(expression, inputs)).toBe(expected)
  })

  const ties = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor'] as const
  // Ties and their neighbours, as IEEE 754-2019 §4.3 and java.math.RoundingMode tabulate them.
  test.each([
    ['2.5', ['3', '2', '2', '3', '2', '3', '2']],
    ['1.1', ['1', '1', '1', '2', '1', '2', '1']],
    ['-1.1', ['-1', '-1', '-1', '-2', '-1', '-1', '-2']],
    ['-2.5', ['-3', '-2', '-2', '-3', '-2', '-2', '-3']],
    ['5.5', ['6', '6', '5', '6', '5', '6', '5']],
  ])('of %s rounded by each mode', (value, expected) => {
    expect(ties).toEqual(roundings)
    const written = constant(value)
    expect(ties.map((rounding) => valueAt(round(written, { places: 0, rounding })))).toEqual(
      expected,
    )
    const divided = divide(constant(`${value}0`), constant('1.0'), { places: 0, rounding: 'down' })
    expect(valueAt(divided)).toBe(expected[4])
    expect(ties.map((rounding) => valueAt(divide(written, one, { places: 0, rounding })))).toEqual(
      expected,
    )
  })

  const [yes, no] = [above(one, zero), above(zero, one)]
  test.each<[string, Condition, boolean]>([
    ['at least: equal', atLeast(one, constant('1.00')), true],
    ['at least: below', atLeast(constant('0.99'), one), false],
    ['above: equal', above(one, constant('1.00')), false],
    ['above: above', above(constant('1.01'), one), true],
    ['equals: other places', equals(one, constant('1.00')), true],
    ['equals: zero and negative zero', equals(zero, constant('-0')), true],
    ['equals: unequal', equals(one, constant('1.01')), false],
    ['all: every one', all(yes, yes), true],
    ['all: but one', all(yes, no), false],
    ['all: the first not', all(no, yes), false],
    ['any: none', any(no, no), false],
    ['any: the last', any(no, yes), true],
    ['any: the first', any(yes, no), true],
    ['not: that which holds', not(yes), false],
    ['not: that which does not', not(no), true],
  ])('follows a condition: %s', (_, condition, holds) => {
    expect(valueAt(when(condition, one, zero))).toBe(holds ? '1' : '0')
  })
})

describe('tiers at their boundaries', () => {
  const bounds = ['0', '50000', '100000'] as const
  const rates = ['0.010', '0.015', '0.020'] as const
  const slices = marginal(
    sales,
    bounds.map((from, i) => ({ from, rate: rates[i] as string })),
  )
  const retroactive = (exclusive: boolean) =>
    multiply(
      sales,
      step(sales, [
        { value: '0' },
        ...bounds.map((from, i) => ({
          from,
          ...(exclusive && { exclusive }),
          value: rates[i] as string,
        })),
      ]),
    )

  // Each slice at its own rate: 500 up to 50,000, then 750 more up to 100,000.
  test.each([
    ['-0.01', '0.00000'],
    ['0.00', '0.00000'],
    ['0.01', '0.00010'],
    ['49999.99', '499.99990'],
    ['50000.00', '500.00000'],
    ['50000.01', '500.00015'],
    ['99999.99', '1249.99985'],
    ['100000.00', '1250.00000'],
    ['100000.01', '1250.00020'],
  ])('marginal tiers pay no jump: %s earns %s', (amount, expected) => {
    expect(valueAt(slices, { sales: amount })).toBe(expected)
  })

  test.each([
    ['-0.01', '0.00000', '0.00000'],
    ['0.00', '0.00000', '0.00000'],
    ['0.01', '0.00010', '0.00010'],
    ['49999.99', '499.99990', '499.99990'],
    ['50000.00', '750.00000', '500.00000'],
    ['50000.01', '750.00015', '750.00015'],
    ['99999.99', '1499.99985', '1499.99985'],
    ['100000.00', '2000.00000', '1500.00000'],
    ['100000.01', '2000.00020', '2000.00020'],
  ])(
    'retroactive tiers jump at the bound, or after it: %s earns %s, or %s',
    (amount, on, after) => {
      expect(valueAt(retroactive(false), { sales: amount })).toBe(on)
      expect(valueAt(retroactive(true), { sales: amount })).toBe(after)
    },
  )
})

describe('evaluate', () => {
  const inverse = divide(one, x, half)
  const guarded = (condition: Condition) => when(condition, inverse, constant('0.0000'))

  test('computes only the branch that is taken, so that a condition guards a division', () => {
    expect(valueAt(guarded(above(x, zero)), { x: '0' })).toBe('0.0000')
    expect(valueAt(guarded(above(x, zero)), { x: '4' })).toBe('0.2500')
  })

  test('tests conditions in order, so that an early one guards a later one', () => {
    const large = above(inverse, zero)
    expect(valueAt(guarded(all(above(x, zero), large)), { x: '0' })).toBe('0.0000')
    expect(valueAt(when(any(equals(x, zero), large), one, zero), { x: '0' })).toBe('1')
  })

  test.each([
    ['unguarded', inverse, ''],
    ['in a condition', when(above(inverse, zero), one, zero), 'condition.left'],
    [
      'deep in a branch',
      named('n', add(one, when(equals(x, zero), inverse, one))),
      'of.of[1].then',
    ],
  ])('refuses a division by zero %s, with the path of the division', (_, expression, path) => {
    const formula = check(expression)
    expect(outcome(formula, { x: '0.00' })).toEqual([`division-by-zero at ${path}`])
  })

  test('names every problem of the inputs', () => {
    const formula = check(add(sales, multiply(sales, x)))
    const problems = problemsOf(() => evaluate(formula, { sales: '1.005', y: '1' }))
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      'inputs.sales：1.005 的小数位超过 2 位。请先按自己的规则舍入，或声明更多小数位。',
      'inputs.x：缺少输入“x”。请提供；每项输入都须给出，即使只有某一分支用到。',
      'inputs.y：公式不读取输入“y”。请删除；它读取：sales、x。',
    ])
  })

  test('takes text, safe integers and decimal.js values alike', () => {
    const formula = check(multiply(sales, constant('0.015')))
    for (const amount of ['61250', '61250.00', 61250, new SharedDecimal('61250')])
      expect(evaluate(formula, { sales: amount }).value).toBe('918.75000')
  })

  test('gives back the formula, and the inputs as they were read, frozen', () => {
    const formula = check(multiply(sales, match('k', { a: x })))
    const result = evaluate(formula, { k: 'a', x: 2, sales: '10.50' })
    expect(result.formula).toBe(formula)
    expect(result.inputs).toEqual({ sales: '10.5', x: '2', k: 'a' })
    expect(Object.isFrozen(result.inputs)).toBe(true)
  })

  test('leaves a trace of what was computed, and why, as plain JSON', () => {
    const formula = check(
      when(
        all(atLeast(x, zero), not(above(x, one))),
        step(x, [{ value: '0' }, { from: '0.50', value: '0.9' }]),
        one,
      ),
    )
    const { trace } = evaluate(formula, { x: '0.5' })
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace)
    expect(trace).toMatchObject({
      path: '',
      value: '0.9',
      unit: 'ratio',
      parts: [
        {
          path: 'then',
          value: '0.9',
          parts: [{ path: 'then.x', value: '0.50', parts: [] }],
          reason: { kind: 'bands', bands: [{ from: '0.50' }] },
        },
      ],
      reason: {
        kind: 'test',
        test: {
          holds: true,
          compared: [],
          parts: [
            {
              node: { op: 'atLeast' },
              holds: true,
              parts: [],
              compared: [
                { path: 'condition.of[0].left' },
                { path: 'condition.of[0].right', value: '0' },
              ],
            },
            {
              node: { op: 'not' },
              holds: true,
              compared: [],
              parts: [{ node: { op: 'above' }, holds: false }],
            },
          ],
        },
      },
    })
    expect(trace.node).toEqual({ op: 'when' })
    expect(trace.parts[0]?.parts[0]).not.toHaveProperty('reason')
  })

  test.each([
    [
      marginal(x, [{ from: '0', rate: '2' }]),
      { kind: 'slices', slices: [{ from: '0', amount: '1', rate: '2', pay: '2' }] },
    ],
    [
      interpolate(x, [{ at: '0', value: '2' }], half),
      { kind: 'line', line: { low: { at: '0', value: '2' } } },
    ],
    [
      grid({
        row: x,
        column: x,
        rows: [{}],
        columns: [{}, { from: '1' }],
        values: [['1', '2']],
        unit: 'ratio',
      }),
      { kind: 'bands', bands: [{}, { from: '1' }] },
    ],
    [match('k', { a: x }), { kind: 'category', found: 'a', listed: true }],
    [match('k', { b: x }, x), { kind: 'category', found: 'a', listed: false }],
  ])('gives the reason of a choice: %#', (expression, reason) => {
    const formula = check(expression)
    const inputs = 'k' in formula.inputs ? { x: '1', k: 'a' } : { x: '1' }
    expect(evaluate(formula, inputs).trace.reason).toStrictEqual(reason)
  })

  test('is reproducible, whatever the order of the inputs', () => {
    fc.assert(
      fc.property(formulaAndInputs(), ({ formula, inputs }) => {
        for (const row of inputs) {
          const reversed = Object.fromEntries(Object.entries(row).reverse())
          expect(outcome(formula, reversed)).toEqual(outcome(formula, row))
        }
      }),
    )
  })

  test('gives the same for the formula written as JSON and read again', () => {
    fc.assert(
      fc.property(formulaAndInputs(), ({ formula, inputs }) => {
        const again = parseFormula(JSON.parse(JSON.stringify(formula.expression)))
        expect(again.expression).toEqual(formula.expression)
        expect([again.unit, again.scale, again.inputs]).toEqual([
          ...[formula.unit, formula.scale, formula.inputs],
        ])
        for (const row of inputs) expect(outcome(again, row)).toEqual(outcome(formula, row))
      }),
    )
  })
})

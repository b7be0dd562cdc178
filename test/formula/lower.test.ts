import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import type { Result } from '../../src/formula/instructions.js'
import { lower } from '../../src/formula/lower.js'
import type { Expression } from '../../src/formula/nodes.js'

const sales = build.input('sales', 'money:CNY', 2)
const rate = build.input('rate', 'ratio', 4)
const cny = (value: string) => build.constant(value, 'money:CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const program = (expression: Expression) => {
  const { instructions, results } = lower(check(expression))
  const { register, checks, scale } = results[0] as Result
  return { instructions, result: register, checks, scale }
}
const ops = (expression: Expression) => program(expression).instructions.map(({ op }) => op)

describe('lower', () => {
  test('works scales out: a sum brings its parts to the larger one', () => {
    expect(program(build.add(sales, cny('0.125')))).toMatchObject({
      instructions: [
        { op: 'column', name: 'sales' },
        { op: 'literal', value: 10n },
        { op: 'product', left: 0, right: 1 },
        { op: 'literal', value: 125n },
        { op: 'sum', left: 2, right: 3 },
      ],
      result: 4,
      scale: 3,
      checks: [],
    })
  })

  test.each([
    [
      'a rounding to more places multiplies',
      build.round(sales, { ...cents, places: 3 }),
      ['column', 'literal', 'product'],
    ],
    ['a rounding to the same places does nothing', build.round(sales, cents), ['column']],
    [
      'a rounding to fewer places divides',
      build.round(sales, { ...cents, places: 0 }),
      ['column', 'literal', 'quotient'],
    ],
    ['a name leaves no trace', build.named('Sales', sales), ['column']],
    ['a part that stands twice is computed once', build.add(sales, sales), ['column', 'sum']],
    ['a table of one band needs no input', build.step(sales, [{ value: '0.5' }]), ['literal']],
  ])('%s', (_, expression, expected) => {
    expect(ops(expression)).toEqual(expected)
  })

  test('a divisor that is an input is checked, one that is a number of the policy is not', () => {
    expect(program(build.divide(sales, build.input('orders', 'count', 0), cents)).checks).toEqual([
      { divisor: 1, path: '', by: { input: 'orders' } },
    ])
    expect(program(build.divide(sales, build.constant('3'), cents)).checks).toEqual([])
  })

  test('a divisor that is written as zero is checked', () => {
    expect(program(build.divide(sales, build.constant('0'), cents)).checks).toHaveLength(1)
  })

  test('a division in a branch is checked where the branch is taken', () => {
    const orders = build.input('orders', 'count', 0)
    const guarded = build.when(
      build.above(orders, build.constant('0', 'count')),
      build.divide(sales, orders, cents),
      cny('0'),
    )
    const { checks, instructions } = program(guarded)
    expect(checks).toMatchObject([{ path: 'then' }])
    const { divisor, guard = -1 } = checks[0] ?? { divisor: -1 }
    expect(instructions[divisor]).toMatchObject({ op: 'column', name: 'orders' })
    expect(instructions[guard]).toMatchObject({ op: 'greater', left: divisor })
  })

  test('a test is asked only where those before it left the answer open', () => {
    const orders = build.input('orders', 'count', 0)
    const quotient = build.divide(rate, orders, cents)
    const one = build.constant('1')
    const any = build.any(build.equals(rate, one), build.atLeast(quotient, one))
    const { checks, instructions } = program(build.when(any, sales, cny('0')))
    expect(checks).toMatchObject([{ path: 'condition.of[1].left' }])
    expect(instructions[checks[0]?.guard ?? -1]).toMatchObject({ op: 'negation' })
  })

  test('the last case of a closed match is taken without asking, an otherwise where none holds', () => {
    const cases = { a: sales, b: cny('1') }
    const asked = (expression: Expression) =>
      program(expression).instructions.filter(({ op }) => op === 'category').length
    expect(asked(build.match('region', cases))).toBe(1)
    expect(asked(build.match('region', cases, cny('0')))).toBe(2)
  })

  test('a division in an otherwise is checked where no case holds', () => {
    const orders = build.input('orders', 'count', 0)
    const { checks } = program(
      build.match('region', { a: sales, b: sales }, build.divide(sales, orders, cents)),
    )
    expect(checks).toMatchObject([{ path: 'otherwise' }])
    expect(checks[0]?.guard).toBeDefined()
  })

  test('instructions stand after what they read', () => {
    const { instructions, result } = program(
      build.marginal(sales, [{ rate: '0.01' }, { from: '100', rate: '0.02' }]),
    )
    instructions.forEach((instruction, register) => {
      if ('left' in instruction)
        expect(Math.max(instruction.left, instruction.right)).toBeLessThan(register)
    })
    expect(result).toBe(instructions.length - 1)
  })
})

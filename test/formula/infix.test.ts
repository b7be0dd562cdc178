import { describe, expect, test } from 'vitest'
import {
  above,
  add,
  constant,
  divide,
  grid,
  input,
  interpolate,
  marginal,
  match,
  maximum,
  minimum,
  multiply,
  named,
  round,
  step,
  subtract,
  when,
} from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { evaluate } from '../../src/formula/evaluate.js'
import { infix, inputName, nameOf, valueText } from '../../src/formula/infix.js'
import type { Expression } from '../../src/formula/nodes.js'

const a = input('a', 'ratio', 2, { en: 'Rate', 'zh-CN': '费率' })
const b = input('b', 'ratio', 2)
const c = named({ en: 'Factor', 'zh-CN': '系数' }, constant('1.5'))
const rule = { places: 2, rounding: 'half-up' } as const
const values: Readonly<Record<string, string>> = { a: '0.02', b: '0.5', k: 'x' }

function traceOf(expression: Expression) {
  const formula = check(expression)
  const given = Object.entries(values).filter(([name]) => Object.hasOwn(formula.inputs, name))
  return evaluate(formula, Object.fromEntries(given)).trace
}

describe('infix', () => {
  test.each([
    ['an input by its label', a, 'Rate', '2%'],
    ['an input without a label', b, 'b', '50%'],
    ['a named step', c, 'Factor', '150%'],
    ['a constant', constant('0.10'), '10%', '10%'],
    ['a sum', add(a, b, c), 'Rate + b + Factor', '2% + 50% + 150%'],
    ['a difference', subtract(a, b), 'Rate − b', '2% − 50%'],
    ['a product', multiply(a, b, c), 'Rate × b × Factor', '2% × 50% × 150%'],
    ['a quotient', divide(a, b, rule), 'Rate ÷ b', '2% ÷ 50%'],
    ['the least', minimum(a, add(b, c)), 'min(Rate, b + Factor)', 'min(2%, 50% + 150%)'],
    ['the greatest', maximum(a, b), 'max(Rate, b)', 'max(2%, 50%)'],
    ['a rounding', round(add(a, b), rule), 'round(Rate + b)', 'round(2% + 50%)'],
    ['tiers, in numbers what they pay', marginal(a, [{ rate: '2' }]), 'tiered rates on Rate', '4%'],
    ['bands by their value', step(a, [{ value: '0.8' }]), '80%', '80%'],
    ['a curve by its value', interpolate(a, [{ at: '0', value: '1' }], rule), '100%', '100%'],
    [
      'a grid by its value',
      grid({ row: a, column: b, rows: [{}], columns: [{}], values: [['3']], unit: 'ratio' }),
      '300%',
      '300%',
    ],
    ['the case that was taken', match('k', { x: add(a, b) }), 'Rate + b', '2% + 50%'],
    ['the branch that was taken', when(above(a, b), a, subtract(b, a)), 'b − Rate', '50% − 2%'],
  ] as const)('writes %s', (_, expression, names, numbers) => {
    expect(infix(traceOf(expression), 'names', 'en')).toBe(names)
    expect(infix(traceOf(expression), 'numbers', 'en')).toBe(numbers)
  })

  test.each([
    ['a sum in a product', multiply(add(a, b), c), '(Rate + b) × Factor'],
    ['a product in a sum', add(multiply(a, b), c), 'Rate × b + Factor'],
    ['a sum of one in a product', multiply(add(add(a, b)), c), '(Rate + b) × Factor'],
    ['a sum of one number in a product', multiply(add(a), c), 'Rate × Factor'],
    ['a product of one', multiply(a), 'Rate'],
    ['a difference on the left', subtract(subtract(a, b), c), 'Rate − b − Factor'],
    ['a difference on the right', subtract(a, subtract(b, c)), 'Rate − (b − Factor)'],
    ['a quotient on the right', multiply(a, divide(b, c, rule)), 'Rate × (b ÷ Factor)'],
    ['a quotient on the left', multiply(divide(a, b, rule), c), 'Rate ÷ b × Factor'],
    ['a branch that is a sum', multiply(when(above(b, a), add(a, b), a), c), '(Rate + b) × Factor'],
    [
      'tiers in a product',
      multiply(marginal(a, [{ rate: '2' }]), c),
      '(tiered rates on Rate) × Factor',
    ],
    ['a rounding in a product', multiply(round(add(a, b), rule), c), 'round(Rate + b) × Factor'],
  ] as const)('brackets what binds less: %s', (_, expression, names) => {
    expect(infix(traceOf(expression), 'names', 'en')).toBe(names)
  })

  test.each([
    [minimum(a, c), '费率 与 系数 取低'],
    [maximum(a, c), '费率 与 系数 取高'],
    [round(a, rule), '费率'],
    [marginal(a, [{ rate: '2' }]), '费率按档计算'],
  ] as const)('writes Chinese: %#', (expression, names) => {
    expect(infix(traceOf(expression), 'names', 'zh-CN')).toBe(names)
  })
})

test('only inputs and named steps have a name', () => {
  expect([a, b, c, constant('1')].map((node) => nameOf(traceOf(node), 'zh-CN'))).toEqual([
    ...['费率', 'b', '系数', undefined],
  ])
  expect(inputName('b', undefined, 'en')).toBe('b')
  expect(inputName('b', 'Base', 'zh-CN')).toBe('Base')
})

test('a value is told with its unit', () => {
  expect(valueText(traceOf(constant('61250.00', 'money:CNY')), 'en')).toBe('61,250.00 CNY')
  expect(valueText(traceOf(constant('85', 'points')), 'zh-CN')).toBe('85 分')
})

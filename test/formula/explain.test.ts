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
import { type Explanation, explain } from '../../src/formula/explain.js'
import type { Expression } from '../../src/formula/nodes.js'
import type { Step } from '../../src/formula/trace.js'
import { problemsOf } from '../../src/problem/index.js'
import { formatQuantity, money } from '../../src/quantity/index.js'
import { formulaAndInputs } from './arbitrary.js'

const cny = money('CNY')
const sales = input('sales', cny, 2, { en: 'Sales', 'zh-CN': '销售额' })
const score = input('score', 'points', 1)
const rule = { places: 2, rounding: 'half-up' } as const
const values: Readonly<Record<string, string>> = { sales: '61250.00', score: '85', k: 'east' }

function explained(expression: Expression, locale: 'en' | 'zh-CN' = 'en'): Explanation {
  const formula = check(expression)
  const given = Object.entries(values).filter(([name]) => Object.hasOwn(formula.inputs, name))
  return explain(evaluate(formula, Object.fromEntries(given)), { locale })
}
const how = (expression: Expression, locale: 'en' | 'zh-CN' = 'en') =>
  explained(expression, locale).how

const [one, two] = [constant('1'), constant('2')]

describe('how a step came about', () => {
  test.each([
    [
      'arithmetic, in names and in numbers',
      multiply(sales, constant('0.02')),
      ['Sales × 2%', '61,250.00 CNY × 2%'],
    ],
    ['nothing to say of a constant', constant('0.02'), []],
    ['one line where names and numbers are alike', add(one, two), ['100% + 200%']],
    [
      'a rounding that changes the value',
      round(multiply(sales, constant('0.00015')), rule),
      [
        'round(Sales × 0.015%)',
        'round(61,250.00 CNY × 0.015%)',
        'Rounded half-up to 0.01 CNY: 9.1875 CNY becomes 9.19 CNY',
      ],
    ],
    [
      'a rounding that does not',
      round(multiply(sales, constant('0.02')), rule),
      ['round(Sales × 2%)', 'round(61,250.00 CNY × 2%)'],
    ],
    [
      'slices',
      marginal(sales, [
        { from: '0', rate: '0.01' },
        { from: '50000', rate: '0.015' },
      ]),
      [
        'tiered rates on Sales',
        '50,000.00 CNY (at least 0.00 CNY and below 50,000.00 CNY) × 1% = 500.00 CNY',
        '11,250.00 CNY (at least 50,000.00 CNY) × 1.5% = 168.75 CNY',
      ],
    ],
    [
      'no slice',
      marginal(sales, [{ from: '99999', rate: '0.01' }]),
      ['tiered rates on Sales', 'No tier is reached'],
    ],
    [
      'a band',
      step(score, [{ value: '1' }, { from: '80', value: '1.1' }]),
      ['score 85 points is at least 80 points'],
    ],
    [
      'a band of what has no name',
      step(add(score, score), [{ value: '1' }, { from: '80', value: '2' }]),
      ['score + score 170 points is at least 80 points'],
    ],
    ['a band of a constant', step(one, [{ value: '2' }]), ['100% is any number']],
    [
      'a curve',
      interpolate(
        score,
        [
          { at: '80', value: '1' },
          { at: '90', value: '2' },
        ],
        rule,
      ),
      ['score 85 points is on the line from 80 points (100%) to 90 points (200%)'],
    ],
    [
      'a grid, by both bands',
      grid({
        row: score,
        column: sales,
        rows: [{}, { from: '60' }],
        columns: [{}, { from: '50000', exclusive: true }],
        values: [
          ['1', '2'],
          ['3', '4'],
        ],
        unit: 'ratio',
      }),
      ['score 85 points is at least 60 points', 'Sales 61,250.00 CNY is above 50,000.00 CNY'],
    ],
    ['a listed case', match('k', { east: one }), ['k is "east"']],
    [
      'an unlisted case',
      match('k', { west: one }, two),
      ['k is "east", which has no case of its own'],
    ],
    [
      'a case with a label',
      { ...match('k', { east: one }), label: 'Region' },
      ['Region is "east"'],
    ],
    [
      'the reasons of unnamed parts',
      multiply(sales, match('k', { east: step(score, [{ value: '0.5' }]) })),
      ['Sales × 50%', '61,250.00 CNY × 50%', 'k is "east"', 'score 85 points is any number'],
    ],
    [
      'but not those of named ones',
      multiply(sales, named('Factor', match('k', { east: two }))),
      ['Sales × Factor', '61,250.00 CNY × 200%'],
    ],
    [
      'a number beyond the end of a curve',
      interpolate(score, [{ at: '80', value: '1' }], rule),
      ['score 85 points is at least 80 points'],
    ],
    [
      'a number before the start of a curve',
      interpolate(score, [{ at: '90', value: '1' }], rule),
      ['score 85 points is below 90 points'],
    ],
    ['a quotient', divide(sales, two, rule), ['Sales ÷ 200%', '61,250.00 CNY ÷ 200%']],
    [
      'a quotient that is rounded',
      divide(sales, constant('3'), rule),
      ['Sales ÷ 300%', '61,250.00 CNY ÷ 300%', 'Rounded half-up to 0.01 CNY'],
    ],
  ])('tells %s', (_, expression, expected) => {
    expect(how(expression)).toEqual(expected)
  })

  const high = atLeast(score, constant('80', 'points'))
  const low = above(constant('90', 'points'), score)
  test.each([
    ['that holds', high, 'score 85 points is at least 80 points'],
    [
      'that does not',
      atLeast(score, constant('90', 'points')),
      'score 85 points is below 90 points',
    ],
    ['above', low, 'score 85 points is below 90 points'],
    ['not above', above(score, constant('85', 'points')), 'score 85 points is not above 85 points'],
    [
      'not above, told of what is asked about',
      above(constant('85', 'points'), score),
      'score 85 points is at least 85 points',
    ],
    ['at most', atLeast(constant('90', 'points'), score), 'score 85 points is at most 90 points'],
    ['not at most', atLeast(constant('80', 'points'), score), 'score 85 points is above 80 points'],
    ['equals', equals(score, constant('85.0', 'points')), 'score 85 points equals 85 points'],
    [
      'does not equal',
      equals(score, constant('1', 'points')),
      'score 85 points does not equal 1 point',
    ],
    [
      'all that hold',
      all(high, low),
      'score 85 points is at least 80 points and score 85 points is below 90 points',
    ],
    ['the one of all that fails', all(high, not(low), high), 'score 85 points is below 90 points'],
    ['the one of any that holds', any(not(high), low, high), 'score 85 points is below 90 points'],
    [
      'every one of any that fail',
      any(not(high), not(low)),
      'score 85 points is at least 80 points and score 85 points is below 90 points',
    ],
    ['the opposite of one that fails', not(equals(one, two)), '100% does not equal 200%'],
  ])('tells the test that settled a condition: %s', (_, condition, reason) => {
    expect(how(when(condition, one, two)).at(-1)).toBe(`Because ${reason}`)
  })

  test.each([
    [
      step(score, [{ value: '1' }, { from: '80', value: '1.1' }]),
      'score 85 分，属于“80 分 及以上”一档',
    ],
    [interpolate(score, [{ at: '90', value: '2' }], rule), 'score 85 分，属于“低于 90 分”一档'],
    [marginal(sales, [{ rate: '0.01' }]), '61,250.00 CNY（任意数）× 1% = 612.50 CNY'],
    [marginal(sales, [{ from: '99999', rate: '0.01' }]), '未达到任何一档'],
    [match('k', { east: one }), 'k为“east”'],
    [match('k', { west: one }, two), 'k为“east”，未单独列出'],
    [
      round(multiply(sales, constant('0.00015')), rule),
      '四舍五入至 0.01 CNY：9.1875 CNY → 9.19 CNY',
    ],
    [when(all(high, low), one, two), '因为score 85 分 不低于 80 分且score 85 分 低于 90 分'],
    [
      when(any(not(high), above(score, score)), one, two),
      '因为score 85 分 不低于 80 分且score 85 分 不超过 score 85 分',
    ],
    [when(equals(one, two), one, two), '因为100% 不等于 200%'],
    [when(not(equals(one, one)), one, two), '因为100% 等于 100%'],
    [when(atLeast(one, two), one, two), '因为100% 低于 200%'],
  ])('tells it in Chinese: %#', (expression, line) => {
    expect(how(expression, 'zh-CN').at(-1)).toBe(line)
  })
})

describe('the steps of an explanation', () => {
  const base = named({ en: 'Base', 'zh-CN': '基数' }, multiply(sales, constant('0.02')), '§1')

  test('carry label, value, clause and their own steps', () => {
    expect(explained(named('Pay', subtract(base, constant('25', cny)), '§2'), 'zh-CN')).toEqual({
      label: 'Pay',
      value: '1,200.00 CNY',
      clause: '§2',
      how: ['基数 − 25.00 CNY', '1,225.00 CNY − 25.00 CNY'],
      steps: [
        {
          label: '基数',
          value: '1,225.00 CNY',
          clause: '§1',
          how: ['销售额 × 2%', '61,250.00 CNY × 2%'],
          steps: [{ label: '销售额', value: '61,250.00 CNY', how: [], steps: [] }],
        },
      ],
    })
  })

  test.each([
    ['en', 'Result'],
    ['zh-CN', '结果'],
  ] as const)('call a result without a name by a word, in %s', (locale, label) => {
    expect(explained(add(one, one), locale).label).toBe(label)
  })

  const labels = (expression: Expression) => explained(expression).steps.map(({ label }) => label)

  test.each([
    ['inputs once', add(sales, sales), ['Sales']],
    ['named steps once a place', add(sales, base, base), ['Sales', 'Base', 'Base']],
    [
      'one for what is compared and taken',
      when(above(sales, base), base, sales),
      ['Base', 'Sales'],
    ],
    ['the nearest ones alone', multiply(base, one), ['Base']],
    [
      'those that a condition compared',
      when(above(score, constant('0', 'points')), one, two),
      ['score'],
    ],
    [
      'those of conditions in conditions',
      when(all(not(above(score, score)), above(base, sales)), one, two),
      ['score', 'Base', 'Sales'],
    ],
    ['none of the branch that was not taken', when(above(one, two), sales, constant('0', cny)), []],
    [
      'two of one name that differ in value',
      add(named('Part', one), named('Part', two)),
      ['Part', 'Part'],
    ],
    ['a step named twice over', named('Outer', named('Inner', one)), ['Inner']],
    ['none below an input', sales, []],
  ])('are %s', (_, expression, expected) => {
    expect(labels(expression)).toEqual(expected)
  })
})

test('explanations agree with the run: the result is its value, and every step one of its steps', () => {
  const valuesIn = (explanation: Explanation): readonly string[] => [
    explanation.value,
    ...explanation.steps.flatMap(valuesIn),
  ]
  const told = (step: Step, locale: 'en' | 'zh-CN'): readonly string[] =>
    (JSON.stringify(step).match(/"value":"[^"]*","unit":"[^"]*"/g) ?? []).map((pair) => {
      const { value, unit } = JSON.parse(`{${pair}}`)
      return formatQuantity(value, unit, locale)
    })
  fc.assert(
    fc.property(
      formulaAndInputs(),
      fc.constantFrom('en', 'zh-CN'),
      ({ formula, inputs }, locale) => {
        for (const row of inputs) {
          if (problemsOf(() => evaluate(formula, row)).length > 0) continue
          const result = evaluate(formula, row)
          const explanation = explain(result, { locale })
          expect(explanation.value).toBe(formatQuantity(result.value, formula.unit, locale))
          expect(told(result.trace, locale)).toEqual(
            expect.arrayContaining([...valuesIn(explanation)]),
          )
        }
      },
    ),
  )
})

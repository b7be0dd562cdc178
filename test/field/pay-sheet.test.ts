import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recipes } from '../../examples/cookbook.js'
import { parsePlan } from '../../src/commission/index.js'
import {
  above,
  add,
  check,
  constant,
  divide,
  type Evaluation,
  type Explanation,
  type Expression,
  evaluate,
  explain,
  input,
  multiply,
  named,
  parseFormula,
  type Step,
  subtract,
  type Test,
  when,
} from '../../src/formula/index.js'
import { parseScorecard } from '../../src/kpi/index.js'
import { at, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { formulaAndInputs } from '../formula/arbitrary.js'

describe('explanations: what was added up is told, once, and written as people write it', () => {
  const cny = money('CNY')
  const amount = (value: string) => constant(value, cny)
  const sales = input('sales', cny, 2)
  const run = (expression: Expression, inputs: Readonly<Record<string, string>> = {}) =>
    evaluate(check(expression), inputs)
  const told = (result: Evaluation) => explain(result, { locale: 'zh-CN' })

  describe('D1', () => {
    const allowance = (clause: string) =>
      named('补贴', multiply(amount('2'), constant('10')), clause)
    const clauses = (expression: Expression) =>
      told(run(expression)).steps.map(({ label, value, clause }) => `${label} ${value} ${clause}`)

    test.each([
      ['of two sources', [allowance('甲'), allowance('乙')]],
      ['of three', [allowance('甲'), allowance('乙'), allowance('丙')]],
      ['of one source, twice', [allowance('甲'), allowance('甲')]],
    ])('D1 shows steps of one name and value: %s', (_, of) => {
      const shown = of.map((step) => `补贴 20.00 CNY ${step.clause}`)
      expect(told(run(add(...of))).how[1]).toBe(of.map(() => '20.00 CNY').join(' + '))
      expect(clauses(add(...of))).toEqual(shown)
      expect(clauses(multiply(add(...of), constant('2')))).toEqual(shown)
    })

    test('D1 shows three unlabelled kickers, each with its reason', () => {
      const plan = parsePlan({
        id: 'p',
        currency: 'CNY',
        period: 'month',
        measure: { sum: 'sales' },
        quota: 'quota',
        tiers: { kind: 'flat', rate: '0.01' },
        kickers: ['1', '1.1', '1.2'].map((atLeast) => ({
          kpi: 'sales',
          of: 'quota',
          atLeast,
          pays: '1000',
        })),
      })
      const result = evaluate(plan.formula, { sales: '160000', quota: '100000' })
      const kickers = explain(result, { locale: 'en' }).steps.slice(1)
      expect(kickers.map(({ value }) => value)).toEqual(Array(3).fill('1,000.00 CNY'))
      expect(kickers.map(({ how }) => how.at(-1)?.match(/× (\d+%)/)?.[1])).toEqual([
        '100%',
        '110%',
        '120%',
      ])
    })

    test('D1 does not double what a condition only compares', () => {
      const base = named('基数', multiply(sales, constant('2')))
      const paid = when(above(base, amount('10')), base, amount('0'))
      expect(told(run(paid, { sales: '10' })).steps.map(({ label }) => label)).toEqual(['基数'])
      const twice = add(paid, when(above(base, amount('15')), amount('1'), amount('0')))
      expect(told(run(twice, { sales: '10' })).steps.map(({ label }) => label)).toEqual(['基数'])
    })

    test('D1 shows an input once, wherever it stands', () => {
      const shown = told(run(add(sales, multiply(sales, constant('0.5'))), { sales: '10' }))
      expect(shown.steps.map(({ label }) => label)).toEqual(['sales'])
    })

    test('D1 lists each named step of a drawn formula exactly once a place', () => {
      /** All named steps get one label, and their place as their clause. */
      const alike = (step: Step): Step => ({
        ...step,
        node:
          step.node.op === 'named' ? { ...step.node, label: '补贴', clause: step.path } : step.node,
        parts: step.parts.map(alike),
        ...(step.reason?.kind === 'test' && {
          reason: { kind: 'test', test: alikeIn(step.reason.test) },
        }),
      })
      const alikeIn = (tested: Test): Test => ({
        ...tested,
        compared: tested.compared.map(alike),
        parts: tested.parts.map(alikeIn),
      })
      const placesIn = (step: Step): readonly string[] => [
        ...(step.node.op === 'named' ? [step.path] : []),
        ...step.parts.flatMap(placesIn),
        ...(step.reason?.kind === 'test' ? placesTested(step.reason.test) : []),
      ]
      const placesTested = ({ compared, parts }: Test): readonly string[] => [
        ...compared.flatMap(placesIn),
        ...parts.flatMap(placesTested),
      ]
      const clausesIn = ({ clause, steps }: Explanation): readonly string[] => [
        ...(clause === undefined ? [] : [clause]),
        ...steps.flatMap(clausesIn),
      ]
      /** Every part of a sum gets a name, and the sum stands in a product. */
      const doubled = (expression: Expression) =>
        add(named('补贴', expression), named('补贴', expression))
      fc.assert(
        fc.property(formulaAndInputs(), ({ formula, inputs }) => {
          for (const row of inputs) {
            if (problemsOf(() => evaluate(formula, row)).length > 0) continue
            const trace = alike(evaluate(check(doubled(formula.expression)), row).trace)
            const places = placesIn(trace)
            expect(places).toEqual(expect.arrayContaining([at('of', 0), at('of', 1)]))
            expect(clausesIn(explain({ trace }, { locale: 'en' })).toSorted()).toEqual(
              places.toSorted(),
            )
          }
        }),
      )
    })
  })

  test('D1 writes a sum of sums, 60 deep, as one line', () => {
    const deep = Array.from({ length: 60 }).reduce<Expression>(
      (sum) => subtract(sum, constant('1')),
      constant('60'),
    )
    expect(explain(run(deep), { locale: 'en' }).how).toEqual([`6,000%${' − 100%'.repeat(60)}`])
  })

  describe('D9', () => {
    const back = named('退款', amount('-28.00'))
    const hundred = amount('100.00')
    const part = constant('-0.05')
    const rule = { places: 2, rounding: 'half-up' } as const

    test.each([
      ['a negative term', add(hundred, back), '100.00 CNY − 28.00 CNY'],
      ['several', add(hundred, back, back), '100.00 CNY − 28.00 CNY − 28.00 CNY'],
      ['one that stands first', add(back, hundred), '−28.00 CNY + 100.00 CNY'],
      ['a negative constant', add(hundred, amount('-5')), '100.00 CNY − 5.00 CNY'],
      [
        'a product below zero',
        add(hundred, multiply(back, constant('0.5'))),
        '100.00 CNY − 28.00 CNY × 50%',
      ],
      [
        'a quotient below zero',
        add(hundred, divide(back, constant('2'), rule)),
        '100.00 CNY − 28.00 CNY ÷ 200%',
      ],
      [
        'a product with a sum first',
        add(hundred, multiply(add(back, hundred), part)),
        '100.00 CNY + (−28.00 CNY + 100.00 CNY) × (−5%)',
      ],
      ['a negative subtrahend', subtract(hundred, back), '100.00 CNY − (−28.00 CNY)'],
      ['a negative factor', multiply(hundred, part), '100.00 CNY × (−5%)'],
      [
        'a sum in brackets',
        subtract(hundred, add(back, hundred)),
        '100.00 CNY − (−28.00 CNY + 100.00 CNY)',
      ],
    ])('D9 writes %s with one minus sign', (_, expression, text) => {
      for (const locale of ['en', 'zh-CN'] as const)
        expect(explain(run(expression), { locale }).how.at(-1)).toBe(text)
    })
  })
})

describe('recipes: overtime is rounded once', () => {
  const recipe = recipes['rules']?.find(({ title }) => title['zh-CN'] === '加班费')
  const overtime = parseFormula(recipe?.policy)

  test.each([
    ['5000.00', '99.5', 'holiday', '8577.59'],
    ['4000.00', '8', 'rest', '367.82'],
    ['6800.00', '1.75', 'workday', '102.59'],
  ])('D4 %s for %s hours on a %s pays %s', (salary, hours, day, pay) => {
    const result = evaluate(overtime, { salary, hours, day })
    expect(result.value).toBe(pay)
    const { how } = explain(result, { locale: 'zh-CN' })
    expect(how[0]).toBe('月薪 × 加班小时 × 加班倍数 ÷ 月计薪小时')
  })
})

describe('scorecards: the top may be the target', () => {
  const scores = { threshold: '60', target: '100', stretch: '100' }
  const common = { unit: 'ratio', scale: 2, direction: 'higher' }
  const line = { ...common, threshold: '0.80', target: '0.90' }
  const cardOf = (kpi: object, change: object = {}) => ({
    id: 'card',
    missing: 'fail',
    scores,
    kpis: [{ kpi: 'x', weight: '1', ...kpi }],
    score: { places: 1, rounding: 'half-up' },
    bands: [{ coefficient: '1' }],
    ...change,
  })
  const scored = (card: object, x: string) => {
    const { score } = parseScorecard(card)
    return evaluate(score, { x }).value
  }
  const higher = { ...scores, stretch: '120' }

  test.each([
    [
      'steps',
      { ...common, curve: 'steps', steps: [{ score: '0' }, { from: '0.9', score: '100' }] },
    ],
    ['all or nothing', { ...common, curve: 'all-or-nothing', target: '0.9' }],
    ['a line', { ...line, stretch: '0.95' }],
    ['a line that ends at its target', { ...line, stretch: '0.90' }],
    ['a line on and on', { ...line, stretch: '0.95', beyond: 'uncapped' }],
  ])('D5 a card whose top is 100 scores 100 at most by %s', (_, kpi) => {
    expect(scored(cardOf(kpi), '0.90')).toBe('100.0')
    expect(scored(cardOf(kpi), '9.99')).toBe('100.0')
  })

  test('D5 a line whose stretch is its target never scores above, whatever the card allows', () => {
    const card = cardOf({ ...line, stretch: '0.9' }, { scores: higher })
    expect(['0.79', '0.80', '0.85', '0.90', '0.99'].map((x) => scored(card, x))).toEqual([
      ...['0.0', '60.0', '80.0', '100.0', '100.0'],
    ])
  })

  test('D5 a target that is the best there is: from ten accidents to none', () => {
    const none = {
      ...common,
      direction: 'lower',
      unit: 'count',
      scale: 0,
      threshold: '10',
      target: '0',
      stretch: '0',
    }
    const card = cardOf(none, { scores: { threshold: '0', target: '100', stretch: '100' } })
    expect(['11', '10', '5', '0'].map((x) => scored(card, x))).toEqual([
      ...['0.0', '0.0', '50.0', '100.0'],
    ])
  })

  test.each([
    [
      'a top below the target',
      cardOf({ ...line, stretch: '0.95' }, { scores: { ...scores, stretch: '99' } }),
    ],
    [
      'a target at the threshold',
      cardOf({ ...line, stretch: '0.95' }, { scores: { ...higher, target: '60' } }),
    ],
    ['a stretch short of the target', cardOf({ ...line, stretch: '0.89' })],
    [
      'a line beyond a stretch that is the target',
      cardOf({ ...line, stretch: '0.90', beyond: 'uncapped' }),
    ],
  ])('D5 still refuses %s', (_, card) => {
    const codes = problemsOf(() => parseScorecard(card)).map(({ code }) => code)
    expect(codes).toEqual(['levels-out-of-order'])
  })
})

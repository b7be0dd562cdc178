import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTargetPlan, targetPlan } from '../../src/bonus/index.js'
import {
  compile,
  constant,
  evaluate,
  explain,
  numberColumn,
  prorationInputs,
  renderText,
} from '../../src/formula/index.js'
import { scorecard, scorecardInputs } from '../../src/kpi/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { fromScaled } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { service } from '../kpi/cards.js'

const annual = {
  id: 'annual',
  currency: 'CNY',
  rounding: 'half-up',
  percent: '0.10',
  prorated: false,
  design: {
    kind: 'multiplicative',
    coefficients: [{ coefficient: 'company' }, { coefficient: 'person' }],
  },
} as const

const blended = {
  ...annual,
  design: {
    kind: 'additive',
    coefficients: [
      { coefficient: 'company', weight: '0.6' },
      { coefficient: 'person', weight: '0.4' },
    ],
  },
} as const

describe('a target bonus plan', () => {
  // Performance Bonus Calculator, costcalculator.calculator.city, "Example Calculation":
  // $80,000 × 0.10 × 1.5 × 0.8 = $9,600.
  test('multiplies: the published example', () => {
    const plan = parseTargetPlan({ ...annual, currency: 'USD' })
    const inputs = { base: '80000', person: '1.5', company: '0.8' }
    expect(evaluate(plan.formula, inputs).value).toBe('9600.00')
  })

  // Variable Pay Target Calculator, totalrewardsauthority.com, steps 1 to 4: the target × (company ×
  // its weight + individual × its weight) × proration; 60/40 is one of its common splits.
  test('adds: the published formula, prorated', () => {
    const plan = parseTargetPlan({ ...blended, prorated: true })
    const days = prorationInputs({ numerator: '1', denominator: '2' })
    const inputs = { base: '80000', person: '1.5', company: '0.8', ...days }
    // 8,000 × (0.6 × 0.8 + 0.4 × 1.5) × 1/2 = 8,000 × 1.08 ÷ 2
    expect(evaluate(plan.formula, inputs).value).toBe('4320.00')
  })

  test.each([
    // One that is zero takes all of a product, and only its own part of a sum.
    [annual, '0.00'],
    [blended, '600.00'],
  ])('of a person at zero pays %#', (policy, pay) => {
    const inputs = { base: '10000', person: '0', company: '1' }
    expect(evaluate(targetPlan(policy).formula, inputs).value).toBe(pay)
  })

  test('holds each coefficient, then the whole, between its limits', () => {
    const plan = parseTargetPlan({
      ...annual,
      floor: '0.5',
      cap: '1.8',
      design: {
        kind: 'multiplicative',
        coefficients: [
          { coefficient: 'company', floor: '0.8', cap: '1.2' },
          { coefficient: 'team' },
          { coefficient: 'person', cap: '1.6' },
        ],
      },
    })
    const pay = (company: string, team: string, person: string) =>
      evaluate(plan.formula, { base: '10000', company, team, person }).value
    expect(pay('1.3', '1', '1.25')).toBe('1500.00')
    expect(pay('0.5', '1', '1')).toBe('800.00')
    expect(pay('1.2', '1.1', '2')).toBe('1800.00')
    expect(pay('1', '1', '0.1')).toBe('500.00')
  })

  test('reads the target percent of each person where the policy has none', () => {
    const { percent, ...open } = annual
    const plan = parseTargetPlan(open)
    expect(Object.keys(plan.formula.inputs)).toEqual([
      'base',
      'target.percent',
      'company',
      'person',
    ])
    const inputs = { base: '10000', 'target.percent': percent, company: '1.1', person: '1' }
    expect(evaluate(plan.formula, inputs).value).toBe('1100.00')
  })

  test('takes a scorecard for a coefficient, within limits of its own', () => {
    const card = scorecard({ ...service, missing: 'redistribute' })
    const design = {
      ...annual.design,
      coefficients: [{ coefficient: 'company' }, { coefficient: 'person', cap: '0.9' }],
    } as const
    const plan = targetPlan({ ...annual, design }, { person: card.coefficient.expression })
    const measures = scorecardInputs(card, { satisfaction: '0.86', first_response: '80' })
    // The card's coefficient is 1.0; see the test of the target bonus.
    expect(evaluate(plan.formula, { base: '10000', company: '1', ...measures }).value).toBe(
      '900.00',
    )
  })

  test('is explained step by step in both languages, with every clause', () => {
    const label = { en: 'Company', 'zh-CN': '公司系数' }
    const plan = parseTargetPlan({
      ...annual,
      label: { en: 'Annual bonus', 'zh-CN': '年终奖' },
      clause: '§5',
      design: {
        kind: 'multiplicative',
        coefficients: [
          { coefficient: 'company', label, cap: '1.2', clause: '§5.1' },
          { coefficient: 'person', clause: '§5.2' },
        ],
      },
    })
    const result = evaluate(plan.formula, { base: '10000', company: '1.3', person: '1.1' })
    expect(renderText(explain(result, { locale: 'en' }))).toBe(
      [
        'Annual bonus: 1,320.00 CNY [§5]',
        '  round(Target bonus × Bonus coefficient)',
        '  round(1,000.00 CNY × 132%)',
        '    Target bonus: 1,000.00 CNY',
        '      Base pay × 10%',
        '      10,000.00 CNY × 10%',
        '        Base pay: 10,000.00 CNY',
        '    Bonus coefficient: 132%',
        '      Company within its limits × person',
        '      120% × 110%',
        '        Company within its limits: 120% [§5.1]',
        '          min(Company, 120%)',
        '          min(130%, 120%)',
        '            Company: 130%',
        '        person: 110% [§5.2]',
        '          person',
        '            person: 110%',
      ].join('\n'),
    )
    const chinese = renderText(explain(result, { locale: 'zh-CN' }))
    for (const words of [
      '年终奖',
      '目标奖金',
      '奖金系数',
      '公司系数（按上下限调整后）',
      '奖金基数',
    ])
      expect(chinese).toContain(words)
  })

  test.each([
    [{ percent: '-0.1' }, 'not-a-non-negative-decimal', 'percent'],
    [{ cap: '0.5', floor: '0.6' }, 'floor-above-cap', 'cap'],
    [{ bonus: '1' }, 'unknown-key', 'bonus'],
    [{ design: { kind: 'additive', coefficients: [] } }, 'too-small', 'design.coefficients'],
    [{ design: { kind: 'harmonic' } }, 'not-offered', 'design.kind'],
  ])('refuses %j', (wrong, code, path) => {
    expect(found(() => parseTargetPlan({ ...annual, ...wrong }))).toContainEqual([code, path])
  })

  test('refuses names that stand twice or are its own, crossed limits and weights not whole', () => {
    const wrong = {
      ...annual,
      design: {
        kind: 'additive',
        coefficients: [
          { coefficient: 'base', weight: '0.5' },
          { coefficient: 'team', weight: '0.3', floor: '1.2', cap: '1' },
          { coefficient: 'team', weight: '0.1' },
        ],
      },
    }
    const problems = problemsOf(() => parseTargetPlan(wrong))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['reserved-name', 'design.coefficients[0].coefficient'],
      ['floor-above-cap', 'design.coefficients[1].cap'],
      ['repeated-id', 'design.coefficients[2].coefficient'],
      ['weights-not-whole', 'design.coefficients'],
    ])
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'design.coefficients[0].coefficient：“base” 是方案自身的输入名称。请改用其他名称。',
        'design.coefficients[1].cap：上限 1 低于下限 1.2。请降低下限或提高上限。',
        'design.coefficients[2].coefficient：“team”重复出现。请各用各的标识，或删去一项。',
        'design.coefficients：权重合计为 0.9，不等于 1。权重合计须恰好等于 1。',
      ].join('\n'),
    )
  })

  test('refuses expressions for coefficients that it does not have', () => {
    const problems = problemsOf(() =>
      parseTargetPlan(annual, { compny: constant('1'), zzz: constant('1') }),
    )
    expect(describeProblems(problems)).toBe(
      'expressions.compny: the plan has no coefficient "compny". Perhaps "company" was meant.\n' +
        'expressions.zzz: the plan has no coefficient "zzz". Use one of: company, person.',
    )
    expect(describeProblems(problems, 'zh-CN')).toContain('可选：company、person')
    expect(describeProblems(problems, 'zh-CN')).toContain('也许是“company”')
    expect(problems.map(({ code }) => code)).toEqual(['unknown-coefficient', 'unknown-coefficient'])
  })

  test('compiles: a batch pays what evaluate pays', () => {
    const plan = parseTargetPlan(blended)
    const columns = {
      base: numberColumn(['80000', '12345.67'], 2),
      company: numberColumn(['0.8', '1.05'], 6),
      person: numberColumn(['1.5', '0.333333'], 6),
    }
    const one = evaluate(plan.formula, { base: '12345.67', company: '1.05', person: '0.333333' })
    expect(compile(plan.formula)(columns).value(1)).toBe(one.value)
  })

  test('is the half-up product of whole numbers', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 9n })
    const ratio = fc.bigInt({ min: 0n, max: 3_000_000n })
    const plan = targetPlan(annual)
    const sum = targetPlan(blended)
    fc.assert(
      fc.property(cents, ratio, ratio, (base, company, person) => {
        const inputs = {
          base: fromScaled(base, 2),
          company: fromScaled(company, 6),
          person: fromScaled(person, 6),
        }
        const halfUp = (numerator: bigint, divisor: bigint) =>
          fromScaled((2n * numerator + divisor) / (2n * divisor), 2)
        expect(evaluate(plan.formula, inputs).value).toBe(
          halfUp(base * company * person, 10n ** 13n),
        )
        expect(evaluate(sum.formula, inputs).value).toBe(
          halfUp(base * (6n * company + 4n * person), 10n ** 8n),
        )
      }),
    )
  })
})

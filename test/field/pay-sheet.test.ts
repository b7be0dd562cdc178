import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainAward, giveAward, parseAward, parseTargetPlan } from '../../src/bonus/index.js'
import { lintPlan, type PlanPolicy, parsePayments, parsePlan } from '../../src/commission/index.js'
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
  maximum,
  minimum,
  multiply,
  named,
  parseFormula,
  renderText,
  round,
  type Step,
  step,
  subtract,
  type Test,
  when,
} from '../../src/formula/index.js'
import { assess, exampleAssumptions, parseOffer } from '../../src/investment/index.js'
import { parseScorecard } from '../../src/kpi/index.js'
import type { Run } from '../../src/pay/index.js'
import {
  parseBook,
  parseRunData,
  run as runBook,
  verify as verifyRun,
} from '../../src/payroll/index.js'
import { at, describeProblems, type Locale, problemsOf } from '../../src/problem/index.js'
import { formatQuantity, money } from '../../src/quantity/index.js'
import { formulaAndInputs } from '../formula/arbitrary.js'
import { found } from '../found.js'
import { li } from '../pay/months.js'
import { bookOf, policy, version as versionOf } from '../payroll/policies.js'
import * as firm from '../wage/firm.js'
import { figuresOf, salaried, sale, shopOf } from './shop.js'

describe('payroll: all data of a run is read from JSON, and awards are told in the words of the field', () => {
  const award = {
    eligibility: [],
    ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }],
    ties: 'share',
    prizes: ['500', '200'],
    budget: '700',
  } as const
  const book = shopOf({
    more: [policy('award', 'star', { award }), policy('adjustments', 'adjustments', {})],
  })
  const people = [
    li({ ...figuresOf({ score: '96' }, '2026-06') }),
    { ...li(figuresOf({ score: '91' }, '2026-06')), id: 'wang', name: 'Wang Wei' },
  ]
  const whole = {
    people,
    groups: [{ of: 'company', ...figuresOf({ profit: '1000.00' }, '2026-06') }],
    records: {
      adjustments: [
        { id: 'a1', on: '2026-06-30', person: 'li', amount: '-20.50', reason: 'A meal paid twice' },
      ],
    },
    deals: { events: [sale('s', '2026-06-10', '1000.00')] },
  }
  const june = { period: '2026-06', before: 'first' } as const
  const refused = (parse: () => unknown): readonly string[] => {
    const problems = problemsOf(parse)
    return [...describeProblems(problems).split('\n'), describeProblems(problems, 'zh-CN')]
  }

  test('D6 the whole of a run’s data is read as it is, and as it was stored', () => {
    const { data, reconciliation } = parseRunData(book, whole)
    expect(data.people).toEqual(whole.people)
    expect(data.groups).toEqual(whole.groups)
    expect(data.records?.['adjustments']).toEqual(whole.records.adjustments)
    expect(data.records?.['credits']?.map((row) => [row.person, row['sales']])).toEqual([
      ['li', '1000.00'],
    ])
    expect(reconciliation).toEqual({ credits: [] })
    const paid = runBook(book, data, june)
    expect(paid.lines.map(({ component, person, amount }) => [component, person, amount])).toEqual([
      ['base', 'li', '3000.00'],
      ['base', 'wang', '3000.00'],
      ['plan', 'li', '100.00'],
      ['plan', 'wang', '0.00'],
      ['star', 'li', '500.00'],
      ['star', 'wang', '200.00'],
      ['adjustments', 'li', '-20.50'],
    ])
    const stored = parseRunData(book, JSON.parse(JSON.stringify(whole)))
    expect(runBook(book, stored.data, june)).toEqual(paid)
  })

  test.each<[string, unknown, readonly string[]]>([
    [
      'people of another shape',
      { people: { li: {} } },
      [
        'people: should be a list, and is an object. Give a list.',
        'people：应为列表，实际是对象。请填写列表。',
      ],
    ],
    [
      'tables of another shape',
      { people: [], records: { adjustments: { a1: '-20.50' } } },
      [
        'records.adjustments: should be a list, and is an object. Give a list.',
        'records.adjustments：应为列表，实际是对象。请填写列表。',
      ],
    ],
    [
      'a misspelt key of the data',
      { people: [], recrods: {} },
      [
        'recrods: the key "recrods" is not known here. Perhaps "records" was meant.',
        'recrods：此处没有键“recrods”。也许是“records”。',
      ],
    ],
    [
      'parts that are missing',
      { deals: { events: [] } },
      ['people: is missing. Give a list.', 'people：缺失。请填写列表。'],
    ],
  ])('D6 refuses %s', (_, json, told) => {
    expect(refused(() => parseRunData(book, json))).toEqual(told)
  })

  test('D6 refuses a run that does not say which run was before', () => {
    const { data } = parseRunData(book, whole)
    expect(refused(() => runBook(book, data, { period: '2026-06' } as never))).toEqual([
      "before: is missing: without the run before, all that it settled would be paid again. Give the run before, or 'first' where this is the first of all.",
      "before：缺失：没有上一次结算，已结算的款项会重复发放。请提供上一次结算；首次结算请写 'first'。",
    ])
  })

  test('D6 refuses data that hide or throw what they hold', () => {
    const throwing = () => {
      throw new Error('from within')
    }
    const hidden = new Proxy({}, { getPrototypeOf: throwing })
    const broken = Object.defineProperty({ people: [] }, 'records', {
      enumerable: true,
      get: throwing,
    })
    for (const [json, path] of [
      [hidden, ''],
      [broken, 'records'],
      [new Map(), ''],
      [{ people: [hidden] }, 'people[0]'],
      [{ people: [], records: { adjustments: new Map() } }, 'records.adjustments'],
    ] as const)
      expect(found(() => parseRunData(book, json))).toEqual([['not-plain', path]])
  })

  test.each(['asof', 'openigns', 'onyl'])('D6 a run refuses the key %s', (name) => {
    const { data } = parseRunData(book, whole)
    const odd = { ...june, [name]: [] }
    expect(found(() => runBook(book, data, odd))).toEqual([['unknown-key', name]])
  })

  test('D10 rivals are called by their names', () => {
    const told = (labels: readonly string[]) =>
      giveAward(parseAward({ ...award, id: 'star', currency: 'CNY' }), {
        asOf: '2026-06-30',
        entries: ['li', 'wang'].map((id, i) => ({
          id,
          label: labels[i] as string,
          figures: { score: ['96', '91'][i] as string },
        })),
      })
    const text = (of: ReturnType<typeof told>, person: string, locale: Locale) =>
      renderText(explainAward(of, person, { locale }))
    const result = told(['Li Na', 'Wang Wei'])
    expect(text(result, 'li', 'en')).toContain('Ahead of Wang Wei by 5 points in score')
    expect(text(result, 'li', 'zh-CN')).toContain('“score”领先 Wang Wei 5 分')
    expect(text(result, 'wang', 'en')).toContain('Behind Li Na by 5 points in score')
    expect(text(told(['Desk A', 'Wang Wei']), 'wang', 'en')).toContain('Behind Desk A by 5 points')
  })

  test.each([
    ['0.97', '4 percentage points', '4 个百分点'],
    ['0.94', '1 percentage point', '1 个百分点'],
    ['0.9375', '0.75 percentage points', '0.75 个百分点'],
  ])('D10 %s is ahead of 0.93 by %s', (satisfaction, en, zh) => {
    const ranking = [{ figure: 'satisfaction', unit: 'ratio', direction: 'higher' }]
    const result = giveAward(parseAward({ ...award, id: 'star', currency: 'CNY', ranking }), {
      asOf: '2026-06-30',
      entries: [
        { id: 'li', figures: { satisfaction } },
        { id: 'wu', figures: { satisfaction: '0.93' } },
      ],
    })
    expect(explainAward(result, 'li', { locale: 'en' }).how).toContain(
      `Ahead of wu by ${en} in satisfaction`,
    )
    expect(explainAward(result, 'wu', { locale: 'zh-CN' }).how).toContain(
      `“satisfaction”落后 li ${zh}`,
    )
  })

  test.each([
    ['26 to 25', { name: '2026-07', from: '2026-06-26', to: '2026-07-25' }, 'wrong-type'],
    ['half a month', { name: '2026-07', from: '2026-07-16', to: '2026-07-31' }, 'wrong-type'],
    ['a quarter of another rhythm', '2026-Q3', 'other-kind'],
    ['a name of one’s own', 'July', 'other-kind'],
  ])('D11 %s is refused where no plan is paid either', (_, period, code) => {
    const plain = bookOf([salaried])
    const { data } = parseRunData(plain, { people })
    const paid = (of: unknown) => runBook(plain, data, { period: of as string, before: 'first' })
    expect(found(() => paid(period))).toEqual([[code, 'period']])
    for (const month of ['2026-06', '2026-07', '2026-08'])
      expect(paid(month).lines.map(({ amount }) => amount)).toEqual(['3000.00', '3000.00'])
  })
})

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

describe('plans: what is compared, and what is won, each by its own name', () => {
  const planWith = (more: Partial<PlanPolicy>) =>
    parsePlan({
      id: 'p',
      currency: 'CNY',
      period: 'month',
      measure: { sum: 'sales' },
      quota: 'quota',
      tiers: { kind: 'flat', rate: '0.01' },
      ...more,
    })
  const told = (more: Partial<PlanPolicy>, locale: Locale, given: Record<string, string> = {}) => {
    const { formula } = planWith(more)
    const figures = { sales: '160000.00', quota: '130000.00', ...given }
    const inputs = Object.fromEntries(
      Object.entries(figures).filter(([name]) => name in formula.inputs),
    )
    return renderText(explain(evaluate(formula, inputs), { locale }))
  }
  const prize = { en: 'Breakthrough prize', 'zh-CN': '突破奖1' }
  const kicker = { kpi: 'sales', of: 'quota', atLeast: '1.2', pays: '1000', label: prize }

  test('D2 the label of a kicker names the prize alone', () => {
    const zh = told({ kickers: [kicker] }, 'zh-CN')
    expect(zh).toContain('突破奖1：1,000.00 CNY')
    expect(zh).toContain('因为计提业绩 160,000.00 CNY 不低于 业绩目标 × 120%')
    expect(zh.split('突破奖1：')).toHaveLength(2)
    const en = told({ kickers: [kicker] }, 'en')
    expect(en).toContain('Because Credited sales 160,000.00 CNY is at least Quota × 120%')
    expect(en.split('Breakthrough prize: ')).toHaveLength(2)
  })

  test('D2 a kicker of an amount names the measure by its own label', () => {
    const measure = { sum: 'sales', label: { en: 'Net sales', 'zh-CN': '净销售额' } }
    const kickers = [{ kpi: 'sales', atLeast: '150000', pays: '500', label: prize }]
    expect(told({ measure, kickers }, 'zh-CN')).toContain(
      '因为净销售额 160,000.00 CNY 不低于 150,000.00 CNY',
    )
  })

  test('D2 a KPI is named by a label of its own, beside the prize', () => {
    const kpiLabel = { en: 'Satisfaction', 'zh-CN': '满意度' }
    const byKpi = { kpi: 'satisfaction', atLeast: '0.9', pays: '100', label: prize }
    const given = { satisfaction: '0.95' }
    expect(told({ kickers: [{ ...byKpi, kpiLabel }] }, 'zh-CN', given)).toContain(
      '因为满意度 95% 不低于 90%',
    )
    expect(told({ kickers: [byKpi] }, 'zh-CN', given)).toContain('因为satisfaction 95% 不低于 90%')
    const gate = { kpi: 'satisfaction', atLeast: '0.8', label: kpiLabel }
    expect(told({ gate, kickers: [byKpi] }, 'zh-CN', given)).toContain('因为满意度 95% 不低于 90%')
  })

  test.each<[string, Partial<PlanPolicy>]>([
    ['a gate', { gate: { kpi: 'sales', of: 'quota', atLeast: '0.8' } }],
    ['a kicker', { kickers: [{ kpi: 'sales', of: 'quota', atLeast: '0.8', pays: '5' }] }],
    [
      'an accelerator',
      {
        accelerator: {
          steps: [{ from: '1', factor: '2' }],
          when: { kpi: 'sales', of: 'quota', atLeast: '0.8' },
        },
      },
    ],
  ])('D3 a condition on the measure of the plan names it as the tiers do: %s', (_, more) => {
    expect(told(more, 'zh-CN')).toContain('因为计提业绩 160,000.00 CNY 不低于 业绩目标 × 80%')
    expect(told(more, 'en')).toContain('Because Credited sales 160,000.00 CNY is at least')
    const measure = { sum: 'sales', as: 'net', label: '净额' }
    const own = JSON.parse(JSON.stringify(more).replaceAll('"sales"', '"net"'))
    const text = told({ ...own, measure }, 'zh-CN', { net: '160000.00' })
    expect(text).toContain('因为净额 160,000.00 CNY 不低于')
    expect(text).not.toMatch(/sales|net/)
  })

  test('D3 another measure is named by its label, also as what parts are asked of', () => {
    const linked = [{ sum: 'collections', label: { en: 'Collected', 'zh-CN': '回款' } }]
    const given = { collections: '150000.00' }
    const gate = { kpi: 'collections', of: 'sales', atLeast: '0.8' }
    expect(told({ linked, gate }, 'zh-CN', given)).toContain(
      '因为回款 150,000.00 CNY 不低于 计提业绩 × 80%',
    )
    const turned = { kpi: 'sales', of: 'collections', atLeast: '1' }
    expect(told({ linked, gate: turned }, 'zh-CN', given)).toContain('不低于 回款')
  })

  const gated = (gate: PlanPolicy['gate']) =>
    lintPlan(planWith({ gate })).map(({ code, message }) => [code, message['zh-CN']] as const)

  test.each(['0', '0.00', '-0.05'])(
    'D7 a gate on a KPI of %s and more is missed by a loss, and lint names the label',
    (atLeast) => {
      const [[code, message] = ['', '']] = gated({ kpi: 'profit_rate', atLeast, label: '利润率' })
      expect(code).toBe('missed-condition')
      expect(message).toMatch(/^利润率 /)
      expect(message).not.toContain('profit_rate')
      const { formula } = planWith({ gate: { kpi: 'profit_rate', atLeast } })
      const paid = (profit_rate: string) => evaluate(formula, { sales: '100', profit_rate }).value
      expect([paid('-0.10'), paid('0.10')]).toEqual(['0.00', '1.00'])
    },
  )

  test('D7 a gate on an amount of nothing is always met, and lint names the label', () => {
    expect(gated({ kpi: 'sales', atLeast: '0' })).toEqual([
      ['always-met', '计提业绩 不小于零时总是达标'],
    ])
  })

  test('D7 a harmful condition is named by its label too', () => {
    const when = { kpi: 'returns', atLeast: '0.1', kpiLabel: '退货率' }
    const found = lintPlan(
      planWith({ accelerator: { steps: [{ from: '0', factor: '0.5' }], when } }),
    )
    expect(found.find(({ code }) => code === 'harmful-condition')?.message['zh-CN']).toContain(
      '退货率 达标反而',
    )
  })

  test.each(['gate', 'kicker', 'grid'])(
    'D8 a missing KPI of a %s is asked for, no more',
    (part) => {
      const kpi = 'satisfaction'
      const more: Partial<PlanPolicy> =
        part === 'gate'
          ? { gate: { kpi, atLeast: '0.9' } }
          : part === 'kicker'
            ? { kickers: [{ kpi, atLeast: '0.9', pays: '5' }] }
            : { tiers: { kind: 'grid', rows: [{}], kpi, columns: [{}], rates: [['0.01']] } }
      const { formula } = planWith(more)
      const inputs = { sales: '1', ...(part === 'grid' && { quota: '1' }) }
      const problems = problemsOf(() => evaluate(formula, inputs))
      expect(describeProblems(problems, 'zh-CN')).toBe(
        'inputs.satisfaction：缺少输入“satisfaction”。请提供；每项输入都须给出，即使只有某一分支用到。',
      )
      expect(describeProblems(problems)).not.toContain('say so in the policy')
    },
  )
})

describe('investment: an offer tells what it brings for its cost, and nothing that it did not earn', () => {
  const company = exampleAssumptions
  const perPersonMonth = (price: string) =>
    parseOffer({
      ...{ id: 'cloud', kind: 'subscription', currency: 'CNY' },
      bands: [{ from: 1, perPersonMonth: price }],
    })

  test.each([
    // 318,000 a year over 300 people × 12 months × 20.
    ['20.00', '72000.00', '4.4167'],
    ['10.00', '36000.00', '8.8333'],
    ['88.34', '318024.00', '0.9999'],
  ])('D12 a subscription at %s has a multiple', (price, yearly, multiple) => {
    const told = assess(perPersonMonth(price), company)
    expect(told.benefits.total).toBe('318000.00')
    expect(told.equivalentAnnualCost).toBe(yearly)
    expect([told.multiple, told.discountedMultiple]).toEqual([multiple, multiple])
  })

  test.each([
    ['without set-up lays nothing out', perPersonMonth('20.00'), 'nothing-laid-out'],
    ['that costs more than it brings never pays back', perPersonMonth('100.00'), 'never'],
    [
      'with set-up pays back',
      parseOffer({ ...perPersonMonth('20.00'), setup: '123000.00' }),
      'years',
    ],
  ])('D12 a subscription %s', (_, offer, kind) => {
    const { payback, discountedPayback } = assess(offer, company)
    expect([payback.kind, discountedPayback.kind]).toEqual([kind, kind])
    if (kind === 'years') expect(payback).toEqual({ kind, years: '0.50' })
  })
})

describe('wage: from gross to paid, each kind a policy of the book', () => {
  const march = ['2026-03']
  const overtime = (salary: string, hours: string, name: string) =>
    firm.months(
      [
        policy('overtime', 'overtime', {
          base: { attribute: 'base' },
          figures: { workday_hours: '1.5', rest_hours: '2', holiday_hours: '3' },
        }),
      ],
      {
        people: [
          firm.li({
            attributes: { base: firm.since(salary) },
            figures: firm.figures(name, { '2026-03': hours }),
          }),
        ],
      },
      march,
    )

  test.each([
    ['4000.00', '8', 'rest_hours', '367.82'],
    ['5000.00', '99.5', 'holiday_hours', '8577.59'],
    ['3500.00', '36', 'workday_hours', '1086.21'],
    ['6800.00', '1.75', 'workday_hours', '102.59'],
  ])('D4 overtime of %s, %s h of %s is rounded once (rank 1)', (salary, hours, name, paid) => {
    const { lines, why } = overtime(salary, hours, name)
    expect(lines).toEqual([[`overtime 2026-03 ${paid}`]])
    // Nothing is divided, and rounded, before all is multiplied.
    expect(why('overtime', 'zh-CN')).toMatch(/^ *加班基数 × \(.*\) ÷ 月计薪小时$/m)
    expect(why('overtime', 'zh-CN')).toContain('加班费（2026-03）')
    expect(why('overtime', 'zh-CN')).toContain('÷ 月计薪小时')
  })

  test('rank 1 verify names a line that says otherwise', () => {
    const { book, data, runs } = overtime('4000.00', '8', 'rest_hours')
    const [run] = runs as [Run]
    expect(verifyRun(book, data, run, { before: 'first' })).toEqual([])
    const lines = run.lines.map((line) => ({ ...line, amount: '413.79' }))
    expect(
      verifyRun(book, data, { ...run, lines } as never, { before: 'first' }).length,
    ).toBeGreaterThan(0)
  })

  const wage = (value: string) =>
    firm.li({
      attributes: { base: firm.since(value) },
      figures: [
        ...firm.figures('overtime', { '2026-03': '300.00' }),
        ...firm.figures('night', { '2026-03': '240.00' }),
      ],
    })
  const given = (name: string) =>
    policy('component', name, {
      pays: 'due',
      formula: { op: 'input', name, unit: 'money:CNY', scale: 2 },
      reads: { [name]: { from: 'figure', name } },
    })
  const topUp = policy('topUp', 'top_up', {
    of: { tag: 'wage' },
    minimum: { attribute: 'city', values: { shanghai: '2740', suzhou: '2490' } },
    prorated: true,
  })

  test.each([
    ['1760.00', 'suzhou', ['top_up 2026-03 730.00']],
    ['1760.00', 'shanghai', ['top_up 2026-03 980.00']],
    ['2490.00', 'suzhou', []],
  ])('rank 2 a wage of %s in %s, without overtime and nights', (value, city, expected) => {
    const person = wage(value)
    const people = [{ ...person, attributes: { ...person.attributes, city: firm.since(city) } }]
    const { lines } = firm.months(
      [firm.salary, given('overtime'), given('night'), topUp],
      { people },
      march,
    )
    expect(lines[0]).toEqual([
      ...[`base 2026-03 ${value}`, 'overtime 2026-03 300.00', 'night 2026-03 240.00'],
      ...expected,
    ])
  })

  test.each([
    ['3000.00', '-510.00', '1490.00'],
    ['4000.00', '-800.00', '1200.00'],
    ['2490.00', '0.00', '2000.00'],
  ])('rank 2 damage of 2,000.00 with %s: %s, carried %s', (value, taken, carried) => {
    const damage = policy('deduction', 'damage', {
      records: { table: 'damages' },
      of: { tag: 'wage' },
      atMost: '0.2',
      floor: { amount: '2490', prorated: true },
    })
    const damages = [{ id: 'd', person: 'li', on: '2026-03-04', amount: '2000.00' }]
    const people = [firm.li({ attributes: { base: firm.since(value) } })]
    const { runs } = firm.months([firm.salary, damage], { people, records: { damages } }, march)
    const [run] = runs as [Run]
    expect(run.lines.find(({ component }) => component === 'damage')?.amount).toBe(taken)
    const rest = run.state.settled.find(({ component }) => component === 'damage.rest')
    expect(rest?.value).toBe(carried)
  })

  test.each([
    [
      'a whole cycle',
      {},
      ['base 2026-03 6800.00', 'housing 2026-03 435.00', 'meals 2026-03 400.00'],
    ],
    [
      'who joins on 10 March',
      { employment: [{ from: '2026-03-10' }] },
      ['base 2026-03 4298.85', 'housing 2026-03 275.00', 'meals 2026-03 240.00'],
    ],
    [
      'who leaves on 27 February',
      { employment: [{ from: '2020-01-01', to: '2026-02-27' }] },
      ['base 2026-03 1172.41', 'housing 2026-03 75.00', 'meals 2026-03 40.00'],
    ],
  ])('rank 5 a cycle from the 26th to the 25th, by 21.75 days: %s', (_, change, expected) => {
    const { lines, runs } = firm.months(
      [
        firm.salary,
        policy('allowance', 'housing', { amount: '435', prorated: true }),
        policy('allowance', 'meals', { perDay: '20', basis: 'working' }),
      ],
      { people: [firm.li(change)] },
      march,
      {
        rhythms: {
          cycle: { kind: 'month', calendar: { kind: 'gregorian', startMonth: 1, startDay: 26 } },
        },
      },
    )
    expect(lines).toEqual([expected])
    expect(runs[0]?.asOf).toBe('2026-03-25')
  })

  test('rank 7 of two departments in a month: each has its days and its own allowance', () => {
    const department = [...firm.since('service'), ...firm.since('operations', '2026-03-16')]
    const allowance = (id: string, of: string, amount: string) => {
      const eligible = { where: { department: [of] } }
      const terms = { amount, prorated: true }
      return policy('allowance', id, terms, { versions: [versionOf(terms, { eligible })] })
    }
    const { lines } = firm.months(
      [firm.salary, allowance('desk', 'service', '310'), allowance('shop', 'operations', '620')],
      { people: [firm.li({ attributes: { base: firm.since('6200.00'), department } })] },
      march,
      { basis: { days: { basis: 'calendar-days' } } },
    )
    expect(lines).toEqual([['base 2026-03 6200.00', 'desk 2026-03 150.00', 'shop 2026-03 320.00']])
  })

  const leave = (more: object = {}) =>
    policy('leave', 'leave', {
      base: { attribute: 'base' },
      kinds: { sick: { years: [{ value: '0.5' }, { from: '2', value: '0.7' }] }, personal: '0' },
      ...more,
    })

  test('rank 8 李娜, three years, 4.5 days sick: 5,393.10 and 984.83', () => {
    const absences = [
      { id: 'a', kind: 'sick', from: '2026-03-09', to: '2026-03-12' },
      { id: 'b', kind: 'sick', from: '2026-03-13', to: '2026-03-13', part: '0.5' },
    ]
    const people = [firm.li({ absences, attributes: { hired: firm.since('2023-03-01') } })]
    expect(firm.months([firm.salary, leave()], { people }, march).lines).toEqual([
      ['base 2026-03 5393.10', 'leave 2026-03 984.83'],
    ])
  })

  test('rank 8 four hours of personal leave cost 156.32', () => {
    const hours = [{ id: 'h', person: 'li', on: '2026-03-09', kind: 'personal', hours: '4' }]
    const own = leave({ hours: { table: 'hours', perDay: '8' } })
    expect(firm.months([firm.salary, own], { records: { hours } }, march).lines).toEqual([
      ['base 2026-03 6800.00', 'leave 2026-03 -156.32'],
    ])
  })

  const each = (id: string, formula: Expression, label: string) =>
    policy('component', id, {
      pays: 'due',
      label,
      each: { record: id },
      formula,
      reads: { [id]: { from: 'record', name: id } },
    })
  const items = (id: string, values: readonly string[]) =>
    values.map((value, i) => ({ id: `${i}`, person: 'li', on: '2026-03-02', [id]: value }))
  const yuan = money('CNY')
  const late = step(
    input('minutes', 'count', 0),
    [{ value: '8' }, { from: '10', value: '20' }, { from: '20', value: '30' }],
    yuan,
  )
  const nights = minimum(
    multiply(input('hours', 'duration:hour', 1), constant('3.00', money('CNY', 'hour'))),
    constant('25.00', yuan),
  )
  const piece = multiply(input('pieces', 'count', 0), constant('0.35', yuan))

  test.each([
    ['minutes', late, ['8', '15', '25'], ['8', '20', '30'], '58'],
    ['hours', nights, ['8', '9.5'], ['24.000', '25.000'], '49.000'],
    ['pieces', piece, ['120', '0', '-3'], ['42.00', '0.00', '-1.05'], '40.95'],
  ])('rank 11 %s, item by item', (id, formula, values, parts, sum) => {
    const own = each(id, round(formula, { places: 2, rounding: 'half-up' }), id)
    const { runs, why } = firm.months([own], { records: { [id]: items(id, values) } }, march)
    const [line] = (runs[0] as Run).lines
    expect(Number(line?.amount)).toBe(Number(sum))
    expect(line?.parts.map(({ amount }) => Number(amount))).toEqual(parts.map(Number))
    for (const locale of ['en', 'zh-CN'] as const)
      expect(why(id, locale)).toContain(locale === 'en' ? '0, 2026-03-02' : '0（2026-03-02）')
  })

  test.each([
    ['0.2', '1000.00', '-200.00', '300.00'],
    ['1', '1000.00', '-500.00', '0.00'],
    ['0.2', '0.00', '0.00', '500.00'],
  ])('rank 13 500.00 carried, recovered by %s of %s: %s', (share, sold, taken, left) => {
    const tagged = { tags: ['commission'] }
    const book = bookOf([
      policy('allowance', 'commission', { amount: { attribute: 'sold' }, prorated: false }, tagged),
      policy('payments', 'payments', {
        payments: { rounding: 'half-up', recovery: { share } },
        of: { tag: 'commission' },
      }),
    ])
    const people = [firm.li({ attributes: { sold: firm.since(sold) } })]
    const { data } = parseRunData(book, { people })
    const opening = {
      component: 'payments.owed',
      person: 'li',
      earned: { rhythm: 'month', period: '2026-02' },
      value: '500.00',
      why: 'Carried by the payroll before',
    }
    const run = runBook(book, data, { period: '2026-03', before: 'first', openings: [opening] })
    expect(run.lines.find(({ component }) => component === 'payments')?.amount).toBe(taken)
    const owed = run.state.settled.find(
      ({ component, earned }) => component === 'payments.owed' && earned.period === '2026-03',
    )
    expect(owed?.value).toBe(left)
    // By a name that nothing has, nothing would be carried: it is refused.
    const { person, ...nobody } = opening
    expect(
      found(() =>
        runBook(book, data, {
          period: '2026-03',
          before: 'first',
          openings: [{ ...nobody, owner: { person } } as never],
        }),
      ),
    ).toEqual([
      ['unknown-key', 'openings[0].owner'],
      ['missing', 'openings[0].person'],
    ])
  })
})

describe('Chinese: every problem is told, amounts and ranges are written, and terms are the field’s', () => {
  const shapes: readonly unknown[] = [
    undefined,
    null,
    1,
    'x',
    true,
    [],
    {},
    [1],
    { id: 1 },
    { a: {} },
  ]
  test.each<[string, (json: unknown) => unknown]>([
    ['a plan', parsePlan],
    ['a scorecard', parseScorecard],
    ['a formula', parseFormula],
    ['a target bonus', parseTargetPlan],
    ['a book', parseBook],
  ])('C1 %s of a wrong shape is refused in Chinese too', (_, parse) => {
    for (const shape of shapes) {
      const problems = problemsOf(() => parse(shape))
      expect(problems.length).toBeGreaterThan(0)
      for (const { message, hint } of problems)
        for (const text of [message['zh-CN'], hint['zh-CN']])
          expect(text).toMatch(/\p{Script=Han}/u)
    }
  })

  test.each([
    ['README.zh-CN.md', /薪酬/],
    ['docs/zh-CN/guide.md', /提成/],
    ['docs/zh-CN/cookbook.md', /提成/],
  ])('C2 %s is written in Chinese', (file, word) => {
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(word)
    expect(text).not.toMatch(/政策手册/)
  })

  test('C3, C4 a Chinese account has full-width colons, 取低 and 取高, and no function names', () => {
    const cny = money('CNY')
    const cents = { places: 2, rounding: 'half-up' } as const
    const sales = input('sales', cny, 2, { en: 'Sales', 'zh-CN': '销售额' })
    const tenth = multiply(sales, constant('0.1'))
    const capped = minimum(maximum(tenth, constant('10', cny)), constant('50', cny))
    const pay = named({ en: 'Pay', 'zh-CN': '提成' }, round(capped, cents))
    const told = (value: string) =>
      renderText(explain(evaluate(check(pay), { sales: value }), { locale: 'zh-CN' })).split('\n')
    expect(told('200.00')).toEqual([
      '提成：20.00 CNY',
      '  (销售额 × 10% 与 10.00 CNY 取高) 与 50.00 CNY 取低',
      '  (200.00 CNY × 10% 与 10.00 CNY 取高) 与 50.00 CNY 取低',
      '    销售额：200.00 CNY',
    ])
    // What rounding changes is told by a line of its own.
    expect(told('200.04')).toContain('  四舍五入至 0.01 CNY：20.004 CNY → 20.00 CNY')
  })

  test.each([
    ['8', 'duration:hour', '8 小时'],
    ['12', 'duration:day', '12 天'],
    ['75', 'duration:second', '75 秒'],
    ['0.04', 'ratio', '4%'],
    ['90', 'points', '90 分'],
  ] as const)('C3 %s of %s is written %s', (value, unit, written) => {
    expect(formatQuantity(value, unit, 'zh-CN')).toBe(written)
  })

  test('C3 what may be chosen is listed as Chinese lists are', () => {
    const [problem] = problemsOf(() => parseFormula({ op: 'plus' }))
    expect(problem?.hint['zh-CN']).toMatch(/input、constant、add/)
    const [wrong] = problemsOf(() => parsePlan([]))
    expect(wrong?.message['zh-CN']).not.toMatch(/是 \p{Script=Han}/u)
  })

  const plan = {
    ...{ id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' } },
    tiers: { kind: 'flat', rate: '0.1' },
  }
  const toldIn = (expression: Expression, inputs: Readonly<Record<string, string>>) =>
    renderText(explain(evaluate(check(expression), inputs), { locale: 'zh-CN' }))
  test.each([
    [
      'what is left by a gate',
      () =>
        toldIn(parsePlan({ ...plan, gate: { kpi: 'q', atLeast: '1' } }).formula.expression, {
          sales: '10.00',
          q: '1',
        }),
      '达标后的提成',
      '门槛后',
    ],
    [
      'what a target bonus is of',
      () =>
        JSON.stringify(
          parseTargetPlan({
            ...{ id: 't', currency: 'CNY', rounding: 'half-up', prorated: false },
            design: {
              kind: 'multiplicative',
              coefficients: [{ coefficient: 'company', cap: '1.5' }],
            },
          }).formula,
        ),
      '奖金基数',
      '基数工资|限幅',
    ],
    [
      'a draw that is paid back',
      () =>
        JSON.stringify(
          parsePayments({
            ...{ currency: 'CNY', rounding: 'half-up' },
            draw: { kind: 'recoverable', amount: '100' },
          }),
        ),
      '预支余额',
      '保底欠额|归还保底|保底预支',
    ],
    [
      'a half that goes to the even one',
      () =>
        toldIn(round(input('x', 'ratio', 3), { places: 2, rounding: 'half-even' }), { x: '0.125' }),
      '四舍六入五成双',
      '银行家',
    ],
    [
      'a scorecard without data',
      () => JSON.stringify(problemsOf(() => parseScorecard({}))),
      '缺失',
      '记分卡',
    ],
  ])('C4 %s is called as the field calls it', (_, told, word, wrong) => {
    const text = told()
    expect(text).toContain(word)
    expect(text).not.toMatch(new RegExp(wrong))
  })
})

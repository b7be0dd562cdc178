import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { targetPlan } from '../../src/bonus/index.js'
import { prorate } from '../../src/calendar/index.js'
import {
  estimate,
  lintPlan,
  nextStage,
  nextTier,
  type PlanPolicy,
  parsePlan,
  parseQuota,
  payoutCurve,
  planComponents,
  quotaFor,
} from '../../src/commission/index.js'
import {
  above,
  add,
  all,
  analyze,
  atLeast,
  check,
  compile,
  constant,
  divide,
  type Expression,
  equals,
  evaluate,
  explain,
  input,
  marginal,
  maximum,
  minimum,
  multiply,
  named,
  not,
  numberColumn,
  round,
  step,
  subtract,
  when,
} from '../../src/formula/index.js'
import { parseScorecard, scorecardInputs } from '../../src/kpi/index.js'
import { lintData } from '../../src/pay/book-data.js'
import { component, matching } from '../../src/pay/build.js'
import type { Component, Version } from '../../src/pay/component.js'
import { parseData } from '../../src/pay/data-schema.js'
import { partsOf } from '../../src/pay/parts-of.js'
import { amount, attribute, figure, member, records, service, tagged } from '../../src/pay/read.js'
import type { Run } from '../../src/pay/run.js'
import { parseRun } from '../../src/pay/run-schema.js'
import { settle as settleRun } from '../../src/pay/settle.js'
import { parseRunData, run as runBook, statements } from '../../src/payroll/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { formatQuantity, fromScaled, money, total } from '../../src/quantity/index.js'
import { toSql } from '../../src/sql/index.js'
import { duckdb } from '../conformance/engines.js'
import { found } from '../found.js'
import { eachDeal, none, ofDeal, percent, received, sold } from '../pay/deals/paid.js'
import { li as employee } from '../pay/months.js'
import { bookOf, cents, cny, lines as linesOf, person } from '../pay/rules/paying.js'
import { paid as paidMonths, staff } from '../payroll/bonus-months.js'
import { policy, bookOf as policyBookOf, termsOf, version } from '../payroll/policies.js'
import { commission, credit, flat, halves, paid, pays, runsOf, sum, type Told } from './deals.js'
import { type Paying, paidBy, runsOf as runsByPlan, type Terms, whyIn } from './plans.js'
import { figuresOf, sale, shopMonths, shopOf } from './shop.js'

describe('scorecards: a weight goes to the rest of its own group first', () => {
  /** Scores what was measured, from 0 to 100. */
  const kpi = (name: string, weight: string) => ({
    kpi: name,
    unit: 'points',
    scale: 0,
    direction: 'higher',
    weight,
    threshold: '0',
    target: '50',
    stretch: '100',
  })
  const group = (name: string, weight: string, members: object) => ({
    group: name,
    weight,
    ...members,
  })
  const card = (members: object) =>
    parseScorecard({
      id: 'card',
      missing: 'redistribute',
      scores: { threshold: '0', target: '50', stretch: '100' },
      ...members,
      score: { places: 2, rounding: 'half-up' },
      bands: [{ coefficient: '1.0' }, { from: '72', coefficient: '1.3' }],
    })
  const scored = (members: object, measures: Readonly<Record<string, string>>) => {
    const built = card(members)
    return evaluate(built.score, scorecardInputs(built, measures))
  }

  const quality = group('quality', '0.5', { kpis: [kpi('d', '0.5'), kpi('e', '0.5')] })
  const halves = { groups: [quality, group('efficiency', '0.5', { kpis: [kpi('f', '1')] })] }
  const people = {
    groups: [
      group('people', '0.4', { kpis: [kpi('a', '0.5'), kpi('b', '0.5')] }),
      group('money', '0.6', { kpis: [kpi('c', '0.5'), kpi('g', '0.5')] }),
    ],
  }
  const ten = Array.from({ length: 10 }, (_, i) => kpi(`q${i}`, '0.1'))
  const tens = {
    groups: [
      group('quality', '0.6', { kpis: ten }),
      group('cost', '0.4', { kpis: [kpi('cost', '1')] }),
    ],
  }
  const nested = {
    kpis: [kpi('h', '0.5')],
    groups: [
      group('outer', '0.5', {
        kpis: [kpi('i', '0.2')],
        groups: [group('inner', '0.8', { kpis: [kpi('j', '0.5'), kpi('k', '0.5')] })],
      }),
    ],
  }
  test.each([
    ['half of a group', halves, { d: '60', f: '80' }, '70.00'],
    ['a member of the lesser group', people, { a: '100', c: '0', g: '0' }, '40.00'],
    ['nine of ten', tens, { q0: '0', cost: '100' }, '40.00'],
    ['a whole group', halves, { f: '80' }, '80.00'],
    ['a group in a group', nested, { h: '10', i: '90' }, '50.00'],
    ['a part of a group in a group', nested, { h: '0', i: '0', k: '50' }, '20.00'],
    ['nothing', halves, { d: '60', e: '80', f: '80' }, '75.00'],
  ])('F10 shares the weight where missing is %s', (_, members, measures, score) => {
    expect(scored(members, measures).value).toBe(score)
  })

  test('F10 shares the weight in a group of 200', () => {
    const many = Array.from({ length: 200 }, (_, i) => kpi(`m${i}`, '0.005'))
    const members = {
      groups: [
        group('many', '0.5', { kpis: many }),
        group('one', '0.5', { kpis: [kpi('z', '1')] }),
      ],
    }
    expect(scored(members, { m7: '40', z: '80' }).value).toBe('60.00')
  })

  test('F10 pays by the band of that score', () => {
    const built = card(halves)
    const inputs = scorecardInputs(built, { d: '60', f: '80' })
    expect(evaluate(built.coefficient, inputs).value).toBe('1.0')
  })

  test('F10 shows of a group the mean of what was reported, and the weights that counted', () => {
    const { steps } = explain(scored(halves, { d: '60', f: '80' }), { locale: 'en' })
    expect(steps.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'quality: 60 points',
      'efficiency: 80 points',
      'Weight of the KPIs reported: 100%',
    ])
    expect(steps[0]?.how.slice(0, 2)).toEqual([
      '(50% × Score for d + 50% × Score for e) ÷ Weight of the KPIs reported',
      '(50% × 60 points + 50% × 0 points) ÷ 50%',
    ])
  })

  test('F10 a drawn card of groups is the mean of the means of what was reported', () => {
    const weights = fc
      .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 })
      .map(([, ...parts]) => [100 - parts.reduce((sum, part) => sum + part, 0), ...parts])
    const measure = fc.option(fc.integer({ min: 0, max: 100 }))
    const drawn = weights
      .chain((groups) =>
        fc.tuple(
          ...groups.map((weight) =>
            weights.chain((parts) =>
              fc
                .tuple(...parts.map((part) => fc.record({ part: fc.constant(part), measure })))
                .map((kpis) => ({ weight, kpis })),
            ),
          ),
        ),
      )
      .filter((groups) => groups.some(({ kpis }) => kpis.some(({ measure }) => measure !== null)))
    fc.assert(
      fc.property(drawn, (groups) => {
        const named = groups.map(({ weight, kpis }, i) =>
          group(`g${i}`, fromScaled(BigInt(weight), 2), {
            kpis: kpis.map(({ part }, j) => kpi(`k${i}x${j}`, fromScaled(BigInt(part), 2))),
          }),
        )
        const measures = groups.flatMap(({ kpis }, i) =>
          kpis.flatMap(({ measure }, j) =>
            measure === null ? [] : [[`k${i}x${j}`, `${measure}`]],
          ),
        )
        /** Fractions, in whole numbers: the sum of weight × mean over the sum of weights. */
        const means = groups.flatMap(({ weight, kpis }) => {
          const told = kpis.filter(({ measure }) => measure !== null)
          const points = told.reduce(
            (sum, { part, measure }) => sum + part * (measure as number),
            0,
          )
          const whole = told.reduce((sum, { part }) => sum + part, 0)
          return whole === 0
            ? []
            : [{ weight: BigInt(weight), points: BigInt(points), whole: BigInt(whole) }]
        })
        const common = means.reduce((all, { whole }) => all * whole, 1n)
        const sum = means.reduce(
          (all, { weight, points, whole }) => all + (weight * points * common) / whole,
          0n,
        )
        const by = common * means.reduce((all, { weight }) => all + weight, 0n)
        const { value } = scored({ groups: named }, Object.fromEntries(measures))
        const off = BigInt(value.replace('.', '')) * by - 100n * sum
        // Half a cent, and what the means of groups are rounded by.
        expect((off < 0n ? -off : off) * 2_000n <= by * 1_001n).toBe(true)
      }),
    )
  })
})

describe('quotas: a quota of zero or less is refused by name', () => {
  const flat = { kind: 'flat', rate: '0.05' } as const
  const planWith = (more: Partial<PlanPolicy>) =>
    parsePlan({
      id: 'p',
      currency: 'CNY',
      period: 'month',
      measure: { sum: 'sales' },
      tiers: flat,
      ...more,
    })
  const ofQuota = { kpi: 'sales', of: 'quota' } as const
  const plans: Readonly<Record<string, Partial<PlanPolicy>>> = {
    'marginal tiers': {
      quota: 'quota',
      tiers: {
        kind: 'marginal',
        of: 'quota',
        steps: [
          { from: '0', rate: '0.02' },
          { from: '1', rate: '0.028' },
        ],
      },
    },
    'retroactive tiers': {
      quota: 'quota',
      tiers: { kind: 'retroactive', of: 'quota', steps: [{ from: '0.8', rate: '0.02' }] },
    },
    'a kicker': { kickers: [{ ...ofQuota, atLeast: '1.5', pays: '1000' }] },
    'a kicker of a named quota': {
      quota: 'quota',
      kickers: [{ ...ofQuota, atLeast: '1', pays: '1000' }],
    },
    'a gate': { gate: { ...ofQuota, atLeast: '0.8' } },
    'an accelerator': {
      quota: 'quota',
      accelerator: {
        steps: [
          { from: '1', factor: '2' },
          { from: '1.5', factor: '3' },
        ],
      },
    },
    'the condition of an accelerator': {
      quota: 'target',
      accelerator: { steps: [{ from: '1', factor: '2' }], when: { ...ofQuota, atLeast: '1' } },
    },
    'a grid': {
      quota: 'quota',
      tiers: {
        kind: 'grid',
        rows: [{}, { from: '1' }],
        kpi: 'satisfaction',
        columns: [{}],
        rates: [['0.01'], ['0.02']],
      },
    },
  }
  const others = { target: '100', satisfaction: '0.9' } as const
  const inputsOf = (plan: ReturnType<typeof planWith>, quota: string, sales = '0') =>
    Object.fromEntries(
      Object.entries({ sales, quota, ...others }).filter(([name]) => name in plan.formula.inputs),
    )
  const cases = Object.entries(plans).flatMap(([name, policy]) =>
    ['0', '0.00', '-50'].map((quota) => [name, quota, policy] as const),
  )

  test.each(cases)('F12 G1 %s, quota %s, is refused whatever was sold', (_, quota, policy) => {
    const plan = planWith(policy)
    for (const sales of ['-10', '0', '100'])
      expect(found(() => evaluate(plan.formula, inputsOf(plan, quota, sales)))).toEqual([
        ['not-above', 'inputs.quota'],
      ])
  })

  test.each(cases)('G1 compile and analyze refuse it too: %s, quota %s', (_, quota, policy) => {
    const plan = planWith(policy)
    const inputs = inputsOf(plan, quota, '100')
    const columns = Object.fromEntries(
      Object.entries(plan.formula.inputs).map(([name, declared]) => [
        name,
        numberColumn([inputs[name]], declared.kind === 'number' ? declared.scale : 0),
      ]),
    )
    const batch = compile(plan.formula)(columns)
    expect(batch.value(0)).toBeUndefined()
    expect(batch.problems(0)).toEqual(problemsOf(() => evaluate(plan.formula, inputs)))
    const { sales: _sales, ...given } = inputs
    expect(found(() => analyze(plan.formula, { over: 'sales', given }))).toEqual([
      ['not-above', 'given.quota'],
    ])
  })

  test('G1 SQL refuses it too', async () => {
    const { formula } = planWith(plans['marginal tiers'] as Partial<PlanPolicy>)
    const { value, error } = toSql(formula, { dialect: 'duckdb' })
    const rows = await duckdb(
      `SELECT ${value}, ${error} FROM (VALUES (1, 0), (2, -5000), (3, 1)) AS t(sales, quota) ORDER BY sales`,
    )
    expect(rows.map(([paid, wrong]) => wrong ?? typeof paid)).toEqual([
      'not-above:quota',
      'not-above:quota',
      'string',
    ])
  })

  test('G1 a quota above zero pays as before', () => {
    const plan = planWith(plans['marginal tiers'] as Partial<PlanPolicy>)
    const paid = (quota: string) => evaluate(plan.formula, { sales: '100000', quota }).value
    expect([paid('50000'), paid('100000'), paid('0.01')]).toEqual(['2400.00', '2000.00', '2800.00'])
  })

  test('F12 what a plan does not ask a part of may be zero', () => {
    const plan = planWith({ quota: 'quota' })
    expect(evaluate(plan.formula, { sales: '100' }).value).toBe('5.00')
    const byKpi = planWith({ gate: { kpi: 'satisfaction', atLeast: '0' } })
    expect(evaluate(byKpi.formula, { sales: '100', satisfaction: '0' }).value).toBe('5.00')
  })

  test.each([
    ['0', '0', '0.00'],
    ['-100', '0', '0.00'],
    ['0', '0.01', '1000.00'],
    ['-100', '-50', '0.00'],
    ['100', '150', '1000.00'],
    ['100', '149.99', '0.00'],
  ])(
    'G1 of another measure of %s, %s reaches 150 %% only where there is something: %s',
    (...run) => {
      const [base, sold, pays] = run
      const plan = planWith({
        tiers: { kind: 'flat', rate: '0' },
        linked: [{ sum: 'sales', as: 'renewals' }],
        kickers: [{ kpi: 'sales', of: 'renewals', atLeast: '1.5', pays: '1000' }],
      })
      const inputs = { sales: sold, renewals: base }
      expect(evaluate(plan.formula, inputs).value).toBe(pays)
      const columns = { sales: numberColumn([sold], 2), renewals: numberColumn([base], 2) }
      expect(compile(plan.formula)(columns).value(0)).toBe(pays)
    },
  )

  const kicker = planWith({ kickers: [{ ...ofQuota, atLeast: '1', pays: '1000' }] })
  const settled = (figures: Readonly<Record<string, string>>) =>
    runsOf(
      planComponents(kicker.policy, { id: 'p', currency: 'CNY' }),
      credit([{ id: '1', amount: '1000.00' }]),
      {
        people: [
          person(
            'li',
            {},
            {
              figures: Object.entries(figures).map(([period, value]) => ({
                name: 'quota',
                period,
                value,
              })),
            },
          ),
        ],
      },
    )

  test('G1 a settlement names the person, the period and the quota, and says what to do', () => {
    const [, february] = settled({ '2026-01': '50000', '2026-02': '0.00' })
    const withheld = february?.withheld ?? []
    expect(withheld.map(({ owner, earned }) => [owner.person, earned.period])).toEqual([
      ['li', '2026-02'],
    ])
    const problems = withheld.flatMap((each) => each.problems)
    expect(describeProblems(problems)).toBe(
      'inputs.quota: 0 is not above 0. Give a number above 0.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'inputs.quota：0 不大于 0。请给出大于 0 的数。',
    )
  })

  test('G1 a month away with the full quota pays no kicker', () => {
    const runs = settled({ '2026-01': '50000', '2026-02': '50000' })
    expect(runs.map(linesOf)).toEqual([['p li 2026-01 50.00'], ['p li 2026-02 0.00']])
  })

  test.each(['0', '0.00', '-5000'])('F12 a run names the figure of the person: %s', (quota) => {
    const book = shopOf({
      plan: { quota: 'quota', accelerator: { steps: [{ from: '1', factor: '2' }] } },
    })
    const of = (id: string, own: string) => ({
      ...employee(figuresOf({ quota: own }, '2026-06')),
      id,
    })
    const people = ['ann', 'bob', 'li'].map((id) => of(id, id === 'ann' ? quota : '100.00'))
    const [run] = shopMonths({ book, people, names: ['2026-06'] })
    expect(run?.lines.map(({ component, person }) => `${component} ${person}`)).toEqual([
      ...['ann', 'bob', 'li'].map((id) => `base ${id}`),
      ...['bob', 'li'].map((id) => `plan ${id}`),
    ])
    expect(
      run?.withheld.map(({ component, owner, earned, problems }) => [
        ...[component, owner.person, earned.period],
        ...problems.map(({ code, path }) => `${code} ${path}`),
      ]),
    ).toEqual([['plan', 'ann', '2026-06', 'not-above inputs.quota']])
  })

  test.each([
    ['absence', [{ from: '2026-02-01', to: '2026-02-28' }], '2020-01-01'],
    ['employment', [], '2026-03-01'],
  ])('G1 quotaFor names who has no quota left: %s', (_, absences, from) => {
    const policy = parseQuota({ currency: 'CNY', rounding: 'half-up', prorated: true })
    const proration = prorate({
      period: { from: '2026-02-01', to: '2026-02-28' },
      employment: { from },
      absences,
      basis: { basis: 'calendar-days' },
    })
    const given = { quota: '50000', proration }
    expect(found(() => quotaFor(policy, { ...given, person: 'li' }))).toEqual([
      ['not-above', 'people.li.quota'],
    ])
    const problems = problemsOf(() => quotaFor(policy, given))
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'quota：0.00 不大于 0。请给出大于零的目标；整期不在岗者，请给出未折算的目标。',
    )
  })

  test.each(['0', '-1'])('F12 quotaFor refuses a whole quota of %s, by name', (quota) => {
    const policy = parseQuota({ currency: 'CNY', rounding: 'half-up', prorated: false })
    expect(found(() => quotaFor(policy, { quota, person: 'li' }))).toEqual([
      ['not-above', 'people.li.inputs.whole_quota'],
    ])
  })

  test('F12 quotaFor refuses what rounding makes nothing of', () => {
    const policy = parseQuota({ currency: 'CNY', rounding: 'down', prorated: false, ramp: ['0.5'] })
    expect(found(() => quotaFor(policy, { quota: '0.01', periodsSinceJoining: 1 }))).toEqual([
      ['not-above', 'quota'],
    ])
  })

  test.each([
    [
      'the estimate',
      (plan: ReturnType<typeof planWith>) => estimate(plan, { sales: '1', quota: '0' }, '1'),
    ],
    [
      'the next tier',
      (plan: ReturnType<typeof planWith>) => nextTier(plan, { sales: '1', quota: '0' }),
    ],
    [
      'the payout curve',
      (plan: ReturnType<typeof planWith>) =>
        payoutCurve(plan, { quota: '0' }, { from: '0', to: '1', points: 2 }),
    ],
  ])('F12 %s refuses it', (_, task) => {
    const plan = planWith(plans['marginal tiers'] as Partial<PlanPolicy>)
    expect(found(() => task(plan))).toEqual([['not-above', 'inputs.quota']])
  })

  test.each([
    ['marginal tiers', 'quota'],
    ['a kicker', 'kickers[0].of'],
    ['a gate', 'gate.of'],
    ['the condition of an accelerator', 'quota'],
  ])('F12 lint tells it: %s', (name, path) => {
    const told = lintPlan(planWith(plans[name] as Partial<PlanPolicy>)).filter(
      ({ code }) => code === 'quota-above-zero',
    )
    expect(told.map((finding) => finding.path)).toContain(path)
  })

  test('F12 lint tells nothing of a quota that no part is asked of, or that is given', () => {
    const codes = (policy: Partial<PlanPolicy>, given = {}) =>
      lintPlan(planWith(policy), { given }).map(({ code }) => code)
    expect(codes({ quota: 'quota' })).not.toContain('quota-above-zero')
    expect(codes(plans['a gate'] as Partial<PlanPolicy>, { quota: '5' })).not.toContain(
      'quota-above-zero',
    )
    expect(found(() => codes(plans['a gate'] as Partial<PlanPolicy>, { quota: '0' }))).toEqual([
      ['not-above', 'given.quota'],
    ])
  })

  test.each(['0', '-100'])(
    'G1 a target bonus by actual over target, target %s, names it',
    (target) => {
      const cny = money('CNY')
      const attainment = divide(
        input('actual', cny, 2),
        input('goal', cny, 2, { en: 'Goal', 'zh-CN': '目标' }, '0'),
        { places: 4, rounding: 'half-up' },
      )
      const plan = targetPlan(
        {
          id: 'annual',
          currency: 'CNY',
          rounding: 'half-up',
          percent: '0.1',
          prorated: false,
          design: { kind: 'multiplicative', coefficients: [{ coefficient: 'attainment' }] },
        },
        { attainment },
      )
      const inputs = { base: '1000', actual: '0', goal: target }
      expect(found(() => evaluate(plan.formula, inputs))).toEqual([['not-above', 'inputs.goal']])
      expect(evaluate(plan.formula, { ...inputs, goal: '100', actual: '50' }).value).toBe('50.00')
    },
  )

  test('G1 a target that is not declared above zero is named where it divides', () => {
    const goal = named({ en: 'Goal', 'zh-CN': '目标' }, input('goal', 'count', 0))
    const formula = check(
      divide(input('actual', 'count', 0), goal, { places: 4, rounding: 'half-up' }),
    )
    const problems = problemsOf(() => evaluate(formula, { actual: 1, goal: 0 }))
    expect(describeProblems(problems)).toContain('divides by the input "goal", which is zero')
  })
})

describe('deals: commission follows the deal', () => {
  const said = (task: () => unknown, locale?: 'zh-CN') => describeProblems(problemsOf(task), locale)
  const nothing = constant('0.00', cny)
  const onlyLi = [person('li')]
  const three = ['li', 'wu', 'zoe'].map((id) => person(id))
  const figures = {
    figures: { margin: { unit: 'money:CNY' }, pieces: { unit: 'count', places: 4 } },
  }
  const sold = { id: 'o', amount: '1000', figures: { margin: '300', pieces: '10' } }
  const plain = { id: 'o', amount: '1000' }
  const invoice = { id: 'i', kind: 'invoice', of: 'o', amount: '1000' }
  const collection = { id: 'c', kind: 'collection', of: 'o', amount: '1000' }
  const refund = { id: 'r', kind: 'refund', of: 'o', amount: '-1000', on: '2026-02-03' }
  const transfer = { id: 't', kind: 'transfer', of: 'o', on: '2026-01-20' }

  describe('F1 two plans are two components of one book', () => {
    const { credits } = credit([
      { id: 'a', amount: '1000', attributes: { what: 'goods' } },
      { id: 'b', amount: '500', attributes: { what: 'service' } },
    ])
    const plan = (name: string) =>
      pays(name, multiply(sum('sales', 'sales', { where: { what: [name] } }), constant('0.10')))
    const both = bookOf([plan('goods'), plan('service')])
    const data = parseData({ people: onlyLi, records: { credits } })
    const january = settleRun(both, data, { period: '2026-01', before: 'first' })
    const february = settleRun(both, data, { period: '2026-02', before: january })

    test('F1e each is settled by what was settled of it', () => {
      expect(linesOf(january)).toEqual(['goods li 2026-01 100.00', 'service li 2026-01 50.00'])
      expect(linesOf(february)).toEqual(['goods li 2026-02 0.00', 'service li 2026-02 0.00'])
    })

    test('F1f a month that is settled again pays nothing again', () => {
      const again = settleRun(both, data, { period: '2026-01', before: january })
      expect(linesOf(again)).toEqual(['goods li 2026-01 0.00', 'service li 2026-01 0.00'])
      const march = settleRun(both, data, { period: '2026-03', before: february })
      expect(linesOf(march)).toEqual(['goods li 2026-03 0.00', 'service li 2026-03 0.00'])
    })

    test('F1g the run of a book with another plan is refused by its name', () => {
      const goods = settleRun(bookOf([plan('goods')]), data, { period: '2026-01', before: 'first' })
      const next = () =>
        settleRun(bookOf([plan('service')]), data, { period: '2026-02', before: goods })
      expect(found(next)).toEqual([['not-in-book', 'before.goods']])
    })

    test('F1h a run in which a settlement stands twice is refused when it is read', () => {
      const { state } = january
      const twice = { ...state, settled: [...state.settled, state.settled[0]] }
      expect(found(() => parseRun({ ...january, state: twice }))).toEqual([
        ['changed-run', 'digest'],
      ])
      expect(parseRun(january)).toEqual(january)
    })
  })

  describe('F2 a figure is taken from documents of one kind, and taken back with its sign', () => {
    const again = { figures: { margin: '300' } }
    const margin = (events: readonly Told[], rules: object = figures) =>
      paid([flat('0.10', 'margin')], credit(events, { rules }), { people: onlyLi }).li
    const pieces = (rate: string) =>
      commission(multiply(sum('pieces', 'pieces', {}, 'count'), constant(rate, cny)))
    const collected = {
      figures: { ...figures.figures, margin: { unit: 'money:CNY', from: 'collection' } },
    }

    test.each<[string, readonly Told[], readonly string[]]>([
      ['order and invoice', [sold, { ...invoice, ...again }], ['30.00', '0.00']],
      [
        'order, invoice and collection',
        [sold, { ...invoice, ...again }, { ...collection, of: 'i', ...again }],
        ['30.00', '0.00'],
      ],
      [
        'order and two invoices',
        [sold, { ...invoice, amount: '400', ...again }, { ...invoice, id: 'j', amount: '600' }],
        ['30.00', '0.00'],
      ],
      [
        'two orders of a deal',
        [sold, { id: 'p', of: 'o', amount: '1000', ...again }],
        ['60.00', '0.00'],
      ],
      ['a collection alone', [plain, { ...collection, ...again }], ['0.00', '0.00']],
    ])('F2a a figure on %s is taken where the rules say: of orders', (_, events, expected) => {
      expect(margin(events)).toEqual(expected)
    })

    test('F2a a figure of collections comes with the money, and goes back with it', () => {
      const february = {
        ...collection,
        id: 'd',
        on: '2026-02-20',
        amount: '400',
        figures: { margin: '120' },
      }
      const back = { id: 'b', kind: 'collection', of: 'd', on: '2026-02-25', amount: '-100' }
      const half = { ...collection, amount: '500', figures: { margin: '150' } }
      expect(margin([sold, half, february], collected)).toEqual(['15.00', '12.00'])
      expect(
        margin([sold, half, february, { ...back, figures: { margin: '-30' } }], collected),
      ).toEqual(['15.00', '9.00'])
      expect(found(() => margin([sold, february, back], collected))).toEqual([
        ['untold-figure', 'events[2].figures.margin'],
      ])
    })

    test.each([
      ['refund', '-200', 'margin'],
      ['correction', '-500', 'margin'],
      ['correction', '500', 'margin'],
      ['cancellation', '-200', 'pieces'],
    ])('F2b a %s of %s that does not tell the figure is refused', (kind, amount, name) => {
      const other = name === 'margin' ? { pieces: '0' } : { margin: '0' }
      const back = { ...refund, kind, amount, figures: other }
      expect(found(() => credit([sold, back], { rules: figures }))).toEqual([
        ['untold-figure', `events[1].figures.${name}`],
      ])
      // A deal that has none of it need not tell it.
      expect(credit([plain, { ...refund, kind, amount }], { rules: figures }).credits).toHaveLength(
        2,
      )
    })

    test('F2b what is left out is told in both languages', () => {
      const task = () =>
        credit([sold, { ...refund, figures: { pieces: '-10' } }], { rules: figures })
      expect(said(task)).toBe(
        'events[1].figures.margin: the event "r" changes a deal that has the figure "margin", and does not say by how much that changes. Give the figure with its sign, "0" where it stays as it is.',
      )
      expect(said(task, 'zh-CN')).toBe(
        'events[1].figures.margin：成交带有数据“margin”，而改变它的事件“r”没有写明该数据如何变化。请写明该数据并带正负号；不变时写 "0"。',
      )
    })

    test.each([
      ['refund', '-200', '-60.00', '24.00'],
      ['correction', '-500', '-150', '15.00'],
      ['cancellation', '-1000', '-300', '0.00'],
      ['refund', '-200', '0', '30.00'],
    ])('F2c a %s of %s with the margin %s leaves %s', (kind, amount, back, left) => {
      const told = {
        ...refund,
        kind,
        amount,
        on: '2026-01-12',
        figures: { margin: back, pieces: '0' },
      }
      expect(margin([sold, told])).toEqual([left, '0.00'])
      const february = { ...told, on: '2026-02-12' }
      expect(margin([sold, february])[0]).toBe('30.00')
      expect(total(margin([sold, february]), 2)).toBe(left)
    })

    test.each<[string, object, string]>([
      [
        'a refund without its sign',
        { kind: 'refund', of: 'o', amount: '-200', figures: { margin: '60.00', pieces: '0' } },
        'margin',
      ],
      ['an order of less than nothing', { figures: { pieces: '-4' } }, 'pieces'],
      [
        'a cancellation without its sign',
        { kind: 'cancellation', of: 'o', amount: '-1', figures: { margin: '0', pieces: '2' } },
        'pieces',
      ],
      [
        'money back without its sign',
        { kind: 'collection', of: 'o', amount: '-1', figures: { margin: '1' } },
        'margin',
      ],
    ])('F2d %s is refused', (_, more, name) => {
      expect(
        found(() => credit([sold, { id: 'x', amount: '1', ...more }], { rules: figures })),
      ).toEqual([['wrong-sign', `events[1].figures.${name}`]])
    })

    test('F2d a figure that may be negative is one by the rules', () => {
      const loss = { figures: { margin: { unit: 'money:CNY', sign: 'any' } } }
      expect(margin([{ id: 'o', amount: '1000', figures: { margin: '-40' } }], loss)).toEqual([
        '-4.00',
        '0.00',
      ])
    })

    test.each([
      [{ figures: { pieces: '-4', margin: '0' } }, '30.00'],
      [{ figures: { pieces: '-10', margin: '0' } }, '0.00'],
      [{ figures: { pieces: '0', margin: '0' } }, '50.00'],
    ])('F2e a SPIFF of 5 a unit, 10 sold, taken back with %j: %s', (back, left) => {
      const events = [sold, { ...refund, on: '2026-01-12', ...back }]
      expect(
        paid([pieces('5.00')], credit(events, { rules: figures }), { people: onlyLi }).li,
      ).toEqual([left, '0.00'])
    })

    test('F2e units at 1.00: 4 less 2 are 2.00, and without the units it is refused', () => {
      const four = { id: 'o', amount: '4', figures: { pieces: '4' } }
      const back = { id: 'r', kind: 'cancellation', of: 'o', amount: '-2' }
      const rules = { rules: figures }
      expect(
        paid([pieces('1.00')], credit([four, { ...back, figures: { pieces: '-2' } }], rules)).li,
      ).toEqual(['2.00', '0.00'])
      expect(found(() => credit([four, back], rules))).toEqual([
        ['untold-figure', 'events[1].figures.pieces'],
      ])
    })

    test('F2h a SPIFF by the unit asks what takes back a deal for its units', () => {
      const dates = { from: '2026-01-01', to: '2026-03-31', credit: 'direct' }
      const launch = policy('spiff', 'launch', {
        spiff: { ...dates, pays: '5', per: 'unit', figure: 'pieces' },
      })
      const crediting = {
        credits: {
          currency: 'CNY',
          credits: { direct: { rules: [{ owner: 'seller' }] } },
          figures: { pieces: { unit: 'count' } },
        },
      }
      const deal = { on: '2026-01-10', currency: 'CNY' }
      const made = { ...deal, id: 'o', kind: 'order', amount: '1000.00', figures: { pieces: '10' } }
      const spiffOf = (...later: readonly object[]) =>
        paidMonths(
          [launch],
          {
            people: [staff('li')],
            deals: { events: [{ ...made, attributes: { seller: 'li' } }, ...later] },
          },
          ['2026-01'],
          { crediting },
        )
      const back = { ...deal, id: 'r', kind: 'refund', of: 'o', amount: '-200.00' }
      expect(spiffOf()).toEqual(['2026-01 li launch 50.00'])
      expect(spiffOf({ ...back, figures: { pieces: '-4' } })).toEqual(['2026-01 li launch 30.00'])
      expect(found(() => spiffOf(back))).toEqual([
        ['untold-figure', 'deals.events[1].figures.pieces'],
      ])
    })

    test.each([
      ['1/2', '25.00', '25.00'],
      ['0.2', '40.00', '10.00'],
      ['1', '0.00', '50.00'],
      ['1/3', '33.33', '16.67'],
    ])('F2f a transfer of %s moves its part of the figures: %s and %s', (share, li, wu) => {
      const credits = credit([sold, { ...transfer, share }], { rules: figures })
      expect(paid([pieces('5.00')], credits)).toEqual({ li: [li, '0.00'], wu: [wu, '0.00'] })
    })

    test('F2f a transfer that tells figures itself is refused', () => {
      expect(
        found(() => credit([sold, { ...transfer, figures: { pieces: '5' } }], { rules: figures })),
      ).toEqual([['unknown-key', 'events[1].figures']])
    })

    test('F2g a misspelt figure is refused with what was meant', () => {
      const back = { ...refund, figures: { margn: '-300' } }
      expect(said(() => credit([sold, back], { rules: figures }))).toBe(
        'events[1].figures.margn: "margn" is no figure of the rules of crediting. Perhaps "margin" was meant.',
      )
    })
  })

  describe('F3 figures of money are converted with the amount', () => {
    const rates = [
      {
        from: 'JPY',
        to: 'USD',
        rates: [
          { from: '2026-01-01', value: '0.0065' },
          { from: '2026-02-01', value: '0.0070' },
        ],
      },
      { from: 'EUR', to: 'USD', rates: [{ from: '2026-01-01', value: '1.10' }] },
    ]
    const usd = money('USD')
    const inDollars = (events: readonly Told[], more: object = {}) => {
      const figures = { margin: { unit: usd }, pieces: { unit: 'count', places: 4 } }
      return credit(events, { rules: { currency: 'USD', figures, ...more }, data: { rates } })
    }
    const bookIn = (value: string) =>
      bookOf([pays('commission', multiply(sum(value, value, {}, usd), constant('0.10')))], {
        currency: 'USD',
      })
    const paidOf = (value: string, credited: ReturnType<typeof credit>) => {
      const data = parseData({ people: onlyLi, records: { credits: credited.credits } })
      const january = settleRun(bookIn(value), data, { period: '2026-01', before: 'first' })
      const february = settleRun(bookIn(value), data, { period: '2026-02', before: january })
      return [january, february].map((run) =>
        total(
          run.lines.map(({ amount }) => amount),
          2,
        ),
      )
    }
    const yen = {
      id: 'o',
      amount: '100000',
      currency: 'JPY',
      figures: { margin: '40000', pieces: '8' },
    }

    test('F3a 40,000 JPY of margin at 0.0065 are 260.00 USD, and their tenth 26.00', () => {
      expect(paidOf('margin', inDollars([yen]))).toEqual(['26.00', '0.00'])
      expect(paidOf('sales', inDollars([yen]))).toEqual(['65.00', '0.00'])
      const [row] = inDollars([yen]).credits
      expect([row?.['margin'], row?.['pieces'], row?.currency]).toEqual(['260.00', '8', 'USD'])
    })

    test('F3b two currencies of a month', () => {
      const euro = { id: 'e', amount: '100', currency: 'EUR', figures: { margin: '40' } }
      const dollar = { id: 'd', amount: '100', currency: 'USD', figures: { margin: '40' } }
      expect(paidOf('margin', inDollars([euro, dollar]))).toEqual(['8.40', '0.00'])
    })

    test.each<[string, object, readonly string[]]>([
      ['of the day of the sale', {}, ['26.00', '-26.00']],
      [
        'of its own day where the rules say so',
        { rates: 'own', belowZero: 'list' },
        ['26.00', '-28.00'],
      ],
    ])('F3c what is taken back is converted by the rate %s', (_, more, expected) => {
      const back = {
        ...refund,
        amount: '-100000',
        currency: 'JPY',
        figures: { margin: '-40000', pieces: '-8' },
      }
      expect(paidOf('margin', inDollars([yen, back], more))).toEqual(expected)
    })

    test('F3d a misspelt figure, and a currency without a rate, are refused', () => {
      expect(found(() => inDollars([{ ...yen, figures: { margins: '1' } }]))).toEqual([
        ['unknown-figure', 'events[0].figures.margins'],
      ])
      expect(found(() => inDollars([{ ...yen, currency: 'GBP' }]))).toEqual([
        ['no-conversion', 'events[0].currency'],
      ])
      expect(found(() => inDollars([{ ...yen, on: '2025-12-31' }]))).toEqual([
        ['no-conversion', 'events[0].currency'],
      ])
    })

    test('F3e 10.00 EUR refunded in 1,000 parts leave nothing', () => {
      const euro = { id: 'o', amount: '10.00', currency: 'EUR' }
      const parts = Array.from({ length: 1000 }, (_, i) => ({
        ...refund,
        id: `r${i}`,
        amount: '-0.01',
        currency: 'EUR',
      }))
      expect(paidOf('sales', inDollars([euro, ...parts]))).toEqual(['1.10', '-1.10'])
      expect(paidOf('sales', inDollars([euro, ...parts.slice(0, 500)]))).toEqual(['1.10', '-0.55'])
    })
  })

  describe('F4 what happens to a deal goes to who holds it', () => {
    const hundred = { id: 'o', amount: '100' }
    const back = { ...refund, amount: '-100' }
    const both = (events: readonly Told[], rules: object = {}) =>
      paid([flat()], credit(events, { rules }))

    test.each([
      ['the order', 'o'],
      ['the transfer', 't'],
    ])('F4a a refund of %s after a transfer goes to who holds the deal', (_, of) => {
      const events = [hundred, transfer, { ...back, of }]
      expect(both([hundred, transfer])).toEqual({ li: ['0.00', '0.00'], wu: ['10.00', '0.00'] })
      expect(both(events)).toEqual({ li: ['0.00', '0.00'], wu: ['10.00', '-10.00'] })
      expect(both(events, { takeBacks: 'own' })).toEqual({
        li: ['0.00', '0.00'],
        wu: ['10.00', '-10.00'],
      })
      expect(both(events.toReversed())).toEqual(both(events))
    })

    test('F4a a deal that is transferred in February is taken from January, and comes in February', () => {
      const later = { ...transfer, on: '2026-02-10' }
      const lines = runsOf([flat()], credit([hundred, later])).map(linesOf)
      expect(lines[1]).toEqual([
        'commission li 2026-01 -10.00',
        'commission li 2026-02 0.00',
        'commission wu 2026-02 10.00',
      ])
      expect(both([hundred, later, { ...back, on: '2026-02-20' }])).toEqual({
        li: ['10.00', '-10.00'],
        wu: ['0.00', '0.00'],
      })
    })

    test.each([
      ['half of it', '1/2', '-100', ['5.00', '-5.00'], ['5.00', '-5.00']],
      ['half of it, in part', '1/2', '-40', ['5.00', '-2.00'], ['5.00', '-2.00']],
      ['a third', '1/3', '-100', ['6.67', '-6.67'], ['3.33', '-3.33']],
      ['a fifth', '0.2', '-50', ['8.00', '-4.00'], ['2.00', '-1.00']],
    ])('F4b after a transfer of %s the refund is borne by shares', (_, share, amount, li, wu) => {
      expect(both([hundred, { ...transfer, share }, { ...back, amount }])).toEqual({ li, wu })
    })

    test.each([
      ['collection', 'collections', '100'],
      ['invoice', 'invoiced', '100'],
      ['correction', 'sales', '20'],
    ])('F4c a later %s goes to who holds the deal', (kind, measure, amount) => {
      const later = { id: 'c', kind, of: 'o', on: '2026-02-05', amount }
      const credits = credit([hundred, transfer, later])
      const { li, wu } = paid([flat('0.10', measure)], credits)
      expect(li).toEqual(['0.00', '0.00'])
      expect(wu).toEqual([
        measure === 'sales' ? '10.00' : '0.00',
        kind === 'correction' ? '2.00' : '10.00',
      ])
    })

    test('F4d two transfers on end with the third person, who bears what comes after', () => {
      const events = [
        hundred,
        transfer,
        { ...transfer, id: 'u', on: '2026-02-01', from: 'wu', to: 'zoe' },
        { ...back, on: '2026-02-20' },
      ]
      const names = ['2026-01', '2026-02', '2026-03']
      expect(paid([flat()], credit(events), { people: three, names })).toEqual({
        li: ['0.00', '0.00', '0.00'],
        wu: ['10.00', '-10.00', '0.00'],
        zoe: ['0.00', '0.00', '0.00'],
      })
      expect(paid([flat()], credit(events.slice(0, 3)), { people: three, names }).zoe).toEqual([
        '0.00',
        '10.00',
        '0.00',
      ])
    })

    test('F4e after who sold it has left, the refund goes to who holds the deal', () => {
      const people = [
        person('li', {}, { employment: [{ from: '2020-01-01', to: '2026-01-31' }] }),
        person('wu'),
      ]
      expect(paid([flat()], credit([hundred, transfer, back]), { people })).toEqual({
        li: ['0.00', '0.00'],
        wu: ['10.00', '-10.00'],
      })
      const kept = paid([flat()], credit([hundred, back]), { people })
      expect(kept).toEqual({ li: ['10.00', '-10.00'], wu: ['0.00', '0.00'] })
    })

    test.each<[string, object, string]>([
      ['somebody who holds nothing', { from: 'zoe' }, 'nothing-to-transfer events[1].from'],
      [
        'somebody who gave it away',
        { id: 'u', from: 'li', on: '2026-01-21' },
        'nothing-to-transfer events[2].from',
      ],
      ['oneself', { to: 'li' }, 'same-person events[1].to'],
      ['more than all', { share: '1.5' }, 'bad-part events[1].share'],
    ])('F4f a transfer from %s is refused', (_, more, expected) => {
      const events = [hundred, ...('id' in more ? [transfer] : []), { ...transfer, ...more }]
      expect(found(() => credit(events)).map((each) => each.join(' '))).toEqual([expected])
    })

    test('F4g in a foreign currency, by halves and a third of one of them', () => {
      const usd = { id: 'o', amount: '100.00', currency: 'USD' }
      const events = [
        usd,
        { ...transfer, from: 'li', to: 'zoe', share: '1/3' },
        { ...back, currency: 'USD' },
      ]
      const values = [
        { from: '2026-01-01', value: '7.02' },
        { from: '2026-02-01', value: '7.30' },
      ]
      const rates = [{ from: 'USD', to: 'CNY', rates: values }]
      const credits = credit(events, { rules: { credits: { direct: halves } }, data: { rates } })
      expect(paid([flat()], credits, { people: three })).toEqual({
        li: ['23.40', '-23.40'],
        wu: ['35.10', '-35.10'],
        zoe: ['11.70', '-11.70'],
      })
    })

    test('F4h a transfer told after a refund moves what is left', () => {
      const told = { ...transfer, recorded: '2026-02-15' }
      const part = { ...back, amount: '-40', on: '2026-02-05' }
      expect(both([hundred, told, part])).toEqual({ li: ['10.00', '-10.00'], wu: ['0.00', '6.00'] })
      const rest = { ...back, id: 's', amount: '-60', on: '2026-02-20' }
      expect(both([hundred, told, part, rest])).toEqual({
        li: ['10.00', '-10.00'],
        wu: ['0.00', '0.00'],
      })
    })

    test('F4h a refund of January told after a transfer is borne by who holds the deal', () => {
      const february = { ...transfer, on: '2026-02-01' }
      const told = { ...back, on: '2026-01-25', recorded: '2026-02-15' }
      expect(both([hundred, february, told])).toEqual({
        li: ['10.00', '-10.00'],
        wu: ['0.00', '0.00'],
      })
    })

    test('F4i of two kinds of credit the one that is named moves', () => {
      const team = { rules: [{ owner: 'seller' }] }
      const rules = { credits: { direct: team, team } }
      const of = (more: object) => {
        const { credits } = credit([hundred, { ...transfer, ...more }], { rules })
        return ['direct', 'team'].map((name) => {
          const own = flatOf(name)
          return Object.values(paid([own], { credits })).map(([first]) => first)
        })
      }
      const flatOf = (name: string) =>
        commission(multiply(sum('sales', 'sales', { where: { credit: [name] } }), constant('0.10')))
      expect(of({ credit: 'team' })).toEqual([
        ['10.00', '0.00'],
        ['0.00', '10.00'],
      ])
      expect(of({})).toEqual([
        ['0.00', '10.00'],
        ['0.00', '10.00'],
      ])
    })
  })

  describe('F5 what is held back is released deal by deal, as far as the money came', () => {
    type Through = 'row' | 'before'
    /** A member of the row's deal, over all its life so far. */
    const soFar = (value: string, through: Through) =>
      sum(value, `${value}.${through}`, { same: ['deal'], over: { since: 'ever', through } })
    const less = (of: (through: Through) => Expression) => subtract(of('row'), of('before'))
    const byDeal = { each: { record: 'credits', by: 'deal' } } as const
    /** What is received of a deal, and no more than is sold. */
    const received = (through: Through) =>
      minimum(soFar('collections', through), soFar('sales', through))
    /** Of an amount of a deal the part that its money is of what it is to bring. */
    const inPart = (of: string, whole: string) => (through: Through) => {
      const [got, all] = [soFar('collections', through), soFar(whole, through)]
      const part = divide(multiply(soFar(of, through), bare(minimum(got, all))), bare(all), cents)
      return round(when(above(all, nothing), multiply(part, constant('0.10')), nothing), cents)
    }
    const bare = (of: Expression) =>
      divide(of, constant('1', cny), { places: 6, rounding: 'half-up' })
    const full = commission(
      less((through) => round(multiply(received(through), constant('0.10')), cents)),
      byDeal,
    )
    const lineRate = { a: constant('0.05'), b: constant('0.15') }
    const byLine = commission(
      less((through) =>
        round(multiply(received(through), matching(member('line'), lineRate)), cents),
      ),
      byDeal,
    )
    const hundred = { id: 'o', amount: '100' }
    const money = { ...collection, amount: '100', on: '2026-02-05' }
    const a = { id: 'a', amount: '1000', attributes: { line: 'a' } }
    const b = { id: 'b', amount: '1000', attributes: { line: 'b' } }
    const of = (id: string, amount = '1000', more: object = {}) => ({
      ...collection,
      id: `c${id}${amount}`,
      of: id,
      amount,
      ...more,
    })

    test.each<[string, readonly Told[], readonly string[], readonly string[]]>([
      ['a deal wholly transferred', [hundred, transfer], ['0.00', '0.00'], ['0.00', '0.00']],
      [
        'half of it transferred',
        [hundred, { ...transfer, share: '1/2' }],
        ['0.00', '0.00'],
        ['0.00', '0.00'],
      ],
      [
        'a deal transferred, then collected',
        [hundred, transfer, money],
        ['0.00', '0.00'],
        ['0.00', '10.00'],
      ],
      [
        'half of it, then collected',
        [hundred, { ...transfer, share: '1/2' }, money],
        ['0.00', '5.00'],
        ['0.00', '5.00'],
      ],
      [
        'a third of it, then collected in part',
        [hundred, { ...transfer, share: '1/3' }, { ...money, amount: '60' }],
        ['0.00', '4.00'],
        ['0.00', '2.00'],
      ],
      [
        'collected in January, then transferred',
        [hundred, { ...money, on: '2026-01-15' }, { ...transfer, on: '2026-02-02' }],
        ['10.00', '-10.00'],
        ['0.00', '10.00'],
      ],
    ])('F5a %s', (_, events, li, wu) => {
      expect(paid([full], credit(events))).toEqual({ li, wu })
    })

    test.each<[string, readonly Told[], readonly string[]]>([
      ['only b is collected', [a, b, of('b')], ['150.00', '0.00']],
      ['only a is collected', [a, b, of('a')], ['50.00', '0.00']],
      [
        'both are, in two months',
        [a, b, of('a'), of('b', '1000', { on: '2026-02-09' })],
        ['50.00', '150.00'],
      ],
      [
        'half of b is, and then all',
        [a, b, of('b', '500'), of('b', '500.00', { on: '2026-02-09' })],
        ['75.00', '75.00'],
      ],
    ])('F5b at 5 %% and 15 %%, %s', (_, events, expected) => {
      expect(paid([byLine], credit(events), { people: onlyLi }).li).toEqual(expected)
    })

    test.each<[string, readonly Told[], string]>([
      [
        'a margin of 500 unpaid, one of 10 paid',
        [{ ...a, figures: { margin: '500' } }, { ...b, figures: { margin: '10' } }, of('b')],
        '1.00',
      ],
      [
        'a margin of 500 half paid',
        [{ ...a, figures: { margin: '500' } }, of('a', '500')],
        '25.00',
      ],
      [
        'nothing sold, and money all the same',
        [{ ...a, amount: '0', figures: { margin: '0' } }, of('a')],
        '0.00',
      ],
    ])('F5c a tenth of the margin: %s', (_, events, expected) => {
      const plan = commission(less(inPart('margin', 'sales')), byDeal)
      const rules = { figures: { margin: { unit: 'money:CNY' } } }
      expect(paid([plan], credit(events, { rules }), { people: onlyLi }).li).toEqual([
        expected,
        '0.00',
      ])
    })

    test.each<[string, readonly Told[], readonly string[]]>([
      ['1,000 overpaid with 2,000, the other unpaid', [a, b, of('a', '2000')], ['100.00', '0.00']],
      [
        'collected, then refunded, the money not yet back',
        [a, b, of('a'), { ...refund, of: 'a', on: '2026-01-25' }],
        ['0.00', '0.00'],
      ],
      [
        'collected, and refunded a month later',
        [a, b, of('a'), { ...refund, of: 'a' }],
        ['100.00', '-100.00'],
      ],
      [
        'collected, and the money back a month later',
        [a, b, of('a'), of('a', '-1000', { on: '2026-02-09' })],
        ['100.00', '-100.00'],
      ],
      [
        'refunded and the money back, in whichever order',
        [a, of('a'), of('a', '-1000', { on: '2026-02-09' }), { ...refund, of: 'a' }],
        ['100.00', '-100.00'],
      ],
    ])('F5d %s', (_, events, expected) => {
      expect(paid([full], credit(events), { people: onlyLi }).li).toEqual(expected)
    })

    test.each([
      ['half of the gross 1,190', '595', '50.00'],
      ['all of it', '1190', '100.00'],
      ['more than all of it', '1200', '100.00'],
    ])('F5e a net order of 1,000, of which %s is paid', (_, got, expected) => {
      const plan = commission(less(inPart('sales', 'gross')), byDeal)
      const rules = { figures: { gross: { unit: 'money:CNY' } } }
      const events = [{ ...a, figures: { gross: '1190' } }, of('a', got)]
      expect(paid([plan], credit(events, { rules }), { people: onlyLi }).li).toEqual([
        expected,
        '0.00',
      ])
    })
  })

  describe('F6 what was paid for a sale comes back with it', () => {
    const tenth = multiply(sum('sales'), constant('0.10'))
    const quality = figure('quality', 'count', 0)
    const gated = commission(when(atLeast(quality, constant('80', 'count')), tenth, nothing))
    const of = (january: string, february: string) => [
      person(
        'li',
        {},
        {
          figures: [
            { name: 'quality', period: '2026-01', value: january },
            { name: 'quality', period: '2026-02', value: february },
          ],
        },
      ),
    ]
    const sales = (amount: string) => ({ id: 'o', amount })
    const back = (amount: string) => ({ ...refund, amount: `-${amount}` })
    const overQuota = maximum(subtract(sum('sales'), constant('500', cny)), nothing)
    const plans: Readonly<Record<string, readonly (Component | Version)[]>> = {
      cap: [commission(minimum(tenth, constant('3000', cny)))],
      gate: [gated],
      'tiers from 0': [commission(marginal(sum('sales'), [{ from: '0', rate: '0.10' }]))],
      'marginal tiers': [
        commission(
          marginal(sum('sales'), [
            { from: '0', rate: '0.10' },
            { from: '5000', rate: '0.20' },
          ]),
        ),
      ],
      'retroactive tiers': [
        commission(
          multiply(
            sum('sales'),
            step(sum('sales'), [{ value: '0.01' }, { from: '100000', value: '0.03' }]),
          ),
        ),
      ],
      accelerator: [commission(add(tenth, multiply(overQuota, constant('0.05'))))],
      'a rate that rises': [
        { to: '2026-01-31', value: flat('0.10') },
        { from: '2026-02-01', value: flat('0.15') },
      ],
    }

    test.each<[string, string, string, string, readonly string[], (readonly object[])?]>([
      ['cap', 'all of it', '100000', '100000', ['3000.00', '-3000.00']],
      ['cap', 'half of it, which leaves the cap met', '100000', '50000', ['3000.00', '0.00']],
      ['cap', 'four fifths of it', '100000', '80000', ['3000.00', '-1000.00']],
      [
        'gate',
        'met in January, missed in February',
        '1000',
        '1000',
        ['100.00', '-100.00'],
        of('90', '70'),
      ],
      [
        'gate',
        'missed in January, met in February',
        '1000',
        '1000',
        ['0.00', '0.00'],
        of('70', '90'),
      ],
      ['gate', 'met in both', '1000', '400', ['100.00', '-40.00'], of('90', '90')],
      ['tiers from 0', 'all of it', '1000', '1000', ['100.00', '-100.00']],
      ['marginal tiers', 'all of it', '10000', '10000', ['1500.00', '-1500.00']],
      ['marginal tiers', 'what is above 5,000', '10000', '5000', ['1500.00', '-1000.00']],
      ['retroactive tiers', 'all of it', '120000', '120000', ['3600.00', '-3600.00']],
      [
        'retroactive tiers',
        'so much that the tier is lost',
        '120000',
        '20001',
        ['3600.00', '-2600.01'],
      ],
      ['accelerator', 'all of it', '1000', '1000', ['125.00', '-125.00']],
      ['accelerator', 'what is above the quota', '1000', '500', ['125.00', '-75.00']],
      ['a rate that rises', 'all of it', '1000', '1000', ['100.00', '-100.00']],
      ['a rate that rises', 'a part of it', '1000', '300', ['100.00', '-30.00']],
    ])('F6a %s: %s', (plan, _, sold, refunded, expected, people = onlyLi) => {
      const events = [sales(sold), back(refunded)]
      expect(paid(plans[plan] ?? [], credit(events), { people }).li).toEqual(expected)
      expect(paid(plans[plan] ?? [], credit(events.toReversed()), { people }).li).toEqual(expected)
    })

    const yearCap = component(
      'commission',
      { pays: 'due' },
      round(
        minimum(
          tenth,
          subtract(
            constant('500', cny),
            amount('commission', cny, 2, {
              over: { since: 'year', through: 'before' },
              input: 'before',
            }),
          ),
        ),
        cents,
      ),
    )
    const two = [
      { id: 'o', amount: '4000' },
      { id: 'p', amount: '4000', on: '2026-02-10' },
    ]
    const march = (of: string, amount: string, on = '2026-03-05') => ({ ...refund, of, amount, on })

    test.each([
      ['the second sale', [march('p', '-4000')], ['400.00', '100.00', '-100.00']],
      [
        'the first sale, so that the second is paid in full',
        [march('o', '-4000')],
        ['400.00', '100.00', '-100.00'],
      ],
      [
        'both',
        [march('o', '-4000'), { ...march('p', '-4000'), id: 's' }],
        ['400.00', '100.00', '-500.00'],
      ],
      [
        'a part of the second that was above the cap',
        [march('p', '-3000')],
        ['400.00', '100.00', '0.00'],
      ],
    ])('F6b a cap of 500 a year, 400 and 100 paid: back comes %s', (_, events, expected) => {
      const names = ['2026-01', '2026-02', '2026-03']
      expect(paid([yearCap], credit([...two, ...events]), { people: onlyLi, names }).li).toEqual(
        expected,
      )
    })

    test('F6b the next year has a cap of its own', () => {
      const names = ['2026-12', '2027-01']
      const events = [
        { id: 'o', amount: '9000', on: '2026-12-10' },
        { id: 'p', amount: '3000', on: '2027-01-10' },
      ]
      expect(paid([yearCap], credit(events), { people: onlyLi, names }).li).toEqual([
        '500.00',
        '300.00',
      ])
    })

    test.each(Object.keys(plans))(
      'F6c with %s, a deal of halves, sold and taken back, is nothing for either',
      (plan) => {
        const credits = credit(
          [
            sales('120000'),
            { ...transfer, share: '1/3' },
            back('50000'),
            { ...back('70000'), id: 's', on: '2026-02-20' },
          ],
          { rules: { credits: { direct: halves } } },
        )
        const people = ['li', 'wu'].map((id) => ({ ...of('90', '70')[0], id }))
        const { li, wu } = paid(plans[plan] ?? [], credits, { people })
        expect([total(li, 2), total(wu, 2)]).toEqual(['0.00', '0.00'])
        expect([li[0], wu[0]]).not.toContain('0.00')
      },
    )

    test('F6d where the rules say so, what takes back counts in its own month', () => {
      const own = { rules: { takeBacks: 'own' } }
      const capped = plans['cap'] ?? []
      expect(
        paid(capped, credit([sales('100000'), back('100000')], own), { people: onlyLi }).li,
      ).toEqual(['3000.00', '-10000.00'])
    })
  })

  describe('F7 what takes back a document counts where that counts', () => {
    const bill = { id: 'i', kind: 'invoice', amount: '1000' }
    const money = { id: 'c', kind: 'collection', amount: '400' }
    const kinds = ['refund', 'cancellation', 'correction'] as const

    test.each(kinds)('F7a a %s of an invoice lowers what is billed', (kind) => {
      const back = { id: 'x', kind, of: 'i', amount: '-1000', on: '2026-01-20' }
      expect(paid([flat('0.10', 'invoiced')], credit([bill, back]), { people: onlyLi }).li).toEqual(
        ['0.00', '0.00'],
      )
      expect(
        paid(
          [flat('0.10', 'invoiced')],
          credit([bill, { ...back, amount: '-400', on: '2026-02-20' }]),
          { people: onlyLi },
        ).li,
      ).toEqual(['100.00', '-40.00'])
    })

    test.each(kinds)('F7b a %s of a collection lowers what is received', (kind) => {
      const back = { id: 'x', kind, of: 'c', amount: '-400', on: '2026-02-20' }
      const plan = [flat('0.10', 'collections')]
      expect(paid(plan, credit([money, back]), { people: onlyLi }).li).toEqual(['40.00', '-40.00'])
      expect(
        paid(plan, credit([plain, { ...money, of: 'o' }, back]), { people: onlyLi }).li,
      ).toEqual(['40.00', '-40.00'])
      expect(
        paid(plan, credit([money, { ...back, amount: '-100' }]), { people: onlyLi }).li,
      ).toEqual(['40.00', '-10.00'])
    })

    test.each([
      ['refund', 'i', { sales: '0.00', invoiced: '0.00', collections: '100.00' }],
      ['correction', 'i', { sales: '0.00', invoiced: '0.00', collections: '100.00' }],
      ['cancellation', 'o', { sales: '0.00', invoiced: '0.00', collections: '100.00' }],
      ['refund', 'c', { sales: '0.00', invoiced: '100.00', collections: '0.00' }],
      ['correction', 'c', { sales: '100.00', invoiced: '100.00', collections: '0.00' }],
    ])('F7c a %s of %s of a deal that is billed and paid', (kind, of, expected) => {
      const events = [
        plain,
        invoice,
        { ...collection, of: 'i' },
        { ...refund, kind, of, on: '2026-01-25' },
      ]
      const credits = credit(events)
      for (const [measure, left] of Object.entries(expected))
        expect([measure, ...paid([flat('0.10', measure)], credits, { people: onlyLi }).li]).toEqual(
          [measure, left, '0.00'],
        )
    })

    test('F7d what takes back nothing that is known is listed', () => {
      const { of: _, ...alone } = refund
      const { credits, reconciliation } = credit([alone])
      expect(reconciliation).toEqual([{ finding: 'unmatched', deal: 'r' }])
      expect(credits.map(({ person: who, sales }) => [who, sales])).toEqual([['li', '-1000.00']])
      const mended = credit([
        alone,
        { ...refund, id: 's', kind: 'correction', of: 'r', amount: '400' },
      ])
      expect(mended.credits.map(({ about, sales }) => [about, sales])).toEqual([
        [undefined, '-1000.00'],
        [undefined, '400.00'],
      ])
      expect(found(() => credit([{ ...refund, of: 'gone' }]))).toEqual([
        ['unknown-original', 'events[0].of'],
      ])
    })
  })

  describe('F8 a sale that is credited twice, or to nobody, is told', () => {
    const hundred = { id: 'o', amount: '100', on: '2026-02-01' }
    const handover = (to: string, from: string) => [
      { of: 'li', person: 'li', to },
      { of: 'li', person: 'wu', from },
    ]
    const byOwners = (owners: readonly object[], more: object = {}) => ({
      rules: { credits: { direct: { rules: [{ by: 'seller', owners: 'accounts' }], ...more } } },
      data: { owners: { accounts: owners } },
    })
    const whose = ({ credits }: ReturnType<typeof credit>) =>
      credits.map((row) => [row.person, row.sales])

    test('F8a of a handover the day itself is of one owner', () => {
      const known = byOwners(handover('2026-01-31', '2026-02-01'))
      const before = { ...hundred, id: 'b', on: '2026-01-31' }
      expect(whose(credit([hundred, before], known))).toEqual([
        ['wu', '100.00'],
        ['li', '100.00'],
      ])
      // A refund is of who has the deal, whosever the customer is by then.
      const back = { ...refund, of: 'b', amount: '-100', on: '2026-02-15' }
      expect(paid([flat()], credit([before, back], known))).toEqual({
        li: ['10.00', '-10.00'],
        wu: ['0.00', '0.00'],
      })
    })

    test.each<[string, readonly object[], object, string]>([
      [
        'on a day that two owners have',
        handover('2026-02-01', '2026-02-01'),
        {},
        'not-whole events[0]',
      ],
      [
        'on a day between two owners',
        handover('2026-01-31', '2026-02-02'),
        {},
        'uncredited events[0]',
      ],
      ['of a customer whom nobody has', [{ of: 'l1', person: 'li' }], {}, 'uncredited events[0]'],
      [
        'of which owners have too little',
        [{ of: 'li', person: 'li', share: '0.9' }],
        {},
        'not-whole events[0]',
      ],
    ])(
      'F8b a sale %s is refused, or listed where the rules say so',
      (_, owners, more, expected) => {
        expect(
          found(() => credit([hundred], byOwners(owners, more))).map((each) => each.join(' ')),
        ).toEqual([expected])
        const [finding] = expected.split(' ')
        const listed = credit([hundred], byOwners(owners, { shares: 'any', unowned: 'list' }))
        expect(listed.reconciliation).toMatchObject([{ finding, deal: 'o', credit: 'direct' }])
      },
    )

    test('F8b the reconciliation says how much is credited, and a house account takes what is nobody’s', () => {
      const twice = byOwners(handover('2026-02-01', '2026-02-01'), { shares: 'any' })
      expect(credit([hundred], twice).reconciliation).toEqual([
        { finding: 'not-whole', deal: 'o', credit: 'direct', share: '2' },
      ])
      const house = byOwners(handover('2026-01-31', '2026-02-02'), { unowned: { to: 'zoe' } })
      expect(whose(credit([hundred], house))).toEqual([['zoe', '100.00']])
    })

    test('F8c of two rules that match, the first holds', () => {
      const rules = [
        { owner: 'seller', where: { line: ['phone'] } },
        { by: 'country', owners: [{ of: 'CN', person: 'wu' }] },
      ]
      const known = { rules: { credits: { direct: { rules } } } }
      const of = (line: string) => ({ ...hundred, attributes: { line, country: 'CN' } })
      expect(whose(credit([of('phone')], known))).toEqual([['li', '100.00']])
      expect(whose(credit([of('case')], known))).toEqual([['wu', '100.00']])
      const reversed = { rules: { credits: { direct: { rules: rules.toReversed() } } } }
      expect(whose(credit([of('phone')], reversed))).toEqual([['wu', '100.00']])
    })

    test.each<[string, object, object, object]>([
      [
        'a misspelt text in the data',
        { line: 'accesory' },
        { owner: 'seller', where: { line: ['accessory'] } },
        {},
      ],
      ['no such attribute', {}, { owner: 'seller', where: { line: ['accessory'] } }, {}],
      ['a rule that has ended', {}, { owner: 'seller', to: '2026-01-31' }, {}],
      [
        'an amount below the least',
        {},
        { owner: 'seller', where: { amount: { atLeast: '100.01' } } },
        {},
      ],
    ])('F8d with %s nobody is credited, which is refused', (_, attributes, rule) => {
      const direct = { rules: [rule] }
      const task = () => credit([{ ...hundred, attributes }], { rules: { credits: { direct } } })
      expect(said(task)).toBe(
        'events[0]: nobody gets the credit "direct" of the deal "o", which the event "o" begins. Add a rule or an owner for it, list such deals with unowned: "list", or name who gets them.',
      )
    })

    test('F8e a transfer of a misspelt kind of credit is refused with what was meant', () => {
      expect(said(() => credit([plain, { ...transfer, credit: 'dircet' }]))).toBe(
        'events[1].credit: "dircet" is no kind of credit. Perhaps "direct" was meant.',
      )
    })

    test('F8f a rule that asks a table of owners that is not given is refused', () => {
      const rules = { credits: { direct: { rules: [{ by: 'seller', owners: 'acounts' }] } } }
      expect(found(() => credit([plain], { rules, data: { owners: { accounts: [] } } }))).toEqual([
        ['unknown-owners', 'owners.acounts'],
      ])
    })

    test('F8g an owner told late takes over what the other was given, and what comes after', () => {
      const told = { recorded: '2026-02-10' }
      const known = byOwners([
        { of: 'li', person: 'li', from: '2026-01-01' },
        { of: 'li', person: 'li', from: '2026-01-01', void: true, ...told },
        { of: 'li', person: 'wu', from: '2026-01-01', ...told },
      ])
      const sale = { ...hundred, on: '2026-01-10' }
      const back = { ...refund, amount: '-100', on: '2026-02-20' }
      expect(paid([flat()], credit([sale], known))).toEqual({
        li: ['10.00', '-10.00'],
        wu: ['0.00', '10.00'],
      })
      expect(paid([flat()], credit([sale, back], known))).toEqual({
        li: ['10.00', '-10.00'],
        wu: ['0.00', '0.00'],
      })
    })

    test('F8g of two invoices with owners of their own each moves by a record of its own', () => {
      const told = { recorded: '2026-02-10' }
      const owners = [
        { of: 'north', person: 'li', from: '2026-01-01' },
        { of: 'north', person: 'li', from: '2026-01-01', void: true, ...told },
        { of: 'north', person: 'wu', from: '2026-01-01', ...told },
      ]
      const direct = { follows: 'invoice', rules: [{ by: 'own.desk', owners }] }
      const attributes = { desk: 'north' }
      const invoices = [
        { ...invoice, amount: '600', attributes },
        { ...invoice, id: 'j', amount: '400', attributes },
      ]
      const credits = credit([plain, ...invoices], { rules: { credits: { direct } } })
      expect(paid([flat('0.10', 'invoiced')], credits)).toEqual({
        li: ['100.00', '-100.00'],
        wu: ['0.00', '100.00'],
      })
      const ids = credits.credits.map(({ id }) => id)
      expect(ids.length - new Set(ids).size).toBe(0)
      const copy = JSON.parse(JSON.stringify(credits.credits))
      expect(parseData({ people: [], records: { copy } }).records?.['copy']).toEqual(
        credits.credits,
      )
    })

    test.each([
      ['a kind of credit', { credit: ['dircet'] }, /asks for "dircet" as "credit"/],
      ['a value of an attribute', { line: ['accesory'] }, /asks for "accesory" as "line"/],
      ['an attribute', { lien: ['accessory'] }, /asks for "lien"/],
    ])('F8i a plan that asks for %s that no sale has is told', (_, where, message) => {
      const sold = { ...hundred, attributes: { line: 'accessory' } }
      const { credits } = credit([sold])
      const plan = commission(multiply(sum('sales', 'sales', { where }), constant('0.1')))
      const data = parseData({ people: [], records: { credits } })
      expect(lintData(bookOf([plan]), data).map(({ message: { en } }) => en)).toEqual([
        expect.stringMatching(message),
        expect.anything(),
      ])
    })

    test('F8h a plan that adds up a misspelt member is withheld, by its name', () => {
      const misspelt = records('credits', 'sum', { value: 'slaes', unit: cny, scale: 6 })
      const { credits } = credit([plain])
      expect(paid([commission(misspelt)], { credits }, { people: onlyLi }).li).toEqual([
        'no-member',
        'no-member',
      ])
    })
  })

  describe('F9 amounts are divided to four places more than the currency has', () => {
    const many = (count: number, amount: string, more: object = {}) =>
      Array.from({ length: count }, (_, i) => ({ id: `o${i}`, amount, ...more }))
    const all = [commission(sum('sales'))]
    const shared = (events: readonly Told[], kind: object = halves, more: object = {}) =>
      credit(events, { rules: { credits: { direct: kind }, ...more } })
    const of = (people: readonly string[], weight: object = { weight: '1' }) => ({
      rules: [
        { by: 'seller', owners: people.map((each) => ({ of: 'li', person: each, ...weight })) },
      ],
    })

    test.each([
      ['0.01', '5.00'],
      ['9.99', '4995.00'],
      ['0.03', '15.00'],
    ])('F9a 1,000 sales of %s, half each, are %s for each', (amount, each) => {
      expect(paid(all, shared(many(1000, amount)))).toEqual({
        li: [each, '0.00'],
        wu: [each, '0.00'],
      })
    })

    test('F9a the same by touches', () => {
      const touches = ['li', 'wu'].map((who) => ({
        id: who,
        key: 'c1',
        person: who,
        on: '2026-01-09',
      }))
      const direct = { touches: { by: 'customer', window: 30, model: { kind: 'linear' } } }
      const known = { rules: { credits: { direct } }, data: { touches } }
      const events = many(1000, '0.01', { attributes: { customer: 'c1' } })
      expect(paid(all, credit(events, known))).toEqual({
        li: ['5.00', '0.00'],
        wu: ['5.00', '0.00'],
      })
    })

    test('F9a 0.85 by seven in 52 weeks is 6.31 for each', () => {
      const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
      const people = seven.map((id) => person(id))
      const runs = runsOf(all, shared(many(52, '0.85'), of(seven)), { people, names: ['2026-01'] })
      expect(runs.flatMap(({ lines }) => lines.map(({ amount }) => amount))).toEqual(
        seven.map(() => '6.31'),
      )
    })

    test('F9b where amounts are divided to the cent, the odd one goes by sha256 of the deal', () => {
      const cents = { places: 2 }
      const partsOf = (id: string) =>
        shared([{ id, amount: '6.45' }], halves, cents).credits.map(
          ({ person: who, sales }) => `${who} ${sales}`,
        )
      expect(['o', 'r'].map(partsOf)).toEqual([
        ['li 3.22', 'wu 3.23'],
        ['li 3.23', 'wu 3.22'],
      ])
      const { li, wu } = paid(all, shared(many(1000, '0.01'), halves, cents))
      expect([li[0], wu[0]]).toEqual(['4.97', '5.03'])
    })

    const parts = (count: number, amount: string) =>
      Array.from({ length: count }, (_, i) => ({ ...refund, id: `r${i}`, amount }))

    test.each<[string, string, readonly string[], readonly Told[]]>([
      ['9.99 back in 3 parts', '9.99', ['li', 'wu'], parts(3, '-3.33')],
      ['10.00 back in 1,000 parts', '10.00', ['li', 'wu'], parts(1000, '-0.01')],
      ['100.00 by thirds, back in 20 parts', '100.00', ['li', 'wu', 'zoe'], parts(20, '-5.00')],
      ['0.01 by thirds, back at once', '0.01', ['li', 'wu', 'zoe'], parts(1, '-0.01')],
    ])('F9c %s, is nothing for anybody, at whatever places', (_, amount, owners, back) => {
      for (const places of [undefined, 2]) {
        const { credits } = shared([{ id: 'o', amount }, ...back], of(owners), { places })
        for (const who of owners) {
          const own = credits.flatMap((row) => (row.person === who ? [row.sales ?? '0'] : []))
          expect(total(own, 6)).toBe('0.000000')
        }
      }
    })

    test.each<[string, object, number, string, string]>([
      [
        'an overlay of 20 %',
        { overlay: { ...of(['zoe'], { share: '0.2' }), shares: 'any' } },
        1000,
        '0.02',
        '4.00',
      ],
      [
        'a roll-up of 4 %',
        { team: { of: 'direct', manager: 'manager', shares: ['0.04'] } },
        1000,
        '0.10',
        '4.00',
      ],
      [
        'a roll-up of 50 %',
        { team: { of: 'direct', manager: 'manager', shares: ['0.5'] } },
        1000,
        '9.99',
        '4995.00',
      ],
      [
        'a roll-up of a third',
        { team: { of: 'direct', manager: 'manager', shares: ['1/3'] } },
        300,
        '0.01',
        '1.00',
      ],
    ])('F9d %s is of the sums', (_, kind, count, amount, expected) => {
      const manager = [{ from: '2020-01-01', value: 'zoe' }]
      const people = ['li', 'wu'].map((id) => ({ id, attributes: { manager } }))
      const credits = credit(many(count, amount), {
        rules: { credits: { direct: halves, ...kind } },
        data: { people },
      })
      const zoes = paid([commission(sum('sales'))], credits, { people: three }).zoe
      expect(zoes).toEqual([expected, '0.00'])
    })
  })

  describe('F11 touches and sales have an order within the day', () => {
    const sale = {
      id: 'o',
      amount: '100',
      on: '2026-01-10',
      order: '12:00',
      attributes: { customer: 'c1' },
    }
    const touch = (id: string, who: string, order?: string, on = '2026-01-10') => ({
      id,
      key: 'c1',
      person: who,
      on,
      ...(order !== undefined && { order }),
    })
    const by = (model: object, touches: readonly object[], of: Told = sale, window = 30) => {
      const direct = { touches: { by: 'customer', window, model } }
      const { credits } = credit([of], { rules: { credits: { direct } }, data: { touches } })
      return credits.map(({ person: who, sales }) => `${who} ${sales}`)
    }
    const last = { kind: 'last' }

    test.each<[string, readonly object[], readonly string[]]>([
      ['before the sale', [touch('a', 'li', '09:30')], ['li 100.00']],
      ['after the sale', [touch('a', 'li', '15:00')], []],
      ['at the very time of the sale', [touch('a', 'li', '12:00')], ['li 100.00']],
      ['the day before, at a later hour', [touch('a', 'li', '15:00', '2026-01-09')], ['li 100.00']],
      ['without an order', [touch('a', 'li')], ['li 100.00']],
      ['the day after', [touch('a', 'li', '09:00', '2026-01-11')], []],
    ])('F11a a touch %s', (_, touches, expected) => {
      expect(by(last, touches)).toEqual(expected)
      expect(by({ kind: 'linear' }, touches)).toEqual(expected)
    })

    test('F11a a sale that no touch came before is listed as nobody’s', () => {
      const direct = { touches: { by: 'customer', window: 30, model: last } }
      const data = { touches: [touch('a', 'li', '15:00')] }
      const nobodys = credit([sale], { rules: { credits: { direct } }, data })
      expect(nobodys).toEqual({
        credits: [],
        reconciliation: [{ finding: 'uncredited', deal: 'o', credit: 'direct' }],
      })
      const refused = { credits: { direct: { ...direct, unowned: 'refuse' } } }
      expect(found(() => credit([sale], { rules: refused, data }))).toEqual([
        ['uncredited', 'events[0]'],
      ])
      const house = { credits: { direct: { ...direct, unowned: { to: 'zoe' } } } }
      expect(credit([sale], { rules: house, data }).credits.map(({ person: who }) => who)).toEqual([
        'zoe',
      ])
    })

    test('F11b the last of a day is by its order, and not by its id', () => {
      const ten = touch('t10', 'li', '11:00')
      const nine = touch('t9', 'wu', '10:00')
      expect(by(last, [ten, nine])).toEqual(['li 100.00'])
      expect(by(last, [nine, ten])).toEqual(['li 100.00'])
      expect(by({ kind: 'first' }, [ten, nine])).toEqual(['wu 100.00'])
    })

    test('F11b touches of a day without an order share their place', () => {
      expect(by(last, [touch('t10', 'li'), touch('t9', 'wu')])).toEqual(['li 50.00', 'wu 50.00'])
      expect(
        by(last, [touch('t10', 'li'), touch('t9', 'wu'), touch('t8', 'zoe', '09:00')]),
      ).toEqual(['zoe 100.00'])
    })

    test('F11c two sales of a day have each their own touches', () => {
      const morning = { ...sale, id: 'm', order: '10:30' }
      const touches = [touch('a', 'li', '10:00'), touch('b', 'wu', '11:00')]
      expect(by(last, touches, morning)).toEqual(['li 100.00'])
      expect(by(last, touches)).toEqual(['wu 100.00'])
    })

    test('F11d a window of 0 days is the day of the sale alone', () => {
      const yesterday = touch('a', 'li', '09:00', '2026-01-09')
      expect(by(last, [yesterday], sale, 0)).toEqual([])
      expect(by(last, [yesterday, touch('b', 'wu', '09:00')], sale, 0)).toEqual(['wu 100.00'])
    })

    test('F11e a time belongs into the order, not into the day', () => {
      expect(found(() => by(last, [touch('a', 'li', undefined, '2026-01-10T09:00')]))).toEqual([
        ['not-a-date', 'touches[0].on'],
      ])
    })
  })

  describe('F13 an event says of itself what its deal does not', () => {
    const own = (name: string) => member(`own.${name}`)
    const eachMoney = { each: { record: 'credits', where: { kind: ['collection'] } } } as const
    const rates = { d0_10: constant('0.30'), d11_20: constant('0.20'), d21_30: constant('0.10') }
    const byAge = (otherwise?: Expression) =>
      commission(
        multiply(member('collections', cny, 6), matching(own('age'), rates, otherwise)),
        eachMoney,
      )
    const money = (id: string, age: string, more: object = {}) => ({
      ...collection,
      id,
      amount: '100',
      attributes: { age },
      ...more,
    })
    const three = [money('a', 'd0_10'), money('b', 'd11_20'), money('c', 'd21_30')]

    test.each<[string, readonly Told[], readonly string[]]>([
      ['three of the deal', three, ['60.00', '0.00']],
      [
        'in another order, one a month later',
        [three[2] as Told, money('b', 'd11_20', { on: '2026-02-02' }), three[0] as Told],
        ['40.00', '20.00'],
      ],
      [
        'of an invoice of the deal',
        [{ ...invoice, attributes: { age: 'd21_30' } }, money('a', 'd0_10', { of: 'i' })],
        ['30.00', '0.00'],
      ],
      [
        'one paid back, with its own age',
        [...three, money('x', 'd0_10', { of: 'a', amount: '-100', on: '2026-02-02' })],
        ['60.00', '-30.00'],
      ],
    ])('F13a collections by their own age: %s', (_, events, expected) => {
      const credits = credit([{ ...plain, attributes: { age: 'none of these' } }, ...events])
      expect(paid([byAge()], credits, { people: onlyLi }).li).toEqual(expected)
      expect(paid([byAge(constant('0.05'))], credits, { people: onlyLi }).li).toEqual(expected)
    })

    test('F13a half of the deal, transferred, takes half of what comes by its own age', () => {
      const events = [
        plain,
        { ...transfer, on: '2026-01-10', share: '1/2' },
        ...three.map((each) => ({ ...each, on: '2026-02-03' })),
      ]
      expect(paid([byAge()], credit(events))).toEqual({
        li: ['0.00', '30.00'],
        wu: ['0.00', '30.00'],
      })
    })

    test('F13a an age that has no rate is withheld, by name', () => {
      const credits = credit([plain, money('a', 'd31_60')])
      expect(paid([byAge()], credits, { people: onlyLi }).li).toEqual([
        'unknown-category',
        'unknown-category',
      ])
      expect(paid([byAge(constant('0.05'))], credits, { people: onlyLi }).li).toEqual([
        '5.00',
        '0.00',
      ])
    })

    test('F13a what begins its deal says it of the deal', () => {
      const alone = {
        ...money('a', 'd0_10'),
        of: undefined,
        attributes: { seller: 'li', age: 'd0_10' },
      }
      const [row] = credit([(({ of: _, ...root }) => root)(alone)]).credits
      expect([row?.['age'], row?.['own.age']]).toEqual(['d0_10', undefined])
    })

    const goodwill = { where: { 'own.goodwill': ['yes'] } }
    const kept = commission(
      multiply(subtract(sum('sales'), sum('sales', 'goodwill', goodwill)), constant('0.10')),
    )

    test.each<[string, object, readonly string[]]>([
      ['of goodwill', { attributes: { goodwill: 'yes' } }, ['100.00', '0.00']],
      ['not of goodwill', { attributes: { goodwill: 'no' } }, ['100.00', '-100.00']],
      ['that does not say', {}, ['100.00', '-100.00']],
    ])('F13b a refund %s', (_, more, expected) => {
      expect(paid([kept], credit([plain, { ...refund, ...more }]), { people: onlyLi }).li).toEqual(
        expected,
      )
    })

    test('F13b of two refunds the one of goodwill is not taken back', () => {
      const events = [
        plain,
        { ...refund, amount: '-300', attributes: { goodwill: 'yes' } },
        { ...refund, id: 's', amount: '-200', attributes: { goodwill: 'no' } },
      ]
      expect(paid([kept], credit(events), { people: onlyLi }).li).toEqual(['100.00', '-20.00'])
    })

    test.each([
      ['own.desk', ['wu 600.00', 'zoe 400.00']],
      ['desk', ['li 600.00', 'li 400.00']],
    ])('F13c invoices are credited by the attribute %s', (by, expected) => {
      const owners = [
        ['north', 'li'],
        ['south', 'wu'],
        ['east', 'zoe'],
      ].map(([of, who]) => ({ of, person: who }))
      const direct = { follows: 'invoice', rules: [{ by, owners }] }
      const events = [
        { ...plain, attributes: { desk: 'north' } },
        { ...invoice, amount: '600', attributes: { desk: 'south' } },
        { ...invoice, id: 'j', amount: '400', attributes: { desk: 'east' } },
      ]
      const { credits } = credit(events, { rules: { credits: { direct } } })
      expect(credits.map(({ person: who, invoiced }) => `${who} ${invoiced}`)).toEqual(expected)
    })

    test('F13d an attribute that is called as something of the credit itself is refused', () => {
      for (const name of ['own.age', 'sales', 'made'])
        expect(
          found(() => credit([plain, { ...collection, attributes: { [name]: 'x' } }]))[0]?.[0],
        ).toBe('reserved-name')
    })
  })

  describe('F14 a deal is taken back once, and rewarded once', () => {
    const hundred = { id: 'o', amount: '100' }
    const by = { each: { record: 'credits', by: 'deal' } } as const
    const mine = sum('sales', 'mine', { same: ['deal'] })
    const whole = sum('sales', 'whole', { same: ['deal'], whose: 'all' })

    test.each<[string, readonly Told[], string]>([
      ['a refund of more than was sold', [{ ...refund, amount: '-1500' }], '-500.00'],
      ['a refund told by two ids', [refund, { ...refund, id: 's' }], '-1000.00'],
      [
        'a cancellation and a refund',
        [
          { ...refund, id: 'a', kind: 'cancellation' },
          { ...refund, id: 'b' },
        ],
        '-1000.00',
      ],
      [
        'a refund of the order and one of the invoice',
        [invoice, refund, { ...refund, id: 's', of: 'i' }],
        '-1000.00',
      ],
    ])('F14a %s is refused, or listed where the rules say so', (_, events, value) => {
      const of = (more: object = {}) => credit([plain, ...events], { rules: more })
      const event = events.at(-1)?.id
      expect(new Set(found(of).map((each) => each.join(' ')))).toEqual(
        new Set([`below-zero events[${events.length}].amount`]),
      )
      expect(
        of({ belowZero: 'list' }).reconciliation.filter(
          (each) => 'measure' in each && each.measure === 'sales',
        ),
      ).toEqual([{ finding: 'below-zero', deal: 'o', event, measure: 'sales', value }])
    })

    test('F14a what is told', () => {
      expect(said(() => credit([plain, { ...refund, amount: '-1500' }]))).toBe(
        'events[1].amount: "sales" of the deal "o" falls to -500.00 with the event "r". Take back no more than there is, or list such deals with belowZero: "list".',
      )
      expect(said(() => credit([plain, { ...refund, amount: '-1500' }]), 'zh-CN')).toBe(
        'events[1].amount：事件“r”使成交“o”的“sales”降至 -500.00。退回的不得多于现有的；或用 belowZero: "list" 仅列出此类成交。',
      )
    })

    test('F14a the same event twice is refused', () => {
      expect(found(() => credit([plain, refund, refund]))).toEqual([
        ['repeated-event', 'events[2].id'],
      ])
    })

    test.each([
      ['1.01', 'bad-part'],
      ['4', 'bad-part'],
      ['0', 'bad-part'],
      ['-1', 'not-a-share'],
    ])('F14b a transfer of %s of a deal is refused', (share, code) => {
      expect(found(() => credit([hundred, { ...transfer, share }]))).toEqual([
        [code, 'events[1].share'],
      ])
    })

    const spiff = commission(
      when(
        above(whole, nothing),
        divide(multiply(constant('50', cny), bare(mine)), bare(whole), cents),
        nothing,
      ),
      by,
    )
    function bare(of: Expression) {
      return divide(of, constant('1', cny), { places: 6, rounding: 'half-up' })
    }
    const shared = (events: readonly Told[], direct: object = halves) =>
      credit(events, { rules: { credits: { direct } } })
    const third = {
      rules: [
        {
          by: 'seller',
          owners: [
            { of: 'li', person: 'li', share: '2/3' },
            { of: 'li', person: 'wu', share: '1/3' },
          ],
        },
      ],
    }

    test.each<[string, readonly Told[], object, readonly string[], readonly string[]]>([
      ['half each', [hundred], halves, ['25.00', '0.00'], ['25.00', '0.00']],
      ['two thirds and one', [hundred], third, ['33.33', '0.00'], ['16.67', '0.00']],
      [
        'two deals, half each',
        [hundred, { id: 'p', amount: '7', on: '2026-02-01' }],
        halves,
        ['25.00', '25.00'],
        ['25.00', '25.00'],
      ],
      [
        'a deal of who sold it',
        [hundred],
        { rules: [{ owner: 'seller' }] },
        ['50.00', '0.00'],
        ['0.00', '0.00'],
      ],
      [
        'half refunded',
        [hundred, { ...refund, amount: '-50' }],
        halves,
        ['25.00', '0.00'],
        ['25.00', '0.00'],
      ],
      [
        'wholly refunded',
        [hundred, { ...refund, amount: '-100' }],
        halves,
        ['25.00', '-25.00'],
        ['25.00', '-25.00'],
      ],
    ])('F14c a SPIFF of 50 a deal, %s, is 50 for the deal', (_, events, direct, li, wu) => {
      expect(paid([spiff], shared(events, direct))).toEqual({ li, wu })
    })

    test('F14c told as a figure of the deal, in cents, it is 50 by thirds too', () => {
      const thirds = ['li', 'wu', 'zoe'].map((who) => ({ of: 'li', person: who, weight: '1' }))
      const rules = {
        credits: { direct: { rules: [{ by: 'seller', owners: thirds }] } },
        figures: { spiff: { unit: 'money:CNY', places: 2 } },
      }
      const deal = { ...hundred, figures: { spiff: '50.00' } }
      const back = { ...refund, amount: '-100', figures: { spiff: '-50.00' } }
      const credits = credit([deal, back], { rules })
      const { li, wu, zoe } = paid([flat('1', 'spiff')], credits, { people: three })
      expect([li[0], wu[0], zoe[0]].sort()).toEqual(['16.66', '16.67', '16.67'])
      for (const each of [li, wu, zoe]) expect(total(each, 2)).toBe('0.00')
    })

    const tenth = multiply(bare(whole), constant('0.10', cny))
    const capped = commission(
      when(
        above(whole, nothing),
        divide(multiply(minimum(tenth, constant('5', cny)), bare(mine)), bare(whole), cents),
        nothing,
      ),
      by,
    )

    test.each<[string, readonly Told[], object, readonly string[], readonly string[]]>([
      ['half each', [hundred], halves, ['2.50', '0.00'], ['2.50', '0.00']],
      ['below the cap', [{ id: 'o', amount: '40' }], halves, ['2.00', '0.00'], ['2.00', '0.00']],
      ['two thirds and one', [hundred], third, ['3.33', '0.00'], ['1.67', '0.00']],
      [
        'refunded to below the cap',
        [hundred, { ...refund, amount: '-60' }],
        halves,
        ['2.50', '-0.50'],
        ['2.50', '-0.50'],
      ],
      [
        'two deals, each with its cap',
        [hundred, { ...hundred, id: 'p' }],
        halves,
        ['5.00', '0.00'],
        ['5.00', '0.00'],
      ],
    ])('F14d a cap of 5 a deal, %s, holds for the deal', (_, events, direct, li, wu) => {
      expect(paid([capped], shared(events, direct))).toEqual({ li, wu })
    })

    test.each([
      ['0.00', '1', '5.00'],
      ['0.00', '3', '15.00'],
      ['80.00', '2', '10.00'],
    ])('F14e an item for %s counts by its %s units', (amount, pieces, expected) => {
      const events = [{ id: 'o', amount, figures: { pieces } }]
      const plan = commission(multiply(sum('pieces', 'pieces', {}, 'count'), constant('5.00', cny)))
      expect(paid([plan], credit(events, { rules: figures }), { people: onlyLi }).li).toEqual([
        expected,
        '0.00',
      ])
    })

    const score = (of: Expression): Component => component('score', {}, of)
    const rank = (who: 'ahead' | 'level') =>
      amount('score', 'count', 0, {
        input: who,
        among: { group: 'company', who, by: 'score', as: 'count' },
      })
    /** 100.00 for the first, shared by all who are level with them; who sold nothing is not among them. */
    const prize = commission(
      when(
        all(
          above(amount('score', cny, 6), nothing),
          not(above(rank('ahead'), constant('0', 'count'))),
        ),
        divide(constant('100.00', cny), rank('level'), cents),
        nothing,
      ),
    )
    const contest = [score(sum('sales')), prize]
    const of = (id: string, seller: string, amount: string, more: object = {}) => ({
      id,
      amount,
      attributes: { seller },
      ...more,
    })
    const back = (of: string, amount: string) => ({
      ...refund,
      id: `r${of}`,
      of,
      amount,
      on: '2026-01-20',
    })

    test.each<[string, readonly Told[], Readonly<Record<string, string>>]>([
      [
        'the only sale is refunded',
        [of('a', 'li', '100'), back('a', '-100')],
        { li: '0.00', wu: '0.00', zoe: '0.00' },
      ],
      ['nobody sold anything', [of('a', 'li', '0')], { li: '0.00', wu: '0.00', zoe: '0.00' }],
      [
        'the best sale is refunded',
        [of('a', 'li', '100'), of('b', 'wu', '40'), back('a', '-100')],
        { li: '0.00', wu: '100.00', zoe: '0.00' },
      ],
      [
        'two are level',
        [of('a', 'li', '100'), of('b', 'wu', '100'), of('c', 'zoe', '99')],
        { li: '50.00', wu: '50.00', zoe: '0.00' },
      ],
      [
        'all three are',
        [of('a', 'li', '9'), of('b', 'wu', '9'), of('c', 'zoe', '9')],
        { li: '33.33', wu: '33.33', zoe: '33.33' },
      ],
    ])('F14f a prize for the most sold: %s', (_, events, expected) => {
      const won = paid(contest, credit(events), { people: three, names: ['2026-01'] })
      expect(Object.fromEntries(Object.entries(won).map(([who, [first]]) => [who, first]))).toEqual(
        expected,
      )
    })

    test('F14f a prize is taken back when the sale is, and goes to the next', () => {
      const events = [
        of('a', 'li', '100'),
        of('b', 'wu', '40'),
        { ...back('a', '-100'), on: '2026-02-05' },
      ]
      expect(paid(contest, credit(events), { people: three })).toEqual({
        li: ['100.00', '-100.00'],
        wu: ['0.00', '100.00'],
        zoe: ['0.00', '0.00'],
      })
    })

    const first = component(
      'first',
      {},
      when(
        all(
          above(amount('score', cny, 6), nothing),
          not(above(rank('ahead'), constant('0', 'count'))),
        ),
        constant('1', 'count'),
        constant('0', 'count'),
      ),
    )
    const pot = component('pot', { of: 'company' }, constant('100.00', cny))
    const divided = component(
      'prize',
      { pays: 'due' },
      amount('pot', cny, 2, { among: { group: 'company', as: { share: 'first' } } }),
    )

    test('F14f a pot that the first share is paid out to the cent', () => {
      const events = [of('a', 'li', '9'), of('b', 'wu', '9'), of('c', 'zoe', '9')]
      const won = paid([score(sum('sales')), first, pot, divided], credit(events), {
        people: three,
        names: ['2026-01'],
      })
      expect(won).toEqual({ li: ['33.34'], wu: ['33.33'], zoe: ['33.33'] })
    })

    test.each<[string, Expression, Readonly<Record<string, string>>]>([
      [
        'by units',
        multiply(sum('pieces', 'pieces', {}, 'count'), constant('1', cny)),
        { li: '0.00', wu: '100.00', zoe: '0.00' },
      ],
      [
        'by the least sold, of those who sold',
        when(
          above(sum('sales'), nothing),
          divide(constant('1000000', cny), bare(sum('sales')), cents),
          nothing,
        ),
        { li: '0.00', wu: '0.00', zoe: '100.00' },
      ],
    ])('F14g a contest %s', (_, by, expected) => {
      const sale = (id: string, seller: string, amount: string, pieces: string) => ({
        ...of(id, seller, amount),
        figures: { pieces, margin: '0' },
      })
      const events = [
        sale('a', 'li', '100', '3'),
        sale('b', 'wu', '50', '8'),
        sale('c', 'zoe', '20', '4'),
      ]
      const won = paid([score(by), prize], credit(events, { rules: figures }), {
        people: three,
        names: ['2026-01'],
      })
      expect(Object.fromEntries(Object.entries(won).map(([who, [first]]) => [who, first]))).toEqual(
        expected,
      )
    })
  })
})

describe('plans in full: paid by runs of a book, on statements, each verified', () => {
  const month = { period: 'month', measure: { sum: 'sales' } } as const
  const figures = {
    rules: {
      figures: {
        margin: { unit: 'money:CNY', sign: 'any' },
        b: { unit: 'money:CNY' },
        c: { unit: 'money:CNY' },
      },
    },
  }
  const sale = (amount: string, more: object = {}) => ({ id: 'A', amount, ...more })
  const january = { names: ['2026-01'] }
  const flat = (rate: string) => ({ kind: 'flat', rate }) as const

  describe('powers 1 a factor of the margin, settled', () => {
    const curve = {
      kind: 'stepped',
      points: [
        { at: '0', factor: '0.50' },
        { at: '0.10', factor: '0.75' },
        { at: '0.15', factor: '1.00' },
        { at: '0.20', factor: '1.15' },
        { at: '0.30', factor: '1.25' },
      ],
    } as const
    const steps = [
      { from: '0', rate: '0.02' },
      { from: '3000000', rate: '0.03' },
    ]
    const linked = [{ sum: 'margin' }]
    const byFactor: Terms = {
      ...month,
      linked,
      tiers: { kind: 'marginal', steps },
      modifiers: [{ kpi: 'margin', of: 'sales', curve }],
    }
    const yuan = (name: string) => ({ op: 'input', name, unit: 'money:CNY', scale: 2 }) as const
    const ratio = divide(yuan('margin'), yuan('sales'), { places: 12, rounding: 'floor' })
    const bands = curve.points.map(({ at, factor }, i) => ({
      ...(i > 0 && { from: at }),
      value: factor,
    }))
    const none = constant('0', 'money:CNY')
    const byFormula: Terms = {
      ...month,
      linked,
      tiers: {
        kind: 'formula',
        earns: when(
          above(yuan('sales'), none),
          multiply(marginal(yuan('sales'), steps), step(ratio, bands)),
          none,
        ),
      },
    }
    const refund = (amount: string, margin: string) => ({
      ...{ id: 'R', kind: 'refund', of: 'A', on: '2026-02-20', amount },
      figures: { margin },
    })
    test.each<[string, string, string, string[]]>([
      ['at the same margin', '-500000', '-110000', ['103500.00', '-17250.00']],
      ['that leaves a margin of 30 %', '-1000000', '20000', ['103500.00', '-28500.00']],
      ['of all', '-4000000', '-880000', ['103500.00', '-103500.00']],
    ])('a refund %s', (_, amount, margin, expected) => {
      const events = [sale('4000000', { figures: { margin: '880000' } }), refund(amount, margin)]
      const given = { ...figures, names: ['2026-01', '2026-02'] }
      expect(paidBy(byFactor, events, given)).toEqual(expected)
      expect(paidBy(byFormula, events, given)).toEqual(expected)
    })
  })

  describe('powers 2 a target by what is reached of it', () => {
    const points = [
      { at: '0', factor: '0' },
      { at: '1', factor: '1' },
    ]
    const sales = { kpi: 'sales', of: 'quota', weight: '1' }
    test.each([
      ['1300000', '67500.00'],
      ['1200000', '60000.00'],
      ['600000', '30000.00'],
      ['400000.01', '20000.00'],
    ])('of 1,200,000 sold %s pay %s of 60,000', (sold, pay) => {
      const curve = { kind: 'linear', points, beyond: '1.5' } as const
      const target: Terms = {
        ...month,
        quota: 'quota',
        tiers: { kind: 'target', target: { attribute: 'target' }, parts: [{ ...sales, curve }] },
      }
      const given = { ...january, figures: { quota: '1200000' }, attributes: { target: '60000' } }
      expect(paidBy(target, [sale(sold)], given)).toEqual([pay])
    })

    test.each([
      ['110', '90', '79', '19500.00'],
      ['110', '90', '80', '21500.00'],
      ['130', '90', '79', '24500.00'],
    ])('weighted 50/30/20, with a threshold and a maximum: %s, %s, %s', (a, b, c, pay) => {
      const curve = {
        kind: 'linear',
        below: 'zero',
        points: [
          { at: '0.8', factor: '0.5' },
          { at: '1', factor: '1' },
          { at: '1.2', factor: '2' },
        ],
      } as const
      const parts = [
        { kpi: 'sales', of: 'quota', weight: '0.5', curve },
        { kpi: 'b', of: 'quota', weight: '0.3', curve },
        { kpi: 'c', of: 'quota', weight: '0.2', curve },
      ]
      const target: Terms = {
        ...{ ...month, quota: 'quota', linked: [{ sum: 'b' }, { sum: 'c' }] },
        tiers: { kind: 'target', target: { figure: 'target' }, parts },
      }
      const given = { ...figures, ...january, figures: { quota: '100', target: '20000' } }
      expect(paidBy(target, [sale(a, { figures: { b, c, margin: '0' } })], given)).toEqual([pay])
    })
  })

  test.each([
    ['97', '80', '2400.00'],
    ['97', '95', '2800.00'],
    ['97', '94.99', '2400.00'],
    ['94', '95', '2400.00'],
  ])('powers 10 the second rate needs 95 %% of all: B %s, C %s', (b, c, pay) => {
    const plan: Terms = {
      ...{ ...month, quota: 'quota', linked: [{ sum: 'b' }, { sum: 'c' }], tiers: flat('0.02') },
      accelerator: {
        steps: [{ from: '1', factor: '2' }],
        when: {
          leastOf: [
            { kpi: 'sales', of: 'quota' },
            { kpi: 'b', of: 'quota_b' },
            { kpi: 'c', of: 'quota_c' },
          ],
          atLeast: '0.95',
        },
      },
    }
    const quotas = { quota: '100000', quota_b: '100', quota_c: '100' }
    const events = [sale('120000', { figures: { b, c, margin: '0' } })]
    expect(paidBy(plan, events, { ...figures, ...january, figures: quotas })).toEqual([pay])
  })

  describe('sheet 9 the best stage of which all conditions hold', () => {
    const stage = (days: string, hours: string, revenue: string, rate: string) => ({
      when: {
        all: [
          { kpi: 'days', atLeast: days },
          { kpi: 'hours', atLeast: hours },
          { kpi: 'sales', atLeast: revenue },
        ],
      },
      rate,
    })
    const stages = [
      stage('10', '40', '5000', '0.08'),
      stage('15', '70', '10000', '0.12'),
      stage('20', '100', '20000', '0.15'),
    ]
    const plan: Terms = {
      ...{ period: 'month', measure: { sum: 'sales', label: { en: 'Revenue', 'zh-CN': '流水' } } },
      kpis: {
        days: { unit: 'duration:day', label: { en: 'Days', 'zh-CN': '天数' } },
        hours: { unit: 'duration:hour', label: { en: 'Hours', 'zh-CN': '时长' } },
      },
      tiers: { kind: 'stages', stages },
    }
    const events = [sale('23456.78')]
    test.each([
      ['16', '88.5', '2814.81'],
      ['20', '100', '3518.52'],
      ['20', '69.5', '1876.54'],
      ['9', '200', '0.00'],
    ])('%s days and %s hours pay %s', (days, hours, pay) => {
      expect(paidBy(plan, events, { ...january, figures: { days, hours } })).toEqual([pay])
    })

    test('to the next stage 4 days and 11.5 hours are missing', () => {
      const given = { sales: '23456.78', days: '16', hours: '88.5' }
      const next = nextStage(parsePlan({ id: 'p', currency: 'CNY', ...plan }), given)
      const told = next?.missing.map(({ unit, missing }) => formatQuantity(missing, unit, 'zh-CN'))
      expect([next?.rate, told]).toEqual(['0.15', ['4 天', '11.5 小时']])
    })

    test('the stage that is reached is told, and why not the next one', () => {
      const runs = runsByPlan(plan, events, { ...january, figures: { days: '16', hours: '88.5' } })
      expect(whyIn(runs, '2026-01', 'zh-CN')).toContain(
        [
          '      流水 × 12%',
          '      23,456.78 CNY × 12%',
          '      因为天数 16 天 低于 20 天',
          '      因为天数 16 天 不低于 15 天且时长 88.5 小时 不低于 70 小时且流水 23,456.78 CNY 不低于 10,000.00 CNY',
        ].join('\n'),
      )
    })
  })

  describe('F12 G1 a quota of zero is what the plan says of it', () => {
    const steps = [
      { from: '0', rate: '0.02' },
      { from: '1', rate: '0.028' },
    ]
    const kickers = [{ kpi: 'sales', of: 'quota', atLeast: '1', pays: '1000' }]
    const accelerator = {
      steps: [
        { from: '1', factor: '2' },
        { from: '1.5', factor: '3' },
      ],
    }
    test.each<[string, Omit<Terms, 'period' | 'measure'>, string, string, string]>([
      ['tiers', { tiers: { kind: 'marginal', of: 'quota', steps } }, '100000', '0.00', '2800.00'],
      ['a kicker', { tiers: flat('0.05'), kickers }, '0', '0.00', '1000.00'],
      ['an accelerator', { tiers: flat('0.05'), accelerator }, '100', '5.00', '15.00'],
      [
        'a gate',
        { tiers: flat('0.05'), gate: { kpi: 'sales', of: 'quota', atLeast: '1' } },
        '100',
        '0.00',
        '5.00',
      ],
    ])('%s', (_, more, sold, missed, reached) => {
      const pays = (rule: object) =>
        paidBy({ ...month, quota: 'quota', ...more, ...rule }, [sale(sold)], {
          ...january,
          figures: { quota: '0' },
        })
      expect(pays({ quotaOfZero: 'missed' })).toEqual([missed])
      expect(pays({ quotaOfZero: 'reached' })).toEqual([reached])
      expect(pays({})).toEqual(['not-above'])
    })
  })

  test.each([
    ['4', '0.5', '2.00'],
    ['10', '1', '10.00'],
    ['9.99', '0.333333', '3.33'],
  ])('peers 6 each person’s own rate, cap and goal: %s at %s pay %s', (sold, rate, pay) => {
    const plan: Terms = {
      ...{ ...month, cap: { figure: 'most' } },
      tiers: { kind: 'flat', rate: { attribute: 'rate' } },
      gate: { kpi: 'sales', atLeast: { figure: 'goal' } },
    }
    const given = { ...january, attributes: { rate }, figures: { most: '10', goal: '1' } }
    expect(paidBy(plan, [sale(sold)], given)).toEqual([pay])
    expect(paidBy(plan, [sale('0.99')], given)).toEqual(['0.00'])
    expect(paidBy(plan, [sale('1000')], given)).toEqual(['10.00'])
    const unknown = { ...given, figures: { most: '10' } }
    expect(paidBy(plan, [sale(sold)], unknown)).toEqual(['nothing-there'])
  })

  test('peers 6 each person’s own rate of each deal, up to its cap', () => {
    const plan: Terms = {
      ...month,
      tiers: { kind: 'flat', rate: { figure: 'rate' } },
      dealCap: '50',
    }
    const events = [
      sale('400'),
      { id: 'B', amount: '900' },
      { id: 'C', on: '2026-02-03', amount: '100' },
    ]
    const refund = { id: 'R', kind: 'refund', of: 'B', on: '2026-02-20', amount: '-700' }
    const given = { names: ['2026-01', '2026-02'], figures: { rate: ['0.10', '0.20'] } }
    // Of the refund 200 is left, at the rate of the month that its deal counts in.
    expect(paidBy(plan, events, given)).toEqual(['90.00', '20.00'])
    expect(paidBy(plan, [...events, refund], given)).toEqual(['90.00', '-10.00'])
  })

  test.each([
    ['140000', '90000.00'],
    ['124999.99', '62500.00'],
    ['175000', '162500.00'],
  ])('peers 8 a factor that holds for all of the overage: %s pay %s', (sold, pay) => {
    const points = [
      { at: '0', factor: '1' },
      { at: '1.25', factor: '2' },
      { at: '1.5', factor: '3' },
    ]
    const plan: Terms = {
      ...{ ...month, quota: 'quota', tiers: flat('0.5') },
      modifiers: [{ kpi: 'sales', of: 'quota', curve: { kind: 'stepped', points }, on: 'overage' }],
    }
    expect(paidBy(plan, [sale(sold)], { ...january, figures: { quota: '100000' } })).toEqual([pay])
  })

  test.each([
    ['2', '1000.00', '5.00'],
    ['12', '1000.00', '100.00'],
    ['11', '1000.00', '50.00'],
  ])('C6 the rate of one measure by another: %s orders, %s sold pay %s', (orders, sold, pay) => {
    const plan: Terms = {
      ...{ ...month, linked: [{ sum: 'b', as: 'orders' }] },
      tiers: {
        kind: 'retroactive',
        of: { kpi: 'orders' },
        steps: [{ rate: '0.005' }, { from: '5', rate: '0.05' }, { from: '12', rate: '0.1' }],
      },
    }
    const events = [sale(sold, { figures: { b: orders, c: '0', margin: '0' } })]
    expect(paidBy(plan, events, { ...figures, ...january })).toEqual([pay])
  })

  describe('powers 6 spans of measures', () => {
    const quarter = { period: 'month', measuring: 'quarter-to-date', quota: 'quota' } as const
    const steps = [
      { from: '0', rate: '0.03' },
      { from: '0.5', rate: '0.07' },
      { from: '1', rate: '0.12' },
    ]
    const sold = [
      { id: 'A', amount: '100000' },
      { id: 'B', on: '2026-02-10', amount: '75000' },
      { id: 'C', on: '2026-03-10', amount: '125000' },
      { id: 'D', on: '2026-04-10', amount: '100000' },
    ]
    const tiers = { kind: 'marginal', of: 'quota', steps } as const
    const byQuarter: Terms = { ...quarter, measure: { sum: 'sales' }, tiers }
    const given = { figures: { quota: '250000' } }

    test('a quarterly quota paid on account by the month, begun anew with the quarter', () => {
      const names = ['2026-01', '2026-02', '2026-03', '2026-04']
      expect(paidBy(byQuarter, sold, { ...given, names })).toEqual([
        ...['3000.00', '4250.00', '11250.00'],
        '3000.00',
      ])
    })

    test('what is refunded later takes back what its quarter was paid for it', () => {
      const refund = { id: 'R', kind: 'refund', of: 'A', on: '2026-03-20', amount: '-100000' }
      // 200,000 in all: 125,000 at 3 % and 75,000 at 7 %.
      expect(paidBy(byQuarter, [...sold.slice(0, 3), refund], given)).toEqual([
        ...['3000.00', '4250.00', '1750.00'],
      ])
    })

    test('a leaver is paid to the last month', () => {
      const leaver = {
        ...{ id: 'li', employment: [{ from: '2026-01-01', to: '2026-02-20' }], attributes: {} },
        figures: ['2026-01', '2026-02'].map((period) => ({
          ...{ name: 'quota', period, value: '250000' },
        })),
      }
      const runs = runsByPlan(byQuarter, sold.slice(0, 2), { people: [leaver] })
      expect(runs.runs.map(({ lines }) => lines.map(({ amount }) => amount))).toEqual([
        ['3000.00'],
        ['4250.00'],
        [],
      ])
    })

    test.each([
      ['2021-07-01', '0', ['0.00', '59000.00', '7000.00']],
      ['2021-07-01', '60000', ['42000.00', '77000.00', '7000.00']],
      ['2021-06-01', '60000', ['42000.00', '59000.00', '10000.00']],
    ])('a share to 21,000 a year from %s on, %s before', (anniversary, before, expected) => {
      const plan: Terms = {
        period: 'month',
        measuring: { since: 'anniversary', every: 'year' },
        measure: { sum: 'sales' },
        tiers: {
          kind: 'marginal',
          steps: [
            { from: '0', rate: '0.70' },
            { from: '70000', rate: '1' },
          ],
        },
      }
      const events = [
        { id: 'M', on: '2026-05-10', amount: before },
        { id: 'J', on: '2026-06-10', amount: '80000' },
        { id: 'K', on: '2026-07-10', amount: '10000' },
      ]
      const names = ['2026-05', '2026-06', '2026-07']
      expect(paidBy(plan, events, { names, attributes: { anniversary } })).toEqual(expected)
    })

    test.each<[string, unknown, string[]]>([
      ['two months', { last: 2 }, ['0.00', '1750.00', '3750.00']],
      ['the quarter', 'quarter-to-date', ['0.00', '1750.00', '4000.00']],
      ['the year', 'year-to-date', ['0.00', '1750.00', '4000.00']],
      ['a date of each person', { since: 'hired' }, ['0.00', '1750.00', '4000.00']],
    ])('a measure beside it of %s', (_, span, expected) => {
      const plan: Terms = {
        ...{ ...month, linked: [{ sum: 'sales', as: 'sofar', span: span as never }] },
        tiers: {
          kind: 'retroactive',
          of: { kpi: 'sofar' },
          steps: [
            { from: '150000', rate: '0.0233333333' },
            { from: '200000', rate: '0.03' },
            { from: '300000', rate: '0.032' },
          ],
        },
      }
      expect(paidBy(plan, sold, { attributes: { hired: '2026-01-01' } })).toEqual(expected)
    })
  })

  test.each([
    ['120000', '200000', '2500.00'],
    ['119999.99', '200000', '1500.00'],
    ['300000', '199999.99', '1000.00'],
    ['50000', '500000', '0.00'],
  ])('peers 15 a grid of amounts: %s sold, a volume of %s', (sold, volume, pay) => {
    const plan: Terms = {
      ...{ ...month, quota: 'quota' },
      kpis: { volume: { unit: 'money:CNY', places: 2 } },
      tiers: {
        kind: 'grid',
        pays: 'amount',
        rows: [{}, { from: '1' }, { from: '1.2' }],
        kpi: 'volume',
        columns: [{}, { from: '200000' }],
        rates: [
          ['0', '0'],
          ['500', '1500'],
          ['1000', '2500'],
        ],
      },
    }
    const figures = { quota: '100000', volume }
    expect(paidBy(plan, [sale(sold)], { ...january, figures })).toEqual([pay])
  })

  describe('C3 a cap and a floor over several plans', () => {
    const of = (line: string, rate: string): Terms => ({
      period: 'month',
      measure: { sum: 'sales', where: { attributes: { line: [line] } } },
      tiers: flat(rate),
    })
    const plans = { goods: of('goods', '0.10'), service: of('service', '0.20') }
    const deal = (id: string, line: string, on: string, amount: string) => ({
      ...{ id, on, amount },
      attributes: { line },
    })
    const sold = [
      deal('A', 'goods', '2026-01-10', '1000'),
      deal('B', 'service', '2026-01-11', '500'),
      deal('C', 'goods', '2026-02-10', '300'),
      deal('D', 'service', '2026-03-10', '1000'),
    ]
    const capped = (terms: object, more: Paying = {}) =>
      paidBy(plans, sold, {
        beside: [policy('cap', 'both', { of: ['goods', 'service'], ...terms })],
        ...more,
      })

    test.each<[string, object, string[]]>([
      ['nothing', { most: '1000' }, ['200.00', '30.00', '200.00']],
      ['a most', { most: '150' }, ['150.00', '30.00', '150.00']],
      ['a least', { least: '100' }, ['200.00', '100.00', '200.00']],
      ['both', { least: '100', most: '150' }, ['150.00', '100.00', '150.00']],
      ['a most of the year', { most: '250', over: 'year' }, ['200.00', '30.00', '20.00']],
      [
        'a most of the year that binds early',
        { most: '120', over: 'year' },
        ['120.00', '0.00', '0.00'],
      ],
    ])('%s', (_, terms, expected) => {
      expect(capped(terms)).toEqual(expected)
    })

    test('of each person', () => {
      const given = { attributes: { least: '40' }, figures: { most: ['150', '90', '199.99'] } }
      const own = { most: { figure: 'most' }, least: { attribute: 'least' } }
      expect(capped(own, given)).toEqual(['150.00', '40.00', '199.99'])
    })

    test('follows a refund that is told late, and gives back what it took off', () => {
      const refund = { id: 'R', kind: 'refund', of: 'A', on: '2026-02-20', amount: '-1000' }
      const both = policy('cap', 'both', { of: ['goods', 'service'], most: '150' })
      // January is worth 100.00 then: 50.00 of its 150.00 come back.
      expect(paidBy(plans, [...sold, refund], { beside: [both] })).toEqual([
        ...['150.00', '-20.00', '150.00'],
      ])
    })

    test('of all with a tag, of a quarter, for some people', () => {
      const tagged = (id: string) =>
        policy(
          'plan',
          id,
          {},
          {
            tags: ['commission'],
            versions: [version({ plan: { ...plans[id as 'goods'], period: 'quarter' } })],
          },
        )
      const cap = { of: { tag: 'commission' }, most: '150' }
      const where = { where: { grade: ['senior'] } }
      const beside = [
        tagged('goods'),
        tagged('service'),
        policy(
          'cap',
          'both',
          {},
          {
            period: 'quarter',
            versions: [version(cap, { eligible: where })],
          },
        ),
      ]
      const more = { rhythms: { month: { kind: 'month' }, quarter: { kind: 'quarter' } } }
      const pays = (grade: string) => paidBy({}, sold, { beside, more, attributes: { grade } })
      expect(pays('senior')).toEqual(['0.00', '0.00', '150.00'])
      expect(pays('junior')).toEqual(['0.00', '0.00', '430.00'])
    })

    test('is told on the statement, beside what it bounds', () => {
      const both = policy('cap', 'both', { of: ['goods', 'service'], most: '150' })
      const { book, data, runs } = runsByPlan(plans, sold, { beside: [both] })
      const [li] = statements(book, data, runs[0] as Run)
      expect(li?.lines.map(({ component: id, amount, label }) => [id, amount, label])).toEqual([
        ['goods', '100.00', { en: 'Commission', 'zh-CN': '提成' }],
        ['service', '100.00', { en: 'Commission', 'zh-CN': '提成' }],
        ['both', '-50.00', { en: 'Above the cap', 'zh-CN': '超出封顶部分' }],
      ])
    })

    test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
      ['neither', {}, ['one-of', 'policies[2].versions[0].terms']],
      [
        'a least above the most',
        { least: '5', most: '4' },
        ['crossed-limits', 'policies[2].versions[0].terms.least'],
      ],
      [
        'a least of the year',
        { least: '5', over: 'year' },
        ['not-beside', 'policies[2].versions[0].terms.least'],
      ],
      [
        'a year cut by days',
        { most: '5', over: 'year', prorated: true },
        ['not-beside', 'policies[2].versions[0].terms.prorated'],
      ],
      [
        'what no policy pays',
        { of: ['goods', 'servise'], most: '5' },
        ['unknown-component', 'policies[2].versions[0].both.reads.servise.name'],
      ],
    ])('refuses %s', (_, terms, ...expected) => {
      expect(found(() => capped(terms))).toEqual(expected)
    })
  })
})

describe('payroll: what 0.1 could not express is a policy of a book', () => {
  const since = '2025-01-01'
  const names = ['2026-01', '2026-02', '2026-03']
  const seller = (id: string, attributes: Readonly<Record<string, string>> = {}) => ({
    id,
    employment: [{ from: since }],
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, [{ from: since, value }]]),
    ),
  })
  const asPolicy = (of: Component) =>
    policy('component', of.component, termsOf(of), { tags: of.tags })
  interface Given {
    readonly credits?: object
    readonly events?: readonly object[]
    readonly people?: readonly object[]
    readonly deals?: object
    readonly groups?: readonly object[]
    readonly book?: Readonly<Record<string, unknown>>
  }
  /** What the runs of three months pay: the month, of what, whom and when, and how much. */
  const paidBy = (policies: readonly object[], given: Given = {}): readonly string[] => {
    const { credits = { direct: { rules: [{ owner: 'seller' }] } }, book: more } = given
    const crediting = { credits: { currency: 'CNY', customer: 'customer', places: 6, credits } }
    const of = policyBookOf(policies, { retro: 3, crediting, ...more })
    const { data } = parseRunData(of, {
      people: given.people ?? [seller('li')],
      groups: given.groups ?? [],
      deals: { events: given.events ?? [], ...given.deals },
    })
    let before: Run | 'first' = 'first'
    return names.flatMap((period) => {
      const run: Run = runBook(of, data, { period, before })
      before = run
      expect(run.withheld).toEqual([])
      return run.lines
        .filter((line) => !/^-?[0.]+$/.test(line.amount))
        .map(({ component: name, person: who, earned, amount: paid }) =>
          [period, name, who, ...(earned.period === period ? [] : [earned.period]), paid].join(' '),
        )
    })
  }
  const collection = (id: string, on: string, paid: string, of = 'a') =>
    sale(id, on, paid, { kind: 'collection', of })
  const back = (id: string, on: string, paid: string, of = 'a') =>
    sale(id, on, paid, { kind: 'refund', of })
  const sold1000 = sale('a', '2026-01-10', '1000.00')

  const whole = asPolicy(
    eachDeal('commission', (through) =>
      when(
        all(above(sold(through), none), atLeast(received(through), sold(through))),
        percent('0.10', sold(through)),
        none,
      ),
    ),
  )
  test.each([
    ['paid at once', [collection('c', '2026-01-20', '1000.00')], ['2026-01 commission li 100.00']],
    [
      'paid in two parts',
      [collection('c', '2026-01-20', '400.00'), collection('d', '2026-03-02', '600.00')],
      ['2026-03 commission li 100.00'],
    ],
    ['paid in part', [collection('c', '2026-01-20', '999.99')], []],
    [
      'of which the unpaid part is taken back',
      [collection('c', '2026-01-20', '400.00'), back('r', '2026-02-02', '-600.00')],
      ['2026-02 commission li 2026-01 40.00'],
    ],
  ])('C1 a deal %s pays when it is wholly collected, and then all', (_, events, expected) => {
    expect(paidBy([whole], { events: [sold1000, ...events] })).toEqual(expected)
  })

  const of = (customer: string) => ({ attributes: { seller: 'li', customer } })
  test.each<[string, string, readonly [string, string][], readonly string[]]>([
    [
      'the first month, the second and later ones',
      'months_since_first',
      [
        ['1', '0.05'],
        ['2', '0.02'],
      ],
      [
        '2026-01 commission li 100.00',
        '2026-02 commission li 50.00',
        '2026-03 commission li 20.00',
      ],
    ],
    [
      'the first two purchases',
      'purchase',
      [['3', '0']],
      ['2026-01 commission li 100.00', '2026-02 commission li 100.00'],
    ],
    [
      'the first 30 days',
      'days_since_first',
      [['31', '0.03']],
      [
        '2026-01 commission li 100.00',
        '2026-02 commission li 30.00',
        '2026-03 commission li 30.00',
      ],
    ],
  ])('C2 a rate by the time since the first purchase: %s', (_, fact, steps, expected) => {
    const rate = step(member(fact, 'count', 0), [
      { value: '0.10' },
      ...steps.map(([from, value]) => ({ from, value })),
    ])
    const events = ['2026-01-10', '2026-02-12', '2026-03-14'].map((on, i) =>
      sale(`o${i}`, on, '1000.00', of('x')),
    )
    const byFact = eachDeal('commission', (through) => multiply(sold(through), rate))
    expect(paidBy([asPolicy(byFact)], { events })).toEqual(expected)
  })

  const plans = ['0.10', '0.20'].map((rate, i) =>
    policy(
      'plan',
      ['goods', 'service'][i] as string,
      {
        plan: {
          period: 'month',
          measure: { sum: 'sales', where: { attributes: { what: [['goods', 'service'][i]] } } },
          tiers: { kind: 'flat', rate },
        },
      },
      { tags: ['plan'] },
    ),
  )
  const ofPlans = tagged('plan', cny, 2)
  test.each<[string, Expression, readonly string[]]>([
    [
      'a cap of 1,000.00',
      subtract(minimum(ofPlans, constant('1000.00', cny)), ofPlans),
      ['2026-01 limit li -400.00', '2026-03 limit li 2026-01 400.00'],
    ],
    [
      'a floor of 300.00',
      maximum(subtract(constant('300.00', cny), ofPlans), constant('0.00', cny)),
      ['2026-02 limit li 100.00', '2026-03 limit li 300.00'],
    ],
    [
      'a cap that nothing reaches',
      subtract(minimum(ofPlans, constant('1400.00', cny)), ofPlans),
      [],
    ],
  ])('C3 %s over several plans of a person', (_, limit, expected) => {
    const what = (kind: string) => ({ attributes: { seller: 'li', what: kind } })
    const events = [
      sale('a', '2026-01-10', '6000.00', what('goods')),
      sale('b', '2026-01-11', '4000.00', what('service')),
      sale('c', '2026-02-10', '1000.00', what('service')),
      back('r', '2026-03-10', '-3000.00', 'b'),
    ]
    expect(
      paidBy([...plans, asPolicy(component('limit', { pays: 'due' }, limit))], { events }),
    ).toEqual(
      [
        '2026-01 goods li 600.00',
        '2026-01 service li 800.00',
        '2026-02 service li 200.00',
        '2026-03 service li 2026-01 -600.00',
        ...expected,
      ].toSorted((a, b) => a.slice(0, 7).localeCompare(b.slice(0, 7))),
    )
  })

  const ranks: readonly (readonly [string, string | undefined, string])[] = [
    ['li', 'mo', 'bronze'],
    ['mo', 'na', 'gold'],
    ['na', 'ou', 'bronze'],
    ['ou', undefined, 'platinum'],
  ]
  test.each<[string, object, readonly string[]]>([
    [
      'a share for each level',
      { shares: ['0.02', '0.01'] },
      ['2026-01 team mo 20.00', '2026-01 team na 10.00'],
    ],
    [
      'who does not qualify is passed over',
      { shares: ['0.02', '0.01'], qualified: { rank: ['gold', 'platinum'] } },
      ['2026-01 team mo 20.00', '2026-01 team ou 10.00'],
    ],
    [
      'the rest is somebody’s',
      { shares: ['0.02', '0.01'], qualified: { rank: ['platinum'] }, rest: 'fund' },
      ['2026-01 team fund 10.00', '2026-01 team ou 20.00'],
    ],
  ])('C4 of who is above, %s', (_, levels, expected) => {
    const people = ranks.map(([id, sponsor, rank]) =>
      seller(id, { ...(sponsor !== undefined && { sponsor }), rank }),
    )
    const credits = {
      direct: { rules: [{ owner: 'seller' }] },
      team: { of: 'direct', manager: 'sponsor', ...levels },
    }
    const measure = { sum: 'sales', where: { credit: 'team' } }
    const plan = { period: 'month', measure, tiers: { kind: 'flat', rate: '1' } }
    const deals = { people: people.map(({ id, attributes }) => ({ id, attributes })) }
    expect(
      paidBy([policy('plan', 'team', { plan })], {
        ...{ credits, deals, events: [sold1000] },
        people: [...people, seller('fund')],
      }),
    ).toEqual(expected)
  })

  const held = (value: typeof sold) =>
    asPolicy(
      eachDeal('held', (through) => percent('0.10', value(through)), {
        each: { record: 'credits', by: 'deal', over: { ago: { days: 30 } } },
      }),
    )
  test.each<[string, typeof sold, readonly object[], readonly string[]]>([
    ['a sale', sold, [], ['2026-02 held li 100.00']],
    [
      'what came back within the hold',
      sold,
      [back('r', '2026-01-25', '-200.00')],
      ['2026-02 held li 80.00'],
    ],
    [
      'what came in',
      received,
      [collection('c', '2026-01-20', '600.00'), collection('d', '2026-02-10', '400.00')],
      ['2026-02 held li 60.00', '2026-03 held li 40.00'],
    ],
  ])('C5 a hold of 30 days, of %s', (_, value, more, expected) => {
    expect(paidBy([held(value)], { events: [sold1000, ...more] })).toEqual(expected)
  })

  test.each([
    [1, '0.02', '2026-01 commission li 6.00'],
    [2, '0.05', '2026-01 commission li 30.00'],
    [4, '0.08', '2026-01 commission li 96.00'],
  ])('C6 %i orders pay %s of what they sell', (count, _, expected) => {
    const orders = records('credits', 'count', { where: { kind: ['order'] }, input: 'orders' })
    const byCount = step(orders, [
      { value: '0.02' },
      { from: '2', value: '0.05' },
      { from: '4', value: '0.08' },
    ])
    const events = Array.from({ length: count }, (_, i) => sale(`o${i}`, '2026-01-10', '300.00'))
    const byOrders = asPolicy(pays('commission', multiply(sum('sales'), byCount)))
    expect(paidBy([byOrders], { events })).toEqual([expected])
  })

  test.each([
    ['of two shops of one size', '100.00', '1000.00', '400.00', '1000.00', ['li', 'wu']],
    // 15 %, where the mean of 10 % and 60 % is 35 %; 27 %, where that of 30 % and nothing is 15 %.
    ['below the target', '900.00', '9000.00', '600.00', '1000.00', []],
    ['that reaches the target', '2700.00', '9000.00', '0.00', '1000.00', ['li', 'wu']],
  ])('C7 a figure of the whole company %s', (_, ...[a, ofEast, b, ofWest, who]) => {
    const everybody = (name: string) =>
      amount(name, cny, 2, { among: { group: 'company', as: 'sum' } })
    const margin = divide(everybody('profit'), everybody('turnover'), {
      places: 4,
      rounding: 'half-up',
    })
    const paid = when(
      atLeast(amount('margin', 'ratio', 4), constant('0.25')),
      constant('500.00', cny),
      none,
    )
    const policies = [
      component('profit', { of: { by: 'shop' } }, figure('profit', cny, 2)),
      component('turnover', { of: { by: 'shop' } }, figure('turnover', cny, 2)),
      component('margin', { of: 'company' }, margin),
      component('bonus', { pays: 'due' }, paid),
    ].map(asPolicy)
    const shop = (value: string, profit: string, turnover: string) => ({
      of: { by: 'shop', value },
      figures: names.flatMap((period) => [
        { name: 'profit', period, value: profit },
        { name: 'turnover', period, value: turnover },
      ]),
    })
    const lines = paidBy(policies, {
      groups: [shop('east', a, ofEast), shop('west', b, ofWest)],
      people: [seller('li', { shop: 'east' }), seller('wu', { shop: 'west' })],
    })
    expect(lines).toEqual(
      names.flatMap((period) => who.map((id) => `${period} bonus ${id} 500.00`)),
    )
  })

  const margin = ofDeal('margin')
  test.each<[string, Parameters<typeof eachDeal>[1], readonly string[]]>([
    [
      'a base of several figures, each with its own factor',
      (through) => add(percent('0.02', sold(through)), percent('0.10', margin(through))),
      ['2026-01 commission li 50.80', '2026-02 commission li 2026-01 -25.00'],
    ],
    [
      'percent and a fixed amount a deal',
      (through) =>
        when(
          above(sold(through), none),
          add(percent('0.02', sold(through)), constant('5.00', cny)),
          none,
        ),
      ['2026-01 commission li 30.80', '2026-02 commission li 2026-01 -10.00'],
    ],
    [
      'a least amount a deal',
      (through) =>
        when(
          above(sold(through), none),
          maximum(percent('0.02', sold(through)), constant('15.00', cny)),
          none,
        ),
      ['2026-01 commission li 35.00', '2026-02 commission li 2026-01 -5.00'],
    ],
  ])('C8 %s', (_, due, expected) => {
    const figures = (value: string) => ({ figures: { margin: value } })
    const events = [
      { ...sold1000, ...figures('300.00') },
      sale('b', '2026-01-11', '40.00', figures('0.00')),
      sale('r', '2026-02-10', '-500.00', { kind: 'refund', of: 'a', ...figures('-150.00') }),
    ]
    const credited = {
      credits: {
        currency: 'CNY',
        places: 6,
        figures: { margin: { unit: cny } },
        credits: { direct: { rules: [{ owner: 'seller' }] } },
      },
    }
    const book = { crediting: credited }
    expect(paidBy([asPolicy(eachDeal('commission', due))], { events, book })).toEqual(expected)
  })

  const earlier = records('credits', 'count', {
    where: { kind: ['order'] },
    over: { since: 'ever', through: 'before' },
  })
  const first = (value: Expression, otherwise: Expression) =>
    component(
      'first',
      { each: { record: 'credits', where: { kind: ['order'] } } },
      when(equals(earlier, constant('0', 'count')), value, otherwise),
    )
  const referred = { group: { below: 'referrer', levels: [1, 1] }, as: 'sum' } as const
  test.each<[string, Component, Expression, readonly string[]]>([
    [
      'of a fixed amount',
      first(constant('1', 'count'), constant('0', 'count')),
      multiply(constant('200.00', cny), amount('first', 'count', 0, { among: referred })),
      ['2026-01 bonus li 200.00', '2026-02 bonus li 200.00', '2026-03 bonus xu 200.00'],
    ],
    [
      'of a part of the sale',
      first(member('sales', cny, 6), none),
      round(percent('0.05', amount('first', cny, 6, { among: referred })), cents),
      ['2026-01 bonus li 50.00', '2026-02 bonus li 150.00', '2026-03 bonus xu 25.00'],
    ],
    [
      'of a part, at most 100.00',
      first(member('sales', cny, 6), none),
      minimum(
        round(percent('0.05', amount('first', cny, 6, { among: referred })), cents),
        constant('100.00', cny),
      ),
      ['2026-01 bonus li 50.00', '2026-02 bonus li 100.00', '2026-03 bonus xu 25.00'],
    ],
  ])('C9 a bonus on the first sale of the referred, %s', (_, firstSale, bonus, expected) => {
    const by = (id: string, on: string, value: string, who: string) =>
      sale(id, on, value, { attributes: { seller: who } })
    const people = [
      seller('li'),
      seller('wu', { referrer: 'li' }),
      seller('xu', { referrer: 'li' }),
      seller('zhao', { referrer: 'xu' }),
    ]
    const events = [
      by('a', '2026-01-10', '1000.00', 'wu'),
      by('b', '2026-01-20', '9000.00', 'wu'),
      by('c', '2026-02-10', '3000.00', 'xu'),
      by('d', '2026-03-10', '500.00', 'zhao'),
    ]
    const policies = [firstSale, component('bonus', { pays: 'due' }, bonus)].map(asPolicy)
    expect(paidBy(policies, { events, people })).toEqual(expected)
  })

  test.each([
    ['a year before the first run', '2025-01-01', ['1300.00', '100.00', '100.00']],
    ['eleven months before', '2025-03-01', ['0.00', '1200.00', '100.00']],
    ['before the employment', '2022-02-01', ['4800.00', '0.00', '0.00']],
  ])('C10 vesting that began %s', (_, from, expected) => {
    // 4,800.00 over 48 months, nothing within the first year.
    const months = service('months', 'vests_from', { unit: 'count' })
    const part = (counted: Expression) =>
      when(
        atLeast(counted, constant('12', 'count')),
        multiply(constant('100.00', cny), minimum(counted, constant('48', 'count'))),
        none,
      )
    const vested = amount('vested', cny, 2)
    const before = amount('vested', cny, 2, { over: 'before', missing: '0', input: 'before' })
    const policies = [
      component('vested', {}, part(months)),
      component('vesting', { pays: 'due' }, subtract(vested, before)),
    ].map((own) =>
      policy('component', own.component, termsOf(own), {
        versions: [version(termsOf(own), { from: '2026-01-01' })],
      }),
    )
    const lines = paidBy(policies, { people: [seller('li', { vests_from: from })] })
    expect(lines).toEqual(
      expected.flatMap((paid, i) => (paid === '0.00' ? [] : [`${names[i]} vesting li ${paid}`])),
    )
  })

  test.each([
    ['手机', '2026-01 commission li 50.00'],
    ['Home & Garden', '2026-01 commission li 80.00'],
    ['3C', '2026-01 commission li 30.00'],
    ['1001', '2026-01 commission li 10.00'],
    ['another', '2026-01 commission li 20.00'],
  ])('F15 a rate by a category that is called %s', (line, expected) => {
    const rates = { 手机: '0.05', 'Home & Garden': '0.08', '3C': '0.03', '1001': '0.01' }
    const cases = Object.entries(rates).map(([name, rate]) => [name, constant(rate)])
    const rate = matching(member('line'), Object.fromEntries(cases), constant('0.02'))
    const byLine = eachDeal('commission', (through) => multiply(sold(through), rate))
    const events = [sale('a', '2026-01-10', '1000.00', { attributes: { seller: 'li', line } })]
    expect(paidBy([asPolicy(byLine)], { events })).toEqual([expected])
  })

  test.each([
    ['1', '1', ['2026-01 commission li 25.00', '2026-01 commission wu 50.00']],
    ['3', '1', ['2026-01 commission li 37.50', '2026-01 commission wu 25.00']],
    ['0', '1', ['2026-01 commission wu 100.00']],
  ])('F15 of a deal shared %s to %s, each is paid at a rate of their own', (li, wu, expected) => {
    const own = pays('commission', multiply(sum('sales'), attribute('rate', 'ratio', 4)))
    const owners = Object.entries({ li, wu }).flatMap(([id, weight]) =>
      weight === '0' ? [] : [{ of: 'li', person: id, weight }],
    )
    const credits = { direct: { rules: [{ by: 'seller', owners }] } }
    const people = [seller('li', { rate: '0.05' }), seller('wu', { rate: '0.10' })]
    const events = [sold1000]
    expect(paidBy([asPolicy(own)], { credits, events, people })).toEqual(expected)
  })
})

describe('bonuses: SPIFFs, contests, referrals and grants are policies of a book', () => {
  const order = (id: string, seller: string, amount: string, more: object = {}) => ({
    id,
    kind: 'order',
    on: '2026-01-10',
    amount,
    currency: 'CNY',
    attributes: { seller },
    ...more,
  })
  const refunded = (of: string, amount: string, on: string) => ({
    id: `${of}.back`,
    kind: 'refund',
    of,
    on,
    amount,
    currency: 'CNY',
  })
  const rules = [{ where: { seller: ['team'] }, by: 'seller', owners: 'team' }, { owner: 'seller' }]
  const crediting = { credits: { currency: 'CNY', credits: { direct: { rules } } } }
  const people = ['li', 'wu', 'zu'].map((id) => staff(id))
  const names = ['2026-01', '2026-02', '2026-03', '2026-04']
  const team = (...weights: readonly string[]) =>
    weights.map((weight, i) => ({ of: 'team', person: people[i]?.id, weight }))
  const dates = { from: '2026-01-01', to: '2026-01-31', credit: 'direct' }
  const spiff = policy('spiff', 'spiff', { spiff: { ...dates, per: 'deal', pays: '50' } })

  test.each<[string, readonly string[], string, readonly string[]]>([
    ['half each', ['1', '1'], '0', ['li 25.00', 'wu 25.00']],
    ['two thirds and one', ['2', '1'], '0', ['li 33.33', 'wu 16.67']],
    ['by thirds', ['1', '1', '1'], '0', ['li 16.67', 'wu 16.66', 'zu 16.67']],
    ['half refunded', ['1', '1'], '-50', ['li 25.00', 'wu 25.00']],
    ['wholly refunded', ['1', '1'], '-100', []],
  ])('F14c a SPIFF of 50 a deal, %s, is 50 for the deal', (_, weights, back, expected) => {
    const sold = order('o', 'team', '100')
    const events = back === '0' ? [sold] : [sold, refunded('o', back, '2026-01-20')]
    const deals = { events, owners: { team: team(...weights) } }
    expect(paidMonths([spiff], { people, deals }, ['2026-01'], { crediting })).toEqual(
      expected.map((each) => `2026-01 ${each.replace(' ', ' spiff ')}`),
    )
  })

  test('F14f a prize is taken back when the sale is, and who sold nothing wins none', () => {
    const contest = { ...dates, prizes: ['100'] }
    const back = refunded('a', '-100', '2026-02-05')
    const of = (...events: readonly object[]) =>
      paidMonths(
        [policy('contest', 'prize', { contest })],
        { people, deals: { events, owners: { team: team('1') } } },
        names.slice(0, 2),
        { crediting },
      )
    expect(of(order('a', 'li', '100'), order('b', 'wu', '40'), back)).toEqual([
      '2026-01 li prize 100.00',
      '2026-02 li prize 2026-01 -100.00',
      '2026-02 wu prize 2026-01 100.00',
    ])
    expect(of(order('a', 'li', '100'), refunded('a', '-100', '2026-01-12'))).toEqual([])
  })

  test('C9 a referral is paid on the first sale of the referred', () => {
    const told = { person: 'li', referred: 'na' }
    const refer = [
      { ...told, id: 'r1', on: '2026-01-12', event: 'hired' },
      { ...told, id: 'r2', on: '2026-03-05', event: 'first_sale' },
    ]
    const terms = { referral: { onHire: '500' }, event: 'first_sale' }
    expect(
      paidMonths([policy('referral', 'refer', terms)], { people, records: { refer } }, names),
    ).toEqual(['2026-03 li refer 500.00'])
  })

  test.each([
    ['two years before', '2024-01-20', ['2026-01 li stay 2000.00']],
    ['a year before', '2025-01-20', ['2026-01 li stay 1000.00']],
    ['almost a year before, in the month that follows', '2025-02-01', ['2026-02 li stay 1000.00']],
    ['with the grant', '2026-01-20', []],
  ])('C10 vesting that began %s', (_, from, expected) => {
    const vesting = { kind: 'graded', months: 48, every: 12 }
    const grant = { kind: 'deferred', vesting, leaving: { good: 'none', bad: 'none' } }
    const stay = [{ id: 'g', on: '2026-01-20', person: 'li', amount: '4000.00', from }]
    const terms = { grant, since: 'from' }
    expect(
      paidMonths([policy('grant', 'stay', terms)], { people, records: { stay } }, names),
    ).toEqual(expected)
  })
})

describe('deals: each is paid by itself, and told by itself', () => {
  const month = { period: 'month', measure: { sum: 'sales' } } as const
  const rules = { figures: { shipping: { unit: 'money:CNY' } } }
  const [sales, shipping] = [input('sales', cny, 2), input('shipping', cny, 2)]
  const sale = (id: string, amount: string, fee = '0') => ({
    ...{ id, amount, figures: { shipping: fee } },
  })
  const refund = (of: string, amount: string, fee = '0', on = '2026-02-05') => ({
    ...{ id: `${of}.${on}`, of, on, kind: 'refund', amount, figures: { shipping: fee } },
  })
  const percent = (of: Expression, rate: string) => multiply(of, constant(rate))
  const once = constant('0.30', cny)

  test.each<[string, Partial<Terms>, readonly string[]]>([
    [
      'figures with factors of their own',
      {
        linked: [{ sum: 'shipping' }],
        tiers: { kind: 'formula', earns: add(percent(sales, '0.05'), percent(shipping, '0.02')) },
      },
      // 5.00 + 0.20, and 2.00; what is left is 60 and 10.
      ['7.20', '-2.00', '-2.00'],
    ],
    [
      'a percentage and a fixed amount a deal',
      { tiers: { kind: 'formula', earns: add(percent(sales, '0.029'), once) } },
      // 2.90 + 0.30, and 1.16 + 0.30.
      ['4.66', '-1.16', '-1.46'],
    ],
    [
      'a least fee a deal',
      { tiers: { kind: 'flat', rate: '0.05' }, dealFloor: '4' },
      ['9.00', '-1.00', '-4.00'],
    ],
    [
      'all of it together, with a most',
      {
        linked: [{ sum: 'shipping' }],
        tiers: {
          kind: 'formula',
          earns: add(percent(sales, '0.029'), percent(shipping, '0.01'), once),
        },
        dealFloor: '2',
        dealCap: '3',
      },
      // 3.30 is capped, 1.46 has the least; then 1.74 + 0.10 + 0.30.
      ['5.00', '-0.86', '-2.00'],
    ],
  ])('C8 %s', (_, more, expected) => {
    const plan: Terms = { ...month, per: 'deal', tiers: { kind: 'flat', rate: '0' }, ...more }
    const events = [
      sale('A', '100', '10'),
      sale('B', '40'),
      refund('A', '-40'),
      refund('B', '-40', '0', '2026-03-05'),
    ]
    expect(paidBy(plan, events, { rules })).toEqual(expected)
    const { runs, book, data } = runsByPlan(plan, events.slice(0, 2), { rules, names: ['2026-01'] })
    const parts = partsOf(book, data, runs[0] as Run, { component: 'plan', of: 'plan.deals' })
    expect(
      total(
        parts.map(({ amount: part }) => part),
        2,
      ),
    ).toBe(expected[0])
  })

  test.each([
    [
      'an order that is taken back at once',
      [sale('A', '100'), refund('A', '-100', '0', '2026-01-20')],
      '0.00',
    ],
    ['an order of nothing', [sale('A', '0')], '0.00'],
    ['a deal below zero', [sale('A', '100'), refund('A', '-150', '0', '2026-01-20')], '-2.50'],
    ['the smallest deal', [sale('A', '0.01')], '4.00'],
  ])('C8 a least fee is not paid where nothing is left: %s', (_, events, expected) => {
    const plan: Terms = { ...month, tiers: { kind: 'flat', rate: '0.05' }, dealFloor: '4' }
    const given = { names: ['2026-01'], rules: { ...rules, belowZero: 'list' } }
    expect(paidBy(plan, events, given)).toEqual([expected])
  })

  // Cases of theodortrampe/commission-calculator, whose factor holds for all that is above the quota.
  test.each([
    ['0.6', '100000', '80000', '48000.00'],
    ['0.5', '100000', '100000', '50000.00'],
    ['0.6', '100000', '110000', '69000.00'],
    ['0.5', '100000', '140000', '90000.00'],
    ['0.6', '100000', '175000', '172500.00'],
    ['0.5', '100000', '250000', '237500.00'],
    ['0.5', '100000', '100010', '50007.50'],
    ['0.5', '100000', '125000', '75000.00'],
    ['0.5', '100000', '150000', '112500.00'],
    ['0.5333', '150000', '178000', '102393.60'],
    ['0.6', '100000', '0', '0.00'],
  ])(
    'peers 8 a factor for all of the overage: at %s of %s, %s pay %s',
    (rate, quota, sold, pay) => {
      const points = [
        { at: '0', factor: '1' },
        { at: '1', factor: '1.5' },
        { at: '1.25', factor: '2' },
        { at: '1.5', factor: '2.5' },
      ]
      const plan: Terms = {
        ...{ ...month, quota: 'quota', tiers: { kind: 'flat', rate } },
        modifiers: [
          { kpi: 'sales', of: 'quota', curve: { kind: 'stepped', points }, on: 'overage' },
        ],
      }
      expect(
        paidBy(plan, [sale('A', sold)], { rules, names: ['2026-01'], figures: { quota } }),
      ).toEqual([pay])
    },
  )
})

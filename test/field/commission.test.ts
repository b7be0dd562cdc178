import { describe, expect, test } from 'vitest'
import { targetPlan } from '../../src/bonus/index.js'
import { parsePeriod, prorate } from '../../src/calendar/index.js'
import {
  estimate,
  lintPlan,
  nextTier,
  type PlanPolicy,
  parsePlan,
  parseQuota,
  payoutCurve,
  quotaFor,
  settle,
} from '../../src/commission/index.js'
import {
  analyze,
  check,
  compile,
  divide,
  evaluate,
  input,
  named,
  numberColumn,
} from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { toSql } from '../../src/sql/index.js'
import { credited, event } from '../commission/one-seller.js'
import { duckdb } from '../conformance/engines.js'
import { found } from '../found.js'
import { ann, bob, li, month, wang } from '../run/company.js'

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
  const settled = (figures: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    settle({
      plans: [{ from: '2026-01-01', value: kicker }],
      credits: credited([event('1', 'order', '2026-01-10', '1000.00', { currency: 'CNY' })]),
      people: { ann: figures },
      history: [],
      period: parsePeriod('2026-02'),
      asOf: '2026-02-28',
    })

  test('G1 a settlement names the person, the period and the quota, and says what to do', () => {
    const problems = problemsOf(() =>
      settled({ '2026-01': { quota: '50000' }, '2026-02': { quota: '0.00' } }),
    )
    expect(describeProblems(problems)).toBe(
      'people.ann.2026-02.inputs.quota: 0 is not above 0. Give a quota above zero; give somebody who is away all period the full quota.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'people.ann.2026-02.inputs.quota：0 不大于 0。请给出大于零的目标；整期不在岗者，请给出未折算的目标。',
    )
  })

  test('G1 a month away with the full quota pays no kicker', () => {
    const [settlement] = settled({
      '2026-01': { quota: '50000' },
      '2026-02': { quota: '50000' },
    })
    expect(settlement?.lines.map(({ period, due }) => `${period} ${due}`)).toEqual([
      '2026-01 50.00',
      '2026-02 0.00',
    ])
  })

  test.each(['0', '0.00', '-5000'])('F12 a run names the figure of the person: %s', (quota) => {
    const { statements, unpaid } = month({
      people: [{ ...ann, figures: { quota } }, bob, li, wang],
    })
    expect(statements.map(({ person }) => person)).toEqual(['bob', 'li', 'wang'])
    expect(
      unpaid.map(({ person, problems }) => [person, ...problems.map(({ path }) => path)]),
    ).toEqual([['ann', 'figures.2026-06.quota']])
  })

  test.each([
    ['absence', [{ start: '2026-02-01', end: '2026-02-28' }], '2020-01-01'],
    ['employment', [], '2026-03-01'],
  ])('G1 quotaFor names who has no quota left: %s', (_, absences, from) => {
    const policy = parseQuota({ currency: 'CNY', rounding: 'half-up', prorated: true })
    const proration = prorate({
      period: { start: '2026-02-01', end: '2026-02-28' },
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

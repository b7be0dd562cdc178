import { describe, expect, test } from 'vitest'
import { lintPlan, type PlanPolicy, parsePlan, plan } from '../../src/commission/index.js'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import type { Locale } from '../../src/problem/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { flat } from './plans.js'

type Inputs = Readonly<Record<string, string>>

const tenth = { kind: 'flat', rate: '0.10' } as const
const planOf = (more: object) => parsePlan({ ...flat, tiers: tenth, ...more })
const paid = (more: object, inputs: Inputs) => evaluate(planOf(more).formula, inputs).value
const told = (more: object, inputs: Inputs, locale: Locale = 'en') =>
  renderText(explain(evaluate(planOf(more).formula, inputs), { locale }))
const linked = [{ sum: 'margin' }]

describe('factors of other measures', () => {
  const stepped = {
    kind: 'stepped',
    points: [
      { at: '0.2', factor: '0.5' },
      { at: '0.4', factor: '1.5' },
    ],
  } as const
  const linear = { ...stepped, kind: 'linear' } as const
  const modifier = (curve: object, more: object = {}) => ({
    modifiers: [{ kpi: 'q', curve, ...more }],
  })

  test.each<[string, object, Inputs]>([
    [
      'stepped',
      stepped,
      { '0.1': '50.00', '0.2': '50.00', '0.39': '50.00', '0.4': '150.00', '9': '150.00' },
    ],
    ['stepped from zero', { ...stepped, below: 'zero' }, { '0.19': '0.00', '0.2': '50.00' }],
    ['linear', linear, { '0.1': '50.00', '0.3': '100.00', '0.4': '150.00', '0.5': '150.00' }],
    [
      'linear from zero',
      { ...linear, below: 'zero' },
      { '0.199999': '0.00', '0.2': '50.00', '0.3': '100.00' },
    ],
    ['going on', { ...linear, beyond: '2' }, { '0.3': '100.00', '0.4': '150.00', '0.5': '170.00' }],
  ])('%s', (_, curve, expected) => {
    for (const [q, pay] of Object.entries(expected))
      expect(paid(modifier(curve), { sales: '1000.00', q })).toBe(pay)
  })

  test('of an amount, and of a part of another measure, also where there is none of it', () => {
    const points = [
      { at: '100', factor: '0.5' },
      { at: '200', factor: '2' },
    ]
    const amount = { modifiers: [{ kpi: 'margin', curve: { kind: 'stepped', points } }], linked }
    expect(paid(amount, { sales: '1000.00', margin: '199.99' })).toBe('50.00')
    expect(paid(amount, { sales: '1000.00', margin: '200.00' })).toBe('200.00')
    const part = { modifiers: [{ kpi: 'margin', of: 'sales', curve: stepped }], linked, floor: '0' }
    expect(paid(part, { sales: '1000.00', margin: '400.00' })).toBe('150.00')
    const ofNothing = { ...part, tiers: { kind: 'flat', rate: '0' }, kickers: [] }
    const factor = (margin: string) =>
      told(ofNothing, { sales: '0.00', margin }).match(/Factor of margin: (.*)/)?.[1]
    expect([factor('1.00'), factor('0.00'), factor('-1.00')]).toEqual(['150%', '50%', '50%'])
  })

  test('a factor of a third of a quota is exact, and rounded once', () => {
    const to = {
      quota: 'quota',
      rounding: 'down',
      tiers: { kind: 'flat', rate: '1' },
      modifiers: [
        {
          kpi: 'sales',
          of: 'quota',
          curve: {
            kind: 'linear',
            points: [
              { at: '0', factor: '0' },
              { at: '1', factor: '1' },
            ],
            beyond: '1.5',
          },
        },
      ],
    }
    expect(paid(to, { sales: '1300000.00', quota: '1200000.00' })).toBe('1462500.00')
    expect(paid(to, { sales: '400000.00', quota: '1200000.00' })).toBe('133333.33')
  })

  test('several multiply, and one of the overage alone what is earned above the quota', () => {
    const over = {
      quota: 'quota',
      accelerator: { steps: [{ from: '0.5', factor: '2' }] },
      modifiers: [
        { kpi: 'a', curve: { kind: 'stepped', points: [{ at: '0', factor: '3' }] }, on: 'overage' },
        { kpi: 'b', curve: { kind: 'stepped', points: [{ at: '0', factor: '10' }] } },
      ],
    }
    // 5 and 10 up to the quota of 100, 20 × 3 above it; all of it ten times.
    const inputs = { sales: '200.00', quota: '100.00', a: '1', b: '1' }
    expect(paid(over, inputs)).toBe('750.00')
    expect(paid({ ...over, accelerator: undefined }, inputs)).toBe('400.00')
    expect(paid(over, { ...inputs, sales: '80.00' })).toBe('110.00')
    expect(paid({ ...over, quotaOfZero: 'reached' }, { ...inputs, quota: '0.00' })).toBe('1200.00')
    expect(paid({ ...over, quotaOfZero: 'missed' }, { ...inputs, quota: '0.00' })).toBe('200.00')
  })

  test('are told by their names', () => {
    const inputs = { sales: '1000.00', q: '0.3' }
    const named = modifier(linear, { kpiLabel: { en: 'Quality', 'zh-CN': '质检' } })
    expect(told(named, inputs)).toContain('Commission by tiers × Factor of Quality\n')
    expect(told(named, inputs, 'zh-CN')).toContain('阶梯提成 × 质检系数\n')
    expect(told(modifier(linear, { label: 'Care', clause: '§7' }), inputs)).toContain(
      'Care: 100% [§7]',
    )
  })
})

describe('the best of several stages', () => {
  const stage = (days: string, rate: string, more: object = {}) => ({
    when: {
      all: [
        { kpi: 'days', atLeast: days },
        { kpi: 'sales', atLeast: '100' },
      ],
    },
    rate,
    ...more,
  })
  const kpis = { days: { unit: 'duration:day', places: 1, label: { en: 'Days', 'zh-CN': '天数' } } }
  const tiers = {
    kind: 'stages',
    stages: [
      stage('5', '0.1'),
      stage('10', '0.2', { label: { en: 'Gold', 'zh-CN': '金牌' } }),
      stage('15', '0.3'),
    ],
  }

  test.each([
    ['4.9', '1000.00', '0.00'],
    ['5', '1000.00', '100.00'],
    ['10', '1000.00', '200.00'],
    ['15', '99.99', '0.00'],
    ['20', '1000.00', '300.00'],
  ])('%s days and %s pay %s', (days, sales, pay) => {
    expect(paid({ kpis, tiers }, { days, sales })).toBe(pay)
  })

  test('below them all, what is said otherwise', () => {
    const other = { ...tiers, otherwise: '0.01' }
    expect(paid({ kpis, tiers: other }, { days: '1', sales: '1000.00' })).toBe('10.00')
  })

  test('are told by their names and in their units', () => {
    const inputs = { days: '12.5', sales: '1000.00' }
    expect(told({ kpis, tiers }, inputs)).toContain('Because Days 12.5 days is below 15 days')
    expect(told({ kpis, tiers }, inputs, 'zh-CN')).toContain('计提业绩 × 金牌')
  })
})

describe('a target', () => {
  const curve = {
    kind: 'linear',
    points: [
      { at: '0', factor: '0' },
      { at: '1', factor: '1' },
    ],
  }
  const tiers = {
    kind: 'target',
    target: { figure: 'bonus', label: { en: 'Target bonus', 'zh-CN': '目标奖金' } },
    parts: [
      { kpi: 'sales', of: 'quota', weight: '0.6', curve },
      { kpi: 'q', weight: '0.4', curve, label: { en: 'Quality', 'zh-CN': '质量' }, clause: '§2' },
    ],
  }

  test('times the weighted factors of what is reached', () => {
    const inputs = { bonus: '20000.00', sales: '50.00', quota: '100.00', q: '0.9' }
    expect(paid({ quota: 'quota', tiers }, inputs)).toBe('13200.00')
    expect(told({ quota: 'quota', tiers }, inputs, 'zh-CN')).toContain('目标奖金 × 目标奖金系数')
    expect(told({ quota: 'quota', tiers }, inputs)).toContain('Quality: 36% [§2]')
  })

  test('the names of its inputs are known', () => {
    const { formula } = plan({
      ...flat,
      quota: 'quota',
      tiers: {
        kind: 'target',
        target: { attribute: 'bonus' },
        parts: [
          {
            kpi: 'sales',
            of: 'quota',
            weight: '1',
            curve: { kind: 'linear', points: [{ at: '1', factor: '1' }] },
          },
        ],
      },
    })
    const inputs = { sales: '1.00', quota: '2.00', bonus: '10.00' }
    expect(evaluate(formula, inputs).value).toBe('10.00')
    // @ts-expect-error: it reads no "bonuses".
    expect(found(() => evaluate(formula, { ...inputs, bonuses: '1' }))).toHaveLength(1)
  })
})

test('of several kickers the highest counts', () => {
  const kickers = [
    { kpi: 'a', atLeast: '1', pays: '5' },
    { kpi: 'a', atLeast: '2', pays: { figure: 'prize' } },
  ]
  const inputs = { sales: '0.00', a: '2', prize: '7.00' }
  expect(paid({ kickers }, inputs)).toBe('12.00')
  expect(paid({ kickers, kickersPay: 'highest' }, inputs)).toBe('7.00')
  expect(paid({ kickers, kickersPay: 'highest' }, { ...inputs, a: '1' })).toBe('5.00')
  expect(told({ kickers, kickersPay: 'highest' }, inputs, 'zh-CN')).toContain(
    '最高一项达标奖：7.00 CNY',
  )
  expect(
    paid({ kickers: kickers.slice(0, 1), kickersPay: 'highest' }, { sales: '0.00', a: '1' }),
  ).toBe('5.00')
})

describe('tiers by another measure', () => {
  const steps = [
    { rate: '0.01' },
    { from: '0.3', rate: '0.02' },
    { from: '0.5', exclusive: true, rate: '0.03' },
  ]
  test.each<[string, object, Inputs, string]>([
    ['a KPI', { kpi: 'q' }, { q: '0.3' }, '20.00'],
    ['a KPI above a bound', { kpi: 'q' }, { q: '0.5' }, '20.00'],
    [
      'a part of a quota',
      { kpi: 'margin', of: 'goal' },
      { margin: '51.00', goal: '100.00' },
      '30.00',
    ],
    ['a part of the measure', { kpi: 'margin', of: 'sales' }, { margin: '299.99' }, '10.00'],
    ['an amount', { kpi: 'margin' }, { margin: '0.50' }, '20.00'],
  ])('%s', (_, of, inputs, pay) => {
    const more = { linked, tiers: { kind: 'retroactive', of, steps } }
    const { formula } = planOf(more)
    const read = Object.fromEntries(
      Object.entries({ margin: '0.00', sales: '1000.00', ...inputs }).filter(
        ([name]) => name in formula.inputs,
      ),
    )
    expect(evaluate(formula, read).value).toBe(pay)
  })

  test('below the first of them nothing is earned', () => {
    const tiers = { kind: 'retroactive', of: { kpi: 'q' }, steps: steps.slice(1) }
    expect(paid({ tiers }, { sales: '1000.00', q: '0.29' })).toBe('0.00')
  })
})

describe('numbers of each person', () => {
  const own = (figure: string) => ({ figure })
  test.each<[string, object, Inputs, string]>([
    [
      'a rate',
      { tiers: { kind: 'flat', rate: { attribute: 'rate', label: 'Rate' } } },
      { rate: '0.123456' },
      '123.46',
    ],
    [
      'rates of slices',
      {
        tiers: {
          kind: 'marginal',
          steps: [
            { from: '0', rate: '0.1' },
            { from: '400', rate: own('top') },
          ],
        },
      },
      { top: '0.5' },
      '340.00',
    ],
    [
      'rates of slices of the quota',
      {
        quota: 'quota',
        tiers: {
          kind: 'marginal',
          of: 'quota',
          steps: [{ rate: '0.1' }, { from: '1', rate: own('top') }],
        },
      },
      { top: '0.5', quota: '400.00' },
      '340.00',
    ],
    [
      'the rate that is reached',
      {
        tiers: {
          kind: 'retroactive',
          steps: [{ rate: own('low') }, { from: '1000', rate: '0.2' }],
        },
      },
      { low: '0.5' },
      '200.00',
    ],
    [
      'a rate otherwise',
      {
        tiers: {
          kind: 'stages',
          stages: [{ when: { kpi: 'q', above: '1' }, rate: own('a') }],
          otherwise: own('b'),
        },
      },
      { q: '1', a: '0.2', b: '0.3' },
      '300.00',
    ],
    ['a cap', { cap: own('most') }, { most: '9.99' }, '9.99'],
    ['a floor', { floor: { attribute: 'least' } }, { least: '200.00' }, '200.00'],
    [
      'a cap of the year',
      { yearCap: own('most') },
      { most: '150.00', earned_to_date: '100.00' },
      '50.00',
    ],
    [
      'what is asked of a KPI',
      { gate: { kpi: 'q', atLeast: own('goal') } },
      { q: '0.8', goal: '0.81' },
      '0.00',
    ],
    [
      'what is asked of a measure',
      { gate: { kpi: 'sales', above: own('goal') } },
      { goal: '999.99' },
      '100.00',
    ],
    [
      'what part is asked',
      { quota: 'quota', gate: { not: { kpi: 'sales', of: 'quota', below: own('part') } } },
      { quota: '500.00', part: '2' },
      '100.00',
    ],
  ])('%s', (_, more, inputs, pay) => {
    expect(paid(more, { sales: '1000.00', ...inputs })).toBe(pay)
  })

  test('by category', () => {
    const tiers = {
      kind: 'category',
      by: 'line',
      rates: { desk: own('desk') },
      otherwise: own('rest'),
    }
    const inputs = { 'sales.desk': '100.00', 'sales.other': '10.00', desk: '0.5', rest: '0.1' }
    expect(paid({ tiers }, inputs)).toBe('51.00')
  })
})

describe('a formula of its own', () => {
  const money = (name: string) => ({ op: 'input', name, unit: 'money:CNY', scale: 2 })
  const rate = { op: 'constant', value: '0.1', unit: 'ratio' }
  const of = (earns: object, more: object = {}) => ({
    linked,
    tiers: { kind: 'formula', earns },
    ...more,
  })
  const earns = { op: 'multiply', of: [{ op: 'add', of: [money('sales'), money('margin')] }, rate] }

  test('over its measures, its quota, KPIs and figures', () => {
    expect(paid(of(earns), { sales: '100.00', margin: '20.00' })).toBe('12.00')
    const rich = {
      op: 'minimum',
      of: [
        earns,
        {
          op: 'multiply',
          of: [money('quota'), { op: 'input', name: 'q', unit: 'ratio', scale: 6 }],
        },
        money('most'),
      ],
    }
    const more = { quota: 'quota', kpis: { q: { label: 'Q', places: 6 } } }
    const inputs = { sales: '100.00', margin: '20.00', quota: '50.00', q: '0.5', most: '11.00' }
    expect(paid(of(rich, more), inputs)).toBe('11.00')
    expect(found(() => paid(of(rich, more), { ...inputs, quota: '0.00' }))).toEqual([
      ['not-above', 'inputs.quota'],
    ])
  })

  test('with what a condition asks for too, under its name', () => {
    const q = { op: 'input', name: 'q', unit: 'ratio', scale: 6 }
    const product = { op: 'multiply', of: [money('sales'), q] }
    const more = { ...of(product), linked: [], gate: { kpi: 'q', atLeast: '0.5' } }
    expect(paid(more, { sales: '100.00', q: '0.5' })).toBe('50.00')
    expect(paid(more, { sales: '100.00', q: '0.4' })).toBe('0.00')
  })

  test('with an accelerator, of parts of its measure', () => {
    const accelerator = { steps: [{ from: '1', factor: '2' }] }
    const simple = { op: 'multiply', of: [money('sales'), rate] }
    expect(
      paid(
        { ...of(simple), quota: 'quota', accelerator, linked: [] },
        { sales: '150.00', quota: '100.00' },
      ),
    ).toBe('20.00')
  })

  test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
    ['of another unit', rate, ['unread-measure', 'measure'], ['other-unit', 'tiers.earns']],
    [
      'that does not add up',
      { op: 'add', of: [money('sales'), rate] },
      ['mixed-units', 'tiers.earns'],
    ],
    ['of a wrong shape', { op: 'plus', of: [] }, ['not-offered', 'tiers.earns.op']],
    ['without its measure', money('margin'), ['unread-measure', 'measure']],
    [
      'that calls a figure as the plan calls another',
      { op: 'add', of: [money('sales'), money('most')] },
      ['duplicate-name', 'tiers.earns'],
    ],
  ])('%s is refused', (_, wrong, ...expected) => {
    const more = { gate: { kpi: 'most', atLeast: '1' } }
    const problems = found(() =>
      parsePlan({ ...flat, ...of(wrong), ...(expected[0]?.[0] === 'duplicate-name' && more) }),
    )
    expect([...problems].sort()).toEqual([...expected].sort())
  })

  test('too deep to be read', () => {
    const deep = Array.from({ length: 101 }).reduce<object>(
      (inner) => ({ op: 'named', label: 'x', of: inner }),
      money('sales'),
    )
    expect(found(() => planOf(of(deep)))[0]).toEqual(['too-deep', 'tiers.earns'])
  })
})

describe('a quota of zero', () => {
  const steps = [
    { from: '0', rate: '0.02' },
    { from: '1', rate: '0.05' },
  ]
  const open = [{ rate: '0.01' }, { from: '1', rate: '0.05' }]
  const grid = {
    kind: 'grid',
    rows: [{}, { from: '1' }],
    kpi: 'q',
    columns: [{}, { from: '0.9' }],
    rates: [
      ['0.01', '0.02'],
      ['0.03', '0.04'],
    ],
  }
  const accelerator = {
    steps: [
      { from: '1', factor: '2' },
      { from: '1.5', factor: '3' },
    ],
  }
  test.each<[string, object, string, string]>([
    ['slices', { tiers: { kind: 'marginal', of: 'quota', steps } }, '50.00', '0.00'],
    [
      'slices of which the first has everything below',
      { tiers: { kind: 'marginal', of: 'quota', steps: open } },
      '50.00',
      '10.00',
    ],
    [
      'the tier that is reached',
      { tiers: { kind: 'retroactive', of: 'quota', steps } },
      '50.00',
      '0.00',
    ],
    [
      'the open tier',
      { tiers: { kind: 'retroactive', of: 'quota', steps: open } },
      '50.00',
      '10.00',
    ],
    ['a grid', { tiers: grid }, '40.00', '20.00'],
    ['an accelerator', { accelerator }, '300.00', '100.00'],
    ['a gate', { gate: { kpi: 'sales', of: 'quota', atLeast: '1' } }, '100.00', '0.00'],
    [
      'a kicker',
      { kickers: [{ kpi: 'sales', of: 'quota', atLeast: '9', pays: '5' }] },
      '105.00',
      '100.00',
    ],
    ['a condition below', { gate: { kpi: 'sales', of: 'quota', below: '9' } }, '0.00', '100.00'],
    [
      'a factor',
      {
        modifiers: [
          {
            kpi: 'sales',
            of: 'quota',
            curve: {
              kind: 'stepped',
              points: [
                { at: '0.5', factor: '2' },
                { at: '1', factor: '3' },
              ],
            },
          },
        ],
      },
      '300.00',
      '200.00',
    ],
  ])('%s: as if all were reached, or none', (_, more, reached, missed) => {
    const pays = (quotaOfZero: string, quota: string) => {
      const { formula } = planOf({ quota: 'quota', quotaOfZero, ...more })
      const inputs = { sales: '1000.00', quota, q: '0.95' }
      return evaluate(
        formula,
        Object.fromEntries(Object.entries(inputs).filter(([name]) => name in formula.inputs)),
      ).value
    }
    for (const quota of ['0.00', '-5.00'])
      expect([pays('reached', quota), pays('missed', quota)]).toEqual([reached, missed])
    expect(pays('reached', '700.00')).toBe(pays('missed', '700.00'))
    expect(found(() => pays('refuse', '0.00'))).toEqual([['not-above', 'inputs.quota']])
  })

  test('the first factor is nothing where a curve begins from zero', () => {
    const curve = { kind: 'stepped', below: 'zero', points: [{ at: '0.5', factor: '2' }] }
    const more = { quota: 'quota', modifiers: [{ kpi: 'sales', of: 'quota', curve }] }
    const inputs = { sales: '1000.00', quota: '0.00' }
    expect(paid({ ...more, quotaOfZero: 'missed' }, inputs)).toBe('0.00')
    expect(paid({ ...more, quotaOfZero: 'reached' }, inputs)).toBe('200.00')
  })

  test('just above a part of the quota', () => {
    const tiers = {
      kind: 'retroactive',
      of: 'quota',
      steps: [{ rate: '0.01' }, { from: '0.5', exclusive: true, rate: '0.02' }],
    }
    expect(paid({ quota: 'quota', tiers }, { sales: '50.00', quota: '100.00' })).toBe('0.50')
    expect(paid({ quota: 'quota', tiers }, { sales: '50.01', quota: '100.00' })).toBe('1.00')
  })

  test('is told', () => {
    const more = {
      quota: 'quota',
      quotaOfZero: 'missed',
      tiers: { kind: 'retroactive', of: 'quota', steps },
    }
    expect(told(more, { sales: '1.00', quota: '0.00' }, 'zh-CN')).toContain(
      '因为业绩目标 0.00 CNY 不超过 0.00 CNY',
    )
  })
})

describe('a plan is refused', () => {
  const curve = { kind: 'stepped', points: [{ at: '1', factor: '1' }] }
  const target = {
    kind: 'target',
    target: '5',
    parts: [{ kpi: 'sales', of: 'q', weight: '1', curve }],
  }
  test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
    [
      'points out of order',
      {
        modifiers: [{ kpi: 'a', curve: { ...curve, points: [...curve.points, ...curve.points] } }],
      },
      ['unordered-bounds', 'modifiers[0].curve.points[1].at'],
    ],
    [
      'points of a target out of order',
      {
        tiers: {
          ...target,
          parts: [
            { ...target.parts[0], curve: { ...curve, points: [...curve.points, ...curve.points] } },
          ],
        },
      },
      ['unordered-bounds', 'tiers.parts[0].curve.points[1].at'],
    ],
    [
      'a line that goes on in money',
      { modifiers: [{ kpi: 'sales', curve: { ...curve, kind: 'linear', beyond: '1' } }] },
      ['not-together', 'modifiers[0].curve.beyond'],
    ],
    [
      'an overage without a quota',
      { modifiers: [{ kpi: 'a', curve, on: 'overage' }] },
      ['no-quota', 'modifiers[0]'],
    ],
    [
      'an overage of deals',
      { quota: 'q', dealCap: '5', modifiers: [{ kpi: 'a', curve, on: 'overage' }] },
      ['not-together', 'modifiers[0].on'],
    ],
    [
      'an overage of a target',
      { quota: 'q', tiers: target, modifiers: [{ kpi: 'a', curve, on: 'overage' }] },
      ['not-together', 'modifiers[0].on'],
    ],
    [
      'an accelerator of a target',
      { quota: 'q', tiers: target, accelerator: { steps: [{ from: '1', factor: '1' }] } },
      ['not-together', 'accelerator'],
    ],
    [
      'an accelerator of amounts',
      {
        quota: 'q',
        tiers: {
          kind: 'grid',
          pays: 'amount',
          rows: [{}],
          kpi: 'a',
          columns: [{}],
          rates: [['5']],
        },
        accelerator: { steps: [{ from: '1', factor: '1' }] },
      },
      ['not-together', 'accelerator'],
    ],
    [
      'a target without its measure',
      { tiers: { ...target, parts: [{ kpi: 'a', weight: '1', curve }] } },
      ['unread-measure', 'measure'],
    ],
    [
      'a target below the minor unit',
      { tiers: { ...target, target: '0.001' } },
      ['too-many-places', 'tiers.target'],
    ],
    ['a KPI that nothing asks for', { kpis: { a: {} } }, ['unread-kpi', 'kpis.a']],
    [
      'a measure described as a KPI',
      { kpis: { sales: {} }, gate: { kpi: 'sales', atLeast: '1' } },
      ['unread-kpi', 'kpis.sales'],
    ],
    ['a figure called as the measure', { cap: { figure: 'sales' } }, ['duplicate-name', 'cap']],
    [
      'a figure that is also an attribute',
      { cap: { figure: 'a' }, floor: { attribute: 'a' } },
      ['duplicate-name', 'cap'],
    ],
    [
      'a figure that is a rate and an amount',
      { cap: { figure: 'a' }, tiers: { kind: 'flat', rate: { figure: 'a' } } },
      ['duplicate-name', 'cap'],
    ],
    [
      'a number that is neither',
      { cap: { figure: 'a', attribute: 'b' } },
      ['unknown-key', 'cap.attribute'],
    ],
    ['another rule', { quotaOfZero: 'nothing' }, ['not-offered', 'quotaOfZero']],
  ])('with %s', (_, wrong, ...expected) => {
    expect(found(() => parsePlan({ ...flat, ...wrong }))).toEqual(expected)
  })

  test('in Chinese too', () => {
    const problems = problemsOf(() =>
      parsePlan({
        ...flat,
        kpis: { a: {} },
        tiers: { ...target, parts: [{ kpi: 'b', weight: '1', curve }] },
      }),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'measure：汇总了“sales”，而档位没有用到。请汇总档位所用的业绩，其余写在“linked”中。',
        'kpis.a：说明了“a”，而方案没有用到。请删去，或改正名称。',
      ].join('\n'),
    )
  })
})

describe('lint looks at', () => {
  const codes = (more: object, given = {}) =>
    lintPlan(planOf(more), { given }).map(({ code, path }) => `${code} ${path}`)
  const curve = {
    kind: 'linear',
    points: [
      { at: '0', factor: '0' },
      { at: '1', factor: '1' },
    ],
  }
  test.each<[string, Partial<Record<keyof PlanPolicy, unknown>>, string[]]>([
    ['a factor', { modifiers: [{ kpi: 'a', curve }], cap: '5' }, ['cap-never-binds cap']],
    [
      'stages',
      { tiers: { kind: 'stages', stages: [{ when: { kpi: 'a', atLeast: '1' }, rate: '0.1' }] } },
      ['missed-condition tiers.stages[0].when'],
    ],
    ['a cap of each person', { cap: { figure: 'most' } }, ['cap-binds cap']],
    ['a floor of each person', { floor: { figure: 'least' } }, ['floor-binds floor']],
    ['a condition of each person', { gate: { kpi: 'sales', atLeast: { figure: 'least' } } }, []],
    [
      'caps of each person',
      { cap: { figure: 'a' }, yearCap: { figure: 'b' } },
      ['cap-never-binds cap'],
    ],
    [
      'a rate of each person',
      {
        tiers: {
          kind: 'marginal',
          steps: [
            { from: '0', rate: '0.1' },
            { from: '5', rate: { figure: 'a' } },
            { from: '6', rate: '0.1' },
          ],
        },
      },
      [],
    ],
    [
      'tiers by another measure',
      {
        tiers: {
          kind: 'retroactive',
          of: { kpi: 'a' },
          steps: [{ rate: '0.1' }, { from: '1', rate: '0.2' }],
        },
      },
      [],
    ],
    [
      'a target',
      {
        quota: 'q',
        tiers: {
          kind: 'target',
          target: '500',
          parts: [{ kpi: 'sales', of: 'q', weight: '1', curve }],
        },
      },
      ['quota-above-zero quota'],
    ],
  ])('%s', (_, more, expected) => {
    const all = codes(more)
    for (const each of expected) expect(all).toContain(each)
  })

  const a = { kpi: 'a', atLeast: '1' }
  const stagesOf = (...whens: readonly object[]) => ({
    tiers: { kind: 'stages', stages: whens.map((when) => ({ when, rate: '0.1' })) },
  })
  const least = { leastOf: [{ kpi: 'a' }, { kpi: 'b' }] }
  test.each<[string, object, object, boolean]>([
    ['the same', a, a, true],
    ['more', a, { ...a, atLeast: '2' }, false],
    ['less', a, { ...a, atLeast: '0.9' }, true],
    ['something else', a, { kpi: 'b', atLeast: '1' }, false],
    ['a part of something else', { ...a, kpi: 'sales' }, { ...a, kpi: 'sales', of: 'q' }, false],
    ['the other way', a, { kpi: 'a', atMost: '1' }, false],
    ['just above', a, { kpi: 'a', above: '1' }, false],
    ['just above, both', { kpi: 'a', above: '1' }, { kpi: 'a', above: '1' }, true],
    ['at least, after above', { kpi: 'a', above: '1' }, a, true],
    ['a higher most', { kpi: 'a', atMost: '1' }, { kpi: 'a', below: '1.1' }, true],
    ['a lower most', { kpi: 'a', below: '1' }, { kpi: 'a', atMost: '0.9' }, false],
    ['one of all', { all: [a, { kpi: 'b', above: '1' }] }, { all: [a] }, true],
    ['one of the least', { ...least, atLeast: '1' }, a, true],
    ['what the least need not have', { ...least, atMost: '1' }, { kpi: 'a', atMost: '1' }, false],
    ['what any need not have', { any: [a, { kpi: 'b', atLeast: '1' }] }, a, false],
    ['what is not told', { all: [{ not: a }] }, a, false],
    ['each person’s own', a, { kpi: 'a', atLeast: { figure: 'goal' } }, false],
  ])('a later stage that asks for %s', (_, first, later, unreachable) => {
    const found = codes(stagesOf(first, later)).filter((each) =>
      each.startsWith('unreachable-stage'),
    )
    expect(found).toEqual(unreachable ? ['unreachable-stage tiers.stages[0].when'] : [])
  })

  test('a better stage that pays less', () => {
    const paying = (...rates: readonly unknown[]) => {
      const stages = rates.map((rate, i) => ({ when: { kpi: 'a', atLeast: String(i + 1) }, rate }))
      return codes({ tiers: { kind: 'stages', stages } }).filter((each) =>
        each.startsWith('stage-'),
      )
    }
    expect(paying('0.1', '0.2')).toEqual([])
    expect(paying('0.1', '0.3', '0.2')).toEqual(['stage-pays-less tiers.stages[2].rate'])
    expect(paying('0.1', { figure: 'own' })).toEqual([])
    const [told] = lintPlan(
      planOf({
        tiers: {
          kind: 'stages',
          stages: [
            { when: a, rate: '0.2' },
            { when: { kpi: 'b', above: '2' }, rate: '0.1' },
          ],
        },
      }),
    )
    expect(told?.message['zh-CN']).toBe('本级列在第 1 级之后，费率却更低')
  })

  test('no quota of zero where the plan says what it means', () => {
    const gate = { kpi: 'sales', of: 'quota', atLeast: '1' }
    expect(codes({ quota: 'quota', gate })).toContain('quota-above-zero quota')
    expect(codes({ quota: 'quota', gate, quotaOfZero: 'missed' })).not.toContain(
      'quota-above-zero quota',
    )
  })
})

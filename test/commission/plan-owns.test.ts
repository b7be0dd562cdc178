import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lintPlan, nextTier, type PlanPolicy, plan } from '../../src/commission/index.js'
import { evaluate, type NumberInput } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { ownPlaces, ownPlans } from './own-places.js'
import { flat } from './plans.js'
import { amount, type Inputs, own, paid, planOf, said, told, wrong } from './table-plans.js'

const { accelerated, curve, factor, grid, kept, line, stepped } = ownPlans

describe('numbers of each person in tables', () => {
  /** The plan with each own number written out. */
  const written = (policy: object, figures: Inputs): object =>
    JSON.parse(JSON.stringify(policy), (_, value) =>
      value?.figure ? figures[value.figure] : value,
    )
  /** What is given of it. */
  const readBy = (policy: object, given: Inputs): Inputs => {
    const { formula } = planOf(policy)
    return Object.fromEntries(
      Object.entries(given).filter(([name]) => Object.hasOwn(formula.inputs, name)),
    )
  }
  const paidBy = (policy: object, given: Inputs) => paid(policy, readBy(policy, given))

  test.each([
    ...ownPlaces,
    ['a share that is kept', kept, { sales: '500.00', q: '0.9', f: '0.35' }] as const,
  ])('%s: as in a plan with those numbers', (_, policy, inputs) => {
    const literal = written(policy, inputs)
    expect(Object.keys(readBy(literal, inputs)).length).toBeLessThan(
      Object.keys(readBy(policy, inputs)).length,
    )
    expect(paidBy(policy, inputs)).toBe(paidBy(literal, inputs))
    expect(paidBy(policy, inputs)).not.toBe('0.00')
  })

  test.each(ownPlaces)('%s: whatever the numbers are', (_, policy, inputs) => {
    const { formula } = planOf(policy)
    const drawn = Object.keys(readBy(policy, inputs)).map((name) => {
      const { scale } = formula.inputs[name] as NumberInput
      const number = fc.integer({ min: 1, max: 300 })
      return [name, number.map((n) => (scale === 0 ? String(n) : amount(n)))] as const
    })
    fc.assert(
      fc.property(fc.record(Object.fromEntries(drawn)), (given) => {
        const literal = written(policy, given)
        // What a policy may not have is refused of a person too.
        if (wrong(literal).length > 0)
          expect(found(() => paidBy(policy, given)).map(([code]) => code)).toEqual([
            'division-by-zero',
          ])
        else expect(paidBy(policy, given)).toBe(paidBy(literal, given))
      }),
      { numRuns: 25 },
    )
  })

  const named = { attribute: 'a', label: { en: 'Own goal', 'zh-CN': '个人目标' } }
  const besides = [
    { from: '100', rate: '0.1' },
    { from: named, rate: '0.2' },
  ]
  const parts = { sales: '500.00', quota: '400.00', a: '0.5', b: '1', c: '0.9', f: '0.04' }
  const share = { sales: '500.00', q: '0.9' }
  test.each<[string, object, Inputs, string, string]>([
    [
      'bounds',
      stepped('marginal'),
      { sales: '1.00', a: '5.00', b: '5.00', top: '1' },
      'Room from a up to b',
      'a 到 b 的区间',
    ],
    [
      'a bound beside one of the policy',
      stepped('retroactive', { steps: besides }),
      { sales: '1.00', a: '99.99' },
      'Room from 100 up to Own goal',
      '100 到 个人目标 的区间',
    ],
    ['an accelerator', accelerated, { ...parts, b: '0.5' }, 'Room from a up to b', 'a 到 b 的区间'],
    [
      'a curve',
      factor(curve('linear')),
      { ...parts, q: '0.6', a: '0' },
      'Room from 0 up to a',
      '0 到 a 的区间',
    ],
    ['rows', grid(), { ...parts, b: '0.4', q: '0.9' }, 'Room from a up to b', 'a 到 b 的区间'],
    ['columns', grid(line), { ...parts, q: '0.9', c: '1' }, 'Room from c up to 1', 'c 到 1 的区间'],
    ['a share above all', kept, { ...share, f: '1.01' }, 'f from 0 to 1', '0 到 1 的 f'],
    ['a share below nothing', kept, { ...share, f: '-0.01' }, 'f from 0 to 1', '0 到 1 的 f'],
  ])('%s that cannot be is refused by its name', (_, policy, inputs, en, zh) => {
    const problems = problemsOf(() => paidBy(policy, inputs))
    expect(problems).toHaveLength(1)
    expect(describeProblems(problems)).toContain(`divides by "${en}", which is zero.`)
    expect(describeProblems(problems, 'zh-CN')).toContain(`除数“${zh}”为零。`)
  })

  const between = (...bounds: readonly unknown[]) =>
    stepped('marginal', { steps: bounds.map((from, i) => ({ from, rate: `0.${i + 1}` })) })
  test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
    [
      'one number as two bounds',
      between(own('a'), own('a')),
      ['unordered-bounds', 'tiers.steps[1].from'],
    ],
    [
      'bounds of the policy around one',
      between('5', own('a'), '5'),
      ['unordered-bounds', 'tiers.steps[2].from'],
    ],
    [
      'a number in two units',
      { ...accelerated, ...between(own('a')) },
      ['duplicate-name', 'accelerator.steps[0].from'],
    ],
    ['a share of a deal', { holdback: { share: own('a') } }, ['wrong-type', 'holdback.share']],
  ])('refused: %s', (_, more, ...problems) => {
    expect(wrong({ tiers: { kind: 'flat', rate: '0' }, ...more })).toEqual(problems)
  })

  test('one number as two bounds, in both languages', () => {
    const more = between(own('a'), own('a'))
    expect(said(more, 'en')).toBe(
      'tiers.steps[1].from: "a" is a bound of this table already, and bounds rise. Give each bound a figure or an attribute of its own.',
    )
    expect(said(more, 'zh-CN')).toBe(
      'tiers.steps[1].from：“a” 已是本表的一个起点，而起点须逐项递增。请让每个起点使用各自的数据项或属性。',
    )
  })

  test('are told by their names', () => {
    const labelled = { ...accelerated, accelerator: { steps: [{ from: named, factor: own('f') }] } }
    const inputs = { sales: '500.00', quota: '400.00', a: '0.5', f: '2' }
    expect(told(labelled, inputs)).toContain('Earned above Own goal of quota')
    expect(told(labelled, inputs, 'zh-CN')).toContain('目标 个人目标 以内的提成')
    expect(told(stepped('marginal'), { sales: '5.00', a: '1.00', b: '3.00', top: '1' })).toContain(
      'Because b 3.00 CNY is above a 1.00 CNY',
    )
  })

  test('the next tier is where the person’s own begins', () => {
    const inputs = { sales: '60.00', a: '100.00', b: '300.00', top: '0.5' }
    expect(nextTier(planOf(stepped('marginal')), inputs)).toEqual({
      from: '100.00',
      rate: '0.02',
      missing: '40.00',
    })
  })

  test.each<[string, object, readonly string[]]>([
    ['after one of the policy', between('0', own('a'), own('b')), ['shift-gain measuring']],
    ['before one of the policy', between(own('a'), own('b'), '300'), ['shift-gain measuring']],
    ['parts of the quota', accelerated, ['shift-gain measuring', 'quota-above-zero quota']],
    [
      'before a point below zero',
      factor({
        kind: 'stepped',
        points: [
          { at: own('a'), factor: '1' },
          { at: '-1', factor: '2' },
        ],
      }),
      [],
    ],
    ['factors', factor(curve('stepped')), []],
    [
      'rows, columns and cells',
      grid(),
      [
        'cliff tiers.rows[1]',
        'cliff tiers.rows[2]',
        'shift-gain measuring',
        'quota-above-zero quota',
      ],
    ],
    [
      'cells of one name',
      grid({
        rates: [
          ['0.01', own('f')],
          ['0.03', own('f')],
          ['0.05', own('g')],
        ],
      }),
      [
        'cliff tiers.rows[2]',
        'cliff tiers.rows[1]',
        'shift-gain measuring',
        'quota-above-zero quota',
      ],
    ],
  ])('are held so that they rise where a plan is looked at: %s', (_, policy, expected) => {
    const findings = lintPlan(planOf(policy))
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual(expected)
  })

  test('are held at what is given', () => {
    const given = { a: '10.00', b: '20.00', top: '0.03' }
    const [gain] = lintPlan(planOf(stepped('marginal')), { given })
    expect(gain?.given).toMatchObject({ a: '10', b: '20', top: '0.03' })
  })

  test('the names of its inputs are known', () => {
    const { formula } = plan({
      ...flat,
      quota: 'quota',
      tiers: { kind: 'marginal', steps: [{ from: { figure: 'a' }, rate: '0.1' }] },
      accelerator: { steps: [{ from: { figure: 'b' }, factor: { attribute: 'c' } }] },
      gate: { kpi: 'q', atLeast: '1', keeps: { figure: 'd' } },
      modifiers: [
        {
          kpi: 'q',
          curve: {
            kind: 'linear',
            points: [{ at: { figure: 'e' }, factor: '1' }],
            beyond: { figure: 'f' },
          },
        },
      ],
    } as const satisfies PlanPolicy)
    const of = { sales: '10.00', quota: '5.00', q: '1' }
    const inputs = { ...of, a: '1.00', b: '1', c: '2', d: '0.5', e: '1', f: '1' }
    // 0.40 up to the quota, and 0.50 twice above it.
    expect(evaluate(formula, inputs).value).toBe('1.40')
    // @ts-expect-error: it reads no "g".
    expect(found(() => evaluate(formula, { ...inputs, g: '1' }))).toHaveLength(1)
  })
})

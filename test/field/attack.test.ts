import { describe, expect, test } from 'vitest'
import { lintPlan, type PlanPolicy, parsePlan } from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

describe('plans: conditions that lint cannot crash on', () => {
  const policyWith = (more: Partial<PlanPolicy>) => ({
    id: 'p',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    linked: [
      { sum: 'sales', as: 'a' },
      { sum: 'sales', as: 'b' },
      { sum: 'sales', as: 'c' },
    ],
    tiers: { kind: 'flat', rate: '0.01' },
    ...more,
  })
  const condition = (kpi: string, of: string) => ({ kpi, of, atLeast: '0.5' })

  test.each<[string, Partial<PlanPolicy>, string]>([
    ['a kicker', { kickers: [{ ...condition('sales', 'sales'), pays: '7' }] }, 'kickers[0].of'],
    ['a gate', { gate: condition('sales', 'sales') }, 'gate.of'],
    [
      'the condition of an accelerator',
      {
        quota: 'quota',
        accelerator: { steps: [{ from: '1', factor: '2' }], when: condition('a', 'a') },
      },
      'accelerator.when.of',
    ],
    ['a KPI that is none of the measures', { gate: condition('quality', 'quality') }, 'gate.of'],
  ])('A34 %s that is asked as a part of itself is refused', (_, more, path) => {
    expect(found(() => parsePlan(policyWith(more)))).toEqual([['of-itself', path]])
  })

  test('A34 says in both languages what to do', () => {
    const problems = problemsOf(() => parsePlan(policyWith({ gate: condition('sales', 'sales') })))
    expect(describeProblems(problems)).toBe(
      'gate.of: "sales" is compared with itself. Name the input of its quota, or another measure; leave "of" out to ask for an amount.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'gate.of：“sales” 与自身比较。请写明其目标的输入名称，或另一业绩口径；若要求的是金额，请删去“of”。',
    )
  })

  const names = ['sales', 'a', 'b', 'c'] as const
  const pairs = names.flatMap((kpi) => names.filter((of) => of !== kpi).map((of) => [kpi, of]))

  test.each<[string, readonly (readonly string[])[]]>([
    [
      'a circle of two',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    ],
    [
      'a circle of three',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
    ],
    [
      'a circle through the measure',
      [
        ['sales', 'a'],
        ['a', 'sales'],
      ],
    ],
    [
      'a chain, the last asked first',
      [
        ['c', 'b'],
        ['b', 'a'],
        ['a', 'sales'],
      ],
    ],
    [
      'a chain, the first asked first',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
    ],
    ['each of each', pairs],
  ])('A34 lint looks at measures of measures: %s', (_, asked) => {
    const kickers = asked.map(([kpi, of]) => ({
      ...condition(kpi as string, of as string),
      pays: '7',
    }))
    const plan = parsePlan(policyWith({ kickers }))
    expect(lintPlan(plan).map(({ code }) => code)).toContain('missed-condition')
  })

  test('A34 lint looks at a measure that is asked for twice, once as a part of the measure', () => {
    const plan = parsePlan(
      policyWith({
        gate: { kpi: 'a', atLeast: '500' },
        kickers: [{ ...condition('a', 'sales'), pays: '7' }],
      }),
    )
    expect(lintPlan(plan).map(({ code, path }) => `${code} ${path}`)).toContain(
      'missed-condition gate',
    )
  })

  test.each(['toString', 'valueOf', 'hasOwnProperty'])(
    'A34 lint reads no figure that every object inherits: %s',
    (name) => {
      const asked = [condition('sales', name), { kpi: `${name}_`, atLeast: '0.5' }]
      const kickers = asked.map((each) => ({ ...each, pays: '7' }))
      const found = lintPlan(parsePlan(policyWith({ kickers, gate: { kpi: 'x', atLeast: '1' } })))
      expect(found.map(({ code, path }) => `${code} ${path}`)).toContain('cliff kickers[0]')
    },
  )
})

import { describe, expect, test } from 'vitest'
import { parsePlan } from '../../src/commission/index.js'
import {
  check,
  compile,
  type Evaluation,
  evaluate,
  grid,
  input,
  interpolate,
  type RunBatch,
} from '../../src/formula/index.js'
import { formulaLawsOf } from '../../src/testing/formula-laws.js'
import { ruleOfPlan } from '../../src/testing/rule.js'

/** Every law must be able to fail: each is shown an engine with one fault. */

const drawing = { runs: 20, seed: 1 }
const rule = ruleOfPlan(
  parsePlan({
    id: 'p',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    tiers: { kind: 'flat', rate: '0.02' },
    gate: { kpi: 'satisfaction', atLeast: '0.8' },
  }),
)

describe('a law of a formula is broken by', () => {
  test('an evaluation that is not the same twice', () => {
    let calls = 0
    const unlike = ((...request: Parameters<typeof evaluate>): Evaluation => {
      calls += 1
      return { ...evaluate(...request), value: String(calls) }
    }) as typeof evaluate
    const report = formulaLawsOf({ evaluate: unlike, compile }).reproducible?.(rule, drawing)
    expect(report?.broken?.says).toEqual({
      en: 'The same row pays differently',
      'zh-CN': '同一行结果不同',
    })
    expect(report?.broken?.rows).toHaveLength(2)
  })

  test('a batch that pays a cent more', () => {
    const more = ((formula: Parameters<typeof compile>[0]) =>
      (columns: Parameters<RunBatch>[0]) => {
        const batch = compile(formula)(columns)
        return { ...batch, value: () => '0.01' }
      }) as unknown as typeof compile
    const report = formulaLawsOf({ evaluate, compile: more })['engine-equal']?.(rule, drawing)
    expect(report?.broken?.rows.map(({ pays }) => pays)).toEqual(['0.00', '0.01'])
  })

  test('none, where tables and grids are drawn at their own bounds', () => {
    const x = input('x', 'count', 0)
    const points = [
      { at: '3', value: '1' },
      { at: '9', value: '4' },
    ]
    const table = grid({
      row: interpolate(x, points, { unit: 'count', places: 0, rounding: 'down' }),
      column: input('y', 'count', 0),
      rows: [{}, { from: '2' }],
      columns: [{}, { from: '7' }],
      values: [
        ['1', '2'],
        ['3', '4'],
      ],
      unit: 'count',
    })
    const tables = check(table)
    const of = { name: 'grid', formula: tables, measures: [] }
    const laws = formulaLawsOf({ evaluate, compile })
    expect(laws['engine-equal']?.(of, drawing)?.outcome).toBe('held')
  })
})

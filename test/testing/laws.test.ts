import { describe, expect, test } from 'vitest'
import { type Division, dividePool } from '../../src/bonus/index.js'
import { parsePeriod } from '../../src/calendar/index.js'
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
import { decimal } from '../../src/quantity/index.js'
import { type CompensationRun, parseBook, runCompensation } from '../../src/run/index.js'
import { bookLawsOf } from '../../src/testing/book-laws.js'
import { formulaLawsOf } from '../../src/testing/formula-laws.js'
import { budgetBalanced } from '../../src/testing/pool-law.js'
import { ruleOfPlan } from '../../src/testing/rule.js'
import { book, bookOf, territory } from '../run/company.js'
import { yearEnd } from '../run/year-end.js'

/** Every law must be able to fail: each is shown an engine with one fault. */

const shop = parseBook({ ...book, policies: yearEnd() })
const drawing = { runs: 20, seed: 1, period: parsePeriod('2026-06') }
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

const both = { en: 'x', 'zh-CN': 'x' }

/** A run in which a person's pay is changed. */
function changed(
  run: CompensationRun,
  change: (statement: CompensationRun['statements'][number]) => string | undefined,
): CompensationRun {
  return {
    ...run,
    statements: run.statements.map((each) => {
      const total = change(each)
      if (total === undefined) return each
      const lines = each.lines.map((line) =>
        line.kind === 'commission' ? { ...line, amount: total } : line,
      )
      return { ...each, total, lines }
    }),
  }
}

describe('a law of a book is broken by', () => {
  test('a run that takes people in the order they come', () => {
    const laws = bookLawsOf((policy, data, period) => {
      const run = runCompensation(policy, data, period)
      return changed({ ...run, digest: String(data.people[0]?.id) }, ({ person }) =>
        person === data.people[0]?.id ? '0.01' : undefined,
      )
    })
    const report = laws.reproducible?.(shop, drawing)
    expect(report?.outcome).toBe('broken')
    expect(report?.broken?.says).toEqual({
      en: 'People are paid differently',
      'zh-CN': '人员报酬不同',
    })
    expect(report?.broken?.rows[0]?.['pays']).toBe('0.01')
    expect(report?.broken?.replay?.seed).toBe(1)
  })

  test('a run that pays by name', () => {
    const laws = bookLawsOf((policy, data, period) =>
      changed(runCompensation(policy, data, period), ({ person }) =>
        person === 'ann' ? '9999999.00' : undefined,
      ),
    )
    expect(laws.anonymous?.(shop, drawing)?.broken?.rows).toMatchObject([
      { person: 'person ann', pays: '9999999.00' },
    ])
    expect(laws['equal-pay']?.(shop, drawing)?.broken).toMatchObject({
      says: { en: 'Twins are paid differently' },
      rows: [{ person: 'twin of ann', pays: '9999999.00' }],
    })
  })

  test('a run that does not pay somebody of that name', () => {
    const problem = { code: 'nameless', path: 'name', message: both, hint: both }
    const laws = bookLawsOf((policy, data, period) => {
      const run = runCompensation(policy, data, period)
      const statements = run.statements.filter(({ person }) => person !== 'ann')
      return statements.length === run.statements.length
        ? run
        : { ...run, statements, unpaid: [{ person: 'ann', problems: [problem] }] }
    })
    expect(laws.anonymous?.(shop, drawing)?.broken?.rows[0]?.['pays']).toBe('nameless name')
  })

  test('a run that forgets what is late', () => {
    const laws = bookLawsOf((policy, data, period) => {
      const run = runCompensation(policy, data, period)
      return data.before === 'first' ? run : changed(run, () => '1.00')
    })
    const report = laws.additive?.(shop, drawing)
    expect(report?.broken?.says.en).toBe('Settling once pays otherwise')
    expect(report?.broken?.rows[0]).toMatchObject({ person: 'ann', pays: '2.00' })
  })

  test('a run that settles months with events alone, though a guarantee is paid in each', () => {
    const guaranteed = { ...territory, quota: undefined, accelerator: undefined, floor: '1000' }
    const laws = bookLawsOf((policy, data, period) => {
      const run = runCompensation(policy, data, period)
      const statements = run.statements.map((each) => ({
        ...each,
        lines: each.lines.filter(
          (line) =>
            line.kind !== 'commission' ||
            line.settled.period === period.name ||
            line.settled.events.length > 0,
        ),
      }))
      return { ...run, statements }
    })
    const report = laws.additive?.(parseBook(bookOf({ territory: guaranteed })), drawing)
    expect(report?.outcome).toBe('broken')
    expect(report?.broken?.rows).toContainEqual({
      person: 'operations one',
      pays: '3000.00',
      'then pays': '1000.00',
    })
  })

  test('a pool that keeps a cent', () => {
    const keeping = (...request: Parameters<typeof dividePool>): Division => {
      const division = dividePool(...request)
      const [first, ...others] = division.shares
      if (first === undefined || decimal(first.amount).isZero()) return division
      const less = decimal(first.amount).minus('0.01').toFixed(2)
      return { ...division, shares: [{ ...first, amount: less }, ...others] }
    }
    const report = budgetBalanced(shop, drawing, keeping)
    expect(report?.outcome).toBe('broken')
    expect(report?.broken?.says).toEqual({
      en: 'A pool does not pay its fund',
      'zh-CN': '奖金池未恰好发完',
    })
    expect(report?.broken?.rows[0]).toHaveProperty('fund')
    expect(budgetBalanced(shop, drawing)?.outcome).toBe('held')
    expect(budgetBalanced(parseBook(book), drawing)).toBeUndefined()
  })
})

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

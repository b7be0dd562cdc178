import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  parseTargetPlan,
  type TargetPlanPolicy,
  targetPlanComponents,
} from '../../src/bonus/index.js'
import { renderText } from '../../src/formula/index.js'
import { explain, parseData, settle } from '../../src/pay/index.js'
import { figuresOf, targetPlanPolicies } from '../../src/testing/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { bookOf, writtenText } from '../pay/written.js'
import { asFigures, paidBy, workedOut } from '../payroll/bonus-months.js'

const about = { id: 'annual', currency: 'CNY' } as const
const plan: TargetPlanPolicy = {
  id: 'annual',
  currency: 'CNY',
  rounding: 'half-up',
  percent: '0.10',
  prorated: false,
  design: {
    kind: 'multiplicative',
    coefficients: [{ coefficient: 'company' }, { coefficient: 'person', cap: '1.5' }],
  },
}

describe('a target bonus plan as a component', () => {
  test('writes what is golden', () => {
    const { percent: _, ...own } = plan
    const target: TargetPlanPolicy = { ...own, prorated: true, label: 'Annual bonus', clause: '§4' }
    const eligible = { where: { permanent: ['yes'] } }
    const reads = {
      base: { from: 'component', tag: 'basic' },
      person: { from: 'figure', name: 'rating' },
    } as const
    const written = targetPlanComponents(
      { target, reads },
      { ...about, eligible, basis: 'days', retro: 1 },
    )
    expectGolden('test/bonus/golden/target-plan.txt', writtenText(written))
    expect(bookOf(targetPlanComponents({ target: plan }, about)).components.size).toBe(1)
  })

  test('pays what the plan comes to', () => {
    fc.assert(
      fc.property(
        targetPlanPolicies().chain((target) => {
          const { formula } = parseTargetPlan(target)
          return fc.record({ target: fc.constant(target), row: figuresOf(formula) })
        }),
        ({ target, row }) => {
          const written = targetPlanComponents(
            { target, reads: asFigures(Object.keys(row)) },
            about,
          )
          expect(paidBy(written, target.currency, row)).toBe(
            workedOut(parseTargetPlan(target).formula, row),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s', (locale) => {
    const of = bookOf(targetPlanComponents({ target: plan }, about))
    const figures = ['company', 'person'].map((name) => ({ name, period: '2026-03', value: '1.6' }))
    const attributes = { base: [{ from: '2020-01-01', value: '80000.00' }] }
    const li = { id: 'li', employment: [{ from: '2020-01-01' }], attributes, figures }
    const data = parseData({ people: [li] })
    const run = settle(of, data, { period: '2026-03', before: 'first' })
    const why = explain(of, data, run, { component: 'annual', person: 'li', locale })
    expectGolden(`test/bonus/golden/target-plan.${locale}.txt`, renderText(why))
  })

  test('is refused with every problem of the plan, and of what it reads', () => {
    const crossed: TargetPlanPolicy = { ...plan, floor: '2', cap: '1' }
    expect(found(() => targetPlanComponents({ target: crossed }, about))).toEqual([
      ['floor-above-cap', 'cap'],
    ])
    const reads = { persn: { from: 'figure', name: 'rating' } } as const
    expect(found(() => bookOf(targetPlanComponents({ target: plan, reads }, about)))).toEqual([
      ['no-input', 'components.annual[0].value.reads.persn'],
    ])
  })
})

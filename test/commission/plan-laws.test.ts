import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePlan } from '../../src/commission/index.js'
import { evaluate } from '../../src/formula/index.js'
import { decimal, minorUnits } from '../../src/quantity/index.js'
import { writeScaled } from '../quantity/reference.js'
import { anyPlan, type Figures, figuresOf, type StepPlan } from './arbitraries.js'
import { payout } from './reference.js'

/** A plan's payout by the library, as it is written. */
function paid(policy: StepPlan, { sales, quality, quota }: Figures): string {
  const { formula } = parsePlan(policy)
  const places = minorUnits(policy.currency)
  return evaluate(formula, {
    sales: writeScaled(sales, places),
    ...(policy.gate && { [policy.gate.kpi]: writeScaled(quality, 6) }),
    ...(policy.accelerator && { quota: writeScaled(quota, places) }),
  }).value
}

const runs = anyPlan.chain((plan) => fc.tuple(fc.constant(plan), figuresOf(plan)))

test('every plan pays what integer arithmetic says, with the places of its currency', () => {
  fc.assert(
    fc.property(runs, ([plan, figures]) => {
      expect(paid(plan, figures)).toBe(
        writeScaled(payout(plan, figures), minorUnits(plan.currency)),
      )
    }),
    { numRuns: 300 },
  )
})

test('no plan pays more than its cap, or less than nothing', () => {
  const capped = fc.record({ run: runs, cap: fc.bigInt({ min: 0n, max: 2000n }) })
  fc.assert(
    fc.property(capped, ({ run: [plan, figures], cap: units }) => {
      const cap = writeScaled(units, minorUnits(plan.currency))
      const value = decimal(paid({ ...plan, cap }, figures))
      expect(value.lessThanOrEqualTo(cap)).toBe(true)
      expect(value.greaterThanOrEqualTo(0)).toBe(true)
    }),
  )
})

test('a marginal plan never pays less for more sales, nor for a better KPI', () => {
  const marginal = anyPlan.filter(({ tiers }) => tiers.kind === 'marginal')
  const pairs = marginal.chain((plan) =>
    fc.tuple(fc.constant(plan), figuresOf(plan), figuresOf(plan)),
  )
  const ordered = (a: bigint, b: bigint) => (a < b ? ([a, b] as const) : ([b, a] as const))
  fc.assert(
    fc.property(pairs, ([plan, one, other]) => {
      const [lowSales, highSales] = ordered(one.sales, other.sales)
      const [lowQuality, highQuality] = ordered(one.quality, other.quality)
      const least = paid(plan, { ...one, sales: lowSales, quality: lowQuality })
      const moreSales = paid(plan, { ...one, sales: highSales, quality: lowQuality })
      const better = paid(plan, { ...one, sales: highSales, quality: highQuality })
      expect(decimal(least).lessThanOrEqualTo(moreSales)).toBe(true)
      expect(decimal(moreSales).lessThanOrEqualTo(better)).toBe(true)
    }),
  )
})

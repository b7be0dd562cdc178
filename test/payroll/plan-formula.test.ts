import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePlan, planComponents } from '../../src/commission/index.js'
import { evaluate } from '../../src/formula/index.js'
import { figuresOf, planPolicies } from '../../src/testing/index.js'
import { creditsOf, refunded, signed } from '../pay/deals/credits.js'
import { bookOf, dataOf, person, runs } from '../pay/rules/paying.js'

/** A plan in yuan, and what its formula reads. */
const drawn = planPolicies()
  .map((policy) => parsePlan({ ...policy, currency: 'CNY' }))
  .chain((plan) => fc.tuple(fc.constant(plan), figuresOf(plan.formula), figuresOf(plan.formula)))

test('what its components pay is what its formula comes to, and follows what is told late', () => {
  fc.assert(
    fc.property(drawn, ([{ policy, formula }, inputs, later]) => {
      const { sales = '0.00', ...given } = inputs
      const figures = (period: string, of: object, more = {}) =>
        Object.entries(of).map(([name, value]) => ({ name, period, value, ...more }))
      const { sales: _, ...told } = later
      const people = [
        person(
          'li',
          {},
          {
            figures: [
              ...figures('2026-01', given),
              ...figures('2026-01', told, { recorded: '2026-02-03' }),
              ...figures('2026-02', given),
            ],
          },
        ),
      ]
      const credits = creditsOf([
        signed('A', '2026-01-10', sales),
        refunded('A', '2026-02-10', `-${sales}`.replace(/^-(0\.0+)$/, '$1')),
        signed('B', '2026-02-11', sales),
      ])
      const of = bookOf(planComponents(policy, { id: 'plan', currency: 'CNY' }))
      const [january, february] = runs(of, dataOf(people, { credits }), ['2026-01', '2026-02'])
      const value = (read: object) => evaluate(formula, read as never).value
      const entitled = (run: typeof january, period: string) =>
        run?.lines.find(({ earned }) => earned.period === period)?.entitled
      expect(entitled(january, '2026-01')).toBe(value(inputs))
      expect(entitled(february, '2026-02')).toBe(value(inputs))
      // What stays as it was has no line.
      const anew = entitled(february, '2026-01') ?? entitled(january, '2026-01')
      expect(anew).toBe(value({ sales: '0.00', ...told }))
    }),
    { numRuns: 150 },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { total } from '../../../src/quantity/index.js'
import { heldBeside } from '../../pay/differential/held-beside.js'
import { type Draw, draws, isIn, monthOf, type Sale } from './plan-draws.js'
import { byPayCore } from './plan-in-core.js'
import { byOldSettlement } from './plan-in-old.js'

/** A deal that was made by who is not in the plan on its day: the old settlement pays it all the same. */
const madeOutside = ({ sellers }: Draw) =>
  sellers.some((seller) => seller.sales.some(({ day }) => !isIn(seller, day)))

/**
 * Something that comes back or in on a day between two times in the plan, in the month of the second: by days
 * it belongs to the first, the old settlement asks for the month alone.
 */
const backBetween = ({ plan, sellers }: Draw) =>
  sellers.some(({ to, again, sales }) =>
    sales.some(({ day, back, paid }) => {
      if (to === undefined || again === undefined || day > to) return false
      const own = plan.refunds === 'own-period' ? [back] : []
      return [...own, paid].some((later) => {
        if (later === undefined) return false
        const came = day + later.after
        return (
          to < came &&
          came < again &&
          monthOf(to) < monthOf(came) &&
          monthOf(came) === monthOf(again)
        )
      })
    }),
  )

const leftOut = {
  'F1 a deal made by who is not in the plan': madeOutside,
  'R15 what comes back between two times in the plan': backBetween,
}

describe('plans with every part, beside the old settlement', () => {
  test.each([0, 1, 2, 3, 4, 5])('drawn %i', (salt) => {
    heldBeside(draws, { runs: 60, salt, leftOut }, (draw) => {
      expect(byPayCore(draw)).toEqual(byOldSettlement(draw))
    })
  })
})

/** At most one deal of a seller in each month: of one rate, the old holdback by totals is then that of the deal. */
const ofOneDeal = draws.map(({ plan, sellers, ...draw }): Draw => {
  const { currency, id, period } = plan
  return {
    ...draw,
    plan: {
      ...{ id, currency, period, measure: { sum: 'sales' } },
      tiers: { kind: 'flat', rate: '0.037' },
      holdback: { share: '0.6' },
    },
    sellers: sellers.map((seller) => ({
      ...seller,
      sales: [...new Map(seller.sales.map((sale) => [monthOf(sale.day), sale])).values()],
    })),
  }
})

test('F5 a holdback of one deal a month pays what the old one does, in the month in which it comes in', () => {
  heldBeside(ofOneDeal, { runs: 100, leftOut }, (draw) => {
    const [now, then] = [byPayCore(draw), byOldSettlement(draw)]
    expect(now.map(({ paid, owed }) => ({ paid, owed }))).toEqual(
      then.map(({ paid, owed }) => ({ paid, owed })),
    )
  })
})

/** Every deal is collected in full by the last day of the last month. */
const collected = draws.map(
  ({ plan, sellers }): Draw => ({
    plan:
      plan.measure.sum === 'collections'
        ? { ...plan, measure: { sum: 'sales', as: 'collections' } }
        : plan,
    sellers: sellers.map(({ sales, ...seller }) => ({
      ...seller,
      sales: sales.map(
        (sale): Sale => ({
          ...sale,
          told: 0,
          paid: { after: Math.min(sale.pieces, 121 - sale.day), told: 0, part: 100 },
        }),
      ),
    })),
  }),
)

test('a plan with every part and a holdback has paid what it pays without, once all is collected', () => {
  fc.assert(
    fc.property(collected, fc.constantFrom('0.25', '1'), (draw, share) => {
      const held = { ...draw, plan: { ...draw.plan, holdback: { share } } }
      const [waiting, atOnce] = [held, draw].map((each) =>
        total(
          byPayCore(each).flatMap(({ lines }) => Object.values(lines)),
          2,
        ),
      )
      expect(waiting).toBe(atOnce)
    }),
    { numRuns: 60 },
  )
})

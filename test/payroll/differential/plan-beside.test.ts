import { describe, expect, test } from 'vitest'
import { heldBeside } from '../../pay/differential/held-beside.js'
import { type Draw, draws, isIn, monthOf } from './plan-draws.js'
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
  test.each([0, 1])('drawn %i', (salt) => {
    heldBeside(draws, { runs: 300, salt, leftOut }, (draw) => {
      expect(byPayCore(draw)).toEqual(byOldSettlement(draw))
    })
  })
})

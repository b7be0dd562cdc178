import { describe, expect, test } from 'vitest'
import { byOldSettlement, byPayCore, type Draw, draws, isIn } from './commission.js'
import { heldBeside } from './held-beside.js'

/** A deal that was made by who is not in the plan on its day: the old settlement pays it all the same. */
const madeOutside = ({ sellers }: Draw) =>
  sellers.some((seller) => seller.sales.some(({ day }) => !isIn(seller, day)))

const leftOut = {
  'F1 a deal made by who is not in the plan': madeOutside,
}

describe('commission of four months, beside the old settlement', () => {
  const kinds = (['period', 'year-to-date'] as const).flatMap((measuring) =>
    (['original-period', 'own-period'] as const).map((refunds) => ({ measuring, refunds })),
  )
  test.each(kinds.map((kind, salt) => ({ ...kind, salt })))(
    'measured by $measuring, refunds in their $refunds',
    ({ measuring, refunds, salt }) => {
      const ofKind = draws.map(({ plan, ...draw }) => ({
        ...draw,
        plan: { ...plan, measuring, refunds },
      }))
      heldBeside(ofKind, { runs: 250, salt, leftOut }, (draw) => {
        expect(byPayCore(draw)).toEqual(byOldSettlement(draw))
      })
    },
  )

  const flat = { kind: 'flat', rate: '0.1' } as const
  const ann = { from: 0, told: 0, kpi: [90, 90, 90, 90] }

  test('F1 the old settlement pays a deal of April to who left in March', () => {
    const sales = [{ day: 40, told: 0, cents: 10_000 }]
    const draw = { plan: { tiers: flat }, sellers: [{ ...ann, to: 30, sales }] }
    expect(madeOutside(draw)).toBe(true)
    expect(byOldSettlement(draw)).toEqual([{}, { 'ann 2026-03': '10.00' }, {}, {}])
    expect(byPayCore(draw)).toEqual([{}, {}, {}, {}])
  })
})

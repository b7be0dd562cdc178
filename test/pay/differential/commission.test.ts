import { describe, expect, test } from 'vitest'
import { byOldSettlement, type Draw, dayAt, draws, isIn } from './commission.js'
import { byPayCore } from './commission-in-core.js'
import { heldBeside } from './held-beside.js'

/** A deal that was made by who is not in the plan on its day: the old settlement pays it all the same. */
const madeOutside = ({ sellers }: Draw) =>
  sellers.some((seller) => seller.sales.some(({ day }) => !isIn(seller, day)))

/**
 * Something that comes back on a day between two times in the plan, in the month of the second: by days
 * it belongs to the first, the old settlement asks for the month alone.
 */
const backBetween = ({ plan, sellers }: Draw) =>
  plan.refunds === 'own-period' &&
  sellers.some(({ to, again, sales }) =>
    sales.some(({ day, back }) => {
      if (back === undefined || to === undefined || again === undefined || day > to) return false
      const [came, month] = [day + back.after, monthOf(day + back.after)]
      return to < came && came < again && monthOf(to) < month && month === monthOf(again)
    }),
  )
const monthOf = (day: number) => dayAt(day).slice(0, 7)

const leftOut = {
  'F1 a deal made by who is not in the plan': madeOutside,
  'R15 what comes back between two times in the plan': backBetween,
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

  test('R15 the old settlement hides a refund of March under the guarantee of May', () => {
    // Sold in March, left; back since 2 May, while a quarter came back on 1 May.
    const sales = [{ day: 9, told: 0, cents: 2_000_000, back: { after: 52, told: 0, part: 25 } }]
    const draw = {
      plan: { tiers: flat, refunds: 'own-period' as const, floor: '1000' },
      sellers: [{ ...ann, to: 30, again: 62, sales }],
    }
    expect(backBetween(draw)).toBe(true)
    expect(byOldSettlement(draw)).toEqual([
      { 'ann 2026-03': '2000.00' },
      {},
      { 'ann 2026-05': '1000.00' },
      { 'ann 2026-06': '1000.00' },
    ])
    expect(byPayCore(draw)).toEqual([
      { 'ann 2026-03': '2000.00' },
      {},
      { 'ann 2026-03': '-500.00', 'ann 2026-05': '1000.00' },
      { 'ann 2026-06': '1000.00' },
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Credit, paySpiff, rankContest } from '../../src/commission/index.js'
import { type Currency, decimal, minorUnits, total } from '../../src/quantity/index.js'
import { contests, spiffs } from '../../src/testing/index.js'

const sum = (values: readonly string[]) => Number(total(values, 3))

/** Credits of deals in March; what is refunded takes back as many units as it likes, and no money. */
const creditsIn = (currency: Currency, credit: string): fc.Arbitrary<readonly Credit[]> => {
  const places = minorUnits(currency)
  const deal = fc.record({
    cents: fc.nat(5_000_000),
    person: fc.constantFrom('ann', 'ben', 'cho', 'dev'),
    seller: fc.constantFrom('a', 'b'),
    effective: fc.constantFrom('2026-03-01', '2026-03-15', '2026-03-31'),
    units: fc.integer({ min: 1, max: 9 }),
    back: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  })
  return fc.array(deal, { maxLength: 8 }).map((deals) =>
    deals.flatMap(({ cents, person, seller, effective, units, back }, i): readonly Credit[] => {
      const sold: Credit = {
        ...{ event: `o${i}`, deal: `o${i}`, kind: 'order', credit, person, currency },
        ...{ effective, recorded: effective, dealt: effective, attributes: { seller } },
        amount: (cents / 10 ** places).toFixed(places),
        figures: { units: `${units}` },
      }
      const taken = { amount: '0', figures: { units: `-${back}` } } as const
      const refund = { ...sold, ...taken, event: `r${i}`, kind: 'refund', about: 'order' } as const
      return back === undefined ? [sold] : [sold, refund]
    }),
  )
}

describe('drawn contests and SPIFFs', () => {
  test('pay nobody less than nothing, and no more than their budget', () => {
    const drawn = spiffs().chain((spiff) =>
      fc.tuple(fc.constant(spiff), creditsIn(spiff.currency, spiff.credit)),
    )
    fc.assert(
      fc.property(drawn, ([spiff, credits]) => {
        const paid = paySpiff(spiff, credits).map(({ amount }) => amount)
        expect(paid.every((amount) => !decimal(amount).isNegative())).toBe(true)
        if (spiff.budget !== undefined) expect(sum(paid)).toBeLessThanOrEqual(Number(spiff.budget))
      }),
    )
  })

  test('pay the prizes of the places taken, and who is better no less', () => {
    const drawn = contests().chain((contest) =>
      fc.tuple(fc.constant(contest), creditsIn(contest.currency, contest.credit)),
    )
    fc.assert(
      fc.property(drawn, ([contest, credits]) => {
        const standings = rankContest(contest, credits)
        const prizes = standings.map(({ prize }) => prize)
        const taken = contest.prizes.slice(0, standings.length)
        expect(total(prizes, minorUnits(contest.currency))).toBe(
          total(taken, minorUnits(contest.currency)),
        )
        // Equals share to the smallest unit, so one of them may have one more than the other.
        const least = 10 ** -minorUnits(contest.currency)
        const rises = prizes.filter(
          (prize, i) => Number(prize) > Number(prizes[i - 1] ?? prize) + least / 2,
        )
        expect(rises).toEqual([])
      }),
    )
  })
})

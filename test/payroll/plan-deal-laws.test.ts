import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanPolicy } from '../../src/commission/index.js'
import { add, constant, input, multiply } from '../../src/formula/index.js'
import type { Run } from '../../src/pay/index.js'
import { refunded, signed } from '../pay/deals/credits.js'
import { cny } from '../pay/rules/paying.js'
import { earnedByDeal, earnedOn, type Slices, written } from './deals-reference.js'
import { dealsOf, months, planOf, runsOf } from './plan-months.js'

/** A deal as it is drawn: its amount in cents, its month, and what of the rest goes back when. */
interface Drawn {
  readonly amount: bigint
  readonly month: number
  readonly backs: readonly { readonly part: bigint; readonly month: number }[]
}

const cents = (amount: string) => BigInt(amount.replace('.', ''))
const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n)
const paidIn = (runs: readonly Run[], period?: string) =>
  sum(
    runs
      .flatMap(({ lines }) => lines)
      .filter(({ earned }) => period === undefined || earned.period === period)
      .map(({ amount }) => cents(amount)),
  )

describe('laws of plans of deals', () => {
  const amount = fc.bigInt(1n, 500_000n)
  const back = fc.record({ part: fc.bigInt(0n, 100n), month: fc.integer({ min: 0, max: 3 }) })
  const drawnDeal = fc.record({
    amount,
    month: fc.integer({ min: 0, max: 2 }),
    backs: fc.array(back, { maxLength: 2 }),
  })
  const deals = fc.array(drawnDeal, { minLength: 1, maxLength: 5 })
  const rate = fc.bigInt(0n, 999n)
  const slices = fc
    .tuple(rate, rate, rate, fc.bigInt(1n, 90_000n), fc.bigInt(90_001n, 300_000n))
    .map(
      ([first, second, third, from, to]): Slices => [
        { from: 0n, rate: first },
        { from, rate: second },
        { from: to, rate: third },
      ],
    )
  const limits = fc.record({ least: fc.bigInt(0n, 900n), most: fc.bigInt(901n, 9_000n) })
  const name = (month: number) => months[month] as string
  const inJanuary = (deal: Drawn): Drawn => ({
    ...{ amount: deal.amount, month: 0 },
    backs: deal.backs.map(({ part }) => ({ part, month: 0 })),
  })
  const tiersOf = (by: Slices) => ({
    kind: 'marginal' as const,
    steps: by.map(({ from, rate: own }) => ({
      from: written(from),
      rate: `0.${own.toString().padStart(4, '0')}`,
    })),
  })

  /** Deals as they are booked, and taken back, in part, in the same or a later month. */
  function told(drawn: readonly Drawn[]) {
    return drawn.map((deal, i) => {
      const id = `d${i}`
      let left = deal.amount
      const backs = [...deal.backs]
        .sort((a, b) => a.month - b.month)
        .flatMap(({ part, month }, j) => {
          const gone = (left * part) / 100n
          left -= gone
          const on = `${name(Math.max(month, deal.month))}-2${j}`
          return gone === 0n ? [] : [refunded(id, on, written(-gone))]
        })
      return {
        ...{ id, left, month: deal.month },
        events: [signed(id, `${name(deal.month)}-10`, written(deal.amount)), ...backs],
      }
    })
  }

  it('pay what a reference pays of each deal, and of all of them together', () => {
    fc.assert(
      fc.property(deals, slices, limits, (drawn, by, { least, most }) => {
        const policy: Partial<PlanPolicy> = {
          tiers: tiersOf(by),
          dealFloor: written(least),
          dealCap: written(most),
        }
        const booked = told(drawn)
        const events = booked.flatMap((deal) => deal.events)
        const runs = runsOf(planOf(policy), events)
        const worth = (of: typeof booked) =>
          of.map(({ left }) => earnedByDeal(left, by, { least, most }))
        for (const [month, period] of months.entries())
          expect(paidIn(runs, period)).toBe(
            sum(worth(booked.filter((deal) => deal.month === month))),
          )
        const first = told(drawn.map(inJanuary))
        expect(
          dealsOf(
            policy,
            first.flatMap((deal) => deal.events),
          ),
        ).toEqual([worth(first).map((earned, i) => `${first[i]?.id} ${written(earned)}`)])
      }),
      { numRuns: 60 },
    )
  })

  it('what is paid for a deal and taken back for its refund nets to nothing', () => {
    const steps = [
      { from: '0', rate: '0.01' },
      { from: '1000', rate: '0.03' },
    ] as const
    const which = fc.constantFrom<Partial<PlanPolicy>>(
      { per: 'deal', tiers: { kind: 'marginal', steps } },
      { dealFloor: '5', dealCap: '20', tiers: { kind: 'marginal', steps } },
      { per: 'deal', tiers: { kind: 'retroactive', steps } },
      { deals: 'listed', tiers: { kind: 'marginal', steps } },
      {
        per: 'deal',
        tiers: {
          kind: 'formula',
          earns: add(multiply(input('sales', cny, 2), constant('0.05')), constant('0.30', cny)),
        },
      },
    )
    fc.assert(
      fc.property(which, amount, fc.bigInt(0n, 100n), (policy, size, part) => {
        const some = (size * part) / 100n
        const events = [
          signed('A', '2026-01-10', written(size)),
          ...(some === 0n ? [] : [refunded('A', '2026-02-10', written(-some))]),
          ...(some === size ? [] : [refunded('A', '2026-03-10', written(some - size))]),
        ]
        expect(paidIn(runsOf(planOf(policy), events))).toBe(0n)
      }),
      { numRuns: 60 },
    )
  })

  it('what deals are told to bring is what the plan pays, in the order of booking', () => {
    fc.assert(
      fc.property(deals, slices, (drawn, by) => {
        const policy: Partial<PlanPolicy> = { deals: 'listed', tiers: tiersOf(by) }
        const booked = told(drawn.map((deal) => ({ ...inJanuary(deal), backs: [] })))
        let before = 0n
        const rows = booked.map(({ id, left }) => {
          const part = earnedOn(before + left, by) - earnedOn(before, by)
          before += left
          return `${id} ${written(part)}`
        })
        expect(
          dealsOf(
            policy,
            booked.flatMap((deal) => deal.events),
          ),
        ).toEqual([rows])
        const back = told(drawn.map(inJanuary))
        const events = back.flatMap((deal) => deal.events)
        const [parts = []] = dealsOf(policy, events)
        const all = sum(parts.map((row) => cents(row.split(' ')[1] as string)))
        expect(all).toBe(earnedOn(sum(back.map(({ left }) => left)), by))
        expect(paidIn(runsOf(planOf(policy), events, { names: ['2026-01'] }))).toBe(all)
      }),
      { numRuns: 60 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/calendar/index.js'
import type { DealEvent } from '../../../src/credit/index.js'
import { marginal, round, subtract } from '../../../src/formula/index.js'
import { component } from '../../../src/pay/build.js'
import { amount, records } from '../../../src/pay/read.js'
import type { Run } from '../../../src/pay/run.js'
import { bookOf, cents, cny } from '../rules/paying.js'
import { collected, creditsOf, refunded, signed, transferred } from './credits.js'
import { eachDeal, percent, received, released, runsOf, sold, type Through } from './paid.js'

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']
const whole = (units: bigint) => `${units / 100n}.${String(units % 100n).padStart(2, '0')}`

/** Something that happens to a deal, so many days after what was before it. */
const happening = fc.record({
  days: fc.integer({ min: 0, max: 25 }),
  kind: fc.constantFrom('collected', 'refunded', 'transferred'),
  /** How many hundredths of what is left. */
  part: fc.integer({ min: 1, max: 100 }),
})
const deal = fc.record({
  day: fc.integer({ min: 0, max: 60 }),
  worth: fc.bigInt({ min: 1n, max: 1_000_000n }),
  seller: fc.constantFrom('li', 'wu', 'team'),
  happenings: fc.array(happening, { maxLength: 5 }),
  /** All of it is taken back in the end. */
  undone: fc.boolean(),
})
type Deal = typeof deal extends fc.Arbitrary<infer T> ? T : never

/** The events of a deal; no more goes back than is left, and its seller hands it over once at most. */
function eventsOf({ day, worth, seller, happenings, undone }: Deal, number: number) {
  const id = `D${number}`
  let on = addDays('2026-01-01', day)
  let left = worth
  const events: DealEvent[] = [signed(id, on, whole(worth), { attributes: { seller } })]
  const known = new Set<string>()
  for (const { days, kind, part } of happenings) {
    on = addDays(on, days)
    const units = (left * BigInt(part)) / 100n
    if (known.has(`${kind} ${on}`) || (kind === 'transferred' && known.has(kind))) continue
    known.add(`${kind} ${on}`).add(kind)
    if (kind === 'collected') events.push(collected(id, on, whole(units)))
    else if (kind === 'refunded' && units > 0n) {
      left -= units
      events.push(refunded(id, on, `-${whole(units)}`))
    } else if (kind === 'transferred' && seller !== 'team')
      events.push(transferred(id, on, seller, seller === 'li' ? 'wu' : 'li'))
  }
  if (undone && left > 0n) events.push(refunded(id, addDays(on, 1), `-${whole(left)}`))
  return events
}

/** Millionths of what each person has of each deal, and of each month. */
function sums(
  events: readonly DealEvent[],
  member: 'sales' | 'collections',
  by: 'deal' | 'counts',
) {
  const found = new Map<string, bigint>()
  for (const row of creditsOf(events)) {
    const [sign, number = '0'] = /^-/.test(row[member] ?? '')
      ? [-1n, row[member]?.slice(1)]
      : [1n, row[member]]
    const [units, places = ''] = number.split('.')
    const key = `${row.person} ${by === 'deal' ? row.deal : row.counts.slice(0, 7)}`
    const value = sign * BigInt(`${units}${places.padEnd(6, '0')}`)
    found.set(key, (found.get(key) ?? 0n) + value)
  }
  return found
}

/** Hundredths, half-up. */
const rounded = (millionths: bigint, [part, of]: readonly [bigint, bigint]) =>
  (millionths * part * 2n + 10_000n * of) / (20_000n * of)

const unitsOf = (amounts: readonly string[]) =>
  amounts.reduce((sum, text) => sum + BigInt(text.replace('.', '')), 0n)
const paidBy = (runs: readonly Run[], name: string) =>
  unitsOf(
    runs.flatMap(({ lines }) =>
      lines.filter((line) => line.component === name).map((line) => line.amount),
    ),
  )

const sales = (through: Through) =>
  records('credits', 'sum', {
    value: 'sales',
    unit: cny,
    scale: 6,
    over: { last: 1, through },
    input: `month.${through}`,
  })
const tiers = (through: Through) =>
  round(
    marginal(sales(through), [
      { from: '0', rate: '0.10' },
      { from: '5000', rate: '0.20' },
    ]),
    cents,
  )
const plan = component(
  'plan',
  { pays: 'due', each: { record: 'credits' } },
  subtract(tiers('row'), tiers('before')),
)
const part = (through: Through) =>
  amount('plan', cny, 2, {
    same: ['deal'],
    over: { since: 'ever', through },
    input: `part.${through}`,
  })
const commission = (through: Through) => round(percent('0.10', sold(through)), cents)
const each = { record: 'credits', by: 'deal', over: { ago: { days: 30 } } } as const
const components = [
  plan,
  eachDeal('sold', commission),
  eachDeal('held', commission, { each }),
  eachDeal('received', (through) => percent('0.10', received(through))),
  eachDeal('released', (through) => released(commission(through), through)),
  eachDeal('by_part', (through) => released(part(through), through)),
]

describe('whatever happens to deals', () => {
  const drawn = fc.array(deal, { minLength: 1, maxLength: 4 })

  it('the sum over deals, and over the parts of a plan, is what they come to in the end', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 5 }), (deals, retro) => {
        const events = deals.flatMap(eventsOf)
        const made = runsOf(bookOf(components, { retro }), events, months)
        expect(made.flatMap(({ withheld }) => withheld)).toEqual([])
        const bySale = [...sums(events, 'sales', 'deal').values()]
        const byDeal = bySale.reduce((sum, each) => sum + rounded(each, [1n, 10n]), 0n)
        expect(paidBy(made, 'sold')).toBe(byDeal)
        expect(paidBy(made, 'held')).toBe(byDeal)
        const byMonth = [...sums(events, 'sales', 'counts').values()].reduce((sum, each) => {
          const above = each > 5_000_000_000n ? each - 5_000_000_000n : 0n
          return sum + rounded(each + above, [1n, 10n])
        }, 0n)
        expect(paidBy(made, 'plan')).toBe(byMonth)
      }),
      { numRuns: 20 },
    )
  })

  it('nothing is paid of a deal before it is collected, nor of one that is taken back', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 5 }), (deals, retro) => {
        const events = deals.flatMap(eventsOf)
        const made = runsOf(bookOf(components, { retro }), events, months)
        const collections = sums(events, 'collections', 'deal')
        const left = sums(events, 'sales', 'deal')
        let expected = 0n
        for (const [key, units] of left) {
          const got = collections.get(key) ?? 0n
          const part = got < units ? got : units
          if (units > 0n) expected += rounded(rounded(units, [1n, 10n]) * 10_000n, [part, units])
        }
        expect(paidBy(made, 'released')).toBe(expected)
        const undone = deals.every(({ undone: each }) => each)
        if (undone || collections.size === 0)
          expect([paidBy(made, 'released'), paidBy(made, 'by_part')]).toEqual([0n, 0n])
      }),
      { numRuns: 20 },
    )
  })
})

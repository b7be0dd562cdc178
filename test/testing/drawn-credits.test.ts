import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attribute,
  type Credit,
  creditEvents,
  paySpiff,
  rankContest,
  rollUp,
  type SalesEvent,
} from '../../src/commission/index.js'
import { type Currency, decimal, minorUnits, roundTo, total } from '../../src/quantity/index.js'
import {
  attributions,
  contests,
  creditRules,
  rollUps,
  salesEvents,
  spiffs,
  touches,
} from '../../src/testing/index.js'

const sum = (values: readonly string[]) => Number(total(values, 3))
const amounts = (credits: readonly Credit[]) => sum(credits.map(({ amount }) => amount))
const units = (credits: readonly Credit[]) =>
  sum(credits.map(({ figures }) => figures['units'] as string))

/** Credits of a ledger whose refunds take back as many units as they like, and no money. */
const creditsIn = (currency: Currency, credit: string): fc.Arbitrary<readonly Credit[]> =>
  fc
    .record({ events: salesEvents(currency), rules: creditRules(), back: fc.nat(20) })
    .map(({ events, rules, back }) => {
      const ledger = events.map((event): SalesEvent => {
        const taken = { ...event, amount: '0', figures: { units: `-${back + 1}` } }
        return event.kind === 'refund' ? taken : event
      })
      const skipping = rules.map((rule) => ({ ...rule, credit, unowned: 'skip' as const }))
      return creditEvents(ledger, skipping)
    })

describe('drawn rules of credit', () => {
  test('give each deal whole, or as much as their shares say', () => {
    fc.assert(
      fc.property(salesEvents('CNY'), creditRules(), (events, [rule]) => {
        const own = rule as NonNullable<typeof rule>
        for (const event of events) {
          const credits = creditEvents(events, [own]).filter((each) => each.event === event.id)
          if (credits.length === 0) continue
          const owners = own.owners[credits[0]?.attributes['seller'] as string] ?? []
          const factor = total(
            owners.map(({ share }) => share),
            2,
          )
          const whole = (value: string) =>
            roundTo(decimal(value).times(factor), 2, 'half-up').toNumber()
          expect(amounts(credits)).toBe(whole(event.amount))
          expect(units(credits)).toBe(whole(event.figures?.['units'] as string))
        }
      }),
    )
  })

  test('attribute each touched deal whole, and others not at all', () => {
    fc.assert(
      fc.property(salesEvents('JPY'), touches(), attributions(), (events, contacts, rule) => {
        const credits = attribute(events, contacts, rule)
        for (const event of events) {
          const own = credits.filter((each) => each.event === event.id)
          if (own.length > 0) expect(amounts(own)).toBe(Number(event.amount))
        }
        const people = contacts.map(({ person }) => person)
        expect(credits.every(({ person }) => people.includes(person))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('roll up to the managers of the day, one level after another', () => {
    fc.assert(
      fc.property(creditsIn('CNY', 'direct'), rollUps(), (credits, drawn) => {
        const rule = { ...drawn, of: 'direct', share: '1' }
        const above = (person: string, dealt: string, levels: number): readonly string[] => {
          const [last] = (rule.managers[person] ?? []).filter(({ from }) => from <= dealt).slice(-1)
          const manager = last?.value ?? undefined
          return levels === 0 || manager === undefined
            ? []
            : [manager, ...above(manager, dealt, levels - 1)]
        }
        const told = ({ event, person, amount }: Credit) => [event, person, amount]
        expect(rollUp(credits, rule).map(told)).toEqual(
          credits.flatMap((own) =>
            above(own.person, own.dealt, rule.levels).map((person) => told({ ...own, person })),
          ),
        )
      }),
    )
  })
})

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

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AmountEvent,
  type Credit,
  creditDeals,
  type DealData,
  parseCreditData,
  parseCreditedPeople,
  parseCrediting,
  parseEvents,
  parseOwners,
  parseTouches,
} from '../../src/credit/index.js'
import { decimal, minorUnits, roundTo, total } from '../../src/quantity/index.js'
import * as testing from '../../src/testing/index.js'
import { testDrawn } from './drawn.js'

const credited = (json: unknown) => {
  const { crediting, data } = json as testing.CreditedDeals
  return creditDeals(parseCrediting(crediting), parseCreditData(data))
}

testDrawn([
  [
    'creditings',
    testing.creditings('CNY'),
    parseCrediting,
    { currency: 'CNY', credits: { direct: { rules: [{ owner: 'seller' }] } } },
  ],
  ['deals', testing.dealEvents('CNY'), parseEvents, []],
  ['deals of no minor unit', testing.dealEvents('JPY'), parseEvents, []],
  ['owners of deals', testing.dealOwners(), parseOwners, []],
  ['people credited', testing.creditedPeople(), parseCreditedPeople, []],
  ['touches of customers', testing.dealTouches(), parseTouches, []],
  [
    'data of deals',
    testing.creditData('BHD'),
    parseCreditData,
    { events: [], owners: { regions: [] }, people: [], touches: [] },
  ],
  [
    'credited deals',
    testing.creditedDeals(),
    credited,
    { crediting: { currency: 'CNY', credits: { direct: {} } }, data: { events: [] } },
  ],
])

describe('drawn deals', () => {
  const drawn = fc.sample(testing.creditedDeals(), { seed: 1, numRuns: 500 })
  const all = drawn.map(credited)

  test('are credited by every kind, as documents, by transfers and by what is told late', () => {
    const credits = all.flatMap((each) => each.credits)
    expect(new Set(credits.map(({ credit }) => credit)).size).toBe(6)
    expect(new Set(credits.map(({ kind }) => kind)).size).toBe(8)
  })

  test('leave out nothing but what nobody owns, sales that are not there, and rates of other days', () => {
    const findings = all.flatMap(({ reconciliation }) => reconciliation)
    expect(new Set(findings.map(({ finding }) => finding))).toEqual(
      new Set(['uncredited', 'unmatched', 'below-zero']),
    )
  })
})

type Crediting = typeof creditDeals

const sum = (credits: readonly Credit[], measure: string) =>
  total(
    credits.map((credit) => credit[measure] as string),
    6,
  )
const minus = (text: string) => decimal(text).negated().toFixed()
const wholeDeals = ['direct', 'levels', 'ranks']

/** Of every order that something is left of, a cancellation in the end of just that. */
function cancellations(credits: readonly Credit[], { events }: DealData): readonly AmountEvent[] {
  return events.flatMap((event): AmountEvent[] => {
    if (event.kind !== 'order') return []
    const { id, currency } = event
    const own = credits.filter(({ deal, credit }) => deal === id && credit === 'direct')
    const amount = decimal(minus(sum(own, 'sales')))
    if (amount.isZero()) return []
    return [
      {
        id: `${id}-cancelled`,
        kind: 'cancellation',
        of: id,
        on: '2028-01-01',
        amount: amount.toFixed(minorUnits(currency)),
        currency,
        figures: { margin: minus(sum(own, 'margin')), units: minus(sum(own, 'units')) },
      },
    ]
  })
}

/** What somebody is left with of deals that were taken back. */
function leftBy(credit: Crediting, { crediting, data }: testing.CreditedDeals): readonly string[] {
  const rules = parseCrediting({ ...crediting, takeBacks: 'deal' })
  const { credits } = creditDeals(rules, parseCreditData(data))
  const more = cancellations(credits, data)
  const events = [...data.events, ...more]
  const after = credit(rules, parseCreditData({ ...data, events })).credits
  const held = after.filter(
    (row) => more.some(({ of }) => of === row.deal) && wholeDeals.includes(row.credit),
  )
  const keyOf = ({ deal, credit: kind, person }: Credit) => `${deal} ${kind} ${person}`
  return [...new Set(held.map(keyOf))].flatMap((key) => {
    const own = held.filter((row) => keyOf(row) === key)
    return ['sales', 'margin', 'units'].flatMap((measure) =>
      decimal(sum(own, measure)).isZero() ? [] : [`${key} ${measure}`],
    )
  })
}

describe('deals taken back leave nothing', () => {
  // An amount converted back would be rounded.
  const domestic = testing
    .creditedDeals()
    .filter(({ crediting, data: { events } }) =>
      events.every((event) => event.kind === 'transfer' || event.currency === crediting.currency),
    )
  const property = (credit: Crediting) =>
    fc.property(domestic, (drawn) => {
      expect(leftBy(credit, drawn)).toEqual([])
    })

  test('to anybody, whatever became of them before', () => {
    fc.assert(property(creditDeals), { numRuns: 300 })
  })

  test('but by a crediting that rounds each row alone', () => {
    const rounding: Crediting = (rules, data) => {
      const { credits, ...others } = creditDeals(rules, data)
      const rounded = credits.map((row) => ({
        ...row,
        sales: roundTo(decimal(row.sales), 0, 'half-up').toFixed(),
      }))
      return { ...others, credits: rounded }
    }
    const { counterexample } = fc.check(property(rounding), { numRuns: 300 })
    expect(leftBy(rounding, counterexample?.[0] as testing.CreditedDeals)).not.toEqual([])
  })
})

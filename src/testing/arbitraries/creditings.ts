import fc from 'fast-check'
import type {
  Crediting,
  DealData,
  RolledCredit,
  RuledCredit,
  TouchedCredit,
} from '../../credit/index.js'
import type { Currency } from '../../quantity/index.js'
import { dealEvents } from './deal-events.js'
import { creditedPeople, dealOwners, dealTouches, ownersOf } from './deal-tables.js'
import { currencies, decimalIn, part } from './draws.js'
import { exchangeRates } from './exchange-rates.js'

const house = fc.constant({ to: 'house' })
const listed = fc.oneof({ withCrossShrink: true }, fc.constant('list' as const), house)

const where = fc.constantFrom(
  { line: ['phones'] },
  { amount: { atLeast: '1000' } },
  { units: { above: '3', atMost: '8' } },
  { margin: { of: 'amount', atLeast: '0.01' } },
)

/** The seller, who is credited whatever else is. */
const direct: fc.Arbitrary<RuledCredit> = fc.record(
  {
    rules: fc.constant([{ owner: 'seller' }]),
    unowned: fc.oneof({ withCrossShrink: true }, fc.constant('refuse' as const), listed),
  },
  { requiredKeys: ['rules'] },
)

/** The owners of a line, those of a region, and for the rest the seller. */
const owned: fc.Arbitrary<RuledCredit> = fc
  .record(
    {
      unowned: listed,
      lined: fc.record(
        {
          where,
          from: fc.constant('2026-01-10'),
          to: fc.constant('2026-02-10'),
          by: fc.constant('line'),
          owners: ownersOf('phones'),
        },
        { requiredKeys: ['by', 'owners'] },
      ),
      asked: where,
      follows: fc.constantFrom('deal', 'order', 'invoice', 'collection'),
      shares: fc.constantFrom('whole', 'any'),
    },
    { requiredKeys: ['unowned'] },
  )
  .map(({ lined, asked, ...drawn }) => {
    const regional = { by: 'region', owners: 'regions', ...(asked && { where: asked }) }
    return {
      ...drawn,
      rules: [...(lined === undefined ? [] : [lined]), regional, { owner: 'seller' }],
    }
  })

/** Whoever collected the money. */
const collected: fc.Arbitrary<RuledCredit> = fc.record({
  rules: fc.constant([{ where: { kind: ['collection'] }, owner: 'own.clerk' }]),
  follows: fc.constant('collection'),
  unowned: listed,
})

const helped: fc.Arbitrary<TouchedCredit> = fc.record(
  {
    touches: fc.record({
      by: fc.constant('customer'),
      window: fc.integer({ min: 0, max: 90 }),
      model: fc.oneof(
        { withCrossShrink: true },
        fc.record({ kind: fc.constantFrom('first' as const, 'last' as const, 'linear' as const) }),
        fc.record({
          kind: fc.constant('position' as const),
          first: part(1),
          last: decimalIn(0, 1, 1),
          middle: decimalIn(0, 1, 1),
        }),
        fc.record({
          kind: fc.constant('time-decay' as const),
          halfLife: fc.integer({ min: 1, max: 30 }),
        }),
      ),
    }),
    where,
    unowned: listed,
  },
  { requiredKeys: ['touches'] },
)

const above = {
  of: fc.constant('direct'),
  manager: fc.constant('manager'),
  whose: fc.constant({ rank: ['bronze', 'silver'] }),
  rest: fc.constant('house'),
}
const ofRank = { qualified: { rank: ['silver', 'gold'] } }
const qualifying = fc.constantFrom<Partial<RolledCredit>>(
  ...[{}, ofRank, { ...ofRank, unqualified: 'unpaid' as const }],
)
const levels: fc.Arbitrary<RolledCredit> = fc.record(
  { ...above, shares: fc.array(part(2), { minLength: 1, maxLength: 3 }) },
  { requiredKeys: ['of', 'manager', 'shares'] },
)
const ranks: fc.Arbitrary<RolledCredit> = fc.record(
  {
    ...above,
    ranked: fc.record(
      {
        rank: fc.constant('rank'),
        rates: fc.record({ bronze: part(2), silver: part(2), gold: part(2) }),
        cap: part(1),
      },
      { requiredKeys: ['rank', 'rates'] },
    ),
  },
  { requiredKeys: ['of', 'manager', 'ranked'] },
)
const qualified = (kinds: fc.Arbitrary<RolledCredit>) =>
  fc.tuple(kinds, qualifying).map(([kind, more]) => ({ ...kind, ...more }))

/**
 * Draws rules of crediting that `parseCrediting` accepts: the seller as `direct`, with or without owners
 * of lines and regions, collectors, helpers who touched the customer, and those above by level and by
 * rank. They read {@link creditData} of any drawn currency.
 *
 * @example
 * fc.assert(fc.property(creditings('CNY'), (crediting) => parseCrediting(crediting).currency === 'CNY'))
 */
export function creditings(currency: Currency): fc.Arbitrary<Crediting> {
  return fc
    .record(
      {
        credits: fc.record(
          { direct, owned, collected, helped, levels: qualified(levels), ranks: qualified(ranks) },
          { requiredKeys: ['direct'] },
        ),
        // Those of the figures of every drawn currency, at least.
        places: fc.integer({ min: 3, max: 6 }),
        takeBacks: fc.constantFrom('deal', 'own'),
        rates: fc.constantFrom('deal', 'own'),
        customer: fc.constant('customer'),
        belowZero: fc.constantFrom('refuse', 'list'),
        sign: fc.constant('any'),
      },
      { requiredKeys: ['credits'] },
    )
    .map(({ credits, ...drawn }): Crediting => {
      const { sign, ...said } = drawn
      const units = { unit: 'count', places: 0, ...(sign && { sign }) } as const
      return {
        currency,
        credits: { ...credits },
        figures: { margin: { unit: `money:${currency}`, sign: 'any' }, units },
        ...said,
      }
    })
}

/**
 * Draws all data that crediting takes, as `parseCreditData` accepts it: {@link dealEvents} of a currency,
 * {@link dealOwners} as the table `regions`, {@link creditedPeople}, {@link dealTouches} and
 * {@link exchangeRates}.
 *
 * @example
 * fc.assert(fc.property(creditData('CNY'), (data) => parseCreditData(data).events.length <= 24))
 */
export function creditData(currency: Currency): fc.Arbitrary<DealData> {
  return fc.record({
    events: dealEvents(currency),
    owners: fc.record({ regions: dealOwners() }),
    people: creditedPeople(),
    touches: dealTouches(),
    rates: exchangeRates(),
  })
}

/** Drawn rules of crediting with data that they credit. */
export interface CreditedDeals {
  readonly crediting: Crediting
  readonly data: DealData
}

/**
 * Draws {@link creditings} beside {@link creditData} of the same currency or of another one, which
 * `creditDeals` accepts together.
 *
 * @example
 * fc.assert(fc.property(creditedDeals(), ({ crediting, data }) => creditDeals(parseCrediting(crediting), parseCreditData(data)).credits.length >= 0))
 */
export function creditedDeals(): fc.Arbitrary<CreditedDeals> {
  return fc.record({ to: currencies, from: currencies }).chain(({ to, from }) =>
    fc.record({ crediting: creditings(to), data: creditData(from) }).map((drawn) =>
      // By another day's rate more may come back than was sold.
      from === to || drawn.crediting.rates !== 'own'
        ? drawn
        : { ...drawn, crediting: { ...drawn.crediting, belowZero: 'list' } },
    ),
  )
}

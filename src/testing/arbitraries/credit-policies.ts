import fc from 'fast-check'
import { historyOf } from '../../calendar/index.js'
import type {
  Attribution,
  Conversion,
  CreditRule,
  Rates,
  RollUp,
  SalesEvent,
  Touch,
} from '../../commission/index.js'
import { type Currency, decimal } from '../../quantity/index.js'
import { historiesOf } from './calendars.js'
import {
  amount,
  currencies,
  day,
  decimalIn,
  drawnCurrencies,
  part,
  rounding,
  sharesOfOne,
} from './draws.js'

/**
 * Draws ledgers of a currency that `parseEvents` accepts: orders of some units by two sellers, some of
 * them refunded, some recorded in the month after.
 *
 * @example
 * fc.assert(fc.property(salesEvents('CNY'), (events) => appendEvents([], events).length === events.length))
 */
export function salesEvents(currency: Currency): fc.Arbitrary<readonly SalesEvent[]> {
  const order = fc.record({
    amount: amount(currency, 50_000),
    seller: fc.constantFrom('a', 'b'),
    effective: fc.constantFrom('2026-03-01', '2026-03-15', '2026-03-31'),
    recorded: fc.constantFrom('2026-03-31', '2026-04-02'),
    units: fc.integer({ min: 1, max: 9 }),
    refunded: fc.boolean(),
  })
  return fc.array(order, { maxLength: 8 }).map((orders) =>
    orders.flatMap(({ amount: sold, seller, effective, recorded, units, refunded }, i) => {
      const id = `o${i + 1}`
      const common = { effective, recorded, currency, attributes: { seller } }
      const order = { ...common, id, kind: 'order' as const, amount: sold }
      const refund = {
        ...common,
        id: `${id}-R`,
        kind: 'refund' as const,
        of: id,
        amount: decimal(sold).isZero() ? sold : `-${sold}`,
        figures: { units: `-${units}` },
      }
      return [{ ...order, figures: { units: `${units}` } }, ...(refunded ? [refund] : [])]
    }),
  )
}

const people = ['ann', 'ben', 'cho', 'dev'] as const
const person = fc.constantFrom(...people)
const credit = fc.constantFrom('direct', 'team')
const where = fc.constant({ seller: 'a' })

/** Shares that make one, each of another person. */
const wholeShares = sharesOfOne.chain((shares) =>
  fc
    .uniqueArray(person, { minLength: shares.length, maxLength: shares.length })
    .map((drawn) => drawn.map((own, i) => ({ person: own, share: shares[i] as string }))),
)
const anyShares = fc.uniqueArray(fc.record({ person, share: decimalIn(0, 2, 2) }), {
  minLength: 1,
  maxLength: 4,
  selector: (own) => own.person,
})

/**
 * Draws crediting rules that `parseCreditRules` accepts: one or two, that give the deals of each seller
 * of `salesEvents` to one to four people, whole or in any shares, with or without days and a seller to
 * which they are bound.
 *
 * @example
 * fc.assert(fc.property(creditRules(), (rules) => parseCreditRules(rules).length <= 2))
 */
export function creditRules(): fc.Arbitrary<readonly CreditRule[]> {
  const owned = (shares: typeof wholeShares) => fc.record({ a: shares, b: shares })
  const owners = fc.oneof(
    { withCrossShrink: true },
    fc.record({ owners: owned(wholeShares) }),
    fc.record({ owners: owned(anyShares), shares: fc.constantFrom('any' as const) }),
  )
  const rule = fc
    .record(
      {
        owners,
        credit,
        where,
        from: fc.constant('2026-03-02'),
        to: fc.constant('2026-03-30'),
        unowned: fc.constantFrom('refuse' as const, 'skip' as const),
      },
      { requiredKeys: ['owners', 'credit', 'unowned'] },
    )
    .map(({ owners: shared, ...drawn }) => ({ by: 'seller', ...shared, ...drawn }))
  return fc.array(rule, { minLength: 1, maxLength: 2 })
}

/**
 * Draws roll-ups that `parseRollUp` accepts: of the credit of the people whom `creditRules` draw, one to
 * three levels up, each person below one who comes later in the alphabet or below nobody.
 *
 * @example
 * fc.assert(fc.property(rollUps(), (rule) => parseRollUp(rule).levels <= 3))
 */
export function rollUps(): fc.Arbitrary<RollUp> {
  const above = people.slice(0, -1).map((managed, i) => {
    const manager = fc.constantFrom(null, ...people.slice(i + 1))
    return fc.tuple(fc.constant(managed), historiesOf(manager))
  })
  return fc.record({
    of: credit,
    credit: fc.constant('managed'),
    share: part(2),
    levels: fc.integer({ min: 1, max: 3 }),
    managers: fc.tuple(...above).map((drawn) => Object.fromEntries(drawn)),
  })
}

/**
 * Draws attribution rules that `parseAttribution` accepts, of every model. With {@link touches} they
 * share `salesEvents`.
 *
 * @example
 * fc.assert(fc.property(attributions(), (rule) => parseAttribution(rule).window <= 90))
 */
export function attributions(): fc.Arbitrary<Attribution> {
  const kind = <const Kind extends string>(each: Kind) => fc.constant(each)
  const model = fc.oneof(
    { withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('first', 'last', 'linear') }),
    fc.record({
      kind: kind('position'),
      first: part(1),
      last: decimalIn(0, 1, 1),
      middle: decimalIn(0, 1, 1),
    }),
    fc.record({ kind: kind('time-decay'), halfLife: fc.integer({ min: 1, max: 30 }) }),
  )
  return fc
    .record(
      { window: fc.integer({ min: 0, max: 90 }), model, where },
      { requiredKeys: ['window', 'model'] },
    )
    .map((drawn) => ({ credit: 'indirect', by: 'seller', ...drawn }))
}

/**
 * Draws touches that `parseTouches` accepts: up to six, of the keys `a` and `b`, which are the sellers
 * of `salesEvents`, in the month of those and the two before.
 *
 * @example
 * fc.assert(fc.property(touches(), (list) => parseTouches(list).length <= 6))
 */
export function touches(): fc.Arbitrary<readonly Touch[]> {
  const touch = fc.record({
    key: fc.constantFrom('a', 'b'),
    person,
    date: day('2026-01-01', 89),
  })
  return fc
    .array(touch, { maxLength: 6 })
    .map((drawn) => drawn.map((each, i) => ({ id: `t${i + 1}`, ...each })))
}

/**
 * Draws exchange rates that `parseRates` accepts, of each of the drawn currencies into each other one,
 * from 2024 on.
 *
 * @example
 * fc.assert(fc.property(exchangeRates(), (rates) => parseRates(rates).length === 6))
 */
export function exchangeRates(): fc.Arbitrary<Rates> {
  const pairs = drawnCurrencies.flatMap((from) =>
    drawnCurrencies.filter((to) => to !== from).map((to) => ({ from, to })),
  )
  const rates = fc
    .tuple(part(4), historiesOf(part(4)))
    .map(([first, later]) =>
      historyOf([
        { from: '2024-01-01', value: first },
        ...later.filter(({ from }) => from > '2024-01-01'),
      ]),
    )
  return fc
    .tuple(...pairs.map(() => rates))
    .map((drawn) =>
      pairs.map((pair, i) => ({ ...pair, rates: drawn[i] as (typeof drawn)[number] })),
    )
}

/**
 * Draws conversions that `parseConversion` accepts: at the rate of each of an event's days, or of one
 * day for all. The units of `salesEvents` are counts.
 *
 * @example
 * fc.assert(fc.property(conversions(), (conversion) => parseConversion(conversion).to === conversion.to))
 */
export function conversions(): fc.Arbitrary<Conversion> {
  return fc.record({
    to: currencies,
    on: fc.constantFrom('effective', 'recorded', 'dealt', '2026-03-31'),
    rounding,
    counts: fc.constant(['units']),
  })
}

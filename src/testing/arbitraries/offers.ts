import fc from 'fast-check'
import type { Assumptions, Offer } from '../../investment/index.js'
import type { Currency } from '../../quantity/index.js'
import { amount, currencies, decimalIn, rising } from './draws.js'

/**
 * Draws offers of HR systems that `parseOffer` accepts: subscriptions of one to five bands with or
 * without modules, private deployments with or without hardware, either with up to two add-ons.
 *
 * @example
 * fc.assert(fc.property(offers(), (offer) => costByYear(parseOffer(offer), { people: 10, years: 3 }).length === 4))
 */
export function offers(): fc.Arbitrary<Offer> {
  return currencies.chain((currency) => {
    const own = fc.oneof({ withCrossShrink: true }, subscriptions(currency), deployments(currency))
    const addOn = fc.record(
      { once: amount(currency, 10_000), yearly: amount(currency, 10_000) },
      { requiredKeys: [] },
    )
    return fc
      .record({ own, addOns: fc.array(addOn, { maxLength: 2 }) })
      .map(({ own: drawn, addOns }) => ({
        id: 'drawn',
        currency,
        ...drawn,
        addOns: addOns.map((each, i) => ({ id: `add-on${i + 1}`, ...each })),
      }))
  })
}

function subscriptions(currency: Currency) {
  const perPersonMonth = amount(currency, 50)
  const bands = rising(1, 1_000).chain((starts) =>
    fc
      .tuple(...starts.map(() => perPersonMonth))
      .map((prices) => starts.map((from, i) => ({ from, perPersonMonth: prices[i] as string }))),
  )
  const modules = fc
    .array(perPersonMonth, { maxLength: 3 })
    .map((prices) => prices.map((price, i) => ({ id: `module${i + 1}`, perPersonMonth: price })))
  return fc.record(
    {
      kind: fc.constant('subscription' as const),
      bands,
      setup: amount(currency, 50_000),
      modules,
    },
    { requiredKeys: ['kind', 'bands'] },
  )
}

function deployments(currency: Currency) {
  return fc.record(
    {
      kind: fc.constant('private' as const),
      licence: amount(currency, 2_000_000),
      service: amount(currency, 300_000),
      hardware: fc.record({
        price: amount(currency, 200_000),
        lasts: fc.integer({ min: 1, max: 8 }),
      }),
    },
    { requiredKeys: ['kind', 'licence', 'service'] },
  )
}

/**
 * Draws what a company expects of an HR system, as `parseAssumptions` accepts it: one to a thousand
 * people over one to ten years, who leave as often as before, less often, or more.
 *
 * @example
 * fc.assert(fc.property(assumptions(), (company) => parseAssumptions(company).years <= 10))
 */
export function assumptions(): fc.Arbitrary<Assumptions> {
  const share = decimalIn(0, 1, 2)
  const price = decimalIn(0, 20_000, 0)
  return fc.record({
    people: fc.integer({ min: 1, max: 1_000 }),
    years: fc.integer({ min: 1, max: 10 }),
    discountRate: share,
    leaveRate: share,
    leaveRateAfter: share,
    replacementCost: price,
    hoursSaved: decimalIn(0, 8, 1),
    hourCost: price,
    errorsAvoided: share,
    errorCost: price,
  })
}

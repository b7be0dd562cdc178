import { at, type Label, list, refuse } from '../problem/index.js'
import {
  type Currency,
  decimal,
  difference,
  minorUnits,
  roundTo,
  total,
} from '../quantity/index.js'
import { currencyOption } from '../quantity/internal.js'
import { costsOf } from './cost.js'
import { type InternalRate, internalRate } from './internal-rate.js'
import { benefitCostRatio, equivalentAnnual, profitabilityIndex } from './multiples.js'
import { otherCurrency } from './problems.js'
import { netPresentValue, type Payback, payback, valueToday } from './returns.js'
import { type Assumptions, assumptionsOption, type Offer, offerOption } from './schema.js'

/** What a system brings in one year, by where it comes from. */
export interface Benefits {
  readonly turnover: string
  readonly hours: string
  readonly errors: string
  readonly total: string
}

/** What an offer costs and returns. Amounts are decimal strings in its currency. */
export interface Assessment {
  readonly offer: string
  readonly label: Label
  readonly currency: Currency
  /** By year, the first today. */
  readonly costs: readonly string[]
  readonly totalCost: string
  /** Of each year. */
  readonly benefits: Benefits
  /** Benefit less cost by year. */
  readonly flows: readonly string[]
  readonly netPresentValue: string
  readonly internalRate: InternalRate
  /** Benefits ÷ cost, to four places; none where it costs nothing. */
  readonly multiple?: string
  /** The same of what both are worth today. */
  readonly discountedMultiple?: string
  /** What is gained later, worth today, ÷ what is paid today; none where nothing is. */
  readonly profitabilityIndex?: string
  /** The cost as one that is equal each year. */
  readonly equivalentAnnualCost: string
  readonly payback: Payback
  readonly discountedPayback: Payback
  /** The fewest people for whom it is worth its cost; none up to {@link mostPeople}. */
  readonly breakEvenPeople?: number
}

/** The most people that a break-even is looked for. */
export const mostPeople = 20_000

/**
 * What a system brings in a year: fewer leavers × what replacing one costs, hours saved, errors of pay
 * avoided. Each is rounded half-up to the minor unit.
 *
 * Throws a `PolicyError` for assumptions and a currency that are none.
 *
 * @example
 * benefitsOf(assumptions, 'CNY').turnover //=> '150000.00'
 */
export function benefitsOf(assumptions: Assumptions, currency: Currency): Benefits {
  refuse([
    ...assumptionsOption(assumptions, 'assumptions'),
    ...currencyOption(currency, 'currency'),
  ])
  return benefitsIn(assumptions, currency)
}

function benefitsIn(assumptions: Assumptions, currency: Currency): Benefits {
  const places = minorUnits(currency)
  const { people, leaveRate, leaveRateAfter, replacementCost } = assumptions
  const { hoursSaved, hourCost, errorsAvoided, errorCost } = assumptions
  const rounded = (each: ReturnType<typeof decimal>) =>
    roundTo(each, places, 'half-up').toFixed(places)
  const turnover = rounded(
    decimal(leaveRate).minus(leaveRateAfter).times(people).times(replacementCost),
  )
  const hours = rounded(decimal(hoursSaved).times(people).times(12).times(hourCost))
  const errors = rounded(decimal(errorsAvoided).times(people).times(errorCost))
  return { turnover, hours, errors, total: total([turnover, hours, errors], places) }
}

/**
 * Weighs what an offer costs against what it returns: costs, benefits and their flows by year, net
 * present value, internal rate of return, multiples of the cost, payback, and the head count from which
 * it is worth it.
 *
 * Throws a `PolicyError` for an offer and assumptions that are none.
 *
 * @example
 * assess(parseOffer(json), parseAssumptions(company)).payback //=> { kind: 'years', years: '0.43' }
 */
export function assess(offer: Offer, assumptions: Assumptions): Assessment {
  refuse([...offerOption(offer, 'offer'), ...assumptionsOption(assumptions, 'assumptions')])
  return assessed(offer, assumptions)
}

function assessed(offer: Offer, assumptions: Assumptions): Assessment {
  const { id, label = id, currency } = offer
  const places = minorUnits(currency)
  const { costs, benefits, flows } = flowsOf(offer, assumptions)
  const { discountRate } = assumptions
  const gains = flows.map((_, year) => (year === 0 ? '0' : benefits.total))
  const multiple = benefitCostRatio(gains, costs)
  const discountedMultiple = benefitCostRatio(gains, costs, discountRate)
  const index = profitabilityIndex(flows, discountRate)
  const people = breakEven(offer, assumptions)
  return {
    offer: id,
    label,
    currency,
    costs,
    totalCost: total(costs, places),
    benefits,
    flows,
    netPresentValue: netPresentValue(flows, discountRate, places),
    internalRate: internalRate(flows),
    ...(multiple !== undefined && { multiple }),
    ...(discountedMultiple !== undefined && { discountedMultiple }),
    ...(index !== undefined && { profitabilityIndex: index }),
    equivalentAnnualCost: equivalentAnnual(costs, discountRate, places) as string,
    payback: payback(flows),
    discountedPayback: payback(flows, discountRate),
    ...(people !== undefined && { breakEvenPeople: people }),
  }
}

/**
 * Assesses several offers on the same assumptions, the best net present value first; equal ones by id.
 *
 * Throws a `PolicyError` for offers and assumptions that are none, and offers in different currencies.
 *
 * @example
 * compareOffers([cloud, onPremises], assumptions)[0]?.offer //=> 'cloud'
 */
export function compareOffers(
  offers: readonly Offer[],
  assumptions: Assumptions,
): readonly Assessment[] {
  refuse([...list(offerOption)(offers, 'offers'), ...assumptionsOption(assumptions, 'assumptions')])
  const [first] = offers
  refuse(
    offers.flatMap(({ currency }, i) =>
      currency === first?.currency
        ? []
        : [otherCurrency(at(at('offers', i), 'currency'), currency, String(first?.currency))],
    ),
  )
  return offers
    .map((offer) => assessed(offer, assumptions))
    .sort(
      (a, b) =>
        decimal(b.netPresentValue).comparedTo(a.netPresentValue) || (a.offer < b.offer ? -1 : 1),
    )
}

function flowsOf(offer: Offer, assumptions: Assumptions) {
  const places = minorUnits(offer.currency)
  const costs = costsOf(offer, assumptions.people, assumptions.years)
  const benefits = benefitsIn(assumptions, offer.currency)
  const flows = costs.map((cost, year) =>
    difference(year === 0 ? '0' : benefits.total, cost, places),
  )
  return { costs, benefits, flows }
}

/** The first head count at which the net present value is not below zero. */
function breakEven(offer: Offer, assumptions: Assumptions): number | undefined {
  const isWorth = (people: number) => {
    const { flows } = flowsOf(offer, { ...assumptions, people })
    return valueToday(flows, assumptions.discountRate).numerator >= 0n
  }
  // Within a band costs and benefits are straight lines of the head count: their first point that is
  // worth it can be found by halving, where the last point of the band is, or the first already is.
  const starts = offer.kind === 'subscription' ? offer.bands.map(({ from }) => from) : [1]
  for (const [i, start] of starts.entries()) {
    const end = Math.min((starts[i + 1] ?? mostPeople + 1) - 1, mostPeople)
    if (start > mostPeople) return undefined
    if (isWorth(start)) return start
    if (!isWorth(end)) continue
    let [low, high] = [start, end]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (isWorth(middle)) high = middle
      else low = middle
    }
    return high
  }
  return undefined
}

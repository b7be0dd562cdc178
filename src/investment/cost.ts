import { refuse } from '../problem/index.js'
import { decimal, minorUnits, roundTo, total } from '../quantity/index.js'
import { type Offer, offerOption, peopleOption, yearsOption } from './schema.js'

/** Months that a subscription is paid for in a year. */
const monthsInYear = 12

/**
 * What an offer costs by year: the first entry is paid today (set-up, licence, hardware, add-ons once),
 * the others at the end of each year. Hardware is bought again at the end of the year in which it has
 * served, unless that is the last. Decimal strings in the offer's currency.
 *
 * Throws a `PolicyError` for an offer that is none, people that are not a whole number from 1 to
 * 10,000,000, and years that are not one from 1 to 50.
 *
 * @example
 * costByYear(offer, { people: 100, years: 3 }) //=> ['0.00', '24000.00', '24000.00', '24000.00']
 */
export function costByYear(
  offer: Offer,
  { people, years }: { readonly people: number; readonly years: number },
): readonly string[] {
  refuse([
    ...offerOption(offer, 'offer'),
    ...peopleOption(people, 'people'),
    ...yearsOption(years, 'years'),
  ])
  return costsOf(offer, people, years)
}

/** {@link costByYear} of what is known to be good. */
export function costsOf(offer: Offer, people: number, years: number): readonly string[] {
  const places = minorUnits(offer.currency)
  const { addOns = [] } = offer
  const once = [
    ...addOns.map((addOn) => addOn.once ?? '0'),
    ...(offer.kind === 'subscription'
      ? [offer.setup ?? '0']
      : [offer.licence, offer.hardware?.price ?? '0']),
  ]
  const yearly = [
    ...addOns.map((addOn) => addOn.yearly ?? '0'),
    offer.kind === 'subscription' ? subscriptionOf(offer, people, places) : offer.service,
  ]
  const replaced = (year: number) => {
    const hardware = offer.kind === 'private' ? offer.hardware : undefined
    return hardware !== undefined && year < years && year % hardware.lasts === 0
      ? [hardware.price]
      : []
  }
  return [
    total(once, places),
    ...Array.from({ length: years }, (_, i) => total([...yearly, ...replaced(i + 1)], places)),
  ]
}

/** A year's subscription: everybody at the price of the band that the head count falls in. */
function subscriptionOf(
  { bands, modules = [] }: Extract<Offer, { kind: 'subscription' }>,
  people: number,
  places: number,
): string {
  const band = bands.findLast(({ from }) => from <= people) as (typeof bands)[number]
  const month = total([band.perPersonMonth, ...modules.map((each) => each.perPersonMonth)], places)
  const year = decimal(month).times(people).times(monthsInYear)
  return roundTo(year, places, 'half-up').toFixed(places)
}

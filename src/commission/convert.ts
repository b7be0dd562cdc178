import { valueOn } from '../calendar/index.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { decimal, minorUnits, roundTo } from '../quantity/index.js'
import type { Credit } from './credit.js'
import { noRate } from './problems.js'
import type { Conversion, Rates } from './target-schema.js'

/**
 * Credits in one currency: each amount times the rate of the day that the conversion states (of the
 * event, of its recording, of its deal, or one day for all), rounded to the minor unit. Figures are
 * left as they are; amounts already in the currency too.
 *
 * Throws a `PolicyError` for every credit whose day has no rate.
 *
 * @example
 * convertCredits(credits, parseRates(json), parseConversion({ to: 'CNY', on: 'effective', rounding: 'half-up' }))
 */
export function convertCredits(
  credits: readonly Credit[],
  rates: Rates,
  { to, on, rounding }: Conversion,
): readonly Credit[] {
  const problems: Problem[] = []
  const converted = credits.map((credit, i) => {
    if (credit.currency === to) return credit
    const date = on === 'effective' || on === 'recorded' || on === 'dealt' ? credit[on] : on
    const table = rates.find((each) => each.from === credit.currency && each.to === to)
    const rate = table && valueOn(table.rates, date)
    if (rate === undefined) {
      problems.push(noRate(at('credits', i), credit.currency, to, date))
      return credit
    }
    const places = minorUnits(to)
    const amount = roundTo(decimal(credit.amount).times(rate), places, rounding).toFixed(places)
    return { ...credit, amount, currency: to }
  })
  refuse(problems)
  return converted
}

import { valueOn } from '../calendar/index.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { decimal, minorUnits, roundTo } from '../quantity/index.js'
import type { Credit } from './credit.js'
import { noRate } from './problems.js'
import type { Conversion, Rates } from './target-schema.js'

/**
 * Credits in one currency: each amount, and each of the `figures` that the conversion names, times the
 * rate of the day that it states (of the event, of its recording, of its deal, or one day for all),
 * rounded to the minor unit. Other figures are left as they are; credits already in the currency too.
 *
 * Throws a `PolicyError` for every credit whose day has no rate.
 *
 * @example
 * const rates = parseRates([{ from: 'USD', to: 'CNY', rates: [{ from: '2026-01-01', value: '7.02' }] }])
 * convertCredits(credits, rates, parseConversion({ to: 'CNY', on: 'effective', rounding: 'half-up' }))
 */
export function convertCredits(
  credits: readonly Credit[],
  rates: Rates,
  { to, on, rounding, figures = [] }: Conversion,
): readonly Credit[] {
  const problems: Problem[] = []
  const places = minorUnits(to)
  const converted = credits.map((credit, i) => {
    if (credit.currency === to) return credit
    const date = on === 'effective' || on === 'recorded' || on === 'dealt' ? credit[on] : on
    const table = rates.find((each) => each.from === credit.currency && each.to === to)
    const rate = table && valueOn(table.rates, date)
    if (rate === undefined) {
      problems.push(noRate(at('credits', i), credit.currency, to, date))
      return credit
    }
    const inTo = (value: string) =>
      roundTo(decimal(value).times(rate), places, rounding).toFixed(places)
    const own = Object.entries(credit.figures).map(([name, value]) => [
      name,
      figures.includes(name) ? inTo(value) : value,
    ])
    return {
      ...credit,
      amount: inTo(credit.amount),
      currency: to,
      figures: Object.fromEntries(own) as Credit['figures'],
    }
  })
  refuse(problems)
  return converted
}

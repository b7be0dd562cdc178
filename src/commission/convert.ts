import { valueOn } from '../calendar/index.js'
import type { Rates } from '../credit/rates-schema.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { decimal, minorUnits, roundTo } from '../quantity/index.js'
import type { Credit } from './credit.js'
import { noRate, unknownMoney, unnamedFigure } from './rate-problems.js'
import type { Conversion } from './target-schema.js'

/**
 * Credits in one currency: each amount, and each of the `figures` that the conversion names, times the
 * rate of the day that it states (of the event, of its recording, of its deal, or one day for all),
 * rounded to the minor unit. Figures named as `counts` are left as they are; credits already in the
 * currency too.
 *
 * Throws a `PolicyError` for every credit whose day has no rate, every figure of a credit to convert
 * that the conversion does not name as money or as a count, and every one named as money that no credit
 * has.
 *
 * @example
 * const rates = parseRates([{ from: 'USD', to: 'CNY', rates: [{ from: '2026-01-01', value: '7.02' }] }])
 * convertCredits(credits, rates, parseConversion({ to: 'CNY', on: 'effective', rounding: 'half-up' }))
 */
export function convertCredits(
  credits: readonly Credit[],
  rates: Rates,
  conversion: Conversion,
): readonly Credit[] {
  const { to, on, rounding, figures = [] } = conversion
  const problems: Problem[] = [...figureProblems(credits, conversion)]
  const money = new Set(figures)
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
      money.has(name) ? inTo(value) : value,
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

/** What is wrong with the names of figures; each name is told once, where it is first met. */
function figureProblems(
  credits: readonly Credit[],
  { to, figures = [], counts = [] }: Conversion,
): readonly Problem[] {
  const named = new Set([...figures, ...counts])
  const met = new Set<string>()
  const problems: Problem[] = []
  for (const [i, { currency, figures: own }] of credits.entries())
    for (const name of Object.keys(own)) {
      met.add(name)
      if (currency === to || named.has(name)) continue
      named.add(name)
      const path = at(at(at('credits', i), 'figures'), name)
      problems.push(unnamedFigure(path, name, [...figures, ...counts]))
    }
  // A figure that no credit has is most likely misspelt.
  const misspelt = credits.length === 0 ? [] : [...figures.entries()]
  for (const [i, name] of misspelt)
    if (!met.has(name)) problems.push(unknownMoney(at('conversion.figures', i), name, [...met]))
  return problems
}

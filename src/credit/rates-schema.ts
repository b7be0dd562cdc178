import * as z from 'zod'
import { historySchema } from '../calendar/schema.js'
import { at, type Problem } from '../problem/index.js'
import { by, format, meaning } from '../problem/schema.js'
import { currencySchema } from '../quantity/schema.js'
import { creditProblem } from '../words/index.js'
import { readOnce } from './read-once.js'

const ratesSchema = z
  .array(
    z
      .strictObject({
        from: currencySchema,
        to: currencySchema,
        rates: historySchema(format.nonNegative),
      })
      .readonly(),
  )
  .readonly()
  .superRefine(meaning(rateProblems))

/** Exchange rates: how many units of `to` one unit of `from` is worth, from a day on. */
export type Rates = z.infer<typeof ratesSchema>

function rateProblems(rates: Rates): readonly Problem[] {
  const pairs = new Set<string>()
  return rates.flatMap(({ from, to }, i) => {
    const pair = `${from} ${to}`
    if (pairs.has(pair)) return [creditProblem('repeated-rate', at('', i), { from, to })]
    pairs.add(pair)
    return []
  })
}

const ratesIn = readOnce(by(ratesSchema))

/**
 * Reads exchange rates from untrusted JSON. What it returns is frozen; given again, it is taken as it is.
 *
 * Throws a `PolicyError` with every problem, also for a pair of currencies that is duplicated.
 *
 * @example
 * parseRates([{ from: 'USD', to: 'CNY', rates: [{ from: '2026-01-01', value: '7.02' }] }]).length //=> 1
 */
export function parseRates(json: unknown): Rates {
  return ratesIn(json)
}

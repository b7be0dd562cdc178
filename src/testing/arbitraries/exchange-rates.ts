import fc from 'fast-check'
import { historyOf } from '../../calendar/index.js'
import type { Rates } from '../../credit/index.js'
import { historiesOf } from './calendars.js'
import { drawnCurrencies, part } from './draws.js'

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

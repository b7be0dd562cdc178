import type { Problem } from '../problem/index.js'
import { type Currency, minorUnits } from './currency.js'
import { decimal } from './decimal.js'
import { tooManyPlaces } from './problems.js'

/**
 * Whether an amount has more places than its currency: no payment could ever meet it.
 *
 * @example
 * placesProblems('cap', '0.005', 'CNY').map(({ code }) => code) //=> ['too-many-places']
 */
export function placesProblems(
  path: string,
  amount: string | undefined,
  currency: Currency,
): readonly Problem[] {
  const places = minorUnits(currency)
  return amount === undefined || decimal(amount).decimalPlaces() <= places
    ? []
    : [tooManyPlaces(path, amount, places)]
}

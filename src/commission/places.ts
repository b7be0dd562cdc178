import type { Problem } from '../problem/index.js'
import { type Currency, decimal, minorUnits, tooManyPlaces } from '../quantity/index.js'

/** Whether an amount has more places than its currency: no payment could ever meet it. */
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

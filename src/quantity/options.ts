import { choice, type Option, type Problem, whole } from '../problem/index.js'
import { currencies } from './currency.js'
import { type Decimal, isProblem, readDecimal } from './decimal.js'
import { negative } from './problems.js'
import { roundings } from './rounding.js'

/** Options of a request that are quantities; see `Option`. */

/** An exact number, and what else is asked of it. */
export function decimalOption(
  problemsIn: (value: Decimal, path: string) => readonly Problem[] = () => [],
): Option {
  return (value, path) => {
    const read = readDecimal(value, path)
    return isProblem(read) ? [read] : problemsIn(read, path)
  }
}

/** An exact number of zero or more. */
export const nonNegativeOption: Option = decimalOption((value, path) =>
  value.lessThan(0) ? [negative(path)] : [],
)

export const currencyOption: Option = choice(currencies, 'currency')

export const roundingOption: Option = choice(roundings)

/** The decimal places of a figure: more are asked for by mistake. */
export const placesOption: Option = whole(0, 100)

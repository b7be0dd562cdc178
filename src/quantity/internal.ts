/** What other folders of the library use, and its users do not. */

export {
  digitProblems,
  inputDigits,
  isDecimalText,
  plainDecimal,
  shortestText,
} from './decimal.js'
export { textOfDouble } from './double.js'
export { minusSign } from './format.js'
export {
  compareFractions,
  doubleOf,
  type Fraction,
  fraction,
  fractionOf,
  fractionTo,
  minus,
  over,
  plus,
  times,
} from './fraction.js'
export { halvings } from './halvings.js'
export {
  currencyOption,
  decimalOption,
  nonNegativeOption,
  placesOption,
  roundingOption,
} from './options.js'
export { placesProblems } from './places.js'
export { powerTo } from './power.js'
export { negative, tooManyDigits, tooManyPlaces } from './problems.js'
export { integerOf, scaledDouble, textOfScaled } from './scaled.js'
export { type Tally, tally } from './total.js'

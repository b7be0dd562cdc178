export { type Allocated, allocate, type Share, type TieRule } from './allocate.js'
export { type Currency, currencies, isCurrency, minorUnits } from './currency.js'
export {
  type Decimal,
  type DecimalLike,
  decimal,
  inputDigits,
  isProblem,
  type NumericInput,
  readDecimal,
} from './decimal.js'
export { formatNumber, formatQuantity } from './format.js'
export { halvings } from './halvings.js'
export { tooManyPlaces } from './problems.js'
export { divideTo, type Rounding, roundings, roundTo } from './rounding.js'
export { fromScaled, toScaled } from './scaled.js'
export { difference, type Tally, tally, total } from './total.js'
export { currencyOf, isUnit, money, productUnit, quotientUnit, type Unit, units } from './unit.js'

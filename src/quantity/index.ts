export { type Allocated, allocate, type Share, type TieRule } from './allocate.js'
export { type Currency, currencies, isCurrency, minorUnits } from './currency.js'
export {
  type Decimal,
  type DecimalLike,
  decimal,
  isProblem,
  type NumericInput,
  readDecimal,
} from './decimal.js'
export { formatNumber, formatQuantity } from './format.js'
export { type Direction, type Gap, type Ranked, rank } from './rank.js'
export { divideTo, type Rounding, roundings, roundTo } from './rounding.js'
export { fromScaled, toScaled } from './scaled.js'
export { difference, total } from './total.js'
export { currencyOf, isUnit, money, productUnit, quotientUnit, type Unit, units } from './unit.js'

import BigJs from 'big.js'
import { Decimal } from 'decimal.js'
import {
  dinero,
  halfUp as dineroHalfUp,
  multiply as times,
  toSnapshot,
  transformScale,
} from 'dinero.js'
import { CNY } from 'dinero.js/currencies'
import { check, constant, input, multiply, round } from '../../src/formula/index.js'
import { byRow, centsOf, doubles, halfUp, integers, type Plan } from './rival.js'
import { spreadsheet } from './spreadsheet.js'

/** 1.25 % of sales, to the cent. */
export const flat: Plan = {
  formula: check(
    round(multiply(input('sales', 'money:CNY', 2), constant('0.0125')), {
      places: 2,
      rounding: 'half-up',
    }),
  ),
  data: (rows) => ({ sales: integers(rows, 11, 0, 30_000_000) }),
  columns: (data) => data,
  rivals: {
    doubles: byRow(({ sales }) => {
      const amounts = doubles(sales, 2)
      return (row) => Math.round((amounts[row] as number) * 0.0125 * 100) / 100
    }, centsOf.number),
    decimal: byRow(({ sales }) => {
      const [amounts, rate] = [doubles(sales, 2), new Decimal('0.0125')]
      return (row) =>
        new Decimal(amounts[row] as number).times(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    }, centsOf.decimal),
    decimalFresh: byRow(({ sales }) => {
      const amounts = doubles(sales, 2)
      return (row) =>
        new Decimal(amounts[row] as number)
          .times(new Decimal('0.0125'))
          .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    }, centsOf.decimal),
    big: byRow(({ sales }) => {
      const [amounts, rate] = [doubles(sales, 2), new BigJs('0.0125')]
      return (row) => new BigJs(amounts[row] as number).times(rate).round(2, BigJs.roundHalfUp)
    }, centsOf.decimal),
    bigint: byRow(({ sales }) => {
      const amounts = BigInt64Array.from(sales as Float64Array, BigInt)
      return (row) => halfUp((amounts[row] as bigint) * 125n, 10_000n)
    }, centsOf.bigint),
    dinero: byRow(
      ({ sales }) =>
        (row) => {
          const amount = dinero({ amount: (sales as Float64Array)[row] as number, currency: CNY })
          return transformScale(times(amount, { amount: 125, scale: 4 }), 2, dineroHalfUp)
        },
      (payout) => toSnapshot(payout).amount,
    ),
    hyperformula: spreadsheet(
      ({ sales }) => [doubles(sales, 2)],
      (row) => `=ROUND(A${row}*0.0125,2)`,
    ),
  },
}

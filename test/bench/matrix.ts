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
import { check, constant, grid, input, match, multiply, round } from '../../src/formula/index.js'
import { byRow, centsOf, type Data, doubles, halfUp, integers, type Plan } from './rival.js'

const regions = ['north', 'south', 'west']
const factors = ['1.00', '1.05', '0.95']
const values = [
  ['0', '0.015', '0.020'],
  ['0.020', '0.035', '0.045'],
  ['0.030', '0.050', '0.075'],
]

/** The row or column of a number in a table with two bounds. */
function bandOf(x: number, middle: number, high: number): number {
  if (x < middle) return 0
  return x < high ? 1 : 2
}

/** A merit matrix: salary times a rate by rating and range position, times a factor by region. */
export const matrix: Plan = {
  formula: check(
    round(
      multiply(
        input('salary', 'money:CNY', 2),
        grid({
          row: input('rating', 'points', 1),
          column: input('ratio', 'ratio', 3),
          rows: [{}, { from: '3.0' }, { from: '4.0' }],
          columns: [{}, { from: '0.9' }, { from: '1.1' }],
          values,
          unit: 'ratio',
        }),
        match('region', {
          north: constant('1.00'),
          south: constant('1.05'),
          west: constant('0.95'),
        }),
      ),
      { places: 2, rounding: 'half-up' },
    ),
  ),
  data: (rows) => ({
    salary: integers(rows, 31, 300_000, 6_000_000),
    rating: integers(rows, 32, 10, 50),
    ratio: integers(rows, 33, 700, 1_300),
    region: integers(rows, 34, 0, 2),
  }),
  columns: ({ region, ...numbers }: Data) => ({
    ...numbers,
    region: { codes: Int32Array.from(region as Float64Array), dictionary: regions },
  }),
  rivals: {
    doubles: byCell((rates, regional) => {
      const [r, f] = [rates.map((row) => row.map(Number)), regional.map(Number)]
      return (salary, row, column, region) =>
        Math.round(
          salary * ((r[row] as number[])[column] as number) * (f[region] as number) * 100,
        ) / 100
    }, centsOf.number),
    decimal: byCell((rates, regional) => {
      const r = rates.map((row) => row.map((text) => new Decimal(text)))
      const f = regional.map((text) => new Decimal(text))
      return (salary, row, column, region) =>
        new Decimal(salary)
          .times((r[row] as Decimal[])[column] as Decimal)
          .times(f[region] as Decimal)
          .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    }, centsOf.decimal),
    decimalFresh: byCell(
      (rates, regional) => (salary, row, column, region) =>
        new Decimal(salary)
          .times(new Decimal((rates[row] as string[])[column] as string))
          .times(new Decimal(regional[region] as string))
          .toDecimalPlaces(2, Decimal.ROUND_HALF_UP),
      centsOf.decimal,
    ),
    big: byCell((rates, regional) => {
      const r = rates.map((row) => row.map((text) => new BigJs(text)))
      const f = regional.map((text) => new BigJs(text))
      return (salary, row, column, region) =>
        new BigJs(salary)
          .times((r[row] as BigJs[])[column] as BigJs)
          .times(f[region] as BigJs)
          .round(2, BigJs.roundHalfUp)
    }, centsOf.decimal),
    bigint: byCell(
      (rates, regional) => {
        const r = rates.map((row) => row.map((text) => BigInt(Math.round(Number(text) * 1_000))))
        const f = regional.map((text) => BigInt(Math.round(Number(text) * 100)))
        return (salary, row, column, region) =>
          halfUp(
            BigInt(salary) * ((r[row] as bigint[])[column] as bigint) * (f[region] as bigint),
            100_000n,
          )
      },
      centsOf.bigint,
      0,
    ),
    dinero: byCell(
      (rates, regional) => {
        const r = rates.map((row) => row.map((text) => Math.round(Number(text) * 1_000)))
        const f = regional.map((text) => Math.round(Number(text) * 100))
        return (salary, row, column, region) => {
          const rate = { amount: (r[row] as number[])[column] as number, scale: 3 }
          const raised = times(dinero({ amount: salary, currency: CNY }), rate)
          const factor = { amount: f[region] as number, scale: 2 }
          return transformScale(times(raised, factor), 2, dineroHalfUp)
        }
      },
      (payout) => toSnapshot(payout).amount,
      0,
    ),
  },
}

type Cell<Payout> = (salary: number, row: number, column: number, region: number) => Payout

/** A rival that finds its cell in doubles, all as quick, and pays in its own numbers. */
function byCell<Payout>(
  make: (rates: readonly (readonly string[])[], factors: readonly string[]) => Cell<Payout>,
  cents: (payout: Payout) => number,
  salaryScale = 2,
) {
  return byRow((data) => {
    const [salary, rating] = [doubles(data['salary'], salaryScale), doubles(data['rating'], 1)]
    const [ratio, region] = [doubles(data['ratio'], 3), data['region'] as Float64Array]
    const pay = make(values, factors)
    return (row) => {
      const band = bandOf(rating[row] as number, 3.0, 4.0)
      const place = bandOf(ratio[row] as number, 0.9, 1.1)
      return pay(salary[row] as number, band, place, region[row] as number)
    }
  }, cents)
}

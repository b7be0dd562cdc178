import BigJs from 'big.js'
import { Decimal } from 'decimal.js'
import {
  add,
  check,
  constant,
  input,
  interpolate,
  multiply,
  round,
} from '../../src/formula/index.js'
import { byRow, centsOf, type Data, doubles, halfUp, integers, type Plan } from './rival.js'

const weights = [
  '0.15',
  '0.15',
  '0.10',
  '0.10',
  '0.10',
  '0.10',
  '0.05',
  '0.05',
  '0.05',
  '0.05',
  '0.05',
  '0.05',
]
const names = weights.map((_, i) => `kpi${i + 1}`)
const rule = { places: 4, rounding: 'half-up' } as const

/**
 * Twelve measures, each scored from 0.5 at 80 % attainment over 1 at 100 % to 1.6 at 130 %, to four
 * places; the target bonus times the weighted score.
 */
export const scorecard: Plan = {
  formula: check(
    round(
      multiply(
        input('target', 'money:CNY', 2),
        add(
          ...names.map((name, i) =>
            multiply(
              interpolate(
                input(name, 'ratio', 4),
                [
                  { at: '0.8', value: '0.5' },
                  { at: '1', value: '1' },
                  { at: '1.3', value: '1.6' },
                ],
                rule,
              ),
              constant(weights[i] as string),
            ),
          ),
        ),
      ),
      { places: 2, rounding: 'half-up' },
    ),
  ),
  data: (rows) => ({
    target: integers(rows, 41, 100_000, 5_000_000),
    ...Object.fromEntries(names.map((name, i) => [name, integers(rows, 50 + i, 6_000, 14_000)])),
  }),
  columns: (data) => data,
  rivals: {
    doubles: byRow((data) => {
      const { target, kpis } = inDoubles(data)
      const shares = weights.map(Number)
      const score = (x: number): number => {
        if (x <= 0.8) return 0.5
        if (x >= 1.3) return 1.6
        const exact = x < 1 ? 0.5 + ((x - 0.8) * 0.5) / 0.2 : 1 + ((x - 1) * 0.6) / 0.3
        return Math.round(exact * 10_000) / 10_000
      }
      return (row) => {
        let total = 0
        for (let i = 0; i < kpis.length; i++)
          total += score((kpis[i] as Float64Array)[row] as number) * (shares[i] as number)
        return Math.round((target[row] as number) * total * 100) / 100
      }
    }, centsOf.number),
    decimal: decimalRival(true),
    decimalFresh: decimalRival(false),
    big: byRow((data) => {
      const { target, kpis } = inDoubles(data)
      const shares = weights.map((text) => new BigJs(text))
      const [low, high] = [new BigJs('0.8'), new BigJs('1.3')]
      const [half, one, top] = [new BigJs('0.5'), new BigJs('1'), new BigJs('1.6')]
      const [run, slope, length] = [new BigJs('0.2'), new BigJs('0.6'), new BigJs('0.3')]
      const score = (x: BigJs): BigJs => {
        if (x.lte(low)) return half
        if (x.gte(high)) return top
        const exact = x.lt(one)
          ? x.minus(low).times(half).div(run).plus(half)
          : x.minus(one).times(slope).div(length).plus(one)
        return exact.round(4, BigJs.roundHalfUp)
      }
      return (row) => {
        let total = new BigJs(0)
        for (let i = 0; i < kpis.length; i++)
          total = total.plus(
            score(new BigJs((kpis[i] as Float64Array)[row] as number)).times(shares[i] as BigJs),
          )
        return total.times(target[row] as number).round(2, BigJs.roundHalfUp)
      }
    }, centsOf.decimal),
    bigint: byRow((data) => {
      const target = BigInt64Array.from(data['target'] as Float64Array, BigInt)
      const kpis = names.map((name) => BigInt64Array.from(data[name] as Float64Array, BigInt))
      const shares = weights.map((text) => BigInt(Math.round(Number(text) * 100)))
      const score = (x: bigint): bigint => {
        if (x <= 8_000n) return 5_000n
        if (x >= 13_000n) return 16_000n
        return x < 10_000n ? 5_000n + halfUp((x - 8_000n) * 5n, 2n) : 10_000n + (x - 10_000n) * 2n
      }
      return (row) => {
        let total = 0n
        for (let i = 0; i < kpis.length; i++)
          total += score((kpis[i] as BigInt64Array)[row] as bigint) * (shares[i] as bigint)
        return halfUp((target[row] as bigint) * total, 1_000_000n)
      }
    }, centsOf.bigint),
  },
}

function inDoubles(data: Data) {
  return { target: doubles(data['target'], 2), kpis: names.map((name) => doubles(data[name], 4)) }
}

/** decimal.js with its constants made once, or anew for each row. */
function decimalRival(hoisted: boolean) {
  return byRow((data) => {
    const { target, kpis } = inDoubles(data)
    const constants = () => ({
      shares: weights.map((text) => new Decimal(text)),
      low: new Decimal('0.8'),
      high: new Decimal('1.3'),
      half: new Decimal('0.5'),
      one: new Decimal('1'),
      top: new Decimal('1.6'),
      run: new Decimal('0.2'),
      slope: new Decimal('0.6'),
      length: new Decimal('0.3'),
    })
    const once = constants()
    return (row) => {
      const { shares, low, high, half, one, top, run, slope, length } = hoisted ? once : constants()
      const score = (x: Decimal): Decimal => {
        if (x.lte(low)) return half
        if (x.gte(high)) return top
        const exact = x.lt(one)
          ? x.minus(low).times(half).div(run).plus(half)
          : x.minus(one).times(slope).div(length).plus(one)
        return exact.toDecimalPlaces(4, Decimal.ROUND_HALF_UP)
      }
      let total = new Decimal(0)
      for (let i = 0; i < kpis.length; i++)
        total = total.plus(
          score(new Decimal((kpis[i] as Float64Array)[row] as number)).times(shares[i] as Decimal),
        )
      return total.times(target[row] as number).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    }
  }, centsOf.decimal)
}

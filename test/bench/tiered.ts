import BigJs from 'big.js'
import { Decimal } from 'decimal.js'
import {
  atLeast,
  check,
  constant,
  divide,
  input,
  marginal,
  minimum,
  multiply,
  round,
  step,
  when,
} from '../../src/formula/index.js'
import { byRow, centsOf, doubles, halfUp, integers, type Plan } from './rival.js'
import { spreadsheet } from './spreadsheet.js'

const tiers = [
  { from: '0', rate: '0.010' },
  { from: '50000', rate: '0.015' },
  { from: '100000', rate: '0.020' },
  { from: '200000', rate: '0.025' },
]
const multipliers = [
  { from: '1.2', value: '1.5' },
  { from: '1', value: '1.2' },
  { from: '0.8', value: '1' },
]
const [lowest, gate, cap] = ['0.8', '0.85', '8000']
const cents = { places: 2, rounding: 'half-up' } as const

/** Four marginal tiers times a multiplier by attainment of quota, gated by satisfaction, capped. */
export const tiered: Plan = {
  formula: check(
    round(
      when(
        atLeast(input('satisfaction', 'ratio', 4), constant(gate)),
        minimum(
          multiply(
            marginal(input('sales', 'money:CNY', 2), tiers),
            step(
              divide(input('sales', 'money:CNY', 2), input('quota', 'money:CNY', 2), {
                places: 4,
                rounding: 'half-up',
              }),
              [{ value: lowest }, ...multipliers.toReversed()],
            ),
          ),
          constant(cap, 'money:CNY'),
        ),
        constant('0', 'money:CNY'),
      ),
      cents,
    ),
  ),
  data: (rows) => ({
    sales: integers(rows, 21, 0, 30_000_000),
    quota: integers(rows, 22, 5_000_000, 25_000_000),
    satisfaction: integers(rows, 23, 7_000, 10_000),
  }),
  columns: (data) => data,
  rivals: {
    doubles: byRow((data) => {
      const [sales, quota] = [doubles(data['sales'], 2), doubles(data['quota'], 2)]
      const satisfaction = doubles(data['satisfaction'], 4)
      const slices = tiers.map(({ from, rate }, i) => ({
        from: Number(from),
        to: Number(tiers[i + 1]?.from ?? Number.POSITIVE_INFINITY),
        rate: Number(rate),
      }))
      const pay = (sold: number, target: number, satisfied: number): number => {
        if (satisfied < 0.85) return 0
        let earned = 0
        for (const { from, to, rate } of slices) {
          if (sold <= from) break
          earned += (Math.min(sold, to) - from) * rate
        }
        const attainment = Math.round((sold / target) * 10_000) / 10_000
        const multiplier =
          attainment >= 1.2 ? 1.5 : attainment >= 1 ? 1.2 : attainment >= 0.8 ? 1 : 0.8
        return Math.round(Math.min(earned * multiplier, 8000) * 100) / 100
      }
      return (row) => pay(sales[row] as number, quota[row] as number, satisfaction[row] as number)
    }, centsOf.number),
    decimal: decimalRival(true),
    decimalFresh: decimalRival(false),
    big: byRow((data) => {
      const [sales, quota] = [doubles(data['sales'], 2), doubles(data['quota'], 2)]
      const satisfaction = doubles(data['satisfaction'], 4)
      const slices = tiers.map(({ from, rate }) => ({
        from: new BigJs(from),
        rate: new BigJs(rate),
      }))
      const steps = multipliers.map(({ from, value }) => ({
        from: new BigJs(from),
        value: new BigJs(value),
      }))
      const [least, bar, most, zero] = [lowest, gate, cap, '0'].map((text) => new BigJs(text)) as [
        BigJs,
        BigJs,
        BigJs,
        BigJs,
      ]
      return (row) => {
        if (new BigJs(satisfaction[row] as number).lt(bar)) return zero
        const sold = new BigJs(sales[row] as number)
        let earned = zero
        for (let i = 0; i < slices.length; i++) {
          const { from, rate } = slices[i] as (typeof slices)[number]
          if (sold.lte(from)) break
          const to = slices[i + 1]?.from
          const upTo = to === undefined || sold.lt(to) ? sold : to
          earned = earned.plus(upTo.minus(from).times(rate))
        }
        // Big.DP is 20: of the quotient's 4 places none can be moved by rounding twice.
        const attainment = sold.div(quota[row] as number).round(4, BigJs.roundHalfUp)
        const multiplier = steps.find(({ from }) => attainment.gte(from))?.value ?? least
        const capped = earned.times(multiplier)
        return (capped.gt(most) ? most : capped).round(2, BigJs.roundHalfUp)
      }
    }, centsOf.decimal),
    bigint: byRow((data) => {
      const columns = ['sales', 'quota', 'satisfaction'].map((name) =>
        BigInt64Array.from(data[name] as Float64Array, BigInt),
      )
      const [sales, quota, satisfaction] = columns as [BigInt64Array, BigInt64Array, BigInt64Array]
      const slices = [
        { from: 0n, to: 5_000_000n, rate: 10n },
        { from: 5_000_000n, to: 10_000_000n, rate: 15n },
        { from: 10_000_000n, to: 20_000_000n, rate: 20n },
        { from: 20_000_000n, to: 1n << 62n, rate: 25n },
      ]
      return (row) => {
        if ((satisfaction[row] as bigint) < 8_500n) return 0n
        const sold = sales[row] as bigint
        let earned = 0n
        for (const { from, to, rate } of slices) {
          if (sold <= from) break
          earned += ((sold < to ? sold : to) - from) * rate
        }
        const attainment = halfUp(sold * 10_000n, quota[row] as bigint)
        const multiplier =
          attainment >= 12_000n
            ? 15n
            : attainment >= 10_000n
              ? 12n
              : attainment >= 8_000n
                ? 10n
                : 8n
        const pay = earned * multiplier
        return halfUp(pay > 8_000_000_000n ? 8_000_000_000n : pay, 10_000n)
      }
    }, centsOf.bigint),
    hyperformula: spreadsheet(
      (data) => [
        doubles(data['sales'], 2),
        doubles(data['quota'], 2),
        doubles(data['satisfaction'], 4),
      ],
      (row) =>
        `=IF(C${row}<0.85,0,ROUND(MIN(8000,(MIN(A${row},50000)*0.01+MAX(MIN(A${row},100000)-50000,0)*0.015+MAX(MIN(A${row},200000)-100000,0)*0.02+MAX(A${row}-200000,0)*0.025)*IF(ROUND(A${row}/B${row},4)>=1.2,1.5,IF(ROUND(A${row}/B${row},4)>=1,1.2,IF(ROUND(A${row}/B${row},4)>=0.8,1,0.8)))),2))`,
    ),
  },
}

/** decimal.js with its constants made once, or anew where they are used. */
function decimalRival(hoisted: boolean) {
  return byRow((data) => {
    const [sales, quota] = [doubles(data['sales'], 2), doubles(data['quota'], 2)]
    const satisfaction = doubles(data['satisfaction'], 4)
    const constants = () => ({
      slices: tiers.map(({ from, rate }) => ({ from: new Decimal(from), rate: new Decimal(rate) })),
      steps: multipliers.map(({ from, value }) => ({
        from: new Decimal(from),
        value: new Decimal(value),
      })),
      least: new Decimal(lowest),
      bar: new Decimal(gate),
      most: new Decimal(cap),
      zero: new Decimal(0),
    })
    const once = constants()
    return (row) => {
      const { slices, steps, least, bar, most, zero } = hoisted ? once : constants()
      if (new Decimal(satisfaction[row] as number).lt(bar)) return zero
      const sold = new Decimal(sales[row] as number)
      let earned = zero
      for (let i = 0; i < slices.length; i++) {
        const { from, rate } = slices[i] as (typeof slices)[number]
        if (sold.lte(from)) break
        const to = slices[i + 1]?.from
        earned = earned.plus(
          (to === undefined ? sold : Decimal.min(sold, to)).minus(from).times(rate),
        )
      }
      const attainment = sold.div(quota[row] as number).toDecimalPlaces(4, Decimal.ROUND_HALF_UP)
      const multiplier = steps.find(({ from }) => attainment.gte(from))?.value ?? least
      return Decimal.min(earned.times(multiplier), most).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    }
  }, centsOf.decimal)
}

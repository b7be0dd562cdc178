import { options, refuse } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import { flowsOption, growthOf, rateOption, readFlows, worthByYear } from './flows.js'
import { mostBelow, rateText } from './rate-text.js'

/** At what yearly rates money is had and put to use. */
export interface ModifiedRates {
  /** Paid for what flows out. */
  readonly finance: NumericInput
  /** Earned by what flows in, until the last year. */
  readonly reinvest: NumericInput
}

const ratesOption = options({ finance: rateOption, reinvest: rateOption })

/**
 * The modified internal rate of return (MIRR) of flows a year apart, the first of them today: the rate
 * at which what flows out, discounted to today at `finance`, grows into what flows in, put by until the
 * last year at `reinvest`. There is never more than one. Exact, cut to six places as the rate of
 * `internalRate`; `undefined` where nothing flows out, or nothing in.
 *
 * Throws a `PolicyError` for flows and rates that are no numbers, no flows or more than 1,200, and a
 * rate of -1 or less.
 *
 * @example
 * // Microsoft's example of MIRR: 12.61 % after five years.
 * modifiedRate([-120000, 39000, 30000, 21000, 37000, 46000], { finance: '0.1', reinvest: '0.12' }) //=> '0.126094'
 */
export function modifiedRate(
  flows: readonly NumericInput[],
  rates: ModifiedRates,
): string | undefined {
  refuse([...flowsOption(flows, 'flows'), ...ratesOption(rates, 'rates')])
  const { units } = readFlows(flows)
  const [finance, reinvest] = [growthOf(rates.finance), growthOf(rates.reinvest)]
  const worth = (kept: readonly bigint[], growth: typeof finance) =>
    worthByYear({ units: kept, places: 0 }, growth).at(-1) as bigint
  const gains = worth(
    units.map((flow) => (flow > 0n ? flow : 0n)),
    reinvest,
  )
  const outlays = worth(
    units.map((flow) => (flow < 0n ? -flow : 0n)),
    finance,
  )
  if (gains === 0n || outlays === 0n) return undefined
  const years = BigInt(flows.length - 1)
  const numerator = gains * finance.numerator ** years
  const denominator = outlays * reinvest.denominator ** years
  return rateText((unit) => {
    const total = numerator * unit ** years
    return mostBelow((growth) => growth ** years * denominator <= total)
  })
}

import { refuse, whole } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import { flowsOption, readFlows } from './flows.js'
import { balanceOf, type InternalRate } from './internal-rate.js'
import { figuresOf, nominalRate, rateOfGrowth } from './narrow.js'
import { powerSum } from './power-sum.js'

/** The internal rate of return of flows a part of a year apart, or why there is none. */
export type PeriodicRate =
  | Exclude<InternalRate, { readonly kind: 'rate' }>
  | {
      readonly kind: 'rate'
      /** Of one period. */
      readonly rate: string
      /** Of a year, with the return of each period earning from then on: (1 + rate)^periods - 1. */
      readonly effective: string
      /** Of a year as it is quoted: rate × periods. */
      readonly nominal: string
    }

/** The most periods that a year has: its days, in a leap year. */
const mostPeriods = 366

/**
 * The internal rate of return of flows a month, a quarter or another part of a year apart, the first of
 * them today: of one period, and of a year, effective and nominal. Rates above -1 are counted, for
 * certain, and of several none is told. Each figure is cut to six places by itself.
 *
 * Throws a `PolicyError` for flows that are no numbers, none or more than 1,200; for periods of a year
 * that are not a whole number from 1 to 366; where more than 61 flows so nearly balance at one rate twice
 * that it cannot be told whether they do; and where they balance only at a growth above 10^30 a year, or below
 * 10^-30.
 *
 * @example
 * periodicRate(['-1000', '510', '510'], 12)
 * //=> { kind: 'rate', rate: '0.013304', effective: '0.171864', nominal: '0.159648' }
 */
export function periodicRate(flows: readonly NumericInput[], periodsOfYear: number): PeriodicRate {
  refuse([...flowsOption(flows, 'flows'), ...whole(1, mostPeriods)(periodsOfYear, 'periodsOfYear')])
  const found = balanceOf(readFlows(flows).units)
  if (found.kind !== 'one') return found
  const sum = powerSum(found.simple.map((coefficient, power) => ({ power, coefficient })))
  const [rate, effective, nominal] = figuresOf(sum, periodsOfYear, (growth) => [
    rateOfGrowth(growth(1)),
    rateOfGrowth(growth(periodsOfYear)),
    nominalRate(growth(1), periodsOfYear),
  ]) as readonly [string, string, string]
  return { kind: 'rate', rate, effective, nominal }
}

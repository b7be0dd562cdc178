import { refuse } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import { type Fraction, fractionTo, placesOption } from '../quantity/internal.js'
import { flowsOption, rateOption } from './flows.js'
import { valueToday } from './returns.js'

/** The places of a multiple. */
const multiplePlaces = 4

/**
 * How many times their cost the benefits are: the sum of benefits ÷ the sum of costs, each a year apart
 * and the first of them today, with a `rate` discounted first. Rounded half-up to four places;
 * `undefined` where the costs do not come to more than zero.
 *
 * Throws a `PolicyError` for benefits, costs and a rate that are no numbers, none or more than 1,200 of
 * them, and a rate of -1 or less.
 *
 * @example
 * benefitCostRatio(['0', '318000'], ['0', '72000']) //=> '4.4167'
 */
export function benefitCostRatio(
  benefits: readonly NumericInput[],
  costs: readonly NumericInput[],
  rate: NumericInput = '0',
): string | undefined {
  refuse([
    ...flowsOption(benefits, 'benefits'),
    ...flowsOption(costs, 'costs'),
    ...rateOption(rate, 'rate'),
  ])
  return ratioOf(valueToday(benefits, rate), valueToday(costs, rate))
}

/**
 * The profitability index of flows a year apart: what all after the first are worth today ÷ what is laid
 * out today, the first. Above 1 where the net present value is above zero. Rounded half-up to four
 * places; `undefined` where nothing is laid out today.
 *
 * Throws a `PolicyError` for flows and a rate that are no numbers, no flows or more than 1,200, and a
 * rate of -1 or less.
 *
 * @example
 * profitabilityIndex(['-1000', '600', '600'], '0.1') //=> '1.0413'
 */
export function profitabilityIndex(
  flows: readonly NumericInput[],
  rate: NumericInput,
): string | undefined {
  refuse([...flowsOption(flows, 'flows'), ...rateOption(rate, 'rate')])
  const { numerator, denominator } = valueToday(flows.slice(0, 1), rate)
  return ratioOf(valueToday(['0', ...flows.slice(1)], rate), { numerator: -numerator, denominator })
}

/**
 * The equal flow at the end of each year that is worth as much today as flows a year apart, the first of
 * them today: of costs the equivalent annual cost. Exact, rounded once, half-up, to `places` (at most
 * 100); `undefined` for a flow of today alone, which there are no years to spread over.
 *
 * Throws a `PolicyError` for flows and a rate that are no numbers, no flows or more than 1,200, a rate
 * of -1 or less, and places that are none.
 *
 * @example
 * equivalentAnnual(['1000', '100', '100'], '0.1', 2) //=> '676.19'
 */
export function equivalentAnnual(
  flows: readonly NumericInput[],
  rate: NumericInput,
  places: number,
): string | undefined {
  refuse([
    ...flowsOption(flows, 'flows'),
    ...rateOption(rate, 'rate'),
    ...placesOption(places, 'places'),
  ])
  const oneEach = flows.map((_, year) => (year === 0 ? '0' : '1'))
  return ratioOf(valueToday(flows, rate), valueToday(oneEach, rate), places)
}

function ratioOf(a: Fraction, b: Fraction, places = multiplePlaces): string | undefined {
  return b.numerator > 0n
    ? fractionTo(
        { numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator },
        places,
      )
    : undefined
}

import { daysBetween, type IsoDate } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import { at, fail, type Option, options, type Problem, refuse } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import { decimalOption, fractionTo, placesOption } from '../quantity/internal.js'
import { balancesOf } from './count-roots.js'
import { boundedFlows, growthOf, rateOption, readFlows } from './flows.js'
import type { InternalRate } from './internal-rate.js'
import { figuresOf, rateOfGrowth } from './narrow.js'
import { lowered, powerSum } from './power-sum.js'
import { datesTooFarApart, ratesNotTold } from './problems.js'
import { signChanges } from './sturm.js'
import { worthOf } from './worth.js'

/** An amount of money on a day: above zero where it comes in, below where it goes out. */
export interface DatedFlow {
  readonly date: IsoDate
  readonly amount: NumericInput
}

/** Actual/365: a year is so many days, in a leap year too. */
const daysOfYear = 365
/** The most days between flows: a hundred years. */
const mostDays = 36_525

const flowsOption: Option = boundedFlows(options({ date: dateProblems, amount: decimalOption() }))

/**
 * The internal rate of return of flows on given days, in any order (XIRR): the yearly rate at which
 * they are worth nothing on the first day, each divided by (1 + rate) to the power of its days after
 * the first ÷ 365. Rates above -1 are counted, for certain, and of several none is told; a rate is cut
 * to six places, as that of `internalRate`.
 *
 * Throws a `PolicyError` for flows that cannot be read, none or more than 1,200, more than a hundred
 * years (36,525 days) apart; where they so nearly balance at one rate twice that it cannot be told
 * whether they do; and where they balance only at a growth above 10^30 a year, or below 10^-30.
 *
 * @example
 * datedInternalRate([{ date: '2026-01-01', amount: '-1000' }, { date: '2027-01-01', amount: '1100' }])
 * //=> { kind: 'rate', rate: '0.100000' }
 */
export function datedInternalRate(flows: readonly DatedFlow[]): InternalRate {
  const sum = lowered(powerSum(readDated(flows).terms))
  const { count, simple } = balancesOf(sum) ?? fail(ratesNotTold('flows'))
  if (count === 0) return { kind: 'none' }
  if (count > 1)
    return { kind: 'several', changes: signChanges(sum.map(({ coefficient }) => coefficient)) }
  const [rate] = figuresOf(simple, daysOfYear, (growth) => [rateOfGrowth(growth(daysOfYear))])
  return { kind: 'rate', rate: rate as string }
}

/**
 * The net present value of flows on given days, in any order, on the first of them (XNPV): each divided
 * by (1 + rate) to the power of its days after the first ÷ 365, and the sum rounded once, half-up, to
 * `places` (at most 100). What is nearer to a tie than 10^-20 of the last place is rounded as a tie.
 *
 * Throws a `PolicyError` for flows and rates that cannot be read, no flows or more than 1,200, flows
 * more than a hundred years (36,525 days) apart, a rate of -1 or less, and places that are none.
 *
 * @example
 * datedPresentValue([{ date: '2026-01-01', amount: '-1000' }, { date: '2027-01-01', amount: '1100' }], '0.05', 2)
 * //=> '47.62'
 */
export function datedPresentValue(
  flows: readonly DatedFlow[],
  rate: NumericInput,
  places: number,
): string {
  const problems = [...rateOption(rate, 'rate'), ...placesOption(places, 'places')]
  const read = readDated(flows, problems)
  const { numerator, denominator } = worthOf(powerSum(read.terms), {
    growth: growthOf(rate),
    periods: daysOfYear,
    places: places + read.places,
  })
  return fractionTo({ numerator, denominator: denominator * 10n ** BigInt(read.places) }, places)
}

/** Flows by their days after the first, as whole numbers of their smallest unit. */
function readDated(flows: readonly DatedFlow[], others: readonly Problem[] = []) {
  refuse([...flowsOption(flows, 'flows'), ...others])
  const first = flows.reduce((a, { date }) => (date < a ? date : a), '9999-12-31')
  const days = flows.map(({ date }) => daysBetween(first, date))
  refuse(
    days.flatMap((each, i) =>
      each > mostDays ? [datesTooFarApart(at(at('flows', i), 'date'), each, mostDays)] : [],
    ),
  )
  const { units, places } = readFlows(flows.map(({ amount }) => amount))
  const terms = units.map((coefficient, i) => ({ power: days[i] as number, coefficient }))
  return { terms, places }
}

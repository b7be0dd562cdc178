import { addDays, addMonths, type IsoDate } from '../calendar/index.js'
import { fail, problemsOf, refuse, whole } from '../problem/index.js'
import {
  type Currency,
  type Decimal,
  decimal,
  difference,
  minorUnits,
  type Rounding,
  roundTo,
} from '../quantity/index.js'
import { currencyOption, roundingOption } from '../quantity/internal.js'
import { amountProblems } from './amounts.js'
import { noSteps, noSuchStep, notAStep } from './problems.js'
import {
  type PromotionRule,
  ruleOption,
  type WaitingPeriods,
  waitingOption,
} from './promotion-schema.js'
import { type PayRange, rangeOption } from './range-schema.js'

/** The pay after a promotion. */
export interface Promotion {
  readonly salary: string
  readonly increase: string
  /** The step of the new range, from 1, where the rule places on one. */
  readonly step?: number
}

/**
 * The pay on promotion from one range to another, by the rule:
 * - `percentage`: salary × (1 + increase), rounded to the minor unit, whatever the new range.
 * - `to-minimum`: the new range's minimum, where the salary is below it.
 * - `percentage-or-minimum`: the greater of the two.
 * - `steps`: the lowest step of the new range at or above the salary plus so many step increases of
 *   the old range, its last increase again where its steps run out; the highest step where none is as
 *   high. With two steps this is 5 CFR 531.214(d)(3) for one pay schedule of the US General Schedule.
 *
 * No rule lowers pay: a salary above what the rule gives is kept, and is then on no step.
 *
 * Throws a `PolicyError` for a rule, a currency or a rounding that is none, a salary that is no amount
 * of the currency, ranges that are none or that no payment in it could meet, and where the rule needs
 * steps that a range does not have or the salary is none of the old range's steps.
 *
 * @example
 * const from = { grade: 'P1', minimum: '5000', midpoint: '6000', maximum: '7000' }
 * const to = { grade: 'P2', minimum: '5750', midpoint: '6900', maximum: '8050' }
 * promote({ rule: 'to-minimum' }, { salary: '5500.00', from, to, currency: 'CNY', rounding: 'half-up' })
 * //=> { salary: '5750.00', increase: '250.00' }
 */
export function promote(
  rule: PromotionRule,
  {
    salary,
    from,
    to,
    currency,
    rounding,
  }: {
    readonly salary: string
    readonly from: PayRange
    readonly to: PayRange
    readonly currency: Currency
    readonly rounding: Rounding
  },
): Promotion {
  refuse([
    ...ruleOption(rule, 'rule'),
    ...currencyOption(currency, 'currency'),
    ...roundingOption(rounding, 'rounding'),
  ])
  refuse([
    ...amountProblems(salary, 'salary', currency),
    ...rangeOption(currency)(from, 'from'),
    ...rangeOption(currency)(to, 'to'),
  ])
  const places = minorUnits(currency)
  const paid = (value: Decimal, step?: number): Promotion => {
    const kept = value.lessThan(salary)
    const after = (kept ? decimal(salary) : value).toFixed(places)
    return {
      salary: after,
      increase: difference(after, salary, places),
      ...(step !== undefined && !kept && { step }),
    }
  }
  if (rule.rule === 'to-minimum') return paid(decimal(to.minimum))
  if (rule.rule === 'steps') {
    const { value, step } = placedOnStep(rule.steps, salary, from, to)
    return paid(value, step)
  }
  const raised = roundTo(decimal(salary).times(decimal(rule.increase).plus(1)), places, rounding)
  const below = rule.rule === 'percentage-or-minimum' && raised.lessThan(to.minimum)
  return paid(below ? decimal(to.minimum) : raised)
}

function placedOnStep(
  count: number,
  salary: string,
  from: PayRange,
  to: PayRange,
): { readonly value: Decimal; readonly step: number } {
  const own = from.steps ?? fail(noSteps('from', from.grade))
  const target = to.steps ?? fail(noSteps('to', to.grade))
  const index = own.findIndex((step) => decimal(step).equals(salary))
  if (index < 0) fail(notAStep('salary', salary, from.grade))
  let raised = decimal(salary)
  for (let step = index; step < index + count; step++) raised = raised.plus(increaseAt(own, step))
  const found = target.findIndex((step) => raised.lessThanOrEqualTo(step))
  const placed = found < 0 ? target.length - 1 : found
  return { value: decimal(target[placed] as string), step: placed + 1 }
}

/** From one step to the next; past the last, its last increase again; nothing where there is one step. */
function increaseAt(steps: readonly string[], index: number): Decimal {
  const high = Math.min(index + 1, steps.length - 1)
  const low = Math.max(0, high - 1)
  return decimal(steps[high] as string).minus(steps[low] as string)
}

/**
 * The waiting periods of the US General Schedule for employees with a scheduled tour of duty: 52 weeks
 * in steps 1 to 3, 104 in steps 4 to 6, 156 in steps 7 to 9. Source: 5 CFR 531.405(a)(1).
 */
export const generalScheduleWaiting: WaitingPeriods = [
  { fromStep: 1, weeks: 52 },
  { fromStep: 4, weeks: 104 },
  { fromStep: 7, weeks: 156 },
]

/**
 * The first day after the waiting period in a step, or `undefined` on the last step. The period begins
 * on `since`, the first day in the step, which counts. Months and years are those of service (see
 * `monthsOfService`), so the next step is due on the anniversary; where the month does not have that
 * day it is its last, such as 28 February for the 29th. (The US General Schedule pays the next step
 * from the first pay period that begins on or after that day: 5 CFR 531.412.)
 *
 * Throws a `PolicyError` for waiting periods that are none, a step that there is not, a date that is
 * none, and a day after the year 9999.
 *
 * @example
 * nextStepOn(generalScheduleWaiting, { step: 3, since: '2026-01-04', steps: 10 }) //=> '2027-01-03'
 * nextStepOn([{ fromStep: 1, years: 2 }], { step: 1, since: '2026-01-04', steps: 2 }) //=> '2028-01-04'
 */
export function nextStepOn(
  waiting: WaitingPeriods,
  {
    step,
    since,
    steps,
  }: { readonly step: number; readonly since: IsoDate; readonly steps: number },
): IsoDate | undefined {
  refuse([...waitingOption(waiting, 'waiting'), ...whole(1)(steps, 'steps')])
  if (!Number.isInteger(step) || step < 1 || step > steps) fail(noSuchStep('step', step, steps))
  const own = waiting.findLast(({ fromStep }) => fromStep <= step) as WaitingPeriods[number]
  const after = () => waited(since, own)
  refuse(problemsOf(after).map((problem) => ({ ...problem, path: 'since' })))
  return step === steps ? undefined : after()
}

/** The first day after a period that begins on a day. */
function waited(since: IsoDate, { weeks, months = 0, years = 0 }: WaitingPeriods[number]): IsoDate {
  return weeks === undefined ? addMonths(since, 12 * years + months) : addDays(since, 7 * weeks)
}

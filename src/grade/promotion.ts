import { addDays, type IsoDate } from '../calendar/index.js'
import { fail } from '../problem/index.js'
import {
  type Currency,
  type Decimal,
  decimal,
  difference,
  minorUnits,
  type Rounding,
  roundTo,
} from '../quantity/index.js'
import { noSteps, notAStep } from './problems.js'
import type { PayRange, PromotionRule, WaitingPeriods } from './schema.js'

/** The pay after a promotion. */
export interface Promotion {
  readonly salary: string
  readonly increase: string
  /** The step of the new range, from 1, where the rule places on one. */
  readonly step?: number
}

/**
 * The pay on promotion from one range to another, by the rule:
 * - `percentage`: salary × (1 + increase), rounded to the minor unit.
 * - `to-minimum`: the new range's minimum, where the salary is below it.
 * - `percentage-or-minimum`: the greater of the two.
 * - `steps`: the lowest step of the new range at or above the salary plus so many step increases of
 *   the old range, its last increase again where the steps run out; the highest step where none is as
 *   high, and never less than the salary. With two steps this is 5 CFR 531.214(d)(3) for the US
 *   General Schedule.
 *
 * Throws a `PolicyError` where the rule needs steps that a range does not have, or the salary is none
 * of the old range's steps.
 *
 * @example
 * promote({ rule: 'to-minimum' }, { salary: '5500.00', from, to, currency: 'CNY', rounding: 'half-up' }).salary
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
  const places = minorUnits(currency)
  const paid = (value: Decimal, step?: number): Promotion => {
    const now = value.lessThan(salary) ? decimal(salary) : value
    const after = now.toFixed(places)
    return {
      salary: after,
      increase: difference(after, salary, places),
      ...(step !== undefined && { step }),
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
): { value: Decimal; step: number } {
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

/** From one step to the next; past the last, its last increase again. */
function increaseAt(steps: readonly string[], index: number): Decimal {
  const below = Math.max(0, Math.min(index, steps.length - 2))
  const [low, high] = [steps[below], steps[below + 1]]
  return low === undefined || high === undefined ? decimal('0') : decimal(high).minus(low)
}

/**
 * The waiting periods of the US General Schedule: 52 weeks in steps 1 to 3, 104 in steps 4 to 6, 156
 * in steps 7 to 9. Source: 5 CFR 531.405(a).
 */
export const generalScheduleWaiting: WaitingPeriods = [
  { fromStep: 1, weeks: 52 },
  { fromStep: 4, weeks: 104 },
  { fromStep: 7, weeks: 156 },
]

/**
 * The first day on which a person may go to the next step, or `undefined` on the last step.
 *
 * Throws a `PolicyError` for a date that is none.
 *
 * @example
 * nextStepOn(generalScheduleWaiting, { step: 3, since: '2026-01-04', steps: 10 }) //=> '2027-01-03'
 */
export function nextStepOn(
  waiting: WaitingPeriods,
  {
    step,
    since,
    steps,
  }: { readonly step: number; readonly since: IsoDate; readonly steps: number },
): IsoDate | undefined {
  const rule = waiting.findLast(({ fromStep }) => fromStep <= step)
  return rule === undefined || step >= steps ? undefined : addDays(since, 7 * rule.weeks)
}

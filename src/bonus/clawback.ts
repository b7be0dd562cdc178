import {
  above,
  check,
  constant,
  divide,
  type Expression,
  type Formula,
  input,
  maximum,
  minimum,
  multiply,
  named,
  subtract,
  when,
} from '../formula/index.js'
import { type Currency, minorUnits, money } from '../quantity/index.js'
import type { ClawbackPolicy, LeaverPart } from './grant-schema.js'

/** How somebody leaves: a good leaver by no fault or choice against the company, a bad one otherwise. */
export type Leaver = 'good' | 'bad'

/** Full months served since the day a bonus was granted, with the last day of who has left; see `monthsOfService`. */
export function monthsServed(): Expression {
  return input('service.months', 'count', 0, { en: 'Months served', 'zh-CN': '已服务月数' })
}

/**
 * What a leaver pays back of what was paid, by kind of leaver: nothing once `months` are served; before
 * that all of it, none, or the part of the months that are not served, rounded down to the minor unit.
 * Never less than nothing and never more than `paid`. Reads `paid` and `service.months`.
 *
 * @example
 * const { bad } = clawbackOf({ months: 12, good: 'none', bad: 'pro-rata' }, 'CNY')
 * evaluate(bad, { paid: '12000.00', 'service.months': 9 }).value //=> '3000.00'
 */
export function clawbackOf(
  { months, label, clause, ...parts }: ClawbackPolicy,
  currency: Currency,
): Readonly<Record<Leaver, Formula>> {
  const places = minorUnits(currency)
  const paid = input('paid', money(currency), places, { en: 'Paid', 'zh-CN': '已发放' })
  const whole = constant(String(months), 'count')
  const served = minimum(whole, maximum(monthsServed(), constant('0', 'count')))
  const left = named({ en: 'Months not served', 'zh-CN': '未服务月数' }, subtract(whole, served))
  const nothing = constant('0', money(currency))
  const owed: Readonly<Record<LeaverPart, Expression>> = {
    all: paid,
    'pro-rata': divide(multiply(paid, left), whole, { places, rounding: 'down' }),
    // A product, so that every policy reads the same inputs.
    none: multiply(paid, constant('0')),
  }
  const early = above(left, constant('0', 'count'))
  const title = label ?? { en: 'Paid back', 'zh-CN': '应退还' }
  const formula = (leaver: Leaver) =>
    check(named(title, when(early, owed[parts[leaver]], nothing), clause))
  return { good: formula('good'), bad: formula('bad') }
}

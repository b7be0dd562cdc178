import {
  atLeast,
  check,
  constant,
  divide,
  type Expression,
  type Formula,
  input,
  named,
  prorated,
  when,
} from '../formula/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { monthsServed } from './clawback.js'
import { parseThirteenthPolicy, type ThirteenthPolicy } from './grant-schema.js'

/** A 13th month: the policy as it was written, and the formula it means. */
export interface Thirteenth {
  readonly id: string
  readonly policy: ThirteenthPolicy
  /**
   * Reads `earned`; or `salary` and what `prorationInputs` gives for the year; and `service.months`
   * where the policy asks for months of service.
   */
  readonly formula: Formula
}

/**
 * A 13th month, from untrusted JSON, rounded once to the currency's minor unit.
 *
 * - `earned`: what was earned in the year over 12. So the Philippines have it: total basic salary
 *   earned during the year ÷ 12 (Presidential Decree 851; DOLE, Handbook on Workers' Statutory
 *   Monetary Benefits).
 * - `salary`: a monthly salary × the part of the year served, as `prorate` of the calendar gives it.
 *
 * Below `minimumMonths` of service nothing is paid. Throws a `PolicyError` with every problem and its
 * path.
 *
 * @example
 * const pay = parseThirteenth({ id: 'thirteenth', currency: 'PHP', rounding: 'half-up', basis: 'earned' })
 * evaluate(pay.formula, { earned: '240000.00' }).value //=> '20000.00'
 */
export function parseThirteenth(json: unknown): Thirteenth {
  const policy = parseThirteenthPolicy(json)
  return Object.freeze({ id: policy.id, policy, formula: check(payOf(policy)) })
}

function payOf(policy: ThirteenthPolicy): Expression {
  const { currency, minimumMonths, label, clause } = policy
  const whole = partOf(policy)
  const paid =
    minimumMonths === undefined
      ? whole
      : when(
          atLeast(monthsServed(), constant(String(minimumMonths), 'count')),
          whole,
          constant('0', money(currency)),
        )
  return named(label ?? { en: '13th month', 'zh-CN': '年底双薪' }, paid, clause)
}

function partOf({ basis, currency, rounding }: ThirteenthPolicy): Expression {
  const unit = money(currency)
  const places = minorUnits(currency)
  if (basis === 'salary')
    return prorated(input('salary', unit, places, { en: 'Monthly salary', 'zh-CN': '月工资' }), {
      currency,
      rounding,
    })
  const label = { en: 'Earned in the year', 'zh-CN': '全年应计工资' }
  const months = constant('12', 'count')
  return divide(input('earned', unit, places, label), months, { places, rounding })
}

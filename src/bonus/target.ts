import {
  check,
  type Expression,
  type Formula,
  input,
  multiply,
  named,
  round,
} from '../formula/index.js'
import type { Label } from '../problem/index.js'
import { type Currency, minorUnits, money, type Rounding } from '../quantity/index.js'
import { prorated } from './prorated.js'

/** How a target bonus is paid. */
export interface TargetBonus {
  readonly currency: Currency
  readonly rounding: Rounding
  /** Whether only the paid part of the period counts. */
  readonly prorated: boolean
  readonly label?: Label | undefined
  readonly clause?: string | undefined
}

/**
 * A target bonus: target × coefficient, and × the paid part of the period where it is prorated. It is
 * exact up to one rounding, to the currency's minor unit. The formula reads the input `target.bonus`,
 * the inputs of the coefficient (a ratio, such as that of a scorecard), and those of `prorated`.
 *
 * Throws a `PolicyError` where the coefficient cannot be checked, or is neither a ratio nor a count.
 *
 * @example
 * const bonus = targetBonus({ currency: 'CNY', rounding: 'half-up', prorated: false }, constant('1.2'))
 * evaluate(bonus, { 'target.bonus': '1000.00' }).value //=> '1200.00'
 */
export function targetBonus(policy: TargetBonus, coefficient: Expression): Formula {
  const { currency, rounding, label = { en: 'Target bonus paid', 'zh-CN': '绩效奖金' } } = policy
  const places = minorUnits(currency)
  const target = input('target.bonus', money(currency), places, {
    en: 'Target bonus',
    'zh-CN': '目标奖金',
  })
  const earned = multiply(target, coefficient)
  const paid = policy.prorated ? prorated(earned, policy) : round(earned, { places, rounding })
  return check(named(label, paid, policy.clause))
}

import {
  add,
  check,
  constant,
  type Formula,
  input,
  multiply,
  named,
  round,
} from '../../formula/index.js'
import { minorUnits, money } from '../../quantity/index.js'
import { parseReplacement, type Replacement } from './schema.js'

/**
 * What it costs to replace a person, as a formula of the input `monthlyPay`: recruiting and training,
 * the months that the place stands empty × the part of pay lost then, and the months until the new
 * person does as well × the part of pay lost then. Exact up to one rounding, half-up to the currency's
 * minor unit. The parts are those of Cascio, "Costing Human Resources" (2000).
 *
 * Throws a `PolicyError` with every problem of the policy.
 *
 * @example
 * const cost = replacementCost({ currency: 'CNY', recruiting: '3000.00', training: '2000.00', vacancyMonths: '1.5', vacancyLoss: '0.5', rampUpMonths: '3', rampUpLoss: '0.4' })
 * evaluate(cost, { monthlyPay: '6000.00' }).value //=> '16700.00'
 */
export function replacementCost(policy: Replacement): Formula {
  const { currency, ...parts } = parseReplacement(policy)
  const unit = money(currency)
  const places = minorUnits(currency)
  const pay = input('monthlyPay', unit, places, { en: "A month's pay", 'zh-CN': '月薪' })
  const lost = (months: string, share: string) =>
    multiply(pay, constant(months, 'count'), constant(share))
  const cost = add(
    named({ en: 'Recruiting', 'zh-CN': '招聘' }, constant(parts.recruiting, unit)),
    named({ en: 'Training', 'zh-CN': '培训' }, constant(parts.training, unit)),
    named({ en: 'Empty place', 'zh-CN': '岗位空缺' }, lost(parts.vacancyMonths, parts.vacancyLoss)),
    named({ en: 'Ramp-up', 'zh-CN': '新人上手期损失' }, lost(parts.rampUpMonths, parts.rampUpLoss)),
  )
  return check(
    named(
      { en: 'Replacement cost', 'zh-CN': '重置成本' },
      round(cost, { places, rounding: 'half-up' }),
    ),
  )
}

import { check, constant, type Formula, named } from '../formula/index.js'
import { type Currency, minorUnits, money, total } from '../quantity/index.js'
import { type Plan, parsePlan } from './plan.js'

/** What a plan is worth to a person in periods outside their time in it. */

/** A plan without what it pays at no sales at all: its floor and its kickers. */
export function creditsAlone(plan: Plan): Plan {
  const { floor, kickers, ...policy } = plan.policy
  return floor === undefined && kickers === undefined ? plan : parsePlan(policy)
}

/** The formula of a period in which a person is not in the plan, and nothing is credited: nothing. */
export function nothingEarned(currency: Currency): Formula {
  const nothing = constant(total([], minorUnits(currency)), money(currency))
  return check(named({ en: 'Outside the time in the plan', 'zh-CN': '不在方案适用期内' }, nothing))
}

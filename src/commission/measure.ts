import type { Period } from '../calendar/index.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { minorUnits, total } from '../quantity/index.js'
import type { Credit } from './credit.js'
import type { Plan } from './plan.js'
import { otherCurrency } from './problems.js'

/**
 * What each person is credited in a period under a plan's measure: its kind of credit, by effective
 * date. Amounts have the places of the plan's currency. People without a credit are not listed.
 *
 * Throws a `PolicyError` for credits in another currency.
 *
 * @example
 * measureCredits(plan, credits, { start: '2011-03-01', end: '2011-03-31' }).get('Li') //=> '61250.00'
 */
export function measureCredits(
  { policy }: Pick<Plan, 'policy'>,
  credits: readonly Credit[],
  { start, end }: Pick<Period, 'start' | 'end'>,
): ReadonlyMap<string, string> {
  const kind = policy.measure.where?.credit
  const problems: Problem[] = []
  const amounts = new Map<string, string[]>()
  credits.forEach(({ date, credit, person, amount, currency }, i) => {
    if (date < start || date > end || (kind !== undefined && credit !== kind)) return
    if (currency !== policy.currency)
      problems.push(otherCurrency(at(at('credits', i), 'currency'), currency, policy.currency))
    const own = amounts.get(person)
    if (own === undefined) amounts.set(person, [amount])
    else own.push(amount)
  })
  refuse(problems)
  const places = minorUnits(policy.currency)
  return new Map([...amounts].map(([person, own]) => [person, total(own, places)]))
}

import type { Period } from '../calendar/index.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { minorUnits, total } from '../quantity/index.js'
import type { Credit } from './credit.js'
import type { Plan } from './plan.js'
import { otherCurrency } from './problems.js'

/**
 * What each person is credited in a period under a plan's measure: the credits of its kind, or of
 * every kind where it names none, whose date is in the period. Amounts are exact sums with the places
 * of the plan's currency. People without a credit are not listed.
 *
 * Throws a `PolicyError` with every measured credit in another currency.
 *
 * @example
 * const credit = { event: '1', date: '2011-03-04', credit: 'direct', person: 'Li', amount: '22.00', currency: 'GBP' } as const
 * measureCredits(plan, [credit], parsePeriod('2011-03')).get('Li') //=> '22.00'
 */
export function measureCredits(
  { policy }: Pick<Plan, 'policy'>,
  credits: readonly Credit[],
  { start, end }: Pick<Period, 'start' | 'end'>,
): ReadonlyMap<string, string> {
  const { measure, currency: expected } = policy
  const kind = measure.where?.credit
  const problems: Problem[] = []
  const amounts = new Map<string, string[]>()
  credits.forEach(({ date, credit, person, amount, currency }, i) => {
    if (date < start || date > end || (kind !== undefined && credit !== kind)) return
    if (currency !== expected)
      problems.push(otherCurrency(at(at('credits', i), 'currency'), currency, expected))
    const own = amounts.get(person)
    if (own === undefined) amounts.set(person, [amount])
    else own.push(amount)
  })
  refuse(problems)
  const places = minorUnits(expected)
  return new Map([...amounts].map(([person, own]) => [person, total(own, places)]))
}

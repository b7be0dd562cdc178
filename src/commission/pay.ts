import type { Period } from '../calendar/index.js'
import { type Evaluation, evaluate } from '../formula/index.js'
import { at, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import type { Credit } from './credit.js'
import { measureCredits } from './measure.js'
import type { Plan } from './plan.js'
import { unlistedPerson } from './problems.js'

/** What a plan reads of a person beside the measure: KPIs by name, and the quota. */
export type PersonInputs = Readonly<Record<string, NumericInput>>

/**
 * The commission of each person for a period: the measured credits, the person's own KPIs and quota,
 * the plan. People without credits are paid on a measure of zero.
 *
 * Throws a `PolicyError` with every problem of every person, and for credits of somebody who is not
 * among the people.
 *
 * @example
 * payCommission({ plan, credits, period, people: { Li: { satisfaction: '0.93' } } }).get('Li')?.value
 */
export function payCommission({
  plan,
  credits,
  period,
  people,
}: {
  readonly plan: Plan
  readonly credits: readonly Credit[]
  readonly period: Pick<Period, 'start' | 'end'>
  readonly people: Readonly<Record<string, PersonInputs>>
}): ReadonlyMap<string, Evaluation> {
  const measured = measureCredits(plan, credits, period)
  const problems: Problem[] = [...measured.keys()]
    .filter((person) => !Object.hasOwn(people, person))
    .map((person) => unlistedPerson(at('people', person), person))
  const { sum } = plan.policy.measure
  const payouts = new Map<string, Evaluation>()
  for (const [person, inputs] of Object.entries(people)) {
    const given = { ...inputs, [sum]: measured.get(person) ?? '0' }
    const found = problemsOf(() => payouts.set(person, evaluate(plan.formula, given)))
    problems.push(...under(at('people', person), found))
  }
  refuse(problems)
  return payouts
}

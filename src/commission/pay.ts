import type { Period } from '../calendar/index.js'
import { type Evaluation, evaluate } from '../formula/index.js'
import { at, type Problem, problemsOf, refuse } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import type { Credit } from './credit.js'
import { measureCredits } from './measure.js'
import type { Plan } from './plan.js'
import { givenMeasure, unlistedPerson } from './problems.js'

/** What a plan reads of a person beside the measure: the gate's KPI and the quota, by name. */
export type PersonInputs = Readonly<Record<string, NumericInput>>

/**
 * The commission of each person for a period: the measured credits, the person's own KPI and quota,
 * through the plan. People without credits are paid on a measure of zero.
 *
 * Throws a `PolicyError` with every problem of every person (missing, misspelt or unusable inputs, a
 * measure that is given and not measured), and for credits of somebody who is not among the people.
 *
 * @example
 * const people = { Li: { satisfaction: '0.93' } }
 * payCommission({ plan, credits, period: parsePeriod('2011-03'), people }).get('Li')?.value
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
  const { sum } = plan.policy.measure
  const payouts = new Map<string, Evaluation>()
  const problems: Problem[] = [...measured.keys()]
    .filter((person) => !Object.hasOwn(people, person))
    .map((person) => unlistedPerson(at('people', person), person))
  for (const [person, inputs] of Object.entries(people)) {
    const path = at('people', person)
    if (Object.hasOwn(inputs, sum)) problems.push(givenMeasure(at(path, sum), sum))
    const given = { ...inputs, [sum]: measured.get(person) ?? '0' }
    const found = problemsOf(() => payouts.set(person, evaluate(plan.formula, given)))
    problems.push(...found.map((problem) => ({ ...problem, path: ofPerson(path, problem.path) })))
  }
  refuse(problems)
  return payouts
}

/** What a formula calls `inputs.quota` stands under the person. */
function ofPerson(person: string, path: string): string {
  return path.replace(/^inputs/, () => person)
}

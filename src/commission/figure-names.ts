import { byDeal } from './by-deal.js'
import type { Plan } from './plan.js'
import { measureName, measuresOf } from './plan-inputs.js'
import { dealsInput, toDateInput } from './plan-reads.js'

/**
 * What a plan's formula reads of a person beside what is measured and worked out: quotas and KPIs by name.
 *
 * @example
 * figureNames(plan) //=> ['quota']
 */
export function figureNames({ policy, formula }: Plan): readonly string[] {
  const { measure, tiers, yearCap } = policy
  const measured = new Set([
    ...measuresOf(policy).map(measureName),
    ...(byDeal(policy) === undefined ? [] : [dealsInput]),
    ...(yearCap === undefined ? [] : [toDateInput]),
  ])
  const category = `${measureName(measure)}.`
  return Object.keys(formula.inputs).filter(
    (name) => !measured.has(name) && !(tiers.kind === 'category' && name.startsWith(category)),
  )
}

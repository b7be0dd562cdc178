import {
  above,
  all,
  any,
  atLeast,
  type Condition,
  constant,
  type Expression,
  multiply,
  not,
} from '../formula/index.js'
import { type Compared, comparedBy } from './comparisons.js'
import type { PlanCondition } from './conditions-schema.js'
import { numberOf } from './owns.js'
import { kpiInput, measured, measureNamed, quotaNamed, typeAsked, unitOf } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** A condition of a plan as one of its formula. */
export function conditionOf(policy: PlanPolicy, condition: PlanCondition): Condition {
  if ('all' in condition) return all(...condition.all.map((each) => conditionOf(policy, each)))
  if ('any' in condition) return any(...condition.any.map((each) => conditionOf(policy, each)))
  if ('not' in condition) return not(conditionOf(policy, condition.not))
  const compared = comparedBy(condition)
  if (!('leastOf' in condition)) return comparison(policy, { ...condition, ...compared })
  // The least of several reaches what all of them reach, without a division.
  const each = condition.leastOf.map((asked) => comparison(policy, { ...asked, ...compared }))
  const { sense } = compared
  return sense === 'atLeast' || sense === 'above' ? all(...each) : any(...each)
}

export function comparison(policy: PlanPolicy, compared: Compared): Condition {
  switch (compared.sense) {
    case 'atLeast':
      return reaches(policy, compared, atLeast)
    case 'above':
      return reaches(policy, compared, above)
    case 'below':
      return not(reaches(policy, compared, atLeast))
    case 'atMost':
      return not(reaches(policy, compared, above))
  }
}

type Test = (left: Expression, right: Expression) => Condition

/** Whether a KPI, or a measure against its quota or another measure, reaches or passes what is asked. */
function reaches(policy: PlanPolicy, { kpi, of, value }: Compared, test: Test): Condition {
  const measure = measureNamed(policy, kpi)
  const number = numberOf(value, ...typeAsked(policy, { kpi, of }))
  if (measure === undefined) return test(kpiInput(policy, kpi), number)
  const left = measured(policy, measure, kpi)
  if (of === undefined) return test(left, number)
  const part = (whole: Expression) => test(left, multiply(whole, number))
  const nothing = constant('0', unitOf(policy, measure))
  if (measureNamed(policy, of) !== undefined) {
    // A sum of events may well be zero in a period: then something reaches a part of it, nothing does not.
    const base = measured(policy, measure, of)
    return all(part(base), any(above(base, nothing), above(left, nothing)))
  }
  const quota = quotaNamed(policy, measure, of)
  switch (policy.quotaOfZero) {
    case 'reached':
      return any(not(above(quota, nothing)), part(quota))
    case 'missed':
      return all(above(quota, nothing), part(quota))
    case 'refuse':
    case undefined:
      return part(quota)
  }
}

import { above, constant, type Expression, when } from '../formula/index.js'
import { quotaInput, unitOf } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** What holds where the quota is zero or less: as if all parts of it were reached, or none. */
interface OfZero {
  readonly reached: () => Expression
  readonly missed: () => Expression
}

/** What is worked out from parts of the quota; of a quota of zero or less, what the plan says it means. */
export function whereQuota(policy: PlanPolicy, parts: Expression, ofZero: OfZero): Expression {
  const { quotaOfZero = 'refuse', measure } = policy
  if (quotaOfZero === 'refuse') return parts
  const nothing = constant('0', unitOf(policy, measure))
  return when(above(quotaInput(policy), nothing), parts, ofZero[quotaOfZero]())
}

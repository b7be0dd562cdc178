import { meaning, parseWith } from '../problem/schema.js'
import { planProblems } from './plan-meaning.js'
import { type PlanPolicy, planShapeSchema } from './plan-shape-schema.js'

/** A commission plan as policy authors write it; see `commission.plan`. */
export const planPolicySchema = planShapeSchema.superRefine(meaning(planProblems))

/** Reads a plan's policy from untrusted JSON; `parsePlan` also builds its formulas. */
export function parsePlanPolicy(json: unknown): PlanPolicy {
  return parseWith(planPolicySchema, json)
}

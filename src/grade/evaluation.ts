import {
  add,
  check,
  constant,
  type Expression,
  type Formula,
  match,
  multiply,
  named,
} from '../formula/index.js'
import { type FactorPlanPolicy, parseFactorPlanPolicy } from './schema.js'

/** A point-factor plan and the formula of a job's points. */
export interface FactorPlan {
  readonly policy: FactorPlanPolicy
  /** The points of a job: reads the degree of each factor, by the factor's name. */
  readonly formula: Formula
}

/**
 * A point-factor plan of job evaluation, from untrusted JSON: a job's points are the sum over the
 * factors of the points of its degree, times the factor's weight (1 unless given). Exact. `evaluate`
 * the formula with the degrees; `explain` shows what each factor gave.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const plan = parseFactorPlan({ id: 'p', factors: [{ factor: 'skill', degrees: { basic: '50', skilled: '200' } }] })
 * evaluate(plan.formula, { skill: 'skilled' }).value //=> '200'
 */
export function parseFactorPlan(json: unknown): FactorPlan {
  const policy = parseFactorPlanPolicy(json)
  const label = policy.label ?? { en: 'Points of the job', 'zh-CN': '岗位总分' }
  const points = add(...policy.factors.map(factorPoints))
  return Object.freeze({ policy, formula: check(named(label, points, policy.clause)) })
}

function factorPoints({
  factor,
  degrees,
  weight,
  label = factor,
  clause,
}: FactorPlanPolicy['factors'][number]): Expression {
  const cases = Object.fromEntries(
    Object.entries(degrees).map(([degree, value]) => [degree, constant(value, 'points')]),
  )
  const points = { ...match(factor, cases), label }
  return named(label, weight === undefined ? points : multiply(points, constant(weight)), clause)
}

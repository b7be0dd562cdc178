import {
  add,
  check,
  constant,
  type Expression,
  type Formula,
  input,
  maximum,
  minimum,
  multiply,
  named,
  prorated,
  round,
} from '../formula/index.js'
import { at, labelIn, refuse } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { unknownCoefficient } from './problems.js'
import { parseTargetPlanPolicy, type TargetPlanPolicy } from './target-schema.js'

/** A target bonus plan: the policy as it was written, and the formula it means. */
export interface TargetPlan {
  readonly id: string
  readonly policy: TargetPlanPolicy
  /**
   * Reads `base`, `target.percent` where the policy has no `percent`, each coefficient by its name,
   * and what `prorationInputs` gives where it is prorated.
   */
  readonly formula: Formula
}

/** The places of a coefficient that is given as a number: 1.0625 is 106.25 %. */
const coefficientScale = 6

/** The places of a target that is given for a person: 0.125 is 12.5 % of base pay. */
const percentScale = 6

/**
 * A target bonus plan, written in TypeScript: base × target percent × coefficient × the paid part of
 * the period, exact up to one rounding, to the currency's minor unit.
 *
 * - `multiplicative`: the coefficient is the product of the coefficients, so one of zero pays nothing.
 * - `additive`: it is their sum, each times its weight; weights add up to exactly 1.
 *
 * Each coefficient is first held between its own `floor` and `cap`, then the whole between those of
 * the plan. A coefficient is a ratio input of its name with up to 6 places, unless `expressions` gives
 * the expression that it is, such as a scorecard's.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const plan = targetPlan({ id: 'annual', currency: 'CNY', rounding: 'half-up', percent: '0.15', prorated: false, design: { kind: 'multiplicative', coefficients: [{ coefficient: 'company' }, { coefficient: 'person', cap: '1.5' }] } })
 * evaluate(plan.formula, { base: '100000.00', company: '1.1', person: '1.6' }).value //=> '24750.00'
 */
export function targetPlan(
  policy: TargetPlanPolicy,
  expressions: Readonly<Record<string, Expression>> = {},
): TargetPlan {
  return parseTargetPlan(policy, expressions)
}

/**
 * A target bonus plan from untrusted JSON; see {@link targetPlan}. Throws a `PolicyError` with every
 * problem and its path.
 *
 * @example
 * const plan = parseTargetPlan(JSON.parse(text))
 * Object.keys(plan.formula.inputs) //=> ['base', 'company', 'person']
 */
export function parseTargetPlan(
  json: unknown,
  expressions: Readonly<Record<string, Expression>> = {},
): TargetPlan {
  const policy = parseTargetPlanPolicy(json)
  const names = policy.design.coefficients.map(({ coefficient }) => coefficient)
  const unknown = Object.keys(expressions).filter((name) => !names.includes(name))
  refuse(unknown.map((name) => unknownCoefficient(at('expressions', name), name, names)))
  return Object.freeze({ id: policy.id, policy, formula: check(bonusOf(policy, expressions)) })
}

function bonusOf(
  policy: TargetPlanPolicy,
  expressions: Readonly<Record<string, Expression>>,
): Expression {
  const { currency, rounding, percent, label, clause } = policy
  const places = minorUnits(currency)
  const base = input('base', money(currency), places, { en: 'Base pay', 'zh-CN': '奖金基数' })
  const percentLabel = { en: 'Target percent', 'zh-CN': '目标奖金比例' }
  const rate =
    percent === undefined
      ? input('target.percent', 'ratio', percentScale, percentLabel)
      : constant(percent)
  const target = named({ en: 'Target bonus', 'zh-CN': '目标奖金' }, multiply(base, rate))
  const earned = multiply(target, combined(policy, expressions))
  const paid = policy.prorated
    ? prorated(earned, { currency, rounding })
    : round(earned, { places, rounding })
  return named(label ?? { en: 'Target bonus paid', 'zh-CN': '绩效奖金' }, paid, clause)
}

function combined(
  policy: TargetPlanPolicy,
  expressions: Readonly<Record<string, Expression>>,
): Expression {
  const { design } = policy
  const whole =
    design.kind === 'multiplicative'
      ? multiply(...design.coefficients.map((each) => coefficientOf(each, expressions)))
      : add(
          ...design.coefficients.map((each) =>
            multiply(constant(each.weight), coefficientOf(each, expressions)),
          ),
        )
  return named({ en: 'Bonus coefficient', 'zh-CN': '奖金系数' }, limited(whole, policy))
}

function coefficientOf(
  each: TargetPlanPolicy['design']['coefficients'][number],
  expressions: Readonly<Record<string, Expression>>,
): Expression {
  const { coefficient, label = coefficient, clause } = each
  const given = Object.hasOwn(expressions, coefficient) ? expressions[coefficient] : undefined
  const value = given ?? input(coefficient, 'ratio', coefficientScale, label)
  const bounded = each.floor !== undefined || each.cap !== undefined
  if (!bounded && given === undefined && clause === undefined) return value
  const within = {
    en: `${labelIn(label, 'en')} within its limits`,
    'zh-CN': `${labelIn(label, 'zh-CN')}（按上下限调整后）`,
  }
  return named(bounded ? within : label, limited(value, each), clause)
}

function limited(
  value: Expression,
  { floor, cap }: { readonly floor?: string | undefined; readonly cap?: string | undefined },
): Expression {
  const capped = cap === undefined ? value : minimum(value, constant(cap))
  return floor === undefined ? capped : maximum(capped, constant(floor))
}

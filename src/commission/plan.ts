import {
  add,
  atLeast,
  check,
  constant,
  type Expression,
  type Formula,
  input,
  marginal,
  minimum,
  multiply,
  named,
  round,
  step,
  subtract,
  when,
} from '../formula/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type PlanPolicy, parsePlanPolicy } from './schema.js'

/** The names of the inputs that a plan's formula reads: its measure, its gate's KPI, its quota. */
export type PlanInputs<P> =
  | (P extends { readonly measure: { readonly sum: infer Name extends string } } ? Name : never)
  | (P extends { readonly gate: { readonly kpi: infer Name extends string } } ? Name : never)
  | (P extends { readonly accelerator: { readonly quota: infer Name extends string } }
      ? Name
      : never)

/** A commission plan: the policy as it was written, and the formula it means. */
export interface Plan<Name extends string = string> {
  readonly id: string
  readonly policy: PlanPolicy
  readonly formula: Formula<Name>
}

/** The decimal places that a KPI read by a gate may have: 0.8725 is 87.25 %. */
const kpiScale = 6

/**
 * A commission plan, written in TypeScript. The formula keeps the names of its inputs, so a misspelt
 * input does not compile.
 *
 * The commission is worked out in this order: tiers, accelerator, gate, cap, rounding to the minor
 * unit (half-up unless `rounding` says otherwise).
 * - `tiers`: `marginal`, each slice at its own rate; or `retroactive`, all of the measure at the rate
 *   of the tier it reaches. Below the first tier nothing is earned.
 * - `accelerator`: what is earned above `from` × quota counts `factor` times.
 * - `gate`: where the KPI is below `atLeast`, only the share `keeps` is paid (0 unless given).
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const plan = commission.plan({ id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.02' }] } })
 * evaluate(plan.formula, { sales: '1000.00' }).value //=> '20.00'
 */
export function plan<const P extends PlanPolicy>(policy: P): Plan<PlanInputs<P>> {
  return parsePlan(policy) as Plan<PlanInputs<P>>
}

/**
 * A commission plan from untrusted JSON; see {@link plan}. Throws a `PolicyError` with every problem
 * and its path.
 *
 * @example
 * parsePlan(JSON.parse(text)).formula
 */
export function parsePlan(json: unknown): Plan {
  const policy = parsePlanPolicy(json)
  return Object.freeze({ id: policy.id, policy, formula: check(commissionOf(policy)) })
}

function commissionOf(policy: PlanPolicy): Expression {
  const { currency, cap, rounding = 'half-up' } = policy
  const earned = gated(policy, accelerated(policy))
  const capped = cap === undefined ? earned : minimum(earned, constant(cap, money(currency)))
  return named(
    policy.label ?? { en: 'Commission', 'zh-CN': '提成' },
    round(capped, { places: minorUnits(currency), rounding }),
    policy.clause,
  )
}

/** What a part of the measure earns by the tiers. */
function tiered({ tiers }: PlanPolicy, sales: Expression): Expression {
  return tiers.kind === 'marginal'
    ? marginal(sales, tiers.steps)
    : multiply(sales, retroactiveRate(tiers, sales))
}

function retroactiveRate(
  { steps }: Extract<PlanPolicy['tiers'], { kind: 'retroactive' }>,
  sales: Expression,
): Expression {
  return step(sales, [
    { value: '0' },
    ...steps.map(({ rate, ...bound }) => ({ ...bound, value: rate })),
  ])
}

function accelerated(policy: PlanPolicy): Expression {
  const { tiers, accelerator, currency } = policy
  const sales = measureOf(policy)
  const label = tiers.label ?? { en: 'Commission by tiers', 'zh-CN': '阶梯提成' }
  const base = named(label, tiered(policy, sales), tiers.clause)
  if (accelerator === undefined) return base
  const quotaLabel = { en: 'Quota', 'zh-CN': '销售目标' }
  const quota = input(accelerator.quota, money(currency), minorUnits(currency), quotaLabel)
  const extras = accelerator.steps.map(({ from, factor }, i) => {
    const previous = accelerator.steps[i - 1]?.factor ?? '1'
    const above = earnedAbove(policy, sales, multiply(quota, constant(from)))
    const part = named(
      { en: `Earned above ${from} × quota`, 'zh-CN': `超过目标 ${from} 倍部分的提成` },
      above,
    )
    return multiply(part, subtract(constant(factor), constant(previous)))
  })
  return named(
    accelerator.label ?? { en: 'Commission with accelerator', 'zh-CN': '含加速的提成' },
    add(base, ...extras),
    accelerator.clause,
  )
}

/** The part of the commission that the measure above a threshold earned. */
function earnedAbove(policy: PlanPolicy, sales: Expression, threshold: Expression): Expression {
  const { tiers } = policy
  const below = minimum(sales, threshold)
  return tiers.kind === 'marginal'
    ? subtract(marginal(sales, tiers.steps), marginal(below, tiers.steps))
    : multiply(subtract(sales, below), retroactiveRate(tiers, sales))
}

function measureOf({ measure, currency }: PlanPolicy): Expression {
  const label = measure.label ?? { en: 'Credited sales', 'zh-CN': '计提销售额' }
  return input(measure.sum, money(currency), minorUnits(currency), label)
}

function gated({ gate, currency }: PlanPolicy, earned: Expression): Expression {
  if (gate === undefined) return earned
  const kpi = input(gate.kpi, 'ratio', kpiScale, gate.label ?? gate.kpi)
  const kept =
    gate.keeps === undefined
      ? constant('0', money(currency))
      : multiply(earned, constant(gate.keeps))
  return named(
    { en: 'Commission after the gate', 'zh-CN': '门槛后的提成' },
    when(atLeast(kpi, constant(gate.atLeast)), earned, kept),
    gate.clause,
  )
}

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
import type { Localized } from '../problem/index.js'
import { formatQuantity, minorUnits, money } from '../quantity/index.js'
import { type PlanPolicy, parsePlanPolicy } from './schema.js'

/** The type of a part that a policy may leave out, `never` where it does. */
type Part<P, Key extends string> = P extends { readonly [K in Key]?: infer Value }
  ? NonNullable<Value>
  : never

/** The type of a text in a part, `never` where there is no such part. */
type TextIn<P, Key extends string> = P extends { readonly [K in Key]: infer Name extends string }
  ? Name
  : never

/** The names of the inputs that a plan's formula reads: its measure, its gate's KPI, its quota. */
export type PlanInputs<P> =
  | TextIn<Part<P, 'measure'>, 'sum'>
  | TextIn<Part<P, 'gate'>, 'kpi'>
  | TextIn<Part<P, 'accelerator'>, 'quota'>

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
 * The commission is worked out exactly, in this order, and rounded once, at the end, to the
 * currency's minor unit (`half-up` unless `rounding` says otherwise):
 * - `tiers`: `marginal`, each slice at its own rate; or `retroactive`, all of the measure at the rate
 *   of the tier it reaches. A tier begins at its `from`, or just above it where it is `exclusive`.
 *   Below the first tier nothing is earned, so a month whose refunds outweigh its sales pays zero.
 * - `accelerator`: what is earned above `from` × quota counts `factor` times, up to the next step.
 * - `gate`: where the KPI is below `atLeast`, only the share `keeps` is paid (0 unless given).
 * - `cap`: the most that is paid.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const service = plan({ id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.02' }] } })
 * evaluate(service.formula, { sales: '1000.00' }).value //=> '20.00'
 */
export function plan<const P extends PlanPolicy>(policy: P): Plan<PlanInputs<P>> {
  return parsePlan(policy) as Plan<PlanInputs<P>>
}

/**
 * A commission plan from untrusted JSON; see {@link plan}. Throws a `PolicyError` with every problem
 * and its path.
 *
 * @example
 * const service = parsePlan(JSON.parse(text))
 * Object.keys(service.formula.inputs) //=> ['sales']
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

/** What `part` of the measure earns by the tiers. */
function tiered({ tiers }: PlanPolicy, measure: Expression, part: Expression): Expression {
  if (tiers.kind === 'marginal') return marginal(part, tiers.steps)
  const rates = tiers.steps.map(({ rate, ...bound }) => ({ ...bound, value: rate }))
  return multiply(part, step(measure, [{ value: '0' }, ...rates]))
}

/**
 * What the measure earns up to the first step, and each stretch after it times its factor. A stretch
 * earns what the measure up to its end earns, less what the measure up to its start does.
 */
function accelerated(policy: PlanPolicy): Expression {
  const { tiers, accelerator, currency } = policy
  const measure = measureOf(policy)
  const label = tiers.label ?? { en: 'Commission by tiers', 'zh-CN': '阶梯提成' }
  const all = named(label, tiered(policy, measure, measure), tiers.clause)
  if (accelerator === undefined) return all
  const quotaLabel = { en: 'Quota', 'zh-CN': '销售目标' }
  const quota = input(accelerator.quota, money(currency), minorUnits(currency), quotaLabel)
  const upTo = (bound: string) =>
    named(
      {
        en: `Earned up to ${percent(bound)} of quota`,
        'zh-CN': `目标 ${percent(bound)} 以内的提成`,
      },
      tiered(policy, measure, minimum(measure, multiply(quota, constant(bound)))),
    )
  const { steps } = accelerator
  const unfactored = steps.slice(0, 1).map(({ from }) => upTo(from))
  const stretches = steps.map(({ from, factor }, i) => {
    const to = steps[i + 1]?.from
    const end = to === undefined ? all : upTo(to)
    return multiply(named(stretchLabel(from, to), subtract(end, upTo(from))), constant(factor))
  })
  return named(
    accelerator.label ?? { en: 'Commission with accelerator', 'zh-CN': '含加速的提成' },
    add(...unfactored, ...stretches),
    accelerator.clause,
  )
}

function stretchLabel(from: string, to: string | undefined): Localized {
  const [low, high] = [percent(from), to && percent(to)]
  return high === undefined
    ? { en: `Earned above ${low} of quota`, 'zh-CN': `目标 ${low} 以上的提成` }
    : { en: `Earned from ${low} to ${high} of quota`, 'zh-CN': `目标 ${low} 至 ${high} 的提成` }
}

/** A ratio in per cent, the same text in every language. */
function percent(ratio: string): string {
  return formatQuantity(ratio, 'ratio', 'en')
}

function measureOf({ measure, currency }: PlanPolicy): Expression {
  const label = measure.label ?? { en: 'Credited sales', 'zh-CN': '计提销售额' }
  return input(measure.sum, money(currency), minorUnits(currency), label)
}

function gated({ gate }: PlanPolicy, earned: Expression): Expression {
  if (gate === undefined) return earned
  const kpi = input(gate.kpi, 'ratio', kpiScale, gate.label ?? gate.kpi)
  // A product even where nothing is kept: the explanation then shows what was missed.
  const kept = multiply(earned, constant(gate.keeps ?? '0'))
  return named(
    { en: 'Commission after the gate', 'zh-CN': '门槛后的提成' },
    when(atLeast(kpi, constant(gate.atLeast)), earned, kept),
    gate.clause,
  )
}

import {
  add,
  check,
  constant,
  type Expression,
  type Formula,
  maximum,
  minimum,
  multiply,
  named,
  round,
  subtract,
  when,
} from '../formula/index.js'
import { minorUnits } from '../quantity/index.js'
import { conditionOf } from './conditions.js'
import { releaseOf } from './holdback.js'
import { amountOf, measureInput, moneyInput, quotaInput } from './plan-inputs.js'
import { sliceLabel, upToLabel } from './plan-labels.js'
import { parsePlanPolicy } from './plan-schema.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { whereQuota } from './quota-of-zero.js'
import { earned, earnedByTiers, type OneMeasure } from './tiers.js'

/** The type of a part that a policy may leave out, `never` where it does. */
type Part<P, Key extends string> = P extends { readonly [K in Key]?: infer Value }
  ? NonNullable<Value>
  : never

/** The type of a text in a part, `never` where there is no such part. */
type TextIn<P, Key extends string> = P extends { readonly [K in Key]: infer Name extends string }
  ? Name
  : never

type NameOf<Measure> = Measure extends { readonly as: infer Name extends string }
  ? Name
  : TextIn<Measure, 'sum'>

/** What a condition reads: KPIs or measures, and the quotas of those. */
type ReadBy<Condition, Depth extends readonly unknown[] = []> = Depth['length'] extends 6
  ? string
  : Condition extends { readonly kpi: infer Kpi extends string }
    ? Kpi | TextIn<Condition, 'of'>
    : Condition extends { readonly not: infer Other }
      ? ReadBy<Other, [...Depth, 0]>
      : ReadBy<ElementOf<Part<Condition, 'all' | 'any' | 'leastOf'>>, [...Depth, 0]>

type ElementOf<List> = List extends readonly (infer Element)[] ? Element : never

/** The names of the inputs that a plan's formula reads. Those of categories are any text. */
export type PlanInputs<P> =
  | (Part<P, 'tiers'> extends { readonly kind: 'category' }
      ? string
      : P extends { readonly dealCap: string }
        ? 'deals'
        : NameOf<Part<P, 'measure'>>)
  | TextIn<Part<P, 'tiers'>, 'kpi'>
  | ReadBy<Part<P, 'gate'>>
  | ReadBy<Part<Part<P, 'accelerator'>, 'when'>>
  | ReadBy<ElementOf<Part<P, 'kickers'>>>
  | TextIn<P, 'quota'>
  | (P extends { readonly yearCap: string } ? 'earned_to_date' : never)

/** A commission plan: the policy as it was written, and the formulas it means. */
export interface Plan<Name extends string = string> {
  readonly id: string
  readonly policy: PlanPolicy
  /** The commission of a period. */
  readonly formula: Formula<Name>
  /** The commission of one deal, where deals have a cap of their own. */
  readonly deal?: Formula
  /** What of the commission `earned` is payable, where a part is held back until collection. */
  readonly release?: Formula
}

/**
 * A commission plan, written in TypeScript. The formula keeps the names of its inputs, so a misspelt
 * input does not compile.
 *
 * The commission is worked out in this order: tiers, accelerator, gate, kickers, floor and cap, cap
 * of the year, rounding to the minor unit (half-up unless `rounding` says otherwise).
 * - `measure`: what is summed. `sales`, `invoiced` and `collections` are amounts of events; any other
 *   name is a figure of the events, such as `margin`. `unit: 'count'` has rates of money a piece.
 * - `measuring`: each period by itself, or from the start of the year to date.
 * - `refunds`: what is taken back counts in the period of what it takes back, so that it takes back what
 *   was paid; or (`own-period`) in that in which it happens, by the rates and limits of then.
 * - `tiers`: `flat`; `marginal`, each slice at its own rate; `retroactive`, all of the measure at the
 *   rate of the tier it reaches; `category`, each category at its own rate; `grid`, the rate by
 *   attainment and a KPI. Below the first tier nothing is earned; a first tier without `from` has
 *   everything below the next, so that refunds beyond a period's sales are charged at its rate.
 *   `of: 'quota'` reads tiers as parts of the quota. A quota must be above zero wherever a part of it
 *   is asked: a run refuses another by name.
 * - `dealCap`: each deal is worked out and capped by itself; the formula reads their sum, `deals`.
 *   What a deal earns in a period is what it earns to date less what it earned to date before.
 * - `accelerator`: what is earned above `from` × quota counts `factor` times, up to the next step,
 *   where `when` holds.
 * - `gate`: where it is not reached, only the share `keeps` is paid (0 unless given).
 * - `kickers`: fixed amounts for what is reached. Conditions read a KPI, or a measure (the plan's or a
 *   `linked` one) by itself or, with `of`, as a part of that quota or measure. `label` names the prize,
 *   `kpiLabel` the KPI.
 * - `floor`, `cap`: the least and the most that is paid; of the year to date where that is measured.
 * - `yearCap`: the most that is paid for the periods of a year together; reads what was earned in
 *   the earlier ones as `earned_to_date`.
 * - `holdback`: the share that waits until the sales are collected; see `release`.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const plan = commission.plan({ id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.02' }] } })
 * evaluate(plan.formula, { sales: '1000.00' }).value //=> '20.00'
 */
export function plan<const P extends PlanPolicy>(policy: P): Plan<PlanInputs<P>> {
  return parsePlan(policy) as never
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
  return Object.freeze({
    id: policy.id,
    policy,
    formula: check(commissionOf(policy)),
    ...(policy.dealCap !== undefined && { deal: check(dealOf(policy, policy.dealCap)) }),
    ...(policy.holdback && { release: check(releaseOf(policy, policy.holdback)) }),
  })
}

function commissionOf(policy: PlanPolicy): Expression {
  const label = policy.label ?? { en: 'Commission', 'zh-CN': '提成' }
  const commission = kicked(policy, gated(policy, accelerated(policy)))
  return named(label, rounded(policy, limited(policy, commission)), policy.clause)
}

function rounded({ currency, rounding = 'half-up' }: PlanPolicy, amount: Expression): Expression {
  return round(amount, { places: minorUnits(currency), rounding })
}

/**
 * What the measure earns up to the first step, and each stretch after it times its factor. A stretch
 * earns what the measure up to its end earns, less what the measure up to its start does.
 */
function accelerated(policy: PlanPolicy): Expression {
  const { tiers, accelerator, dealCap } = policy
  const label = tiers.label ?? { en: 'Commission by tiers', 'zh-CN': '阶梯提成' }
  if (dealCap !== undefined) return moneyInput(policy, 'deals', label)
  const all = named(label, earnedByTiers(policy), tiers.clause)
  if (accelerator === undefined || tiers.kind === 'category') return all
  const stretches = stretchesOf(policy, tiers, accelerator, all)
  return named(
    accelerator.label ?? { en: 'Commission with accelerator', 'zh-CN': '含加速的提成' },
    accelerator.when === undefined
      ? stretches
      : when(conditionOf(policy, accelerator.when), stretches, all),
    accelerator.clause,
  )
}

function stretchesOf(
  policy: PlanPolicy,
  tiers: OneMeasure,
  { steps }: NonNullable<PlanPolicy['accelerator']>,
  all: Expression,
): Expression {
  const upTo = (bound: string) => {
    const threshold = multiply(quotaInput(policy), constant(bound))
    const part = minimum(measureInput(policy), threshold)
    return named(upToLabel(bound), earned(policy, tiers, part))
  }
  const unfactored = steps.slice(0, 1).map(({ from }) => upTo(from))
  const stretches = steps.map(({ from, factor }, i) => {
    const to = steps[i + 1]?.from
    const end = to === undefined ? all : upTo(to)
    return multiply(named(sliceLabel(from, to), subtract(end, upTo(from))), constant(factor))
  })
  return whereQuota(policy, add(...unfactored, ...stretches), {
    reached: () => multiply(all, constant((steps.at(-1) as (typeof steps)[number]).factor)),
    missed: () => all,
  })
}

function gated(policy: PlanPolicy, commission: Expression): Expression {
  const { gate } = policy
  if (gate === undefined) return commission
  // A product even where nothing is kept: the explanation then shows what was missed.
  const kept = multiply(commission, constant(gate.keeps ?? '0'))
  return named(
    { en: 'Commission after the gate', 'zh-CN': '门槛后的提成' },
    when(conditionOf(policy, gate), commission, kept),
    gate.clause,
  )
}

function kicked(policy: PlanPolicy, commission: Expression): Expression {
  const { kickers = [] } = policy
  if (kickers.length === 0) return commission
  const parts = kickers.map((kicker) =>
    named(
      kicker.label ?? { en: 'Kicker', 'zh-CN': '达标奖' },
      when(conditionOf(policy, kicker), amountOf(policy, kicker.pays), amountOf(policy, '0')),
      kicker.clause,
    ),
  )
  return add(commission, ...parts)
}

function limited(policy: PlanPolicy, commission: Expression): Expression {
  const { floor, cap, yearCap } = policy
  const floored = floor === undefined ? commission : maximum(commission, amountOf(policy, floor))
  const capped = cap === undefined ? floored : minimum(floored, amountOf(policy, cap))
  if (yearCap === undefined) return capped
  const label = { en: 'Earned this year before', 'zh-CN': '本年此前已得' }
  const before = moneyInput(policy, 'earned_to_date', label)
  // Never below zero: a lower cap of a new version must not take back what an older one earned.
  const left = maximum(subtract(amountOf(policy, yearCap), before), amountOf(policy, '0'))
  return minimum(capped, left)
}

function dealOf(policy: PlanPolicy, dealCap: string): Expression {
  const label = { en: 'Commission of the deal', 'zh-CN': '单笔提成' }
  const amount = minimum(earnedByTiers(policy), amountOf(policy, dealCap))
  return named(label, rounded(policy, amount), policy.tiers.clause)
}

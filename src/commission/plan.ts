import {
  above,
  add,
  check,
  constant,
  divide,
  type Expression,
  type Formula,
  input,
  maximum,
  minimum,
  multiply,
  named,
  round,
  subtract,
  when,
} from '../formula/index.js'
import { formatQuantity, minorUnits, money } from '../quantity/index.js'
import { quotaInput, reached } from './plan-inputs.js'
import { type PlanPolicy, parsePlanPolicy } from './plan-schema.js'
import { earnedAbove, earnedByTiers, type OneMeasure } from './tiers.js'

type NameOf<M> = M extends { readonly as: infer Name extends string }
  ? Name
  : M extends { readonly sum: infer Name extends string }
    ? Name
    : never

type InputsOf<C> =
  | (C extends { readonly kpi: infer Name extends string } ? Name : never)
  | (C extends { readonly of: infer Name extends string } ? Name : never)

type Part<P, Key extends string> = P extends { readonly [K in Key]: infer Value } ? Value : never

/** The names of the inputs that a plan's formula reads. Those of categories are any text. */
export type PlanInputs<P> =
  | (P extends { readonly tiers: { readonly kind: 'category' } }
      ? string
      : P extends { readonly dealCap: string }
        ? 'deals'
        : NameOf<Part<P, 'measure'>>)
  | InputsOf<Part<P, 'gate'>>
  | InputsOf<Part<Part<P, 'accelerator'>, 'when'>>
  | (Part<P, 'kickers'> extends readonly (infer Kicker)[] ? InputsOf<Kicker> : never)
  | (Part<P, 'tiers'> extends { readonly kind: 'grid' } ? Part<Part<P, 'tiers'>, 'kpi'> : never)
  | Extract<Part<P, 'quota'>, string>
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
 * - `refunds`: what is taken back counts in the period in which that happens, or (`original-period`)
 *   in that of the event it takes back.
 * - `tiers`: `flat`; `marginal`, each slice at its own rate; `retroactive`, all of the measure at the
 *   rate of the tier it reaches; `category`, each category at its own rate; `grid`, the rate by
 *   attainment and a KPI. Below the first tier nothing is earned; a first tier without `from` has
 *   everything below the next, so that refunds beyond a period's sales are charged at its rate.
 *   `of: 'quota'` reads tiers as parts of the quota.
 * - `dealCap`: each deal is worked out and capped by itself; the formula reads their sum, `deals`.
 * - `accelerator`: what is earned above `from` × quota counts `factor` times, where `when` holds.
 * - `gate`: where it is not reached, only the share `keeps` is paid (0 unless given).
 * - `kickers`: fixed amounts for what is reached. Conditions read a KPI, or a measure (the plan's or a
 *   `linked` one) as a part of the quota `of`.
 * - `yearCap`: reads what was earned in the year's earlier periods as `earned_to_date`.
 * - `holdback`: the share that waits until the sales are collected; see `release`.
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
  const earned = kicked(policy, gated(policy, accelerated(policy)))
  return named(label, rounded(policy, limited(policy, earned)), policy.clause)
}

function rounded({ currency, rounding = 'half-up' }: PlanPolicy, amount: Expression): Expression {
  return round(amount, { places: minorUnits(currency), rounding })
}

function amountOf({ currency }: PlanPolicy, value: string): Expression {
  return constant(value, money(currency))
}

function accelerated(policy: PlanPolicy): Expression {
  const { tiers, accelerator, dealCap } = policy
  const label = tiers.label ?? { en: 'Commission by tiers', 'zh-CN': '阶梯提成' }
  const base = dealCap === undefined ? earnedByTiers(policy) : moneyInput(policy, 'deals', label)
  const byTiers = dealCap === undefined ? named(label, base, tiers.clause) : base
  if (accelerator === undefined || tiers.kind === 'category') return byTiers
  const extra = extras(policy, tiers, accelerator)
  const counted =
    accelerator.when === undefined
      ? extra
      : when(reached(policy, accelerator.when), extra, amountOf(policy, '0'))
  return named(
    accelerator.label ?? { en: 'Commission with accelerator', 'zh-CN': '含加速的提成' },
    add(byTiers, counted),
    accelerator.clause,
  )
}

/** What each step adds to the factor counts on what is earned above it. */
function extras(
  policy: PlanPolicy,
  tiers: OneMeasure,
  { steps }: NonNullable<PlanPolicy['accelerator']>,
): Expression {
  const parts = steps.map(({ from, factor }, i) => {
    const part = formatQuantity(from, 'ratio', 'en')
    const threshold = multiply(quotaInput(policy), constant(from))
    const label = {
      en: `Earned above ${part} of the quota`,
      'zh-CN': `超过目标 ${part} 部分的提成`,
    }
    const more = subtract(constant(factor), constant(steps[i - 1]?.factor ?? '1'))
    return multiply(named(label, earnedAbove(policy, tiers, threshold)), more)
  })
  return add(...parts)
}

function gated(policy: PlanPolicy, earned: Expression): Expression {
  const { gate } = policy
  if (gate === undefined) return earned
  const kept =
    gate.keeps === undefined ? amountOf(policy, '0') : multiply(earned, constant(gate.keeps))
  return named(
    { en: 'Commission after the gate', 'zh-CN': '门槛后的提成' },
    when(reached(policy, gate), earned, kept),
    gate.clause,
  )
}

function kicked(policy: PlanPolicy, earned: Expression): Expression {
  const { kickers = [] } = policy
  if (kickers.length === 0) return earned
  const parts = kickers.map((kicker) =>
    named(
      kicker.label ?? { en: 'Kicker', 'zh-CN': '达标奖' },
      when(reached(policy, kicker), amountOf(policy, kicker.pays), amountOf(policy, '0')),
      kicker.clause,
    ),
  )
  return add(earned, ...parts)
}

function limited(policy: PlanPolicy, earned: Expression): Expression {
  const { floor, cap, yearCap } = policy
  const floored = floor === undefined ? earned : maximum(earned, amountOf(policy, floor))
  const capped = cap === undefined ? floored : minimum(floored, amountOf(policy, cap))
  if (yearCap === undefined) return capped
  const label = { en: 'Earned this year before', 'zh-CN': '本年此前已得' }
  const before = moneyInput(policy, 'earned_to_date', label)
  return minimum(capped, subtract(amountOf(policy, yearCap), before))
}

function moneyInput(
  { currency }: PlanPolicy,
  name: string,
  label: NonNullable<PlanPolicy['label']>,
): Expression {
  return input(name, money(currency), minorUnits(currency), label)
}

function dealOf(policy: PlanPolicy, dealCap: string): Expression {
  const label = { en: 'Commission of the deal', 'zh-CN': '单笔提成' }
  const amount = minimum(earnedByTiers(policy), amountOf(policy, dealCap))
  return named(label, rounded(policy, amount), policy.tiers.clause)
}

/** All but the share held back, and of that the part that the collected sales have of all. */
function releaseOf(
  policy: PlanPolicy,
  { share, label, clause }: NonNullable<PlanPolicy['holdback']>,
): Expression {
  const earned = moneyInput(policy, 'earned', { en: 'Commission earned', 'zh-CN': '已得提成' })
  const sold = moneyInput(policy, 'sold', { en: 'Sales', 'zh-CN': '销售额' })
  const collected = moneyInput(policy, 'collected', { en: 'Collected', 'zh-CN': '已回款' })
  const nothing = amountOf(policy, '0')
  const places = { places: 12, rounding: 'half-up' } as const
  const open = when(
    above(sold, nothing),
    maximum(
      subtract(constant('1'), minimum(constant('1'), divide(collected, sold, places))),
      constant('0'),
    ),
    constant('0'),
  )
  const held = named(
    label ?? { en: 'Held back until collection', 'zh-CN': '回款前暂扣' },
    rounded(policy, multiply(maximum(earned, nothing), constant(share), open)),
    clause,
  )
  return named({ en: 'Commission payable', 'zh-CN': '可发提成' }, subtract(earned, held))
}

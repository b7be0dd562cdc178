import {
  add,
  all,
  atLeast,
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
import { accelerated } from './accelerator.js'
import { byDeal, earnedByDeal } from './by-deal.js'
import { conditionOf } from './conditions.js'
import { modified } from './modifiers.js'
import type { OwnOr } from './own-schema.js'
import { refused } from './own-tables.js'
import { amountNumber, partNumber } from './owns.js'
import { amountOf, measureInput, moneyInput, quotaInput } from './plan-inputs.js'
import { shareLabel } from './plan-labels.js'
import type { PlanInputs } from './plan-names.js'
import { parsePlanPolicy } from './plan-schema.js'

export type { PlanInputs } from './plan-names.js'

import type { PlanPolicy } from './plan-shape-schema.js'
import { earned, earnedByTiers, isOneMeasure } from './tiers.js'

/** A commission plan: the policy as it was written, and the formulas it means. */
export interface Plan<Name extends string = string> {
  readonly id: string
  readonly policy: PlanPolicy
  /** The commission of a period. */
  readonly formula: Formula<Name>
  /** The commission of one deal, where each deal is worked out by itself. */
  readonly deal?: Formula
}

/**
 * A commission plan, written in TypeScript. The formula keeps the names of its inputs, so a misspelt
 * input does not compile.
 *
 * The commission is worked out in this order: tiers, accelerator, factors, gate, kickers, floor and cap,
 * cap of the year, rounding to the minor unit (half-up unless `rounding` says otherwise).
 * - `measure`: what is summed. `sales`, `invoiced` and `collections` are amounts of events; any other
 *   name is a figure of the events, such as `margin`. `unit: 'count'` has rates of money a piece.
 * - `measuring`: each period by itself, or from the start of the year, of the quarter or from a date of each
 *   person on (`since`, `every` year) to date.
 * - `tiers`: `flat`; `marginal`, each slice at its own rate; `retroactive`, all of the measure at the
 *   rate of the tier it reaches; `category`, each category at its own rate or by tiers of its own; `grid`, the
 *   rate by attainment and a KPI, or with `pays: 'amount'` the amount, by bands or in lines `between` points. Below the first tier nothing is earned; a first tier without `from` has
 *   everything below the next, so that refunds beyond a period's sales are charged at its rate.
 *   `of: 'quota'` reads tiers as parts of the quota, `of: { kpi, of? }` picks a retroactive one by another
 *   measure. `stages`, the last one whose conditions hold; `target`, an amount times weighted factors;
 *   `formula`, an expression of money over the plan's measures, quota and KPIs, and figures.
 * - `quotaOfZero`: a quota must be above zero wherever a part of it is asked, and a run refuses another by
 *   name; or all parts of it count as `reached`, or as `missed`.
 * - `kpis`: the units, places and labels of KPIs; ratios of six places unless said.
 * - `per: 'deal'`: the tiers pay each deal by itself, rounded; the formula reads their sum, `deals`. All that
 *   tiers read is then of the deal. What it earns in a period is what it earns to date less what it earned to
 *   date before. `dealFloor` and `dealCap` are the least and the most that a deal earns, and say `per: 'deal'`
 *   too. A deal of zero or less has no least, and one of zero earns nothing, by whatever formula.
 * - `deals: 'listed'`: what the plan earns is told deal by deal, each by what it brings in the order of booking.
 * - `accelerator`: what is earned above `from` × quota counts `factor` times, up to the next step,
 *   where `when` holds.
 * - `modifiers`: factors that curves read from KPIs, measures or parts of quotas and measures, of all that is
 *   earned or of the overage alone; each to 12 places.
 * - `gate`: where it is not reached, only the share `keeps` is paid (0 unless given).
 * - `kickers`: fixed amounts for what is reached. Conditions read a KPI, or a measure (the plan's or a
 *   `linked` one) by itself or, with `of`, as a part of that quota or measure; `all`, `any`, `not` and
 *   `leastOf` join several. `label` names the prize, `kpiLabel` the KPI. `kickersPay`: all, or the highest.
 * - `floor`, `cap`: the least and the most that is paid; of the year to date where that is measured.
 * - `yearCap`: the most that is paid for the periods of a year together; reads what was earned in
 *   the earlier ones as `earned_to_date`.
 * - Every number but `holdback.share` may be each person's own: `{ figure }` or `{ attribute }`.
 *   Who has bounds that do not rise, or a share that is none, is refused by their name.
 * - `holdback`: the share of each deal that waits until its sales are collected.
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
    ...(byDeal(policy) !== undefined && { deal: check(earnedByDeal(policy)) }),
  })
}

function commissionOf(policy: PlanPolicy): Expression {
  const label = policy.label ?? { en: 'Commission', 'zh-CN': '提成' }
  const commission = kicked(policy, gated(policy, earnedOf(policy)))
  return named(label, rounded(policy, limited(policy, commission)), policy.clause)
}

function rounded({ currency, rounding = 'half-up' }: PlanPolicy, amount: Expression): Expression {
  return round(amount, { places: minorUnits(currency), rounding })
}

/** What the measure earns by tiers, accelerator and factors; what deals earn together. */
function earnedOf(policy: PlanPolicy): Expression {
  const { tiers } = policy
  const label = tiers.label ?? { en: 'Commission by tiers', 'zh-CN': '阶梯提成' }
  if (byDeal(policy) !== undefined)
    return modified(policy, { all: moneyInput(policy, 'deals', label) })
  const byTiers = named(label, earnedByTiers(policy), tiers.clause)
  if (!isOneMeasure(tiers)) return modified(policy, { all: byTiers })
  return modified(policy, {
    all: accelerated(policy, tiers, byTiers),
    upToQuota: () => {
      const part = minimum(measureInput(policy), quotaInput(policy))
      return accelerated(policy, tiers, earned(policy, tiers, part), part)
    },
  })
}

function gated(policy: PlanPolicy, commission: Expression): Expression {
  const { gate } = policy
  if (gate === undefined) return commission
  // A product even where nothing is kept: the explanation then shows what was missed.
  const kept = multiply(commission, shareOf(gate.keeps))
  return named(
    { en: 'Commission after the gate', 'zh-CN': '达标后的提成' },
    when(conditionOf(policy, gate), commission, kept),
    gate.clause,
  )
}

/** What a gate keeps: a share of a person's own that is none is refused by its name. */
function shareOf(keeps: OwnOr = '0'): Expression {
  const share = partNumber(keeps)
  if (typeof keeps === 'string') return share
  const isShare = all(atLeast(share, constant('0')), atLeast(constant('1'), share))
  return when(isShare, share, refused(shareLabel(keeps), 'ratio'))
}

function kicked(policy: PlanPolicy, commission: Expression): Expression {
  const { kickers = [] } = policy
  if (kickers.length === 0) return commission
  const parts = kickers.map((kicker) =>
    named(
      kicker.label ?? { en: 'Kicker', 'zh-CN': '达标奖' },
      when(conditionOf(policy, kicker), amountNumber(policy, kicker.pays), amountOf(policy, '0')),
      kicker.clause,
    ),
  )
  const { kickersPay = 'all' } = policy
  return kickersPay === 'all' || parts.length === 1
    ? add(commission, ...parts)
    : add(commission, named({ en: 'Highest kicker', 'zh-CN': '最高一项达标奖' }, maximum(...parts)))
}

function limited(policy: PlanPolicy, commission: Expression): Expression {
  const { floor, cap, yearCap } = policy
  const floored =
    floor === undefined ? commission : maximum(commission, amountNumber(policy, floor))
  const capped = cap === undefined ? floored : minimum(floored, amountNumber(policy, cap))
  if (yearCap === undefined) return capped
  const label = { en: 'Earned this year before', 'zh-CN': '本年此前已得' }
  const before = moneyInput(policy, 'earned_to_date', label)
  // Never below zero: a lower cap of a new version must not take back what an older one earned.
  const left = maximum(subtract(amountNumber(policy, yearCap), before), amountOf(policy, '0'))
  return minimum(capped, left)
}

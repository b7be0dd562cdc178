import {
  add,
  type Expression,
  marginal,
  minimum,
  multiply,
  named,
  subtract,
} from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { money } from '../quantity/index.js'
import { categoriesOf, hasTiers } from './category-tiers.js'
import { factorOf } from './curves.js'
import { gridCell } from './grid.js'
import type { OwnOr } from './own-schema.js'
import { whereRising } from './own-tables.js'
import { amountNumber, boundType, numberOf, partNumber, rateNumber } from './owns.js'
import {
  kpiInput,
  labelOf,
  measured,
  measureInput,
  measureName,
  measureNamed,
  quotaInput,
  rateUnit,
} from './plan-inputs.js'
import { categoryLabel, sliceLabel, weightedLabel } from './plan-labels.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { whereQuota } from './quota-of-zero.js'
import { openRate, rateOf, topRate } from './rates.js'
import type { PlanTiers } from './tiers-schema.js'

type Tiers<Kind> = Extract<PlanTiers, { readonly kind: Kind }>

/** Tiers of one measure: not of one a category, not of a target, and no amounts of a grid. */
export type OneMeasure = Exclude<PlanTiers, { readonly kind: 'category' | 'target' }>

/** Whether tiers are of one measure, so that a part of it earns something by itself. */
export function isOneMeasure(tiers: PlanTiers): tiers is OneMeasure {
  if (tiers.kind === 'grid') return tiers.pays !== 'amount'
  return tiers.kind !== 'category' && tiers.kind !== 'target'
}

/** What the plan's measure earns by the tiers. */
export function earnedByTiers(policy: PlanPolicy): Expression {
  const { tiers } = policy
  if (tiers.kind === 'category') return byCategory(policy, tiers)
  if (tiers.kind === 'target') return ofTarget(policy, tiers)
  if (tiers.kind === 'grid' && tiers.pays === 'amount') return gridCell(policy, tiers)
  return earned(policy, tiers, measureInput(policy))
}

/**
 * What a part of the measure earns, from its first unit on: slice by slice, or at the one rate that
 * all of the measure reaches. A category is measured by itself.
 */
export function earned(
  policy: PlanPolicy,
  tiers: OneMeasure,
  part: Expression,
  whole: Expression = measureInput(policy),
): Expression {
  if (tiers.kind === 'formula') return byFormula(policy, tiers, part)
  if (tiers.kind !== 'marginal') return multiply(part, rateOf(policy, tiers, whole))
  if (tiers.of === 'quota') return byQuota(policy, tiers, part)
  const steps = tiers.steps.flatMap(({ from, rate }) =>
    typeof rate === 'string' && typeof from !== 'object' ? [{ from, rate }] : [],
  )
  return steps.length === tiers.steps.length
    ? marginal(part, steps, rateUnit(policy))
    : slicesOf(policy, tiers, part)
}

function slicesOf(policy: PlanPolicy, tiers: Tiers<'marginal'>, part: Expression): Expression {
  const slices = add(...tiers.steps.map((_, i) => slice(policy, tiers, part, i)))
  return whereRising(slices, money(policy.currency), tiers.steps, boundType(policy, tiers.of))
}

function byQuota(policy: PlanPolicy, tiers: Tiers<'marginal'>, part: Expression): Expression {
  return whereQuota(policy, slicesOf(policy, tiers, part), {
    reached: () => multiply(part, topRate(policy, tiers)),
    missed: () => multiply(part, openRate(policy, tiers)),
  })
}

/** The slice of a part of the measure between two bounds, of the quota or not, at its rate. */
function slice(
  policy: PlanPolicy,
  { steps, of }: Tiers<'marginal'>,
  part: Expression,
  index: number,
): Expression {
  const own = steps[index] as (typeof steps)[number]
  const next = steps[index + 1]
  const bound = (from: OwnOr) => {
    const own = numberOf(from, ...boundType(policy, of))
    return of === 'quota' ? multiply(quotaInput(policy), own) : own
  }
  const upTo = (from: OwnOr = '0') => minimum(part, bound(from))
  const below = next === undefined ? part : upTo(next.from)
  const between = own.from === undefined ? below : subtract(below, upTo(own.from))
  const pay = multiply(between, rateNumber(policy, own.rate))
  return of === 'quota' ? named(sliceLabel(own.from ?? '0', next?.from), pay) : pay
}

function byCategory(policy: PlanPolicy, tiers: Tiers<'category'>): Expression {
  return add(
    ...categoriesOf(tiers).map(({ name, earns }) => {
      const part = measureInput(policy, name)
      return hasTiers(earns)
        ? named(earns.label ?? categoryLabel(name), earned(policy, earns, part, part), earns.clause)
        : multiply(part, rateNumber(policy, earns))
    }),
  )
}

/** A target, times the weighted factors of what is reached. */
function ofTarget(policy: PlanPolicy, { target, parts }: Tiers<'target'>): Expression {
  const reached = parts.map(({ weight, curve, label, clause, ...asked }) => {
    const part = multiply(partNumber(weight), factorOf(policy, asked, curve))
    return named(label ?? weightedLabel(labelOf(policy, asked.kpi)), part, clause)
  })
  const whole = named({ en: 'Part of the target', 'zh-CN': '目标奖金系数' }, add(...reached))
  return multiply(amountNumber(policy, target), whole)
}

/** An expression of the plan's own, over its measures, its quota and whatever else it declares. */
export function byFormula(
  policy: PlanPolicy,
  { earns }: Tiers<'formula'>,
  part: Expression = measureInput(policy),
): Expression {
  const { kpis = {}, measure, quota } = policy
  const main = measureName(measure)
  // What the plan itself declares is read as it declares it, so that a name means one thing.
  return withInputs(earns, (read) => {
    const { name } = read
    if (name === main) return part
    const other = measureNamed(policy, name)
    if (other !== undefined) return measured(policy, other, name)
    if (name === quota) return quotaInput(policy)
    return Object.hasOwn(kpis, name) ? kpiInput(policy, name) : read
  })
}

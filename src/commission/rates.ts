import {
  above,
  atLeast,
  type Condition,
  constant,
  type Expression,
  multiply,
  named,
  when,
} from '../formula/index.js'
import { comparison, conditionOf } from './conditions.js'
import { gridCell } from './grid.js'
import type { OwnOr } from './own-schema.js'
import { stepOf, typesOf, whereRising } from './own-tables.js'
import { boundType, numberOf, rateNumber } from './owns.js'
import { kpiInput, kpiScale, measured, measureNamed, quotaInput, rateUnit } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { whereQuota } from './quota-of-zero.js'
import type { PlanTiers } from './tiers-schema.js'

type Tiers<Kind> = Extract<PlanTiers, { readonly kind: Kind }>
type Stepped = Tiers<'marginal'> | Tiers<'retroactive'>
type OneRate = Tiers<'flat'> | Tiers<'retroactive'> | Tiers<'stages'> | Tiers<'grid'>

/** The one rate for all that is measured: for the measure, or for a category's part of it. */
export function rateOf(policy: PlanPolicy, tiers: OneRate, whole: Expression): Expression {
  switch (tiers.kind) {
    case 'flat':
      return rateNumber(policy, tiers.rate)
    case 'retroactive':
      return retroactiveRate(policy, tiers, whole)
    case 'stages':
      return stageRate(policy, tiers)
    case 'grid':
      return gridCell(policy, tiers)
  }
}

/** The rate of who has reached every tier. */
export function topRate(policy: PlanPolicy, { steps }: Stepped): Expression {
  return rateNumber(policy, (steps.at(-1) as Stepped['steps'][number]).rate)
}

/** The rate of who has reached no part of the quota: that of a first tier that begins nowhere. */
export function openRate(policy: PlanPolicy, { steps }: Stepped): Expression {
  const { from, rate } = steps[0] as Stepped['steps'][number]
  return rateNumber(policy, from === undefined ? rate : '0')
}

function retroactiveRate(
  policy: PlanPolicy,
  tiers: Tiers<'retroactive'>,
  whole: Expression,
): Expression {
  const { steps, of = 'amount' } = tiers
  const type = boundType(policy, of)
  if (of !== 'amount' && of !== 'quota' && of.of !== undefined)
    return risingSteps(policy, tiers, (value, exclusive) =>
      comparison(policy, { ...of, sense: exclusive ? 'above' : 'atLeast', value }),
    )
  if (of === 'quota') {
    const reached = risingSteps(policy, tiers, (from, exclusive) =>
      (exclusive ? above : atLeast)(whole, multiply(quotaInput(policy), numberOf(from, ...type))),
    )
    return whereQuota(policy, reached, {
      reached: () => topRate(policy, tiers),
      missed: () => openRate(policy, tiers),
    })
  }
  const bands = steps.map(({ rate, ...bound }) => ({ ...bound, value: rate }))
  const all = steps[0]?.from === undefined ? bands : [{ value: '0' }, ...bands]
  const x = of === 'amount' ? whole : valueInput(policy, of.kpi)
  return stepOf(x, all, typesOf(type, [rateUnit(policy), kpiScale]))
}

/** The rate of the last tier whose test holds, of bounds that rise. */
function risingSteps(
  policy: PlanPolicy,
  { steps, of }: Tiers<'retroactive'>,
  reached: (from: OwnOr, exclusive: boolean) => Condition,
): Expression {
  const unit = rateUnit(policy)
  const rate = steps.reduce<Expression>(
    (below, { from, rate, exclusive = false }) => {
      const own = rateNumber(policy, rate)
      return from === undefined ? own : when(reached(from, exclusive), own, below)
    },
    constant('0', unit),
  )
  return whereRising(rate, unit, steps, boundType(policy, of))
}

/** A KPI, or a measure of the plan. */
function valueInput(policy: PlanPolicy, name: string): Expression {
  const measure = measureNamed(policy, name)
  return measure === undefined ? kpiInput(policy, name) : measured(policy, measure, name)
}

/** The rate of the last stage of which the condition holds. */
function stageRate(policy: PlanPolicy, { stages, otherwise = '0' }: Tiers<'stages'>): Expression {
  return stages.reduce<Expression>(
    (below, { when: condition, rate, label, clause }) => {
      const own = rateNumber(policy, rate)
      const stage = label === undefined ? own : named(label, own, clause)
      return when(conditionOf(policy, condition), stage, below)
    },
    rateNumber(policy, otherwise),
  )
}

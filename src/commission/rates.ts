import {
  above,
  atLeast,
  type Condition,
  constant,
  divide,
  type Expression,
  grid,
  multiply,
  named,
  step,
  when,
} from '../formula/index.js'
import type { Unit } from '../quantity/index.js'
import { comparison, conditionOf } from './conditions.js'
import { rateNumber } from './owns.js'
import {
  kpiInput,
  measured,
  measureInput,
  measureName,
  measureNamed,
  quotaInput,
  rateUnit,
} from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { whereQuota } from './quota-of-zero.js'
import type { PlanTiers } from './tiers-schema.js'

type Tiers<Kind> = Extract<PlanTiers, { readonly kind: Kind }>
type Stepped = Tiers<'marginal'> | Tiers<'retroactive'>
type OneRate = Tiers<'flat'> | Tiers<'retroactive'> | Tiers<'stages'> | Tiers<'grid'>

/** How a grid's attainment is rounded: down, so that no row is reached by rounding. */
const attainmentRule = { places: 12, rounding: 'floor' } as const

/** The one rate for all of the measure. */
export function rateOf(policy: PlanPolicy, tiers: OneRate): Expression {
  switch (tiers.kind) {
    case 'flat':
      return rateNumber(policy, tiers.rate)
    case 'retroactive':
      return retroactiveRate(policy, tiers)
    case 'stages':
      return stageRate(policy, tiers)
    case 'grid':
      return gridCell(policy, tiers, rateUnit(policy))
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

function retroactiveRate(policy: PlanPolicy, tiers: Tiers<'retroactive'>): Expression {
  const { steps, of = 'amount' } = tiers
  if (of === 'quota') {
    const reached = rateByTests(policy, tiers, (from, exclusive) =>
      (exclusive ? above : atLeast)(
        measureInput(policy),
        multiply(quotaInput(policy), constant(from)),
      ),
    )
    return whereQuota(policy, reached, {
      reached: () => topRate(policy, tiers),
      missed: () => openRate(policy, tiers),
    })
  }
  const bands = steps.flatMap(({ rate, ...bound }) =>
    typeof rate === 'string' ? [{ ...bound, value: rate }] : [],
  )
  const asked = of === 'amount' ? { kpi: measureName(policy.measure) } : of
  if (asked.of !== undefined || bands.length < steps.length)
    return rateByTests(policy, tiers, (value, exclusive) =>
      comparison(policy, { ...asked, sense: exclusive ? 'above' : 'atLeast', value }),
    )
  const all = steps[0]?.from === undefined ? bands : [{ value: '0' }, ...bands]
  return step(valueInput(policy, asked.kpi), all, rateUnit(policy))
}

/** The rate of the last tier whose test holds. */
function rateByTests(
  policy: PlanPolicy,
  { steps }: Stepped,
  reached: (from: string, exclusive: boolean) => Condition,
): Expression {
  return steps.reduce<Expression>(
    (below, { from, rate, ...bound }) => {
      const own = rateNumber(policy, rate)
      const exclusive = 'exclusive' in bound && bound.exclusive === true
      return from === undefined ? own : when(reached(from, exclusive), own, below)
    },
    constant('0', rateUnit(policy)),
  )
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

/** The cell of a grid by attainment and a KPI: a rate, or an amount. */
export function gridCell(
  policy: PlanPolicy,
  { rows, kpi, columns, rates }: Tiers<'grid'>,
  unit: Unit,
): Expression {
  const attainment = named(
    { en: 'Attainment', 'zh-CN': '目标达成率' },
    divide(measureInput(policy), quotaInput(policy), attainmentRule),
  )
  const column = kpiInput(policy, kpi)
  const all = grid({ row: attainment, column, rows, columns, values: rates, unit })
  const ofRow = (row: readonly string[] = []) =>
    step(
      column,
      columns.map((bound, i) => ({ ...bound, value: row[i] as string })),
      unit,
    )
  return whereQuota(policy, all, {
    reached: () => ofRow(rates.at(-1)),
    missed: () => ofRow(rates[0]),
  })
}

import {
  above,
  add,
  atLeast,
  constant,
  divide,
  type Expression,
  grid,
  marginal,
  minimum,
  multiply,
  named,
  step,
  subtract,
  when,
} from '../formula/index.js'
import { kpiInput, measureInput, otherCategory, quotaInput, rateUnit } from './plan-inputs.js'
import { sliceLabel } from './plan-labels.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { whereQuota } from './quota-of-zero.js'

type Tiers<Kind> = Extract<PlanPolicy['tiers'], { readonly kind: Kind }>

/** Tiers of one measure, not of one a category. */
export type OneMeasure = Exclude<PlanPolicy['tiers'], { readonly kind: 'category' }>

/** How a grid's attainment is rounded: down, so that no row is reached by rounding. */
const attainmentRule = { places: 12, rounding: 'floor' } as const

/** What the plan's measure earns by the tiers. */
export function earnedByTiers(policy: PlanPolicy): Expression {
  const { tiers } = policy
  return tiers.kind === 'category'
    ? byCategory(policy, tiers)
    : earned(policy, tiers, measureInput(policy))
}

/**
 * What a part of the measure earns, from its first unit on: slice by slice, or at the one rate that
 * all of the measure reaches.
 */
export function earned(policy: PlanPolicy, tiers: OneMeasure, part: Expression): Expression {
  if (tiers.kind !== 'marginal') return multiply(part, rateOf(policy, tiers))
  if (tiers.of !== 'quota') return marginal(part, tiers.steps, rateUnit(policy))
  const slices = add(...tiers.steps.map((_, i) => quotaSlice(policy, tiers, part, i)))
  return whereQuota(policy, slices, {
    reached: () => multiply(part, topRate(policy, tiers)),
    missed: () => multiply(part, openRate(policy, tiers)),
  })
}

type Stepped = Tiers<'marginal'> | Tiers<'retroactive'>

/** The rate of who has reached every tier. */
function topRate(policy: PlanPolicy, { steps }: Stepped): Expression {
  return constant((steps.at(-1) as Stepped['steps'][number]).rate, rateUnit(policy))
}

/** The rate of who has reached no part of the quota: that of a first tier that begins nowhere. */
function openRate(policy: PlanPolicy, { steps: [first] }: Stepped): Expression {
  return constant(first?.from === undefined ? (first?.rate ?? '0') : '0', rateUnit(policy))
}

/** The one rate for all of the measure. */
function rateOf(
  policy: PlanPolicy,
  tiers: Exclude<OneMeasure, { readonly kind: 'marginal' }>,
): Expression {
  if (tiers.kind === 'flat') return constant(tiers.rate, rateUnit(policy))
  return tiers.kind === 'grid' ? gridRate(policy, tiers) : retroactiveRate(policy, tiers)
}

function retroactiveRate(policy: PlanPolicy, tiers: Tiers<'retroactive'>): Expression {
  const { steps, of } = tiers
  const unit = rateUnit(policy)
  const amount = measureInput(policy)
  if (of !== 'quota') {
    const bands = steps.map(({ rate, ...bound }) => ({ ...bound, value: rate }))
    return step(amount, steps[0]?.from === undefined ? bands : [{ value: '0' }, ...bands], unit)
  }
  const rate = steps.reduce<Expression>(
    (below, { from, exclusive, rate }) => {
      if (from === undefined) return constant(rate, unit)
      const reached = exclusive ? above : atLeast
      const threshold = multiply(quotaInput(policy), constant(from))
      return when(reached(amount, threshold), constant(rate, unit), below)
    },
    constant('0', unit),
  )
  return whereQuota(policy, rate, {
    reached: () => topRate(policy, tiers),
    missed: () => openRate(policy, tiers),
  })
}

/** The slice of a part of the measure between two parts of the quota, at its rate. */
function quotaSlice(
  policy: PlanPolicy,
  { steps }: Tiers<'marginal'>,
  part: Expression,
  index: number,
): Expression {
  const own = steps[index] as (typeof steps)[number]
  const next = steps[index + 1]
  const upTo = (from = '0') => minimum(part, multiply(quotaInput(policy), constant(from)))
  const below = next === undefined ? part : upTo(next.from)
  const slice = own.from === undefined ? below : subtract(below, upTo(own.from))
  return named(
    sliceLabel(own.from ?? '0', next?.from),
    multiply(slice, constant(own.rate, rateUnit(policy))),
  )
}

function gridRate(policy: PlanPolicy, { rows, kpi, columns, rates }: Tiers<'grid'>): Expression {
  const attainment = named(
    { en: 'Attainment', 'zh-CN': '目标达成率' },
    divide(measureInput(policy), quotaInput(policy), attainmentRule),
  )
  const column = kpiInput(policy, kpi)
  const unit = rateUnit(policy)
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

function byCategory(policy: PlanPolicy, { rates, otherwise }: Tiers<'category'>): Expression {
  const all = otherwise === undefined ? rates : { ...rates, [otherCategory]: otherwise }
  return add(
    ...Object.entries(all).map(([category, rate]) =>
      multiply(measureInput(policy, category), constant(rate, rateUnit(policy))),
    ),
  )
}

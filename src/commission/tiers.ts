import {
  above,
  add,
  atLeast,
  constant,
  divide,
  type Expression,
  grid,
  input,
  marginal,
  minimum,
  multiply,
  named,
  step,
  subtract,
  when,
} from '../formula/index.js'
import { formatQuantity } from '../quantity/index.js'
import { measureInput, quotaInput, rateUnit } from './plan-inputs.js'
import type { PlanPolicy } from './plan-schema.js'

type Tiers<Kind> = Extract<PlanPolicy['tiers'], { readonly kind: Kind }>

/** Tiers of one measure, not of one a category. */
export type OneMeasure = Exclude<PlanPolicy['tiers'], { readonly kind: 'category' }>

/** The decimal places of an attainment that a grid looks up. */
const attainmentPlaces = 6

/** What the plan's measure earns by the tiers. */
export function earnedByTiers(policy: PlanPolicy): Expression {
  const { tiers } = policy
  return tiers.kind === 'category'
    ? byCategory(policy, tiers)
    : earned(policy, tiers, measureInput(policy))
}

/** What an amount earns, by tiers that know no categories. */
export function earned(policy: PlanPolicy, tiers: OneMeasure, amount: Expression): Expression {
  if (tiers.kind !== 'marginal') return multiply(amount, rateOf(policy, tiers, amount))
  if (tiers.of !== 'quota') return marginal(amount, tiers.steps, rateUnit(policy))
  return add(...tiers.steps.map((_, i) => quotaSlice(policy, tiers, amount, i)))
}

/**
 * The part of what the measure earns that is earned above a threshold: by slices what these earn, by
 * one rate for all the part above at that rate.
 */
export function earnedAbove(
  policy: PlanPolicy,
  tiers: OneMeasure,
  threshold: Expression,
): Expression {
  const amount = measureInput(policy)
  const below = minimum(amount, threshold)
  return tiers.kind === 'marginal'
    ? subtract(earned(policy, tiers, amount), earned(policy, tiers, below))
    : multiply(subtract(amount, below), rateOf(policy, tiers, amount))
}

/** The one rate for all of an amount. */
function rateOf(
  policy: PlanPolicy,
  tiers: Exclude<OneMeasure, { readonly kind: 'marginal' }>,
  amount: Expression,
): Expression {
  if (tiers.kind === 'flat') return constant(tiers.rate, rateUnit(policy))
  return tiers.kind === 'grid'
    ? gridRate(policy, tiers, amount)
    : retroactiveRate(policy, tiers, amount)
}

function retroactiveRate(
  policy: PlanPolicy,
  { steps, of }: Tiers<'retroactive'>,
  amount: Expression,
): Expression {
  const unit = rateUnit(policy)
  if (of !== 'quota') {
    const bands = steps.map(({ rate, ...bound }) => ({ ...bound, value: rate }))
    return step(amount, steps[0]?.from === undefined ? bands : [{ value: '0' }, ...bands], unit)
  }
  return steps.reduce<Expression>(
    (below, { from, exclusive, rate }) => {
      if (from === undefined) return constant(rate, unit)
      const reached = exclusive ? above : atLeast
      const threshold = multiply(quotaInput(policy), constant(from))
      return when(reached(amount, threshold), constant(rate, unit), below)
    },
    constant('0', unit),
  )
}

/** The slice of an amount between two parts of the quota, at its rate. */
function quotaSlice(
  policy: PlanPolicy,
  { steps }: Tiers<'marginal'>,
  amount: Expression,
  index: number,
): Expression {
  const own = steps[index] as (typeof steps)[number]
  const next = steps[index + 1]
  const upTo = (from = '0') => minimum(amount, multiply(quotaInput(policy), constant(from)))
  const below = next === undefined ? amount : upTo(next.from)
  const slice = own.from === undefined ? below : subtract(below, upTo(own.from))
  const from = formatQuantity(own.from ?? '0', 'ratio', 'en')
  return named(
    { en: `Earned from ${from} of the quota`, 'zh-CN': `目标 ${from} 起的提成` },
    multiply(slice, constant(own.rate, rateUnit(policy))),
  )
}

function gridRate(
  policy: PlanPolicy,
  { rows, kpi, columns, rates }: Tiers<'grid'>,
  amount: Expression,
): Expression {
  const rule = { places: attainmentPlaces, rounding: 'half-up' } as const
  const attainment = named(
    { en: 'Attainment', 'zh-CN': '目标达成率' },
    divide(amount, quotaInput(policy), rule),
  )
  const column = input(kpi, 'ratio', attainmentPlaces, kpi)
  return grid({ row: attainment, column, rows, columns, values: rates, unit: rateUnit(policy) })
}

function byCategory(policy: PlanPolicy, { rates, otherwise }: Tiers<'category'>): Expression {
  const all = otherwise === undefined ? rates : { ...rates, [otherCategory]: otherwise }
  return add(
    ...Object.entries(all).map(([category, rate]) =>
      multiply(measureInput(policy, category), constant(rate, rateUnit(policy))),
    ),
  )
}

/** The name under which the categories go that have no rate of their own. */
export const otherCategory = 'other'

import { constant, type Expression, input } from '../formula/index.js'
import { minorUnits, money, type Unit } from '../quantity/index.js'
import type { Asked } from './conditions-schema.js'
import type { Own, OwnOr } from './own-schema.js'
import { kpiScale, measureName, rateUnit, typeAsked } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** The unit and the places of a number that is a person's own. */
export type NumberType = readonly [unit: Unit, places: number]

/** A part of a quota, a factor or a share. */
export const partType: NumberType = ['ratio', kpiScale]

/** What a person's own number is called among the inputs of the formula. */
export function ownName(own: Own): string {
  return 'figure' in own ? own.figure : own.attribute
}

/** A number of the policy, or the input of a person's own. */
export function numberOf(value: OwnOr, unit: Unit, places: number): Expression {
  return typeof value === 'string'
    ? constant(value, unit)
    : input(ownName(value), unit, places, value.label)
}

/** A part of a quota, a factor or a share. */
export function partNumber(part: OwnOr): Expression {
  return numberOf(part, ...partType)
}

/** A rate, in what a unit of the measure earns. */
export function rateNumber(policy: PlanPolicy, rate: OwnOr): Expression {
  return numberOf(rate, ...rateType(policy))
}

/** An amount of the plan's currency. */
export function amountNumber(policy: PlanPolicy, amount: OwnOr): Expression {
  return numberOf(amount, ...amountType(policy))
}

export function rateType(policy: PlanPolicy): NumberType {
  return [rateUnit(policy), kpiScale]
}

export function amountType({ currency }: PlanPolicy): NumberType {
  return [money(currency), minorUnits(currency)]
}

/** The cells of a grid. */
export function cellType(
  policy: PlanPolicy,
  { pays }: Extract<PlanPolicy['tiers'], { readonly kind: 'grid' }>,
): NumberType {
  return pays === 'amount' ? amountType(policy) : rateType(policy)
}

/** The bounds of tiers: amounts of the measure, parts of the quota, or what is asked in its place. */
export function boundType(
  policy: PlanPolicy,
  of: 'amount' | 'quota' | Asked = 'amount',
): NumberType {
  if (of === 'quota') return partType
  return typeAsked(policy, of === 'amount' ? { kpi: measureName(policy.measure) } : of)
}

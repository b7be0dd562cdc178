import { constant, type Expression, input } from '../formula/index.js'
import { at } from '../problem/index.js'
import { minorUnits, money, type Unit } from '../quantity/index.js'
import type { Own, OwnOr } from './own-schema.js'
import { conditionsOf } from './plan-asks.js'
import { kpiScale, rateUnit, typeAsked } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import type { PlanTiers } from './tiers-schema.js'

/** A person's own number: where in the policy it stands, its unit and its places. */
export interface OwnUse {
  readonly path: string
  readonly own: Own
  readonly unit: Unit
  readonly places: number
}

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

/** A rate, in what a unit of the measure earns. */
export function rateNumber(policy: PlanPolicy, rate: OwnOr): Expression {
  return numberOf(rate, rateUnit(policy), kpiScale)
}

/** An amount of the plan's currency. */
export function amountNumber({ currency }: PlanPolicy, amount: OwnOr): Expression {
  return numberOf(amount, money(currency), minorUnits(currency))
}

/** Every number of a plan that is each person's own. */
export function ownsOf(policy: PlanPolicy): readonly OwnUse[] {
  const { currency, tiers, dealFloor, dealCap, floor, cap, yearCap, kickers = [] } = policy
  const amounts: readonly Placed[] = [
    ...(tiers.kind === 'target' ? [['tiers.target', tiers.target] as const] : []),
    ...kickers.map(({ pays }, i) => [at(at('kickers', i), 'pays'), pays] as const),
    ['dealFloor', dealFloor],
    ['dealCap', dealCap],
    ['floor', floor],
    ['cap', cap],
    ['yearCap', yearCap],
  ]
  const compared = conditionsOf(policy).flatMap(({ valuePath, condition }) =>
    useOf([valuePath, condition.value], ...typeAsked(policy, condition)),
  )
  return [
    ...ratesOf(tiers).flatMap((rate) => useOf(rate, rateUnit(policy), kpiScale)),
    ...amounts.flatMap((amount) => useOf(amount, money(currency), minorUnits(currency))),
    ...compared,
  ]
}

type Placed = readonly [path: string, value: OwnOr | undefined]

function useOf([path, value]: Placed, unit: Unit, places: number): readonly OwnUse[] {
  return value === undefined || typeof value === 'string'
    ? []
    : [{ path, own: value, unit, places }]
}

/** The rates of tiers, each with its path. */
function ratesOf(tiers: PlanTiers): readonly Placed[] {
  const listed = (path: string, list: readonly { readonly rate: OwnOr }[]) =>
    list.map(({ rate }, i): Placed => [at(at(path, i), 'rate'), rate])
  switch (tiers.kind) {
    case 'flat':
      return [['tiers.rate', tiers.rate]]
    case 'marginal':
    case 'retroactive':
      return listed('tiers.steps', tiers.steps)
    case 'stages':
      return [...listed('tiers.stages', tiers.stages), ['tiers.otherwise', tiers.otherwise]]
    case 'category':
      return [
        ...Object.entries(tiers.rates).map(
          ([name, rate]): Placed => [at('tiers.rates', name), rate],
        ),
        ['tiers.otherwise', tiers.otherwise],
      ]
    case 'grid':
    case 'target':
    case 'formula':
      return []
  }
}

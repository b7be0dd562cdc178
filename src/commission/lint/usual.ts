import { decimal, type NumericInput } from '../../quantity/index.js'
import { steppedTiers } from '../category-tiers.js'
import type { OwnOr } from '../own-schema.js'
import { ownName } from '../owns.js'
import type { PlanPolicy } from '../plan-shape-schema.js'

/** Numbers of inputs by name. */
export type Figures = Readonly<Record<string, NumericInput>>

/** A number of the policy, or what a person's own is held at. */
export function valueIn(value: OwnOr, figures: Figures): string {
  return typeof value === 'string' ? value : String(figures[ownName(value)])
}

/** A round amount of money, or of pieces, where a plan names none. */
const usual = { money: '100000', count: '100' } as const

/** An amount that a person of the plan may well reach: the highest tier, or a round number. */
export function usualAmount(policy: PlanPolicy): string {
  const { tiers, measure } = policy
  const highest = steppedTiers(tiers)
    .filter(({ tiers: { of = 'amount' } }) => of === 'amount')
    .flatMap(({ tiers: { steps } }) => steps.map(({ from }) => from))
    .reduce(
      (most, from) => (typeof from === 'string' && most.lessThan(from) ? decimal(from) : most),
      decimal('0'),
    )
  return highest.greaterThan(0) ? highest.toFixed() : usual[measure.unit ?? 'money']
}

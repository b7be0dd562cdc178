import { at } from '../problem/index.js'
import type { CategoryRate, CategoryTiers, PlanTiers } from './tiers-schema.js'

/** The name under which the categories go that have no rate of their own. */
export const otherCategory = 'other'

/** A category of a plan: its name, where in the policy it stands, and what it earns. */
export interface Category {
  readonly name: string
  readonly path: string
  readonly earns: CategoryRate
}

/** The categories of tiers, all others last where they have a rate. */
export function categoriesOf(tiers: PlanTiers): readonly Category[] {
  if (tiers.kind !== 'category') return []
  const listed = Object.entries(tiers.rates).map(([name, earns]) => ({
    name,
    path: at('tiers.rates', name),
    earns,
  }))
  return tiers.otherwise === undefined
    ? listed
    : [...listed, { name: otherCategory, path: 'tiers.otherwise', earns: tiers.otherwise }]
}

/** Whether a category has tiers of its own, and not one rate. */
export function hasTiers(earns: CategoryRate): earns is CategoryTiers {
  return typeof earns === 'object' && 'kind' in earns
}

/** Tiers that are steps, where they stand in the policy: those of a plan, or of each of its categories. */
export function steppedTiers(tiers: PlanTiers): readonly PlacedSteps[] {
  const all = [
    ...categoriesOf(tiers).flatMap(({ path, earns }) =>
      hasTiers(earns) ? [{ path, tiers: earns }] : [],
    ),
    { path: 'tiers', tiers },
  ]
  return all.flatMap(({ path, tiers: own }) =>
    own.kind === 'marginal' || own.kind === 'retroactive' ? [{ path, tiers: own }] : [],
  )
}

interface PlacedSteps {
  readonly path: string
  readonly tiers: Extract<PlanTiers, { readonly kind: 'marginal' | 'retroactive' }>
}

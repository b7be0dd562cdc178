import { at } from '../problem/index.js'
import { steppedTiers } from './category-tiers.js'
import { comparisonsIn, type Placed } from './comparisons.js'
import type { Asked, PlanCondition } from './conditions-schema.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** The conditions of a plan that are not those of its tiers. */
type Conditioned = Pick<PlanPolicy, 'accelerator' | 'gate' | 'kickers'>

/** Every comparison of a plan's conditions, with its path. */
export function conditionsOf(policy: PlanPolicy): readonly Placed[] {
  return [...stagesOf(policy), ...besideTiers(policy)].flatMap(({ path, condition }) =>
    comparisonsIn(condition, path),
  )
}

interface Stands {
  readonly path: string
  readonly condition: PlanCondition
}

function stagesOf({ tiers }: PlanPolicy): readonly Stands[] {
  if (tiers.kind !== 'stages') return []
  return tiers.stages.map(({ when }, i) => ({
    path: at(at('tiers.stages', i), 'when'),
    condition: when,
  }))
}

function besideTiers({ gate, accelerator, kickers = [] }: Conditioned): readonly Stands[] {
  return [
    ...(accelerator?.when ? [{ path: 'accelerator.when', condition: accelerator.when }] : []),
    ...(gate ? [{ path: 'gate', condition: gate }] : []),
    ...kickers.map((condition, i) => ({ path: at('kickers', i), condition })),
  ]
}

/** What is asked, and where. */
export interface PlacedAsk {
  readonly path: string
  readonly asked: Asked
}

/** Each KPI, or measure as a part of something, that a plan reads a factor or a tier from. */
export function valuesOf({ modifiers = [], tiers }: PlanPolicy): readonly PlacedAsk[] {
  const listed = (path: string, list: readonly Asked[]) =>
    list.map((asked, i) => ({ path: at(path, i), asked }))
  const bySteps = steppedTiers(tiers).flatMap(({ path, tiers: { of } }) =>
    typeof of === 'object' ? [{ path: at(path, 'of'), asked: of }] : [],
  )
  return [
    ...bySteps,
    ...(tiers.kind === 'target' ? listed('tiers.parts', tiers.parts) : []),
    ...listed('modifiers', modifiers),
  ]
}

/** All that a plan asks a KPI, or a measure as a part of something, for. */
export function asksOf(policy: PlanPolicy): readonly PlacedAsk[] {
  return [
    ...conditionsOf(policy).map(({ path, condition }) => ({ path, asked: condition })),
    ...valuesOf(policy),
  ]
}

import { at } from '../problem/index.js'
import { comparisonsIn, type Placed } from './comparisons.js'
import type { Asked } from './conditions-schema.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** Every comparison of a plan's conditions, with its path. */
export function conditionsOf({ gate, accelerator, kickers = [] }: PlanPolicy): readonly Placed[] {
  return [
    ...(accelerator?.when ? comparisonsIn(accelerator.when, 'accelerator.when') : []),
    ...(gate ? comparisonsIn(gate, 'gate') : []),
    ...kickers.flatMap((kicker, i) => comparisonsIn(kicker, at('kickers', i))),
  ]
}

/** All that a plan asks a KPI, or a measure as a part of something, for. */
export function asksOf(
  policy: PlanPolicy,
): readonly { readonly path: string; readonly asked: Asked }[] {
  return conditionsOf(policy).map(({ path, condition }) => ({ path, asked: condition }))
}

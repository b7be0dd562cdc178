import { at } from '../problem/index.js'
import { steppedTiers } from './category-tiers.js'
import type { Curve } from './curve-schema.js'
import type { OwnBound } from './own-tables.js'
import { boundType, type NumberType, partType } from './owns.js'
import { typeAsked } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** The bounds of a table of a plan: where they stand, and what they are bounds of. */
export interface PlacedBounds {
  readonly path: string
  readonly bounds: readonly OwnBound[]
  /** What a bound is called. */
  readonly field: 'from' | 'at'
  /** Whether the first one begins nowhere, so that the table covers every number. */
  readonly first: 'open' | 'any'
  readonly type: NumberType
}

/** The bounds of all tables of a plan: tiers, the steps of an accelerator, and curves. */
export function boundsIn(policy: PlanPolicy): readonly PlacedBounds[] {
  const { accelerator } = policy
  const steps = { field: 'from', first: 'any' } as const
  return [
    ...steppedTiers(policy.tiers).map(
      ({ path, tiers }): PlacedBounds => ({
        path: at(path, 'steps'),
        bounds: tiers.steps,
        field: 'from',
        first: tiers.steps[0]?.from === undefined ? 'open' : 'any',
        type: boundType(policy, tiers.of),
      }),
    ),
    ...gridBounds(policy),
    ...(accelerator === undefined
      ? []
      : [{ path: 'accelerator.steps', bounds: accelerator.steps, type: partType, ...steps }]),
    ...curvesIn(policy).map(
      ({ path, curve, type }): PlacedBounds => ({
        path: at(path, 'points'),
        bounds: curve.points.map((point) => ({ from: point.at })),
        field: 'at',
        first: 'any',
        type,
      }),
    ),
  ]
}

function gridBounds(policy: PlanPolicy): readonly PlacedBounds[] {
  const { tiers } = policy
  if (tiers.kind !== 'grid') return []
  const { kpi, rows, columns, between = 'stepped' } = tiers
  const common = { field: 'from', first: between === 'linear' ? 'any' : 'open' } as const
  return [
    { path: 'tiers.rows', bounds: rows, type: partType, ...common },
    { path: 'tiers.columns', bounds: columns, type: typeAsked(policy, { kpi }), ...common },
  ]
}

/** A curve of a plan, and what it reads. */
export interface PlacedCurve {
  readonly path: string
  readonly curve: Curve
  readonly type: NumberType
}

/** The curves of a plan: of the parts of its target, and of its factors. */
export function curvesIn(policy: PlanPolicy): readonly PlacedCurve[] {
  const { tiers, modifiers = [] } = policy
  const listed = (path: string, list: readonly { readonly kpi: string; readonly curve: Curve }[]) =>
    list.map(({ curve, ...asked }, i) => ({
      path: at(at(path, i), 'curve'),
      curve,
      type: typeAsked(policy, asked),
    }))
  return [
    ...(tiers.kind === 'target' ? listed('tiers.parts', tiers.parts) : []),
    ...listed('modifiers', modifiers),
  ]
}

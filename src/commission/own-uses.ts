import { at } from '../problem/index.js'
import { categoriesOf, hasTiers, steppedTiers } from './category-tiers.js'
import type { Own, OwnOr } from './own-schema.js'
import { amountType, cellType, type NumberType, partType, rateType } from './owns.js'
import { conditionsOf } from './plan-asks.js'
import { typeAsked } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { boundsIn, curvesIn } from './plan-tables.js'

/** A person's own number: where in the policy it stands, its unit and its places, and what it is there. */
export interface OwnUse {
  readonly path: string
  readonly own: Own
  readonly type: NumberType
  readonly role: Role
}

type Role = 'rate' | 'cell' | 'factor' | 'amount' | 'bound' | 'asked'

/** Every number of a plan that is each person's own. */
export function ownsOf(policy: PlanPolicy): readonly OwnUse[] {
  return [
    ...usesOf(ratesOf(policy), rateType(policy), 'rate'),
    ...cellsOf(policy),
    ...usesOf(amountsOf(policy), amountType(policy), 'amount'),
    ...conditionsOf(policy).flatMap(({ valuePath, condition }) =>
      usesOf([[valuePath, condition.value]], typeAsked(policy, condition), 'asked'),
    ),
    ...usesOf(factorsOf(policy), partType, 'factor'),
    ...boundsIn(policy).flatMap(({ path, bounds, field, type }) =>
      usesOf(
        bounds.map(({ from }, i) => [at(at(path, i), field), from]),
        type,
        'bound',
      ),
    ),
  ]
}

type Placed = readonly [path: string, value: OwnOr | undefined]

function usesOf(values: readonly Placed[], type: NumberType, role: Role): readonly OwnUse[] {
  return values.flatMap(([path, own]) =>
    own === undefined || typeof own === 'string' ? [] : [{ path, own, type, role }],
  )
}

/** The rates of tiers, each with its path. */
function ratesOf({ tiers }: PlanPolicy): readonly Placed[] {
  const listed = (path: string, list: readonly { readonly rate: OwnOr }[]) =>
    list.map(({ rate }, i): Placed => [at(at(path, i), 'rate'), rate])
  return [
    ...(tiers.kind === 'flat' ? [['tiers.rate', tiers.rate] as const] : []),
    ...steppedTiers(tiers).flatMap((own) => listed(at(own.path, 'steps'), own.tiers.steps)),
    ...(tiers.kind === 'stages'
      ? [...listed('tiers.stages', tiers.stages), ['tiers.otherwise', tiers.otherwise] as const]
      : []),
    ...categoriesOf(tiers).flatMap(({ path, earns }): readonly Placed[] => {
      if (!hasTiers(earns)) return [[path, earns]]
      return earns.kind === 'flat' ? [[at(path, 'rate'), earns.rate]] : []
    }),
  ]
}

function cellsOf(policy: PlanPolicy): readonly OwnUse[] {
  const { tiers } = policy
  if (tiers.kind !== 'grid') return []
  const cells = tiers.rates.flatMap((row, i) =>
    row.map((cell, j): Placed => [at(at('tiers.rates', i), j), cell]),
  )
  return usesOf(cells, cellType(policy, tiers), 'cell')
}

function amountsOf(policy: PlanPolicy): readonly Placed[] {
  const { tiers, dealFloor, dealCap, floor, cap, yearCap, kickers = [] } = policy
  return [
    ...(tiers.kind === 'target' ? [['tiers.target', tiers.target] as const] : []),
    ...kickers.map(({ pays }, i) => [at(at('kickers', i), 'pays'), pays] as const),
    ['dealFloor', dealFloor],
    ['dealCap', dealCap],
    ['floor', floor],
    ['cap', cap],
    ['yearCap', yearCap],
  ]
}

/** What multiplies what is earned: factors, weights, and what a gate keeps. */
function factorsOf(policy: PlanPolicy): readonly Placed[] {
  const { tiers, accelerator, gate } = policy
  const steps = accelerator?.steps ?? []
  return [
    ...(tiers.kind === 'target'
      ? tiers.parts.map(({ weight }, i): Placed => [at(at('tiers.parts', i), 'weight'), weight])
      : []),
    ...steps.map(({ factor }, i): Placed => [at(at('accelerator.steps', i), 'factor'), factor]),
    ...curvesIn(policy).flatMap(({ path, curve }): readonly Placed[] => [
      ...curve.points.map(
        ({ factor }, i): Placed => [at(at(at(path, 'points'), i), 'factor'), factor],
      ),
      ...(curve.kind === 'linear' ? [[at(path, 'beyond'), curve.beyond] as const] : []),
    ]),
    ['gate.keeps', gate?.keeps],
  ]
}

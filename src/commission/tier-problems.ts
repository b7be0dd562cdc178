import { boundProblems, checked, gridShape, sizeProblems } from '../formula/internal.js'
import { at, type Problem, under } from '../problem/index.js'
import { notTogether } from '../problem/terms-problems.js'
import { money } from '../quantity/index.js'
import { categoriesOf, hasTiers } from './category-tiers.js'
import type { GridTiers } from './grid.js'
import {
  categoryOfQuota,
  fewPoints,
  missingPoint,
  otherResult,
  sameBound,
} from './member-problems.js'
import type { OwnBound } from './own-tables.js'
import { ownName } from './owns.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { boundsIn, curvesIn, type PlacedBounds } from './plan-tables.js'
import { byFormula } from './tiers.js'

/** What is wrong with the tables of a plan: bounds, points and grids, and a formula of its own. */
export function tableProblems(plan: PlanPolicy): readonly Problem[] {
  const { tiers } = plan
  return [
    ...boundsIn(plan).flatMap(boundsProblems),
    ...categoryProblems(plan),
    ...(tiers.kind === 'grid' ? gridProblems(tiers) : []),
    ...(tiers.kind === 'formula' ? formulaProblems(plan, tiers) : []),
    // A line goes on beyond its last point as a ratio alone can.
    ...curvesIn(plan).flatMap(({ path, curve, type: [unit] }) =>
      curve.kind === 'linear' && curve.beyond !== undefined && unit !== 'ratio'
        ? [notTogether(at(path, 'beyond'), unit)]
        : [],
    ),
  ]
}

/** Bounds of the policy rise, also beside those of each person, of which one is told by another name each. */
function boundsProblems({ path, bounds, field, first }: PlacedBounds): readonly Problem[] {
  const given = bounds.map(({ from, exclusive }) => ({ from, exclusive }))
  const isOwn = (from: unknown) => typeof from === 'object'
  const names = bounds.map(({ from }) => (typeof from === 'object' ? ownName(from) : undefined))
  return [
    ...boundProblems(given, path, first, field, isOwn),
    ...names.flatMap((name, i) =>
      name !== undefined && names.indexOf(name) < i
        ? [sameBound(at(at(path, i), field), name)]
        : [],
    ),
  ]
}

/** The quota is of all that is measured, and no part of it is a category's. */
function categoryProblems({ tiers }: PlanPolicy): readonly Problem[] {
  return categoriesOf(tiers).flatMap(({ path, earns }) =>
    hasTiers(earns) && 'of' in earns && earns.of === 'quota'
      ? [categoryOfQuota(at(path, 'of'))]
      : [],
  )
}

function gridProblems({
  rows,
  columns,
  rates,
  between = 'stepped',
}: GridTiers): readonly Problem[] {
  const shaped = rates.length === rows.length && rates.every((row) => row.length === columns.length)
  const points =
    between === 'linear'
      ? [...pointProblems('tiers.rows', rows), ...pointProblems('tiers.columns', columns)]
      : []
  return [...points, ...(shaped ? [] : [gridShape('tiers.rates', rows.length, columns.length)])]
}

/** Lines run from one point to another, and a point is none of two sides. */
function pointProblems(path: string, points: readonly OwnBound[]): readonly Problem[] {
  const [first] = points
  return [
    ...(points.length === 1 ? [fewPoints(path)] : []),
    ...(first !== undefined && first.from === undefined
      ? [missingPoint(at(at(path, 0), 'from'))]
      : []),
    ...points.flatMap(({ exclusive }, i) =>
      exclusive === undefined ? [] : [notTogether(at(at(path, i), 'exclusive'), 'between')],
    ),
  ]
}

/** A formula of the plan's own: one that can be checked, of the plan's measure, and of money. */
function formulaProblems(
  plan: PlanPolicy,
  tiers: Extract<PlanPolicy['tiers'], { readonly kind: 'formula' }>,
): readonly Problem[] {
  const path = 'tiers.earns'
  const size = sizeProblems(tiers.earns)
  if (size.length > 0) return under(path, size)
  const { formula, problems } = checked(byFormula(plan, tiers), new Map())
  if (formula === undefined) return under(path, problems)
  const expected = money(plan.currency)
  return formula.unit === expected ? [] : [otherResult(path, formula.unit, expected)]
}

import { boundProblems, checked, gridShape, sizeProblems } from '../formula/internal.js'
import { at, type Problem, under } from '../problem/index.js'
import { money } from '../quantity/index.js'
import type { Curve } from './curve-schema.js'
import { otherResult } from './member-problems.js'
import { typeAsked } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { notTogether } from './problems.js'
import { byFormula } from './tiers.js'

/** What is wrong with the tables of a plan: bounds, points and grids, and a formula of its own. */
export function tableProblems(plan: PlanPolicy): readonly Problem[] {
  const { accelerator, modifiers = [] } = plan
  return [
    ...tierProblems(plan),
    ...(accelerator === undefined
      ? []
      : boundProblems(accelerator.steps, 'accelerator.steps', 'any')),
    ...modifiers.flatMap(({ curve, ...asked }, i) =>
      curveProblems(curve, typeAsked(plan, asked)[0], at(at('modifiers', i), 'curve')),
    ),
  ]
}

function tierProblems(plan: PlanPolicy): readonly Problem[] {
  const { tiers } = plan
  switch (tiers.kind) {
    case 'flat':
    case 'category':
    case 'stages':
      return []
    case 'marginal':
    case 'retroactive':
      return boundProblems(
        tiers.steps,
        'tiers.steps',
        tiers.steps[0]?.from === undefined ? 'open' : 'any',
      )
    case 'target':
      return tiers.parts.flatMap(({ curve, ...asked }, i) =>
        curveProblems(curve, typeAsked(plan, asked)[0], at(at('tiers.parts', i), 'curve')),
      )
    case 'formula':
      return formulaProblems(plan, tiers)
    case 'grid':
      return gridProblems(tiers)
  }
}

function gridProblems({
  rows,
  columns,
  rates,
}: Extract<PlanPolicy['tiers'], { readonly kind: 'grid' }>): readonly Problem[] {
  const shaped = rates.length === rows.length && rates.every((row) => row.length === columns.length)
  return [
    ...boundProblems(rows, 'tiers.rows', 'open'),
    ...boundProblems(columns, 'tiers.columns', 'open'),
    ...(shaped ? [] : [gridShape('tiers.rates', rows.length, columns.length)]),
  ]
}

/** Points ascend; a line goes on beyond the last one as a ratio alone can. */
function curveProblems(curve: Curve, unit: string, path: string): readonly Problem[] {
  const bounds = curve.points.map((point) => ({ from: point.at }))
  const goesOn = curve.kind === 'linear' && curve.beyond !== undefined
  return [
    ...boundProblems(bounds, at(path, 'points'), 'any', 'at'),
    ...(goesOn && unit !== 'ratio' ? [notTogether(at(path, 'beyond'), unit)] : []),
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

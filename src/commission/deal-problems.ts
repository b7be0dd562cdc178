import { at, type Problem } from '../problem/index.js'
import { notTogether } from '../problem/terms-problems.js'
import { byDeal, measuresOfDeal } from './by-deal.js'
import { asksOf } from './plan-asks.js'
import { measureName, measureNamed } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** What has no meaning where each deal is worked out by itself: what is of a period, or of a part of a quota. */
export function dealProblems(plan: PlanPolicy): readonly Problem[] {
  const by = byDeal(plan)
  if (by === undefined) return []
  const { accelerator, deals, linked = [], modifiers = [], tiers } = plan
  const names = measuresOfDeal(plan).map(measureName)
  return [
    ...(paysDeals(tiers) ? [] : [notTogether(by, 'tiers')]),
    ...(accelerator === undefined ? [] : [notTogether(by, 'accelerator')]),
    ...modifiers.flatMap(({ on }, i) =>
      on === 'overage' ? [notTogether(at(at('modifiers', i), 'on'), by)] : [],
    ),
    ...asksOf(plan).flatMap(({ path, asked: { of } }) =>
      path.startsWith('tiers') && of !== undefined && measureNamed(plan, of) === undefined
        ? [notTogether(at(path, 'of'), by)]
        : [],
    ),
    ...linked.flatMap((each, i) =>
      each.span !== undefined && names.includes(measureName(each))
        ? [notTogether(at(at('linked', i), 'span'), by)]
        : [],
    ),
    ...(deals === undefined ? [] : [notTogether('deals', by)]),
  ]
}

/** Whether tiers pay one deal by itself: by what is measured of it. */
function paysDeals(tiers: PlanPolicy['tiers']): boolean {
  switch (tiers.kind) {
    case 'flat':
    case 'stages':
    case 'formula':
    case 'category':
      return true
    case 'marginal':
    case 'retroactive':
      return tiers.of !== 'quota'
    case 'target':
    case 'grid':
      return false
  }
}

import { inputsOf } from '../formula/internal.js'
import { at, type Problem } from '../problem/index.js'
import { aboveWhole, notTogether } from '../problem/terms-problems.js'
import { decimal } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { byDeal } from './by-deal.js'
import { gateLabel } from './condition-problems.js'
import { dealProblems } from './deal-problems.js'
import { unreadKpi, unreadMeasure } from './member-problems.js'
import { nameProblems } from './name-problems.js'
import type { OwnOr } from './own-schema.js'
import { asksOf } from './plan-asks.js'
import { measureName, measuresOf } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { noQuota, notMeasured, ofItself } from './problems.js'
import { tableProblems } from './tier-problems.js'
import { isOneMeasure } from './tiers.js'

/** What is wrong with a plan whose shape is right. */
export function planProblems(plan: PlanPolicy): readonly Problem[] {
  return [
    ...tableProblems(plan),
    ...nameProblems(plan),
    ...unreadProblems(plan),
    ...quotaProblems(plan),
    ...togetherProblems(plan),
    ...amountProblems(plan),
  ]
}

/** What is measured, and each KPI that is described, must be read. */
function unreadProblems(plan: PlanPolicy): readonly Problem[] {
  const { kpis = {}, measure, tiers } = plan
  const name = measureName(measure)
  const asked = asksOf(plan).flatMap(({ asked: { kpi, of } }) => [kpi, of])
  const byTiers =
    tiers.kind === 'formula' ? inputsOf(tiers.earns).map(({ name: read }) => read) : []
  const measures = measuresOf(plan).map(measureName)
  const grid = tiers.kind === 'grid' ? [tiers.kpi] : []
  const read = new Set([...asked, ...byTiers, ...grid])
  const isRead = tiers.kind === 'formula' ? byTiers.includes(name) : readByTarget(tiers, name)
  return [
    ...(isRead ? [] : [unreadMeasure('measure', name)]),
    ...Object.keys(kpis)
      .filter((kpi) => !read.has(kpi) || measures.includes(kpi))
      .map((kpi) => unreadKpi(at('kpis', kpi), kpi)),
  ]
}

/** Whether tiers read the measure: those of a target where a part asks for it, all others always. */
function readByTarget(tiers: PlanPolicy['tiers'], name: string): boolean {
  return tiers.kind !== 'target' || tiers.parts.some(({ kpi, of }) => kpi === name || of === name)
}

/** What is said in parts of a quota needs one, and a quota needs a measure. */
function quotaProblems(plan: PlanPolicy): readonly Problem[] {
  const { quota, tiers, accelerator, modifiers = [] } = plan
  const names = measuresOf(plan).map(measureName)
  return [
    ...(quota === undefined && readsQuota(tiers) ? [noQuota('tiers')] : []),
    ...(quota === undefined && accelerator !== undefined ? [noQuota('accelerator')] : []),
    ...modifiers.flatMap(({ on }, i) =>
      quota === undefined && on === 'overage' ? [noQuota(at('modifiers', i))] : [],
    ),
    ...asksOf(plan).flatMap(({ path, asked: { kpi, of } }) => {
      if (of === undefined) return []
      if (of === kpi) return [ofItself(at(path, 'of'), kpi)]
      return names.includes(kpi) ? [] : [notMeasured(at(path, 'of'), kpi)]
    }),
  ]
}

function readsQuota(tiers: PlanPolicy['tiers']): boolean {
  return tiers.kind === 'grid' || ('of' in tiers && tiers.of === 'quota')
}

/** Parts that would be ignored, or mean two things, beside each other. */
function togetherProblems(plan: PlanPolicy): readonly Problem[] {
  const { tiers, accelerator, yearCap, measuring, holdback, measure, gate } = plan
  const { modifiers = [] } = plan
  const byEvent = measure.sum === 'collections' || measure.sum === 'invoiced'
  return [
    ...dealProblems(plan),
    ...(accelerator && !isOneMeasure(tiers) ? [notTogether('accelerator', 'tiers')] : []),
    ...modifiers.flatMap(({ on }, i) =>
      on === 'overage' && byDeal(plan) === undefined && !isOneMeasure(tiers)
        ? [notTogether(at(at('modifiers', i), 'on'), 'tiers')]
        : [],
    ),
    ...(yearCap !== undefined && (measuring ?? 'period') !== 'period'
      ? [notTogether('yearCap', 'measuring')]
      : []),
    ...(holdback && byEvent ? [notTogether('holdback', 'measure.sum')] : []),
    ...(gate?.label !== undefined && !('kpi' in gate) ? [gateLabel()] : []),
  ]
}

function amountProblems(plan: PlanPolicy): readonly Problem[] {
  const { currency, tiers, kickers = [], gate, holdback } = plan
  const amount = (path: string, value: OwnOr | undefined) =>
    placesProblems(path, typeof value === 'string' ? value : undefined, currency)
  const keeps = typeof gate?.keeps === 'string' ? gate.keeps : '0'
  const share = holdback?.share ?? '0'
  return [
    ...amount('dealFloor', plan.dealFloor),
    ...amount('dealCap', plan.dealCap),
    ...kickers.flatMap(({ pays }, i) => amount(at(at('kickers', i), 'pays'), pays)),
    ...(tiers.kind === 'target' ? amount('tiers.target', tiers.target) : []),
    ...amount('floor', plan.floor),
    ...amount('cap', plan.cap),
    ...amount('yearCap', plan.yearCap),
    ...(decimal(keeps).greaterThan(1) ? [aboveWhole('gate.keeps', keeps)] : []),
    ...(decimal(share).greaterThan(1) ? [aboveWhole('holdback.share', share)] : []),
  ]
}

import { boundProblems, gridShape } from '../formula/internal.js'
import { at, type Problem } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { gateLabel } from './condition-problems.js'
import type { Asked } from './conditions-schema.js'
import { asksOf } from './plan-asks.js'
import { type Measure, measureName, measuresOf, otherCategory } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import {
  aboveWhole,
  duplicateName,
  noQuota,
  notMeasured,
  notTogether,
  ofItself,
} from './problems.js'

/** What is wrong with a plan whose shape is right. */
export function planProblems(plan: PlanPolicy): readonly Problem[] {
  return [
    ...tableProblems(plan),
    ...nameProblems(plan),
    ...quotaProblems(plan),
    ...togetherProblems(plan),
    ...amountProblems(plan),
  ]
}

function tableProblems({ tiers, accelerator }: PlanPolicy): readonly Problem[] {
  return [
    ...tierProblems(tiers),
    ...(accelerator === undefined
      ? []
      : boundProblems(accelerator.steps, 'accelerator.steps', 'any')),
  ]
}

function tierProblems(tiers: PlanPolicy['tiers']): readonly Problem[] {
  if (tiers.kind === 'flat' || tiers.kind === 'category') return []
  if (tiers.kind !== 'grid') {
    const first = tiers.steps[0]?.from === undefined ? 'open' : 'any'
    return boundProblems(tiers.steps, 'tiers.steps', first)
  }
  const { rows, columns, rates } = tiers
  const shaped = rates.length === rows.length && rates.every((row) => row.length === columns.length)
  return [
    ...boundProblems(rows, 'tiers.rows', 'open'),
    ...boundProblems(columns, 'tiers.columns', 'open'),
    ...(shaped ? [] : [gridShape('tiers.rates', rows.length, columns.length)]),
  ]
}

/** A name of an input, where it stands, and what it stands for. */
interface Use {
  readonly path: string
  readonly name: string
  readonly role: string
}

/** All that a plan reads are inputs of one formula: a name may stand for one thing alone. */
function nameProblems(plan: PlanPolicy): readonly Problem[] {
  const roles = new Map(
    [
      ...(plan.dealCap === undefined ? [] : ['deals']),
      ...(plan.yearCap === undefined ? [] : ['earned_to_date']),
    ].map((name) => [name, 'worked out by the plan']),
  )
  const { quota } = plan
  const uses: readonly Use[] = [
    ...measuresOf(plan).map((measure, i) => ({
      path: measurePath(i),
      name: measureName(measure),
      role: measurePath(i),
    })),
    ...categoryUses(plan),
    ...(quota === undefined ? [] : [{ path: 'quota', name: quota, role: quotaOf(plan.measure) }]),
    ...asksOf(plan).flatMap(({ path, asked }) => askedUses(plan, path, asked)),
    ...(plan.tiers.kind === 'grid'
      ? [{ path: 'tiers.kpi', name: plan.tiers.kpi, role: 'KPI' }]
      : []),
  ]
  return uses.flatMap(({ path, name, role }) => {
    const known = roles.get(name) ?? role
    roles.set(name, known)
    return known === role ? [] : [duplicateName(path, name)]
  })
}

/** The main measure stands under `measure`, the others under `linked`. */
function measurePath(index: number): string {
  return index === 0 ? 'measure' : at('linked', index - 1)
}

function quotaOf({ unit = 'money' }: Pick<Measure, 'unit'>): string {
  return `quota of ${unit}`
}

function categoryUses({ tiers, measure }: PlanPolicy): readonly Use[] {
  if (tiers.kind !== 'category') return []
  const uses = Object.keys(tiers.rates).map((category) => ({
    path: at('tiers.rates', category),
    name: `${measureName(measure)}.${category}`,
    role: at('tiers.rates', category),
  }))
  return tiers.otherwise === undefined
    ? uses
    : [
        ...uses,
        {
          path: 'tiers.otherwise',
          name: `${measureName(measure)}.${otherCategory}`,
          role: 'tiers.otherwise',
        },
      ]
}

/** The names that are asked for beside the measures, which may be compared with each other. */
function askedUses(plan: PlanPolicy, path: string, { kpi, of }: Asked): readonly Use[] {
  const measures = measuresOf(plan)
  const measure = measures.find((each) => measureName(each) === kpi)
  if (measure === undefined) return [{ path: at(path, 'kpi'), name: kpi, role: 'KPI' }]
  if (of === undefined) return []
  const other = measures.findIndex((each) => measureName(each) === of)
  const alike = other >= 0 && quotaOf(measures[other] as Measure) === quotaOf(measure)
  return [{ path: at(path, 'of'), name: of, role: alike ? measurePath(other) : quotaOf(measure) }]
}

/** What is said in parts of a quota needs one, and a quota needs a measure. */
function quotaProblems(plan: PlanPolicy): readonly Problem[] {
  const { quota, tiers, accelerator } = plan
  const names = measuresOf(plan).map(measureName)
  return [
    ...(quota === undefined && readsQuota(tiers) ? [noQuota('tiers')] : []),
    ...(quota === undefined && accelerator !== undefined ? [noQuota('accelerator')] : []),
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
  const { tiers, dealCap, accelerator, yearCap, measuring, holdback, measure, gate } = plan
  const ofPeriod = tiers.kind === 'category' || readsQuota(tiers)
  const byEvent = measure.sum === 'collections' || measure.sum === 'invoiced'
  return [
    ...(dealCap !== undefined && ofPeriod ? [notTogether('dealCap', 'tiers')] : []),
    ...(dealCap !== undefined && accelerator ? [notTogether('dealCap', 'accelerator')] : []),
    ...(accelerator && tiers.kind === 'category' ? [notTogether('accelerator', 'tiers')] : []),
    ...(yearCap !== undefined && measuring === 'year-to-date'
      ? [notTogether('yearCap', 'measuring')]
      : []),
    ...(holdback && byEvent ? [notTogether('holdback', 'measure.sum')] : []),
    ...(gate?.label !== undefined && !('kpi' in gate) ? [gateLabel()] : []),
  ]
}

function amountProblems(plan: PlanPolicy): readonly Problem[] {
  const { currency, kickers = [], gate, holdback } = plan
  const keeps = gate?.keeps ?? '0'
  const share = holdback?.share ?? '0'
  return [
    ...placesProblems('dealCap', plan.dealCap, currency),
    ...kickers.flatMap(({ pays }, i) =>
      placesProblems(at(at('kickers', i), 'pays'), pays, currency),
    ),
    ...placesProblems('floor', plan.floor, currency),
    ...placesProblems('cap', plan.cap, currency),
    ...placesProblems('yearCap', plan.yearCap, currency),
    ...(decimal(keeps).greaterThan(1) ? [aboveWhole('gate.keeps', keeps)] : []),
    ...(decimal(share).greaterThan(1) ? [aboveWhole('holdback.share', share)] : []),
  ]
}

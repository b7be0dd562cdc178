import { inputsOf } from '../formula/internal.js'
import { at, type Problem } from '../problem/index.js'
import { byDeal } from './by-deal.js'
import type { Asked } from './conditions-schema.js'
import { ownName, ownsOf } from './owns.js'
import { asksOf } from './plan-asks.js'
import { kpiScale, type Measure, measureName, measuresOf, otherCategory } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { duplicateName } from './problems.js'

/** A name of an input, where it stands, and what it stands for. */
interface Use {
  readonly path: string
  readonly name: string
  readonly role: string
}

/** All that a plan reads are inputs of one formula: a name may stand for one thing alone. */
export function nameProblems(plan: PlanPolicy): readonly Problem[] {
  const roles = new Map(
    [
      ...(byDeal(plan) === undefined ? [] : ['deals']),
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
    ...ownsOf(plan).map(({ path, own, unit, places }) => ({
      path,
      name: ownName(own),
      role: ['figure' in own ? 'figure' : 'attribute', unit, places].join(' '),
    })),
    ...formulaUses(plan),
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

/** What a formula of the plan's own reads that is no measure, quota or KPI of the plan. */
function formulaUses({
  tiers,
  measure,
  linked = [],
  quota,
  kpis = {},
}: PlanPolicy): readonly Use[] {
  if (tiers.kind !== 'formula') return []
  const known = new Set([...[measure, ...linked].map(measureName), quota, ...Object.keys(kpis)])
  return inputsOf(tiers.earns)
    .filter(({ name }) => !known.has(name))
    .map(({ name, unit, scale }) => ({
      path: 'tiers.earns',
      name,
      role: unit === 'ratio' && scale === kpiScale ? 'KPI' : `figure ${unit} ${scale}`,
    }))
}

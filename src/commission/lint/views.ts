import { type Analysis, analyze, type Formula } from '../../formula/index.js'
import { comparisonsIn, type Placed } from '../comparisons.js'
import type { PlanCondition } from '../conditions-schema.js'
import { type Plan, parsePlan } from '../plan.js'
import { conditionsOf } from '../plan-asks.js'
import { categoriesOf, measureName, measuresOf } from '../plan-inputs.js'
import { dealsInput } from '../plan-reads.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { columnStart, edgeOf, type Figures, reachedFigures, scaleOf } from './figures.js'

/** One curve of a plan: over one input, with every other as it is held. */
export interface View {
  readonly formula: Formula
  readonly over: string
  /** Whether it is the commission of one deal, rather than of a period. */
  readonly deal: boolean
  /** With every condition reached. */
  readonly reached: Analysis
  /** With a condition missed by the smallest step, or in another column of a grid. */
  readonly others: readonly Analysis[]
}

/** The curves of a plan over its measure, over each category of it, or over deals. */
export function viewsOf(plan: Plan, given: Figures): readonly View[] {
  const { deal, policy } = plan
  const viewed = (formula: Formula, over: string) =>
    viewOf(policy, formula, over, readBy(formula, given), formula === deal)
  if (deal === undefined)
    return measuredInputs(policy).map((over) => viewed(withoutPartsOf(plan, over).formula, over))
  return [
    ...measuredInputs(policy).map((over) => viewed(deal, over)),
    viewed(plan.formula, dealsInput),
  ]
}

/** What is given that a formula reads. */
export function readBy({ inputs }: Formula, given: Figures): Figures {
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(inputs, name)))
}

/** The inputs of what is measured: of all of it, or of each category. */
export function measuredInputs(policy: PlanPolicy): readonly string[] {
  const name = measureName(policy.measure)
  return categoriesOf(policy)?.map((category) => `${name}.${category}`) ?? [name]
}

/** The conditions by which the formula of a view decides: those of the tiers are of deals where these are paid. */
export function conditionsIn({ policy, deal }: Plan, view: View): readonly Placed[] {
  const conditions = conditionsOf(policy)
  return deal === undefined
    ? conditions
    : conditions.filter(({ path }) => path.startsWith('tiers') === view.deal)
}

/**
 * The plan without the conditions that ask for a part of the varied measure: however much a figure
 * is held at, enough of the measure would miss them. They are looked at amount by amount.
 */
function withoutPartsOf(plan: Plan, over: string): Plan {
  const { gate, accelerator, kickers = [], ...rest } = plan.policy
  const kept = <T extends PlanCondition>(given: T | undefined) =>
    given && comparisonsIn(given, '').some(({ condition }) => condition.of === over)
      ? undefined
      : given
  if (conditionsOf(plan.policy).every(({ condition }) => condition.of !== over)) return plan
  const when = kept(accelerator?.when)
  const always = accelerator && (({ when: _, ...steps }) => steps)(accelerator)
  return parsePlan({
    ...rest,
    ...(kept(gate) && { gate }),
    ...(always && { accelerator: { ...always, ...(when && { when }) } }),
    kickers: kickers.filter((kicker) => kept(kicker) !== undefined),
  })
}

function viewOf(
  policy: PlanPolicy,
  formula: Formula,
  over: string,
  given: Figures,
  deal: boolean,
): View {
  const { [over]: _, ...fixed }: Figures = given
  const figures = reachedFigures(policy, formula, fixed, over)
  const look = (more: Figures) => analyze(formula, { over, given: { ...figures, ...more } })
  return {
    formula,
    over,
    deal,
    reached: look({}),
    others: alternatives(policy, formula, figures)
      .filter((more) =>
        Object.keys(more).every((name) => name !== over && !Object.hasOwn(fixed, name)),
      )
      .map(look),
  }
}

/** Each condition missed by the smallest step, and each column of a grid but the last. */
function alternatives(policy: PlanPolicy, formula: Formula, figures: Figures): readonly Figures[] {
  const { tiers } = policy
  const names = measuresOf(policy).map(measureName)
  const missed = conditionsOf(policy).flatMap(({ condition }) => {
    const { kpi, of = kpi } = condition
    if (!(Object.hasOwn(figures, kpi) && Object.hasOwn(figures, of))) return []
    const { missed } = edgeOf(condition, formula, figures)
    // Amounts are looked at from zero up; a KPI may be below it.
    return missed.isNegative() && names.includes(kpi) ? [] : [{ [kpi]: missed }]
  })
  if (tiers.kind !== 'grid') return missed
  const { kpi, columns } = tiers
  const others = columns.slice(0, -1).map((column) => ({
    [kpi]: columnStart(column, scaleOf(formula, kpi)),
  }))
  return [...missed, ...others]
}

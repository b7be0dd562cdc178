import { type Evaluation, evaluate, type Formula } from '../../formula/index.js'
import type { Label } from '../../problem/index.js'
import { type Decimal, decimal } from '../../quantity/index.js'
import type { Compared, Placed } from '../comparisons.js'
import type { Plan } from '../plan.js'
import { labelOf, measureName, measuresOf } from '../plan-inputs.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { edgeOf, type Figures, reachedFigures, usualAmount } from './figures.js'
import type { Finding } from './finding.js'
import { endsOf } from './gains.js'
import { alwaysMet, harmful, missed, withoutEffect } from './rule-findings.js'
import { conditionsIn, readBy, type View } from './views.js'
import { moneyText, writeFor } from './written.js'

/** What each condition of a plan that reads another input than what is measured does. */
export function conditionFindings(
  plan: Plan,
  views: readonly View[],
  given: Figures,
): readonly Finding[] {
  return views
    .filter(({ deal }, i) => views.findIndex((each) => each.deal === deal) === i)
    .flatMap((view) =>
      conditionsIn(plan, view).flatMap((placed) => findingsOf(plan, views, view, placed, given)),
    )
}

function findingsOf(
  plan: Plan,
  all: readonly View[],
  first: View,
  { path, condition }: Placed,
  given: Figures,
): readonly Finding[] {
  const { policy } = plan
  const { kpi, of } = condition
  const views = all.filter(({ deal }) => deal === first.deal)
  const overs = views.map(({ over }) => over)
  const names = measuresOf(policy).map(measureName)
  const write = writeFor(policy, first)
  const label = labelOf(policy, kpi)
  // A KPI may be below zero, as a margin is after a loss. Who has none of two amounts misses a part.
  if (names.includes(kpi) && reachesAll(condition))
    return names.includes(of ?? '') ? [] : [{ ...alwaysMet(write, path, label), given: {} }]
  if (Object.hasOwn(given, kpi) || overs.includes(kpi)) return []
  const effects = views.flatMap((each) => effectsOf(plan, each, condition, given))
  const found = [
    ...mostOf(effects, 1).map((effect) => lossOf(policy, path, label, effect)),
    ...mostOf(effects, -1).map((effect) => harmOf(policy, path, label, effect)),
  ]
  // Whatever part of the measure is asked for, no list of amounts shows that it never matters.
  if (found.length > 0 || (of !== undefined && overs.includes(of))) return found
  return [{ ...withoutEffect(write, path), given: first.reached.given }]
}

/** Whether every amount of zero and more meets it. */
function reachesAll({ sense, value }: Compared): boolean {
  if (typeof value !== 'string') return false
  const bound = decimal(value)
  return (sense === 'atLeast' && !bound.greaterThan(0)) || (sense === 'above' && bound.isNegative())
}

/** What reaching a condition, rather than missing it by the smallest step, does at an amount. */
interface Effect {
  readonly view: View
  readonly amount: string
  readonly gain: Decimal
  /** Whether nothing is paid where it is missed. */
  readonly all: boolean
  readonly given: Readonly<Record<string, string>>
}

/**
 * The effects at a usual amount first, then wherever a straight piece of a curve ends and beyond them
 * all: where they are all zero, there is none anywhere.
 */
function effectsOf(
  { policy, formula: ofPeriod, deal }: Plan,
  view: View,
  condition: Compared,
  given: Figures,
): readonly Effect[] {
  const { kpi } = condition
  const formula = (view.deal ? deal : ofPeriod) as Formula
  const ends = [usualAmount(policy), ...[view.reached, ...view.others].flatMap(endsOf)]
  const most = ends.reduce((a, b) => (decimal(b).greaterThan(a) ? b : a))
  return [...ends, decimal(most).times(2).toFixed()].map((amount) => {
    const reached = reachedFigures(policy, formula, {
      ...readBy(formula, given),
      [view.over]: amount,
    })
    const { missed } = edgeOf(condition, formula, reached)
    const [met, not] = [reached, { ...reached, [kpi]: missed }].map((inputs) =>
      evaluate(formula, inputs),
    ) as [Evaluation, Evaluation]
    return {
      view,
      amount,
      gain: decimal(met.value).minus(not.value),
      all: decimal(not.value).isZero(),
      given: met.inputs,
    }
  })
}

/** The first effect of that sign where it is at the usual amount, the greatest elsewhere. */
function mostOf(effects: readonly Effect[], sign: 1 | -1): readonly Effect[] {
  const size = ({ gain }: Effect) => gain.times(sign)
  const [usual] = effects as readonly [Effect]
  const most = effects.reduce((a, b) => (size(b).greaterThan(size(a)) ? b : a))
  return [usual, most].filter((effect) => size(effect).greaterThan(0)).slice(0, 1)
}

function lossOf(
  policy: PlanPolicy,
  path: string,
  kpi: Label,
  { view, amount, gain, all, given }: Effect,
): Finding {
  const at = { kpi, amount, cost: moneyText(policy, gain.toFixed()), all }
  return { ...missed(writeFor(policy, view), path, at), given }
}

function harmOf(
  policy: PlanPolicy,
  path: string,
  kpi: Label,
  { view, amount, gain, given }: Effect,
): Finding {
  const at = { kpi, amount, cost: moneyText(policy, gain.negated().toFixed()) }
  return { ...harmful(writeFor(policy, view), path, at), given }
}

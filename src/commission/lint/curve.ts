import type { Analysis, BandRange, Choice } from '../../formula/index.js'
import { inputsIn } from '../../formula/internal.js'
import { decimal } from '../../quantity/index.js'
import type { Plan } from '../plan.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { cliff, fall, unreachable } from './curve-findings.js'
import { edgeOf, type TierStart, tierStarts } from './figures.js'
import type { Finding, Found } from './finding.js'
import { conditionsIn, type View } from './views.js'
import { moneyText, writeFor } from './written.js'

/** Falls, cliffs and unreachable tiers of one curve of a plan. */
export function curveFindings(plan: Plan, view: View): readonly Finding[] {
  return [view.reached, ...view.others].flatMap((analysis) =>
    [
      ...fallsIn(plan, view, analysis),
      ...cliffsIn(plan, view, analysis),
      ...(analysis === view.reached ? unreachableTiers(plan.policy, view) : []),
    ].map((finding) => ({ ...finding, given: analysis.given })),
  )
}

function fallsIn(plan: Plan, view: View, analysis: Analysis): readonly Found[] {
  return analysis.falls.map(({ from, highest, lost, to }) =>
    fall(writeFor(plan.policy, view), pathAt(plan, view, analysis, { from, exclusive: true }), {
      from,
      highest,
      cost: lost as string,
      to,
    }),
  )
}

function cliffsIn(plan: Plan, view: View, analysis: Analysis): readonly Found[] {
  const { policy } = plan
  // What a deal earns once, for being one, is meant to.
  const isFirst = (at: string) => view.deal && decimal(at).isZero()
  return analysis.cliffs
    .filter(({ at, size }) => decimal(size).greaterThan(0) && !isFirst(at))
    .map(({ at: from, exclusive = false, size }) => {
      const range = { from, exclusive }
      return cliff(
        writeFor(policy, view),
        pathAt(plan, view, analysis, range),
        firstIn(analysis, range),
        moneyText(policy, size),
      )
    })
}

/** The first amount in a range that has a beginning. */
export function firstIn(analysis: Analysis, range: BandRange): string {
  return inputsIn(analysis, range).first as string
}

/** Tiers that no amount is paid by. Those of refunds alone are meant for amounts below zero. */
function unreachableTiers(policy: PlanPolicy, view: View): readonly Found[] {
  const { choices, dead, given } = view.reached
  const starts = tierStarts(policy, given)
  const lists = choices.filter(({ op }) => op === 'marginal' || op === 'step' || op === 'grid')
  return starts.flatMap(({ path }, i) => {
    const end = starts[i + 1]?.from
    const onlyRefunds = end !== undefined && !end.greaterThan(0)
    const unpaid = lists.length > 0 && lists.every((list) => dead.includes(branch(list, starts, i)))
    return unpaid && !onlyRefunds ? [unreachable(writeFor(policy, view), path)] : []
  })
}

/** The branch of a tier; a first one may stand before them all, for what is below the first tier. */
function branch({ branches }: Choice, starts: readonly TierStart[], index: number): string {
  return branches[branches.length - starts.length + index]?.path as string
}

/** The part of the policy that decides at the first amount of a range. */
function pathAt(plan: Plan, view: View, analysis: Analysis, range: BandRange): string {
  const amount = decimal(firstIn(analysis, range))
  const condition = conditionsIn(plan, view).find(({ condition }) => {
    if (condition.kpi !== view.over) return false
    const { met, missed } = edgeOf(condition, view.formula, analysis.given)
    return (met.greaterThan(missed) ? met : missed).equals(amount)
  })
  const tier = tierStarts(plan.policy, analysis.given).findLast(
    ({ from, exclusive }) =>
      from === undefined ||
      (exclusive ? amount.greaterThan(from) : amount.greaterThanOrEqualTo(from)),
  )
  const [path = 'tiers'] = [condition, tier].flatMap((found) => found?.path ?? [])
  return path
}

import { analyze, type Formula } from '../../formula/index.js'
import type { Plan } from '../plan.js'
import { dealsInput } from '../plan-reads.js'
import { conditionFindings } from './conditions.js'
import { curveFindings } from './curve.js'
import { type Figures, leastOf } from './figures.js'
import type { Finding, Severity } from './finding.js'
import { gainFindings } from './gains.js'
import { limitFindings } from './limits.js'
import { otherMeasureFindings } from './other-measures.js'
import { quotaFindings } from './quotas.js'
import { stageFindings } from './stages.js'
import { measuredInputs, readBy, viewsOf } from './views.js'
import { wordingFindings } from './wording.js'

/**
 * What the author of a plan should know, proved from its formula over all amounts of zero and more:
 * - errors: `fall` (more pays less), `unreachable-tier`, `floor-at-cap`, `harmful-condition` (reaching
 *   it pays less), `unreachable-stage`, `stage-pays-less`
 * - warnings: `cliff` (one more sale raises the whole commission), `shift-gain` (holding sales back or
 *   pulling them forward pays), `split-gain` (booking one deal as two pays), `missed-condition` where
 *   all is lost, and rules that do nothing: `tier-beyond-cap`, `same-rate`, `cap-never-binds`,
 *   `always-met`, `without-effect`
 * - infos: `cap-binds`, `floor-binds`, `cliff` of a kicker, `missed-condition` where a part is lost,
 *   `quota-above-zero` (whoever has a quota of zero is refused, not paid)
 *
 * A plan is looked at with every condition just reached, and with each just missed; with each column
 * of a grid; at a quota of the highest bound of its tiers, or of 100,000 (100 where pieces are
 * counted); with nothing earned before. `given` says otherwise. Of each finding and path the first is
 * kept, errors first.
 *
 * Throws a `PolicyError` for a given input that the plan does not read, or that is no such number, such
 * as a quota of zero or less.
 *
 * @example
 * lintPlan(plan).map(({ severity, code, path }) => `${severity} ${code} ${path}`)
 */
export function lintPlan(
  plan: Plan,
  { given = {} }: { readonly given?: Figures } = {},
): readonly Finding[] {
  refuseWrong(plan, given)
  const { policy } = plan
  const views = viewsOf(plan, given)
  const findings = [
    ...wordingFindings(policy),
    ...stageFindings(policy),
    ...views.flatMap((view) => curveFindings(plan, view)),
    ...otherMeasureFindings(plan, given),
    ...limitFindings(policy, views),
    ...conditionFindings(plan, views, given),
    ...views.flatMap((view) => gainFindings(policy, view)),
    ...quotaFindings(plan, given),
  ]
  return findings
    .filter(
      ({ code, path }, i) =>
        findings.findIndex((other) => other.code === code && other.path === path) === i,
    )
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

const order: readonly Severity[] = ['error', 'warning', 'info']

/** Refuses what is given wrongly, before anything is worked out from it. */
function refuseWrong({ formula, deal, policy }: Plan, given: Figures): void {
  const [measure] = measuredInputs(policy) as [string]
  const looked = (of: Formula, over: string, own: Figures) => {
    const others = Object.keys(of.inputs).filter((name) => name !== over)
    const least = Object.fromEntries(others.map((name) => [name, leastOf(of, name)]))
    analyze(of, { over, given: { ...least, ...own }, domain: { from: '0', to: '0' } })
  }
  const ofDeals = deal === undefined ? {} : readBy(deal, given)
  if (deal !== undefined) looked(deal, measure, ofDeals)
  const others = Object.entries(given).filter(
    ([name]) => Object.hasOwn(formula.inputs, name) || !Object.hasOwn(ofDeals, name),
  )
  looked(formula, deal === undefined ? measure : dealsInput, Object.fromEntries(others))
}

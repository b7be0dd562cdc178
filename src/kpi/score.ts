import {
  above,
  add,
  check,
  constant,
  divide,
  type Expression,
  maximum,
  multiply,
  named,
  round,
  step,
  when,
} from '../formula/index.js'
import { type Label, labelIn } from '../problem/index.js'
import { precise, scoreByCurve } from './curve.js'
import type { ScorecardKpi } from './curve-schema.js'
import { allKpis, type ScorecardGroup, type ScorecardPolicy } from './schema.js'

/** One of two numbers, by whether a KPI was measured, which the label says. */
export type Reported = (
  kpi: string,
  label: Label,
  then: Expression,
  otherwise: Expression,
) => Expression

/** The points of a KPI: its curve, or what stands for it. */
type Points = (kpi: ScorecardKpi) => Expression

/** The name of the input that says whether a KPI was measured. */
export function reportedName(kpi: string): string {
  return `${kpi}.reported`
}

/** What the coefficient of a band is called. */
export const coefficientLabel: Label = { en: 'Coefficient', 'zh-CN': '绩效系数' }

/** The coefficient of the band that a score falls in. */
export function coefficientOf({ bands }: ScorecardPolicy, score: Expression): Expression {
  const values = bands.map(({ band: _, coefficient, ...bound }) => ({
    ...bound,
    value: coefficient,
  }))
  return named(coefficientLabel, step(score, values))
}

/** The weighted score: the mean of the points of the KPIs, rounded once. */
export function scoreOf(policy: ScorecardPolicy, points: Points, reported: Reported): Expression {
  const scoring = { policy, points, reported }
  return named(scoreLabel(policy), mean(scoring, add(...weighed(scoring, policy))), policy.clause)
}

/** What a scorecard calls its score. */
export function scoreLabel({ label }: ScorecardPolicy): Label {
  return label ?? { en: 'Score', 'zh-CN': '综合得分' }
}

/** The points that a KPI scores, and none where it is not measured and may be missing. */
export function kpiScore(
  { scores, missing }: ScorecardPolicy,
  kpi: ScorecardKpi,
  reported: Reported,
): Expression {
  const curve = scoreByCurve(kpi, scores)
  const none = constant('0', 'points')
  const scored = missing === 'fail' ? curve : ifReported(reported, kpi, curve, none)
  return named(kpiLabel(kpi), scored, kpi.clause)
}

/** What the score of a KPI is called. */
export function kpiLabel({ kpi, label = kpi }: ScorecardKpi): Label {
  return {
    en: `Score for ${labelIn(label, 'en')}`,
    'zh-CN': `${labelIn(label, 'zh-CN')}得分`,
  }
}

interface Scoring {
  readonly policy: ScorecardPolicy
  readonly points: Points
  readonly reported: Reported
}

type Members = Pick<ScorecardGroup, 'kpis' | 'groups'>

/** Weight × score of each KPI and of each group; a group shows what its members came to. */
function weighed(scoring: Scoring, { kpis = [], groups = [] }: Members): Expression[] {
  return [
    ...kpis.map((kpi) => multiply(constant(kpi.weight), scoring.points(kpi))),
    ...groups.map((group) => multiply(constant(group.weight), groupScore(scoring, group))),
  ]
}

function groupScore(scoring: Scoring, group: ScorecardGroup): Expression {
  const { label = group.group, clause } = group
  const points = add(...weighed(scoring, group))
  const shared = scoring.policy.missing === 'redistribute'
  return named(label, shared ? ofReported(scoring, group, points) : points, clause)
}

/** The mean of what is reported of a group, as exact as its points; 0 of a group that weighs nothing. */
function ofReported(scoring: Scoring, group: ScorecardGroup, points: Expression): Expression {
  const places = Math.max(precise.places, check(points).scale)
  const weight = reportedWeight(scoring, group)
  return when(
    above(weight, constant('0')),
    divide(points, weight, { ...precise, places }),
    constant('0', 'points'),
  )
}

function mean(scoring: Scoring, points: Expression): Expression {
  const { policy } = scoring
  if (policy.missing !== 'redistribute') return round(points, policy.score)
  return divide(points, reportedWeight(scoring, policy), policy.score)
}

/** The weights, among the members, of the KPIs that are reported and of the groups with one that is. */
function reportedWeight({ reported }: Scoring, { kpis = [], groups = [] }: Members): Expression {
  const label = { en: 'Weight of the KPIs reported', 'zh-CN': '有数据指标的权重合计' }
  const none = constant('0')
  const weights = [
    ...kpis.map((kpi) => ifReported(reported, kpi, constant(kpi.weight), none)),
    ...groups.map((group) =>
      maximum(
        ...allKpis(group).map(([kpi]) => ifReported(reported, kpi, constant(group.weight), none)),
      ),
    ),
  ]
  return named(label, add(...weights))
}

function ifReported(
  reported: Reported,
  { kpi, label = kpi }: ScorecardKpi,
  then: Expression,
  otherwise: Expression,
): Expression {
  const called = {
    en: `${labelIn(label, 'en')} reported`,
    'zh-CN': `${labelIn(label, 'zh-CN')}有数据`,
  }
  return reported(kpi, called, then, otherwise)
}

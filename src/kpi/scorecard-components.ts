import { above, check, constant, when } from '../formula/index.js'
import { amount, type Component, component, figure, type Writing } from '../pay/index.js'
import type { ScorecardKpi } from './curve-schema.js'
import { allKpis, parseScorecardPolicy, type ScorecardPolicy } from './schema.js'
import {
  coefficientLabel,
  coefficientOf,
  kpiLabel,
  kpiScore,
  type Reported,
  reportedName,
  scoreLabel,
  scoreOf,
} from './score.js'

/**
 * A scorecard as components of a person, each without a line, so that a statement may show them:
 * `id.kpi.x`, the points of each KPI `x`; `id.score`, the weighted score in points; and last
 * `id.coefficient`, the coefficient of the band that the score falls in, a ratio. Rounding is that of
 * `scorecard`.
 *
 * A KPI is a figure of the person by its name, of the period. One that is not given counts as `missing`
 * says: `fail` withholds what reads the scorecard, `zero` scores 0, `redistribute` shares its weight
 * among the others, and withholds where none is given.
 *
 * Throws a `PolicyError` with every problem of the policy.
 *
 * @example
 * const card = scorecardComponents(policy, { id: 'quality', currency: 'CNY' })
 * card.map(({ component }) => component) //=> ['quality.kpi.satisfaction', 'quality.score', 'quality.coefficient']
 */
export function scorecardComponents(
  policy: ScorecardPolicy,
  { id, eligible }: Writing,
): readonly Component[] {
  const card = parseScorecardPolicy(policy)
  const nameOf = ({ kpi }: ScorecardKpi) => `${id}.kpi.${kpi}`
  const kpis = allKpis(card).map(([kpi]) => {
    const formula = kpiScore(card, kpi, reported)
    const measured = {
      from: 'figure',
      name: kpi.kpi,
      // A number must be there, also where its branch is not taken.
      ...(card.missing !== 'fail' && { missing: '0' }),
    } as const
    const reads = { [kpi.kpi]: measured }
    return component(nameOf(kpi), { label: kpiLabel(kpi), eligible, reads }, formula)
  })
  const places = new Map(kpis.map((each) => [each.component, check(each.formula).scale]))
  const points = (kpi: ScorecardKpi) => {
    const name = nameOf(kpi)
    return amount(name, 'points', places.get(name) as number, { label: kpiLabel(kpi) })
  }
  const label = scoreLabel(card)
  const score = component(`${id}.score`, { label, eligible }, scoreOf(card, points, reported))
  const read = amount(score.component, 'points', card.score.places, { label })
  const coefficient = component(
    `${id}.coefficient`,
    { label: coefficientLabel, eligible },
    coefficientOf(card, read),
  )
  return [...kpis, score, coefficient]
}

/** By whether a figure was given. */
const reported: Reported = (kpi, label, then, otherwise) => {
  const given = figure(kpi, 'count', 0, { is: 'given', input: reportedName(kpi), label })
  return when(above(given, constant('0', 'count')), then, otherwise)
}

import {
  add,
  atLeast,
  check,
  constant,
  divide,
  type Expression,
  type Formula,
  input,
  interpolate,
  match,
  multiply,
  named,
  round,
  step,
  when,
} from '../formula/index.js'
import { at, labelIn, refuse } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import { nothingReported, unknownKpi } from './problems.js'
import { parseScorecardPolicy, type ScorecardKpi, type ScorecardPolicy } from './schema.js'

/** A scorecard: the policy as it was written, and the two formulas it means. */
export interface Scorecard {
  readonly id: string
  readonly policy: ScorecardPolicy
  /** The weighted score, in points. */
  readonly score: Formula
  /** The coefficient of the band that the score falls in: a ratio. */
  readonly coefficient: Formula
}

/** What was measured, by KPI; `null` or absent where there is no measurement. */
export type Measures = Readonly<Record<string, NumericInput | null | undefined>>

/** The places that a KPI's own score is rounded to, half-up, before it is weighted. */
const kpiScorePlaces = 6

/**
 * A weighted scorecard that turns KPIs into one coefficient, written in TypeScript.
 *
 * - Each KPI scores 0 short of its threshold, `scores.threshold` on it, then along straight lines to
 *   `scores.target` and `scores.stretch`, and no more beyond. KPI scores have 6 places, half-up.
 * - The score is their weighted mean, rounded once as `score` says. Weights add up to exactly 1.
 * - The coefficient is that of the band that the rounded score falls in. A band begins at its `from`,
 *   or just above it where it is `exclusive`; the first has none.
 *
 * `missing` says what a KPI without a measurement does: `fail` refuses the run, `zero` scores it 0,
 * `redistribute` shares its weight among the others in proportion to theirs. So a better measurement
 * never scores less; under `redistribute` no measurement at all may score more than a bad one.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const card = scorecard({ id: 'cs', missing: 'fail', scores: { threshold: '60', target: '100', stretch: '120' }, kpis: [{ kpi: 'satisfaction', unit: 'ratio', scale: 4, direction: 'higher', weight: '1', threshold: '0.80', target: '0.85', stretch: '0.90' }], score: { places: 1, rounding: 'half-up' }, bands: [{ coefficient: '0' }, { from: '60', coefficient: '1' }] })
 * evaluate(card.score, scorecardInputs(card, { satisfaction: '0.86' })).value //=> '104.0'
 */
export function scorecard(policy: ScorecardPolicy): Scorecard {
  return parseScorecard(policy)
}

/**
 * A scorecard from untrusted JSON; see {@link scorecard}. Throws a `PolicyError` with every problem
 * and its path.
 *
 * @example
 * const card = parseScorecard(JSON.parse(text))
 * Object.keys(card.score.inputs) //=> ['satisfaction']
 */
export function parseScorecard(json: unknown): Scorecard {
  const policy = parseScorecardPolicy(json)
  const score = scoreOf(policy)
  const bands = policy.bands.map(({ coefficient, ...bound }) => ({ ...bound, value: coefficient }))
  const label = { en: 'Coefficient', 'zh-CN': '绩效系数' }
  return Object.freeze({
    id: policy.id,
    policy,
    score: check(score),
    coefficient: check(named(label, step(score, bands))),
  })
}

/**
 * The inputs of a scorecard's formulas from what was measured. Unless `missing` is `fail`, a KPI `x`
 * brings a second input, `x.reported`: `yes` or `no`.
 *
 * Throws a `PolicyError` for each KPI that the scorecard does not have, with the one that was probably
 * meant; and under `redistribute` where nothing at all is reported. What else is wrong with a
 * measurement, or that one is missing under `fail`, `evaluate` finds.
 *
 * @example
 * scorecardInputs(card, { satisfaction: '0.93' }) //=> { satisfaction: '0.93' }
 */
export function scorecardInputs(
  { policy }: Scorecard,
  measures: Measures,
): Record<string, NumericInput> {
  const { kpis, missing } = policy
  const names = kpis.map(({ kpi }) => kpi)
  const reported = reportedIn(measures)
  const nothing = missing === 'redistribute' && !names.some((kpi) => reported.has(kpi))
  refuse([
    ...Object.keys(measures)
      .filter((name) => !names.includes(name))
      .map((name) => unknownKpi(at('measures', name), name, names)),
    ...(nothing ? [nothingReported('measures')] : []),
  ])
  if (missing === 'fail') return Object.fromEntries(reported)
  return Object.fromEntries(
    names.flatMap((kpi): [string, NumericInput][] => [
      // An input must hold something, also where its branch is not taken.
      [kpi, reported.get(kpi) ?? '0'],
      [reportedName(kpi), reported.has(kpi) ? 'yes' : 'no'],
    ]),
  )
}

function reportedIn(measures: Measures): ReadonlyMap<string, NumericInput> {
  return new Map(
    Object.entries(measures).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, value]],
    ),
  )
}

function scoreOf(policy: ScorecardPolicy): Expression {
  const { label = { en: 'Score', 'zh-CN': '综合得分' }, clause } = policy
  const points = policy.kpis.map((kpi) => multiply(constant(kpi.weight), kpiScore(policy, kpi)))
  return named(label, mean(policy, add(...points)), clause)
}

function mean({ missing, kpis, score }: ScorecardPolicy, points: Expression): Expression {
  if (missing !== 'redistribute') return round(points, score)
  const weights = kpis.map((kpi) => ifReported(kpi, constant(kpi.weight), constant('0')))
  const label = { en: 'Weight of the KPIs reported', 'zh-CN': '有数据指标的权重合计' }
  return divide(points, named(label, add(...weights)), score)
}

function kpiScore({ scores, missing }: ScorecardPolicy, kpi: ScorecardKpi): Expression {
  const { direction, threshold, target, stretch, label = kpi.kpi, clause } = kpi
  const measured = input(kpi.kpi, kpi.unit, kpi.scale, label)
  const limit = constant(threshold, kpi.unit)
  const line = [
    { at: threshold, value: scores.threshold },
    { at: target, value: scores.target },
    { at: stretch, value: scores.stretch },
  ]
  const higher = direction === 'higher'
  const curve = when(
    higher ? atLeast(measured, limit) : atLeast(limit, measured),
    interpolate(measured, higher ? line : line.toReversed(), {
      unit: 'points',
      places: kpiScorePlaces,
      rounding: 'half-up',
    }),
    constant('0', 'points'),
  )
  const name = {
    en: `Score for ${labelIn(label, 'en')}`,
    'zh-CN': `${labelIn(label, 'zh-CN')}得分`,
  }
  const scored = missing === 'fail' ? curve : ifReported(kpi, curve, constant('0', 'points'))
  return named(name, scored, clause)
}

function ifReported(
  { kpi, label = kpi }: ScorecardKpi,
  then: Expression,
  otherwise: Expression,
): Expression {
  const reported = {
    en: `${labelIn(label, 'en')} reported`,
    'zh-CN': `${labelIn(label, 'zh-CN')}有数据`,
  }
  return { ...match(reportedName(kpi), { yes: then, no: otherwise }), label: reported }
}

function reportedName(kpi: string): string {
  return `${kpi}.reported`
}

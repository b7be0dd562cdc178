import { check, type Formula, match } from '../formula/index.js'
import { at, fail, refuse } from '../problem/index.js'
import { isProblem, type NumericInput, readDecimal } from '../quantity/index.js'
import { nothingReported, unknownKpi } from './problems.js'
import { allKpis, parseScorecardPolicy, type ScorecardPolicy } from './schema.js'
import { coefficientOf, kpiScore, type Reported, reportedName, scoreOf } from './score.js'

/** A scorecard: the policy as it was written, and the two formulas it means. */
export interface Scorecard {
  readonly id: string
  readonly policy: ScorecardPolicy
  /** The names of its KPIs, those of groups after its own. */
  readonly kpis: readonly string[]
  /** The weighted score, in points. */
  readonly score: Formula
  /** The coefficient of the band that the score falls in: a ratio. */
  readonly coefficient: Formula
}

/** What was measured, by KPI; `null` or absent where there is no measurement. */
export type Measures = Readonly<Record<string, NumericInput | null | undefined>>

/**
 * A weighted scorecard that turns KPIs into one coefficient, written in TypeScript.
 *
 * - Each KPI scores by its curve, see `ScorecardKpi`. KPI scores have 6 places, half-up.
 * - The score is their weighted mean, rounded once as `score` says. Groups hold KPIs and groups; the
 *   weights of the members of each add up to exactly 1.
 * - The coefficient is that of the band that the rounded score falls in. A band begins at its `from`,
 *   or just above it where it is `exclusive`; the first has none.
 *
 * `missing` says what a KPI without a measurement does: `fail` refuses the run, `zero` scores it 0,
 * `redistribute` shares its weight among the others of its group in proportion to theirs, and the
 * weight of a group without any among the others beside it. A group then scores the mean of what is
 * reported in it, half-up to 6 places, or to as many as its points have. So a better measurement
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
  const score = scoreOf(policy, (kpi) => kpiScore(policy, kpi, reported), reported)
  return Object.freeze({
    id: policy.id,
    policy,
    kpis: allKpis(policy).map(([{ kpi }]) => kpi),
    score: check(score),
    coefficient: check(coefficientOf(policy, score)),
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
  { policy: { missing }, kpis: names }: Scorecard,
  measures: Measures,
): Record<string, NumericInput> {
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

/**
 * The name of the band that a score falls in, such as `A`; `undefined` where the policy names none.
 *
 * Throws a `PolicyError` for a score that is no number.
 *
 * @example
 * bandOf(card, '104.0') //=> 'A'
 */
export function bandOf({ policy }: Scorecard, score: NumericInput): string | undefined {
  const read = readDecimal(score, 'score')
  const value = isProblem(read) ? fail(read) : read
  return policy.bands.findLast(
    ({ from, exclusive }) =>
      from === undefined ||
      (exclusive ? value.greaterThan(from) : value.greaterThanOrEqualTo(from)),
  )?.band
}

/** By a second input, a text: what a formula alone can be told of a measurement that there is not. */
const reported: Reported = (kpi, label, then, otherwise) => ({
  ...match(reportedName(kpi), { yes: then, no: otherwise }),
  label,
})

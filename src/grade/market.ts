import type { IsoDate } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import { refuse } from '../problem/index.js'
import { type Decimal, decimal, divideTo } from '../quantity/index.js'
import { aged, ageProblems, type SurveyAge } from './ageing.js'
import {
  type MarketSurvey,
  type MarketSurveys,
  percentilesIn,
  type SurveyLine,
  surveysOption,
} from './market-schema.js'

/** What the market pays for one job. */
export interface MarketJob {
  readonly job: string
  /** The blended percentiles by their names, such as `P50`, from the lowest up. */
  readonly percentiles: Readonly<Record<string, string>>
  /** What each survey adds: its percentiles as aged, and its weight. */
  readonly surveys: readonly {
    readonly survey: string
    readonly weight: string
    readonly percentiles: Readonly<Record<string, string>>
  }[]
}

/** What the market pays on a day: how each survey was aged, and each job, both by name. */
export interface MarketPricing {
  readonly asOf: IsoDate
  readonly surveys: readonly SurveyAge[]
  readonly jobs: readonly MarketJob[]
}

/**
 * What the market pays on a day: each line of a survey is multiplied by the survey's ageing factor, and
 * the lines of a job are blended to their mean, weighted by survey. The factor is rounded as `ageing`
 * says; all else is exact, and each figure shown is rounded once, to the surveys' `places`. The order of
 * surveys and lines does not matter.
 *
 * Source: the arithmetic of survey ageing as compensation analysts publish it, "Keys to Aging Salary
 * Data Effectively" (BLR): 52,000 of January and 53,000 of June are, at 3 %, 53,170 and 53,530 on 1
 * October, and 53,350 together.
 *
 * Throws a `PolicyError` for surveys that are none, a date that is none, and a survey that is of a later
 * day or ten years old.
 *
 * @example
 * priceMarket(surveys, '2026-10-01').jobs[0]?.percentiles['P50'] //=> '53350.00'
 */
export function priceMarket(surveys: MarketSurveys, asOf: IsoDate): MarketPricing {
  const { ages, jobs } = pricedJobs(surveys, asOf)
  const { places, rounding } = surveys
  const amounts = (keys: readonly string[], of: (key: string) => Decimal, by: Decimal) =>
    Object.fromEntries(
      keys.map((key) => [key, divideTo(of(key), by, places, rounding).toFixed(places)]),
    )
  return {
    asOf,
    surveys: byName([...ages.values()], ({ survey }) => survey),
    jobs: byName([...jobs], ([job]) => job).map(([job, { keys, sums, weight, lines }]) => ({
      job,
      percentiles: amounts(keys, (key) => sums.get(key) as Decimal, weight),
      surveys: byName(lines, ({ survey }) => survey.survey).map(({ survey, line, factor }) => ({
        survey: survey.survey,
        weight: survey.weight,
        percentiles: amounts(
          percentilesIn(line.percentiles),
          (key) => decimal(line.percentiles[key] as string).times(factor),
          decimal('1'),
        ),
      })),
    })),
  }
}

/** A job's percentiles before any rounding: the weighted sum of each, and what to divide it by. */
export interface PricedJob {
  /** From the lowest up. */
  readonly keys: readonly string[]
  readonly sums: ReadonlyMap<string, Decimal>
  readonly weight: Decimal
  readonly lines: readonly AgedLine[]
}

interface AgedLine {
  readonly survey: MarketSurvey
  readonly line: SurveyLine
  readonly factor: string
}

/** The jobs on a day, exact but for the ageing factors. Throws as {@link priceMarket} says. */
export function pricedJobs(
  surveys: MarketSurveys,
  asOf: IsoDate,
): {
  readonly ages: ReadonlyMap<string, SurveyAge>
  readonly jobs: ReadonlyMap<string, PricedJob>
} {
  refuse([...surveysOption(surveys, 'surveys'), ...dateProblems(asOf, 'asOf')])
  refuse(ageProblems(surveys.surveys, asOf, 'surveys.surveys'))
  const known = new Map(surveys.surveys.map((survey) => [survey.survey, survey]))
  const ages = new Map(
    surveys.surveys.map((survey) => [survey.survey, aged(surveys, survey, asOf)]),
  )
  const linesOf = new Map<string, AgedLine[]>()
  for (const line of surveys.lines) {
    const survey = known.get(line.survey) as MarketSurvey
    const { factor } = ages.get(line.survey) as SurveyAge
    const lines = linesOf.get(line.job)
    if (lines === undefined) linesOf.set(line.job, [{ survey, line, factor }])
    else lines.push({ survey, line, factor })
  }
  return {
    ages,
    jobs: new Map([...linesOf].map(([job, lines]) => [job, blended(lines)])),
  }
}

function blended(lines: readonly AgedLine[]): PricedJob {
  const [{ line: first }] = lines as readonly [AgedLine, ...AgedLine[]]
  const keys = percentilesIn(first.percentiles).filter((key) =>
    lines.every(({ line }) => line.percentiles[key] !== undefined),
  )
  const sum = (of: (line: AgedLine) => Decimal) =>
    lines.map(of).reduce((total, each) => total.plus(each))
  return {
    keys,
    sums: new Map(
      keys.map((key) => [
        key,
        sum(({ survey, line, factor }) =>
          decimal(line.percentiles[key] as string)
            .times(factor)
            .times(survey.weight),
        ),
      ]),
    ),
    weight: sum(({ survey }) => decimal(survey.weight)),
    lines,
  }
}

function byName<T>(entries: readonly T[], name: (entry: T) => string): readonly T[] {
  return entries.toSorted((a, b) => (name(a) < name(b) ? -1 : 1))
}

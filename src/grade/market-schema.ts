import * as z from 'zod'
import { dateSchema } from '../calendar/schema.js'
import { at, type Option, type Problem, problemsOf, repeatedIds, under } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { currencySchema, placesSchema, roundingSchema } from '../quantity/schema.js'
import { amountProblems } from './amounts.js'
import {
  noMedian,
  noSurveyWeight,
  notAPercentile,
  percentileGap,
  percentilesOutOfOrder,
  rateAboveWhole,
  repeatedLine,
  unknownSurvey,
} from './market-problems.js'

/** A number of few digits: many of them are multiplied, and a root taken of the product. */
const short = format.nonNegative.max(12)

const lineSchema = z
  .strictObject({
    job: format.name,
    survey: format.name,
    percentiles: z.record(format.name, format.nonNegative).readonly(),
  })
  .readonly()

const surveysSchema = z
  .strictObject({
    id: format.name,
    label: labelSchema.optional(),
    currency: currencySchema,
    places: placesSchema,
    rounding: roundingSchema,
    ageing: z
      .strictObject({
        rate: short,
        method: z.enum(['simple', 'compound', 'year-by-year']),
        by: z.enum(['months', 'days']),
        places: z.int().min(2).max(10),
      })
      .readonly(),
    gaps: z.enum(['refuse', 'common']),
    surveys: z
      .array(
        z
          .strictObject({
            survey: format.name,
            label: labelSchema.optional(),
            effective: dateSchema,
            weight: short,
            rate: short.optional(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
    lines: z.array(lineSchema).min(1).readonly(),
  })
  .readonly()
  .superRefine(meaning(surveysProblems))

/**
 * Market pay from surveys: lines of percentiles (`P10`, `P50`, ...) by job and survey, all of them for
 * one pay period and in one currency.
 *
 * `ageing` brings a survey from its `effective` day to another by `rate` a year (0.03 is 3 %), or by
 * the survey's own: `simple` is 1 + rate × t, `compound` is (1 + rate) ^ t, and `year-by-year`
 * compounds whole years and adds the rest of a year in proportion. The time t is whole months ÷ 12 or
 * days ÷ 365, `by` which. The factor is rounded to `ageing.places`, a figure of pay to `places`, both
 * by `rounding`.
 *
 * `weight` is what a survey counts for beside the others of a job. Where one of them lacks a percentile
 * that another has, `gaps` says whether that is refused or only the `common` ones are blended.
 */
export type MarketSurveys = z.infer<typeof surveysSchema>

export type MarketSurvey = MarketSurveys['surveys'][number]
export type SurveyLine = MarketSurveys['lines'][number]

function surveysProblems({
  currency,
  ageing,
  gaps,
  surveys,
  lines,
}: MarketSurveys): readonly Problem[] {
  const names = surveys.map(({ survey }) => survey)
  const known = new Set(names)
  return [
    ...rateProblems('ageing.rate', ageing.rate),
    ...repeatedIds('surveys', surveys, 'survey'),
    ...surveys.flatMap(({ weight, rate }, i) => [
      ...(decimal(weight).isZero() ? [noSurveyWeight(at(at('surveys', i), 'weight'))] : []),
      ...(rate === undefined ? [] : rateProblems(at(at('surveys', i), 'rate'), rate)),
    ]),
    ...lines.flatMap(({ survey, percentiles }, i) => {
      const path = at(at('lines', i), 'percentiles')
      return [
        ...(known.has(survey) ? [] : [unknownSurvey(at(at('lines', i), 'survey'), survey, names)]),
        ...Object.entries(percentiles).flatMap(([key, amount]) => [
          ...(percentileKey.test(key) ? [] : [notAPercentile(at(path, key), key)]),
          ...amountProblems(amount, at(path, key), currency),
        ]),
        ...orderProblems(percentiles, path),
      ]
    }),
    ...linesProblems(lines, gaps),
  ]
}

const percentileKey = /^P[1-9]\d?$/

function rateProblems(path: string, rate: string): readonly Problem[] {
  return decimal(rate).greaterThan(1) ? [rateAboveWhole(path, rate)] : []
}

/** The percentiles of a line from the lowest up. */
export function percentilesIn(percentiles: SurveyLine['percentiles']): readonly string[] {
  return Object.keys(percentiles)
    .filter((key) => percentileKey.test(key))
    .sort((a, b) => percentileOf(a) - percentileOf(b))
}

/** The number of a percentile's key, 25 of `P25`. */
export function percentileOf(key: string): number {
  return Number(key.slice(1))
}

function orderProblems(percentiles: SurveyLine['percentiles'], path: string): readonly Problem[] {
  const keys = percentilesIn(percentiles)
  const amount = (key: string) => percentiles[key] as string
  const { P50: median = '0' } = percentiles
  return [
    ...(decimal(median).isZero() ? [noMedian(path)] : []),
    ...keys.slice(1).flatMap((key, i) => {
      const below = keys[i] as string
      return decimal(amount(key)).lessThan(amount(below))
        ? [percentilesOutOfOrder(at(path, key), amount(key), below, amount(below))]
        : []
    }),
  ]
}

/** What lines say of each other: those of one job, in the order of the surveys. */
function linesProblems(
  lines: MarketSurveys['lines'],
  gaps: MarketSurveys['gaps'],
): readonly Problem[] {
  const seen = new Set<string>()
  // The first line of a job that has a percentile, by both.
  const holders = new Map<string, Map<string, string>>()
  for (const { job, survey, percentiles } of lines) {
    const own = holders.get(job) ?? new Map<string, string>()
    for (const key of percentilesIn(percentiles)) if (!own.has(key)) own.set(key, survey)
    holders.set(job, own)
  }
  return lines.flatMap(({ job, survey, percentiles }, i) => {
    const path = at('lines', i)
    const line = JSON.stringify([job, survey])
    const again = seen.has(line)
    seen.add(line)
    const lacking = [...(holders.get(job) as Map<string, string>)].filter(
      ([key]) => gaps === 'refuse' && percentiles[key] === undefined,
    )
    return [
      ...(again ? [repeatedLine(path, job, survey)] : []),
      ...lacking.map(([key, other]) => percentileGap(at(path, 'percentiles'), key, other)),
    ]
  })
}

/**
 * Reads survey data from untrusted JSON. Throws a `PolicyError` with every problem: also for a survey
 * that no line may name or that weighs nothing, a job with two lines of one survey, a key that is no
 * percentile, a line without P50, percentiles out of order, a percentile that another survey of the job
 * has where `gaps` is `refuse`, amounts with more places than the currency, and a rate above 1.
 *
 * @example
 * const ageing = { rate: '0.03', method: 'simple', by: 'months', places: 6 }
 * parseMarketSurveys({ id: 'm', currency: 'USD', places: 2, rounding: 'half-up', ageing, gaps: 'refuse', surveys: [{ survey: 'A', effective: '2026-01-01', weight: '1' }], lines: [{ job: 'agent', survey: 'A', percentiles: { P50: '52000' } }] }).lines.length //=> 1
 */
export function parseMarketSurveys(json: unknown): MarketSurveys {
  return parseWith(surveysSchema, json)
}

/** Survey data as an argument of a function: they may not have been parsed. */
export const surveysOption: Option = (value, path) =>
  under(
    path,
    problemsOf(() => parseMarketSurveys(value)),
  )

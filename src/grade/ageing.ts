import { daysBetween, type IsoDate, monthsBetween } from '../calendar/index.js'
import { at, type Problem } from '../problem/index.js'
import { type Decimal, decimal, divideTo } from '../quantity/index.js'
import { powerTo } from '../quantity/internal.js'
import { surveyAfter, surveyTooOld } from './market-problems.js'
import type { MarketSurvey, MarketSurveys } from './market-schema.js'

/** How a survey was brought to a day. */
export interface SurveyAge {
  readonly survey: string
  /** The whole months, or the days, from its effective day. */
  readonly months?: number
  readonly days?: number
  /** What its figures are multiplied by, to the places of `ageing`. */
  readonly factor: string
}

/** Survey data of another decade say nothing of today, whatever rate they are aged by. */
const mostYears = 10

/** What keeps surveys from being aged to a day that is known to be good. */
export function ageProblems(
  surveys: MarketSurveys['surveys'],
  asOf: IsoDate,
  path: string,
): readonly Problem[] {
  return surveys.flatMap(({ effective }, i) => {
    const place = at(at(path, i), 'effective')
    if (effective > asOf) return [surveyAfter(place, asOf)]
    const old = monthsBetween(effective, asOf) >= 12 * mostYears
    return old ? [surveyTooOld(place, mostYears)] : []
  })
}

/** A survey brought to a day, as {@link MarketSurveys} says. */
export function aged(
  { ageing, rounding }: MarketSurveys,
  { survey, effective, rate }: MarketSurvey,
  asOf: IsoDate,
): SurveyAge {
  const byMonths = ageing.by === 'months'
  const count = byMonths ? monthsBetween(effective, asOf) : daysBetween(effective, asOf)
  const own = { ...ageing, ...(rate !== undefined && { rate }) }
  return {
    survey,
    ...(byMonths ? { months: count } : { days: count }),
    factor: factorOf(own, count, byMonths ? 12 : 365, rounding).toFixed(ageing.places),
  }
}

function factorOf(
  { rate, method, places }: MarketSurveys['ageing'],
  count: number,
  year: number,
  rounding: MarketSurveys['rounding'],
): Decimal {
  const growth = decimal(rate).plus(1)
  if (method === 'compound') return powerTo(growth, count, year, places, rounding)
  const years = method === 'simple' ? 0 : Math.floor(count / year)
  const rest = decimal(rate)
    .times(count - years * year)
    .plus(year)
  return divideTo(growth.pow(years).times(rest), decimal(String(year)), places, rounding)
}

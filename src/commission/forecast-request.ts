import {
  calendarYear,
  type Dated,
  type FiscalCalendar,
  historyOf,
  type Period,
  parsePeriod,
  periodContaining,
  periodsOf,
  valueOn,
} from '../calendar/index.js'
import type { NumberInput } from '../formula/index.js'
import {
  anything,
  at,
  checkOptions,
  fail,
  list,
  type Option,
  optional,
  type Problem,
  record,
  refuse,
  text,
  whole,
} from '../problem/index.js'
import { minorUnits, type NumericInput, total } from '../quantity/index.js'
import { decimalOption, negative, tooManyPlaces } from '../quantity/internal.js'
import { curveInput } from './estimate.js'
import {
  aboveWholePeriod,
  coarseSeasons,
  notCoverage,
  nothingElapsed,
  otherMeasuring,
  outsideYear,
  stillToCome,
} from './forecast-problems.js'
import type { SoldToDate } from './pace.js'
import type { Plan } from './plan.js'
import { noVersion, otherTerms, quotaNotAbove } from './problems.js'
import { kindOfSeasons, known, type Seasonality, seasonalityOption } from './seasonality.js'
import { isOfYear } from './spans.js'

/** What a person's year is forecast from. */
export interface ForecastRequest {
  /** The plan's versions, each from a day on; a period is earned by the version of its first day. */
  readonly plans: readonly Dated<Plan>[]
  /** The last period of the seasonality that is over, by its name; the year is that which it lies in. */
  readonly through: string
  readonly calendar?: FiscalCalendar | undefined
  readonly seasonality: Seasonality
  /** What the plan's measure came to in each period so far, by its name; zero where nothing is given. */
  readonly measured: Readonly<Record<string, NumericInput>>
  /**
   * What the plan's periods so far have earned, as runs hold it; those that are not given are worked
   * out by the plan.
   */
  readonly earned?: Readonly<Record<string, NumericInput>>
  /** The part of each period that the person is in the plan: 1 unless given, 0 before and after. */
  readonly time?: Readonly<Record<string, NumericInput>>
  /** What the plan reads beside its measure, by the period's name: KPIs, quotas, other measures. */
  readonly figures?: Readonly<Record<string, Readonly<Record<string, NumericInput>>>>
  /** The quota of the person's time in the year; periods without one of their own get a seasonal part. */
  readonly quota?: NumericInput
  /** The part of past years that lies within the interval; `'0.8'` unless given. */
  readonly coverage?: NumericInput
  /** The fewest past years that make an interval; 3 unless given. */
  readonly leastYears?: number
}

/** A period of the plan, with the periods of the seasonality in it by their places in the year. */
export interface PlanPeriod extends Period {
  readonly first: number
  readonly last: number
  readonly over: boolean
}

/** A request that has been read. */
export interface ForecastYear {
  readonly name: string
  readonly through: string
  /** The version that holds in the period `through`. */
  readonly plan: Plan
  readonly planOn: (period: Period) => Plan
  readonly periods: readonly PlanPeriod[]
  /** By the periods of the seasonality. */
  readonly measured: readonly NumericInput[]
  readonly time: readonly NumericInput[]
  /** How many periods of the seasonality are over. */
  readonly over: number
  readonly sold: SoldToDate
  /** All that is sold to date. */
  readonly toDate: string
  /** Nothing of the person's year is to come. */
  readonly ended: boolean
  readonly quota?: string
}

/** The places that the part of a period may have. */
const partPlaces = 6

const partOption = decimalOption((value, path) => [
  ...(value.lessThan(0) ? [negative(path)] : []),
  ...(value.greaterThan(1) ? [aboveWholePeriod(path)] : []),
  ...(value.decimalPlaces() > partPlaces ? [tooManyPlaces(path, value.toFixed(), partPlaces)] : []),
])

/** How many past years make an interval, and how many of them lie within. */
export const spreadOptions = {
  coverage: optional(
    decimalOption((value, path) =>
      value.greaterThan(0) && value.lessThan(1) ? [] : [notCoverage(path)],
    ),
  ),
  leastYears: optional(whole(2)),
}

const requestOptions: Readonly<Record<keyof ForecastRequest, Option>> = {
  plans: list(anything, 1),
  through: text,
  calendar: anything,
  seasonality: seasonalityOption,
  measured: record(decimalOption()),
  earned: optional(record(decimalOption())),
  time: optional(record(partOption)),
  figures: optional(record(record(decimalOption()))),
  quota: optional(
    decimalOption((value, path) =>
      value.greaterThan(0) ? [] : [quotaNotAbove(path, value.toFixed())],
    ),
  ),
  ...spreadOptions,
}

/** Reads a request: the year that it is about, and what is known of each of its periods. */
export function readForecast(request: ForecastRequest): ForecastYear {
  checkOptions(request, requestOptions)
  const { plans, seasonality, calendar = calendarYear, measured, earned = {}, time = {} } = request
  const through = parsePeriod(request.through, calendar)
  const year = periodContaining(through.from, 'year', calendar)
  const inYear = (kind: Period['kind']) => periodsOf(Number(year.name.slice(-4)), kind, calendar)
  const seasons = inYear(kindOfSeasons(seasonality))
  const versions = historyOf(plans)
  const { value: first } = plans[0] as Dated<Plan>
  const periods = inYear(first.policy.period).map((period): PlanPeriod => {
    const within = (season: Period) => season.from >= period.from && season.to <= period.to
    return {
      ...period,
      first: seasons.findIndex(within),
      last: seasons.findLastIndex(within),
      over: period.to <= through.to,
    }
  })
  const over = seasons.findIndex(({ name }) => name === through.name) + 1
  refuse([
    ...plans.flatMap(({ value: { policy } }, i) =>
      (['id', 'period', 'currency'] as const).every((key) => policy[key] === first.policy[key])
        ? []
        : [otherTerms(at('plans', i))],
    ),
    ...plans.flatMap(({ value: { policy } }, i) =>
      isOfYear(policy.measuring) ? [] : [otherMeasuring(at(at('plans', i), 'measuring'))],
    ),
    ...(over === 0 ? [outsideYear('through', through.name, year.name)] : []),
    ...(periods.some(({ first }) => first < 0) ? [coarseSeasons('seasonality', first.id)] : []),
    ...named('measured', measured, { year, through, periods: seasons }),
    ...named('earned', earned, { year, through, periods }),
    ...named('time', time, { year, through: year, periods: seasons }),
  ])
  const planOn = ({ from, name }: Period) =>
    valueOn(versions, from) ?? fail(noVersion(at('plans', 0), name))
  const plan = planOn(through)
  const { scale } = plan.formula.inputs[curveInput(plan)] as NumberInput
  const { quota } = request
  refuse([
    ...placesIn('measured', measured, scale),
    ...placesIn('earned', earned, minorUnits(plan.policy.currency)),
    ...(quota === undefined ? [] : placesIn('', { quota }, scale)),
  ])
  const parts = seasons.map(({ name }) => own(time, name) ?? '1')
  const amounts = seasons.map(({ name }) => own(measured, name) ?? '0')
  const sum = (counts: (part: NumericInput) => boolean) =>
    total(amounts.filter((_, i) => counts(parts[i] as NumericInput)).map(textOf), scale)
  const found = {
    ...{ name: year.name, through: through.name, plan, planOn, periods, over },
    measured: amounts,
    time: parts,
    sold: {
      inPlan: sum((part) => !known(part).isZero()),
      outside: sum((part) => known(part).isZero()),
    },
    toDate: sum(() => true),
    ended: parts.slice(over).every((part) => known(part).isZero()),
    ...(quota !== undefined && { quota: textOf(quota) }),
  }
  const elapsed = seasonality.weights
    .slice(0, over)
    .some((weight, i) => !known(weight).isZero() && !known(parts[i] as NumericInput).isZero())
  if (!found.ended && !elapsed) fail(nothingElapsed('through', through.name))
  return found
}

function own<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}

function textOf(value: NumericInput): string {
  return known(value).toFixed()
}

/** What is given for periods that are none of the year, or that are not over where they must be. */
function named(
  path: string,
  values: Readonly<Record<string, unknown>>,
  { year, through, periods }: Within,
): readonly Problem[] {
  const byName = new Map(periods.map((period) => [period.name, period]))
  return Object.keys(values).flatMap((name) => {
    const period = byName.get(name)
    if (period === undefined) return [outsideYear(at(path, name), name, year.name)]
    return period.to > through.to ? [stillToCome(at(path, name), name, through.name)] : []
  })
}

interface Within {
  readonly year: Period
  /** The last period that may be given. */
  readonly through: Period
  readonly periods: readonly Period[]
}

function placesIn(
  path: string,
  values: Readonly<Record<string, NumericInput>>,
  scale: number,
): readonly Problem[] {
  return Object.entries(values).flatMap(([name, value]) =>
    known(value).decimalPlaces() > scale
      ? [tooManyPlaces(at(path, name), textOf(value), scale)]
      : [],
  )
}

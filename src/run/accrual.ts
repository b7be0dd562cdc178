import type { Period } from '../calendar/index.js'
import { type Forecast, forecast, type Seasonality } from '../commission/index.js'
import { otherSeasons, seasonalityOption, spreadOptions } from '../commission/internal.js'
import {
  anything,
  at,
  checkOptions,
  choice,
  fail,
  list,
  optional,
  type Problem,
  problemsOf,
  record,
  refuse,
} from '../problem/index.js'
import { difference, minorUnits, type NumericInput, total } from '../quantity/index.js'
import { decimalOption } from '../quantity/internal.js'
import { type FiguresOf, figuresAhead, timeIn } from './accrual-ahead.js'
import {
  type AccruedToDate,
  type PersonToDate,
  type Recorded,
  recordsOf,
  type Year,
  yearOf,
} from './accrual-records.js'
import { type PolicyBook, planVersions } from './book.js'
import type { Person } from './data-schema.js'
import { noSeasonality, notSettled, unknownReference } from './problems.js'
import type { CompensationRun } from './run.js'

/** What a book's commissions are accrued from, beside a run. */
export interface AccrualRequest {
  /** The people, with the figures of the periods to come, as far as they are known. */
  readonly people: readonly Person[]
  /** How each plan's year is spread over its periods, by the plan's id. */
  readonly seasonality: Readonly<Record<string, Seasonality>>
  /**
   * What a plan reads of a person in a period to come: only figures that are given for it, or else the
   * last ones of the year that are known before it.
   */
  readonly ahead: 'as-given' | 'last-known'
  /** The quotas of the year, by person; see `forecast`. */
  readonly quotas?: Readonly<Record<string, NumericInput>>
  /** As `forecast` takes them. */
  readonly coverage?: NumericInput
  readonly leastYears?: number
}

/** What one person has earned by a plan this year, and is expected to. */
export interface PersonAccrual extends PersonToDate {
  readonly forecast?: Forecast
  /** Why there is no forecast. */
  readonly problems?: readonly Problem[]
}

/** The sums of a group. */
export interface GroupAccrual extends AccruedToDate {
  /** The department, or the book. */
  readonly id: string
  readonly people: number
  /** Of those who are forecast: the commission of the year, and what of it is still to be earned. */
  readonly expected: string
  readonly toCome: string
  /** If each of their years ended at its low or high: none where one of them has no interval. */
  readonly low?: string
  readonly high?: string
  /** How many are in none of the four sums above. */
  readonly unforecast: number
}

/** What a year's commissions come to, by person and plan, department and in all. */
export interface Accrual {
  readonly year: string
  readonly through: string
  readonly people: readonly PersonAccrual[]
  readonly departments: readonly GroupAccrual[]
  readonly company: GroupAccrual
}

/**
 * What the commissions of a book's year come to: earned to date by the settlements that a run holds,
 * and expected to year's end by `forecast` of each person. The measure to date is what the plan's
 * formula read in the settlements; a person counts for the days in the plan, by their posts (parts of a period
 * are told to six places).
 *
 * Sums are exact. Those of lows and of highs hold if everybody's year goes one way: the interval of
 * the sum is no wider. Nothing of earlier years is in it, also where it was settled this year.
 *
 * Throws a `PolicyError` for a plan without a seasonality, one that is not of the run's periods, and a
 * run that does not say where somebody works whom it has settled.
 * What is wrong with one person's forecast, such as a missing quota of a month to come or a plan by
 * category, is listed with them: what they have earned still counts.
 *
 * @example
 * const { company } = accrual(book, june, { people, seasonality: { direct: { weights } }, ahead: 'last-known' })
 * [company.earned, company.toCome, company.expected] //=> ['41250.00', '38750.00', '80000.00']
 */
export function accrual(book: PolicyBook, run: CompensationRun, request: AccrualRequest): Accrual {
  checkOptions(request, {
    people: list(anything),
    seasonality: record(seasonalityOption),
    ahead: choice(['as-given', 'last-known']),
    quotas: optional(record(decimalOption())),
    ...spreadOptions,
  })
  const year = yearOf(book, run)
  const records = recordsOf(book, run, year)
  refuse(requestProblems(book, records, request, year.periods.length))
  const forecasts = forecasting(book, run, request, year)
  const people = records
    .map((own): PersonAccrual => ({ ...own.accrued, ...forecasts(own) }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const places = minorUnits(run.currency)
  const departments = new Map<string, PersonAccrual[]>()
  for (const own of people) {
    const others = departments.get(own.department)
    if (others === undefined) departments.set(own.department, [own])
    else others.push(own)
  }
  return {
    year: year.name,
    through: run.period.name,
    people,
    departments: [...departments.keys()]
      .sort()
      .map((id) => groupOf(id, departments.get(id) as readonly PersonAccrual[], places)),
    company: groupOf(book.policy.id, people, places),
  }
}

function key({ person, plan }: PersonAccrual): string {
  return JSON.stringify([person, plan])
}

function requestProblems(
  book: PolicyBook,
  records: readonly Recorded[],
  { seasonality }: AccrualRequest,
  periods: number,
): readonly Problem[] {
  const settled = new Set(records.map(({ accrued }) => accrued.plan))
  return [
    ...[...settled]
      .filter((plan) => !Object.hasOwn(seasonality, plan))
      .map((plan) => noSeasonality(at('seasonality', plan), plan)),
    ...Object.entries(seasonality).flatMap(([plan, { weights }]) => {
      const path = at('seasonality', plan)
      if (!book.plans.has(plan)) return [unknownReference(path, plan, [...book.plans.keys()])]
      return weights.length === periods
        ? []
        : [otherSeasons(at(path, 'weights'), weights.length, periods)]
    }),
  ]
}

/** Forecasts one person's year by a plan; what is wrong with it is theirs alone. */
function forecasting(book: PolicyBook, run: CompensationRun, request: AccrualRequest, year: Year) {
  const { people, seasonality, ahead, quotas = {}, coverage, leastYears } = request
  const { calendar } = book.policy
  const byId = new Map(people.map((person) => [person.id, person]))
  const versions = new Map([...book.plans.keys()].map((id) => [id, planVersions(book, id)]))
  const figuresOf = new Map(
    [...versions].map(([id, plans]) => [id, figuresAhead(plans, year, ahead === 'last-known')]),
  )
  const times = new Map([...versions].map(([id, plans]) => [id, timeIn(book, run, plans, year)]))
  return ({
    accrued,
    measured,
    earned,
    settled,
  }: Recorded): Pick<PersonAccrual, 'forecast' | 'problems'> => {
    const { person, plan } = accrued
    const plans = versions.get(plan) as ReturnType<typeof planVersions>
    const quota = Object.hasOwn(quotas, person) ? quotas[person] : undefined
    const found: Forecast[] = []
    const problems = problemsOf(() => {
      const time = (times.get(plan) as ReturnType<typeof timeIn>)(person)
      const inPlan = ({ name }: Period) => time[name] !== '0'
      if (!settled && inPlan(run.period)) fail(notSettled('settlements', run.period.name))
      // A settlement lists no earlier period that is worth nothing and stays so.
      const over = year.periods.filter((each) => each.from <= run.period.from && inPlan(each))
      const figures = (figuresOf.get(plan) as FiguresOf)(
        byId.get(person) ?? { figures: {} },
        quota !== undefined,
      )
      found.push(
        forecast({
          ...{ plans, calendar, time, measured, figures, through: run.period.name },
          earned: { ...Object.fromEntries(over.map(({ name }) => [name, '0'])), ...earned },
          seasonality: seasonality[plan] as Seasonality,
          ...(quota !== undefined && { quota }),
          ...(coverage !== undefined && { coverage }),
          ...(leastYears !== undefined && { leastYears }),
        }),
      )
    })
    return found[0] === undefined ? { problems } : { forecast: found[0] }
  }
}

function groupOf(id: string, own: readonly PersonAccrual[], places: number): GroupAccrual {
  const sum = (values: readonly string[]) => total(values, places)
  const toDate = (name: keyof AccruedToDate) => sum(own.map((each) => each[name]))
  const known = own.flatMap(({ forecast, earned }) => (forecast ? [{ forecast, earned }] : []))
  const expected = sum(known.map(({ forecast }) => forecast.expected.commission))
  const ends = known.flatMap(({ forecast }) => forecast.interval ?? [])
  return {
    id,
    people: new Set(own.map(({ person }) => person)).size,
    ...{ earned: toDate('earned'), payable: toDate('payable'), held: toDate('held') },
    expected,
    toCome: difference(expected, sum(known.map(({ earned }) => earned)), places),
    ...(known.length > 0 &&
      ends.length === known.length && {
        low: sum(ends.map(({ low }) => low.commission)),
        high: sum(ends.map(({ high }) => high.commission)),
      }),
    unforecast: own.length - known.length,
  }
}

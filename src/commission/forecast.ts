import type { Step } from '../formula/index.js'
import type { Localized } from '../problem/index.js'
import { decimal, divideTo, minorUnits, type NumericInput, total } from '../quantity/index.js'
import { type EarnedPeriod, earning } from './forecast-earned.js'
import { type ForecastRequest, readForecast } from './forecast-request.js'
import { type Bounds, boundsOf, type PastYears } from './interval.js'
import { type Course, courseOf, paceOf } from './pace.js'
import { known } from './seasonality.js'

/** A figure at year's end: the expected one, and a low and a high one. */
export interface YearEnd {
  readonly measure: string
  readonly commission: string
  /** The measure as a part of the year's quota, four places; where a quota is given. */
  readonly attainment?: string
}

/** How the year is expected to go, period by period. */
export interface ForecastCourse extends YearEnd {
  /** The past year as which it goes on; none for the seasonality itself. */
  readonly like?: string
  readonly periods: readonly EarnedPeriod[]
  /** The run of the measure, or of the attainment where a quota is given; for `explain`. */
  readonly trace: Step
}

/** A person's year, to date and to its end. Plain JSON. */
export interface Forecast {
  readonly year: string
  readonly through: string
  readonly toDate: {
    readonly measure: string
    /** What the plan's periods that are over have earned. */
    readonly earned: string
    /** The seasonal part of the quota up to now; where a quota is given. */
    readonly quota?: string
  }
  readonly expected: ForecastCourse
  /** Low and high at year's end; at the end itself both are the fact. None where too little is known. */
  readonly interval?: { readonly low: YearEnd; readonly high: YearEnd; readonly from?: PastYears }
  /** The courses of low and high, where past years give them. */
  readonly courses?: { readonly low: ForecastCourse; readonly high: ForecastCourse }
  /** Why there is no interval. */
  readonly noInterval?: {
    readonly code: 'nothing-sold' | 'too-few-years'
    readonly reason: Localized
  }
}

/**
 * A person's year to its end: the measure, its part of the quota, and the commission.
 *
 * - The **measure** goes on at the pace that it has: to date × the weight of all periods ÷ that of the
 *   periods so far, where each counts by the part of it that is the person's. It is rounded once, as
 *   the plan rounds, to the places of the measure. Of a measure below zero no more is expected. What
 *   is sold outside the person's time counts as it is.
 * - The **commission** is what the plan's own formula earns: periods that are over have what is `earned`
 *   by the records, each one to come is worked out at its seasonal part of the measure (rounded by
 *   itself), with its tiers, quota, accelerators and caps. Other measures than that of the plan are
 *   `figures`, unless they sum the same.
 * - The **interval** is how the year would end if it went on as past years did: each past year has a
 *   ratio of its whole to what it had by now, and the low and the high are the nearest ranks of these
 *   ratios that leave half of the rest on either side. No distribution is assumed. The expected always
 *   lies within; so does what the plan pays for any of the three.
 *
 * Throws a `PolicyError` with every problem: weights that are all zero or of another number of periods,
 * periods that are none of the year, a plan by category or by deal, figures that a plan reads and that
 * are missing, and a year of which no weight has elapsed.
 *
 * @example
 * forecast({ plans: [{ from: '2026-01-01', value: plan }], through: '2026-Q2', seasonality: { weights: ['1', '1', '1', '2'] }, measured: { '2026-Q1': '100.00', '2026-Q2': '140.00' } }).expected.measure
 * //=> '600.00'
 */
export function forecast(request: ForecastRequest): Forecast {
  const year = readForecast(request)
  const { plan, through, quota, time, over, sold, toDate, ended } = year
  const { seasonality, coverage = '0.8', leastYears = 3 } = request
  const pace = paceOf(plan)
  const weighted = (weights: readonly NumericInput[], like?: string) =>
    courseOf(
      weights.map((weight, i) => known(weight).times(known(time[i] as NumericInput))),
      over,
      like,
    )
  const own = weighted(seasonality.weights)
  // A year that is over is its own measure, whatever it weighs.
  const expected = ended ? { ...own, elapsed: decimal('1'), whole: decimal('1') } : own
  const earnedBy = earning(request, year, pace)
  const places = minorUnits(plan.policy.currency)
  const follow = (course: Course): ForecastCourse => {
    const { value, trace } = pace.of(course, sold)
    const attained = quota === undefined ? undefined : pace.attainment(course, sold, quota)
    const periods = earnedBy(course)
    return {
      ...(course.like !== undefined && { like: course.like }),
      measure: value,
      commission: total(
        periods.map(({ earned }) => earned),
        places,
      ),
      ...(attained !== undefined && { attainment: attained.value }),
      periods,
      trace: attained?.trace ?? trace,
    }
  }
  const middle = follow(expected)
  const bounds = () =>
    boundsOf({
      ...{ expected, leastYears, toDate: sold.inPlan, coverage: known(coverage) },
      past: Object.entries(seasonality.years ?? {})
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([like, weights]) => weighted(weights, like)),
    })
  return {
    year: year.name,
    through,
    toDate: {
      measure: toDate,
      earned: total(
        middle.periods.flatMap(({ over, earned }) => (over ? [earned] : [])),
        places,
      ),
      ...(quota !== undefined && { quota: quotaToDate(expected, quota, pace.scale) }),
    },
    expected: middle,
    ...(ended
      ? { interval: { low: endOf(middle), high: endOf(middle) } }
      : intervalOf(middle, follow, bounds())),
  }
}

/** The figures of a course. */
function endOf({ measure, commission, attainment }: YearEnd): YearEnd {
  return { measure, commission, ...(attainment !== undefined && { attainment }) }
}

/** The interval between the courses of low and high, which holds what the expected one pays as well. */
function intervalOf(
  expected: ForecastCourse,
  follow: (course: Course) => ForecastCourse,
  bounds: Bounds,
): Pick<Forecast, 'interval' | 'courses' | 'noInterval'> {
  if ('code' in bounds) return { noInterval: bounds }
  const [low, high] = [follow(bounds.low), follow(bounds.high)]
  // A plan that pays less for more, such as one of falling rates, turns the order of what is paid.
  const paid = [low, expected, high]
    .map(({ commission }) => commission)
    .sort((a, b) => decimal(a).comparedTo(b))
  return {
    interval: {
      low: { ...endOf(low), commission: paid[0] as string },
      high: { ...endOf(high), commission: paid[2] as string },
      from: bounds.from,
    },
    courses: { low, high },
  }
}

/** The seasonal part of a year's quota by now. */
function quotaToDate({ elapsed, whole }: Course, quota: string, places: number): string {
  return divideTo(known(quota).times(elapsed), whole, places, 'half-up').toFixed(places)
}

import { type Evaluation, evaluate, type Step } from '../formula/index.js'
import { at, canonicalJson, type Problem, problemsOf, refuse } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  difference,
  minorUnits,
  type NumericInput,
  total,
} from '../quantity/index.js'
import type { ForecastRequest, ForecastYear, PlanPeriod } from './forecast-request.js'
import type { Course, Pace } from './pace.js'
import type { Plan } from './plan.js'
import { measureName, measuresOf } from './plan-inputs.js'
import { aboutQuota } from './problems.js'
import { known, spread } from './seasonality.js'
import { isOfYear } from './spans.js'

/** What a period of the plan earns, on the record or as it is expected. */
export interface EarnedPeriod {
  readonly period: string
  /** Whether all of it is over. */
  readonly over: boolean
  readonly measure: string
  readonly earned: string
  /** The run of the plan's formula; none where what was earned is on the record. */
  readonly trace?: Step
}

/** A period with what it sold and the whole year up to it. */
interface Sold {
  readonly period: PlanPeriod
  readonly measure: string
  readonly sofar: string
  readonly quota?: string
}

/** Works out what the periods of a year earn, as it goes on in one course or another. */
export function earning(
  { seasonality, earned = {}, figures = {} }: ForecastRequest,
  year: ForecastYear,
  pace: Pace,
): (course: Course) => readonly EarnedPeriod[] {
  const { planOn, plan } = year
  const places = minorUnits(plan.policy.currency)
  const inputsFor = ({ policy, formula }: Plan, sold: Sold, before: string) => {
    const reads = (name: string) => Object.hasOwn(formula.inputs, name)
    const { period, measure, sofar, quota } = sold
    const what = (each: { readonly sum: string; readonly where?: unknown }) =>
      canonicalJson([each.sum, each.where ?? {}])
    const same = measuresOf(policy)
      .filter(
        (each) =>
          what(each) === what(policy.measure) && isOfYear(each.span) && reads(measureName(each)),
      )
      .map((each) => [measureName(each), each.span === 'year-to-date' ? sofar : measure] as const)
    return {
      ...(policy.quota !== undefined &&
        quota !== undefined &&
        reads(policy.quota) && { [policy.quota]: quota }),
      ...(Object.hasOwn(figures, period.name) ? figures[period.name] : {}),
      ...Object.fromEntries<NumericInput>(same),
      ...(reads('earned_to_date') && { earned_to_date: before }),
    }
  }
  const pays = (version: Plan, sold: Sold, before: string): Evaluation => {
    const results: Evaluation[] = []
    const path = at('figures', sold.period.name)
    const found = problemsOf(() =>
      results.push(evaluate(version.formula, inputsFor(version, sold, before))),
    )
    refuse(found.map((each) => aboutQuota({ ...each, path: each.path.replace(/^inputs/, path) })))
    return results[0] as Evaluation
  }
  const seasonal = seasonality.weights.map((weight, i) =>
    known(weight).times(known(year.time[i] as NumericInput)),
  )
  return (course) => {
    const list: EarnedPeriod[] = []
    const problems: Problem[] = []
    let last: Sold | undefined
    for (const sold of soldIn({ year, seasonal, recorded: Object.keys(earned) }, course, pace)) {
      const { period, measure } = sold
      const { name, over } = period
      const before = total(
        list.map((each) => each.earned),
        places,
      )
      const worked = () => {
        const version = planOn(period)
        const { value, trace } = pays(version, sold, before)
        const toDate = version.policy.measuring === 'year-to-date' && last !== undefined
        const earlier = toDate ? pays(version, last as Sold, before).value : '0'
        return { earned: difference(value, earlier, places), trace }
      }
      const fact = Object.hasOwn(earned, name)
        ? { earned: known(earned[name] as NumericInput).toFixed(places) }
        : undefined
      const found = problemsOf(() =>
        list.push({ period: name, over, measure, ...(fact ?? worked()) }),
      )
      problems.push(...found)
      last = sold
    }
    refuse(problems)
    return list
  }
}

/** A year, what its periods weigh by the seasonality, and those whose earnings are on the record. */
interface Known {
  readonly year: ForecastYear
  readonly seasonal: readonly Decimal[]
  readonly recorded: readonly string[]
}

/** What the plan's periods have sold and will, those left out that have nothing to do with the person. */
function soldIn({ year, seasonal, recorded }: Known, course: Course, pace: Pace): readonly Sold[] {
  const { periods, measured, time, over, sold: toDate, plan, quota } = year
  const inPlan = periods.filter(
    ({ name, first, last }) =>
      recorded.includes(name) ||
      [...time.slice(first, last + 1), ...measured.slice(first, last + 1)].some(
        (each) => !known(each).isZero(),
      ),
  )
  const weights = inPlan.map(({ first, last }) => sum(seasonal.slice(first, last + 1)))
  const weightless = weights.every((weight) => weight.isZero())
  const quotas = quota === undefined || weightless ? [] : spread(quota, weights, pace.scale)
  let sofar = decimal('0')
  let toCome = decimal('0')
  return inPlan.map((period, i) => {
    const { first, last } = period
    const sold = sum(measured.slice(first, Math.min(last + 1, over)).map(known))
    const coming = sum(course.weights.slice(Math.max(first, over), last + 1))
    sofar = sofar.plus(sold)
    toCome = toCome.plus(coming)
    const text = (value: Decimal) => value.toFixed(pace.scale)
    const inYear = (values: readonly string[]) =>
      plan.policy.measuring === 'year-to-date'
        ? total(values.slice(0, i + 1), pace.scale)
        : values[i]
    const own = quotas.length === 0 ? undefined : inYear(quotas)
    return {
      period,
      measure: text(sold.plus(pace.still(course, toDate, coming))),
      // Rounded as one sum, so that at year's end it is the measure of the year.
      sofar: text(sofar.plus(pace.still(course, toDate, toCome))),
      ...(own !== undefined && { quota: own }),
    }
  })
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((a, b) => a.plus(b), decimal('0'))
}

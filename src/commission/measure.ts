import {
  calendarYear,
  type FiscalCalendar,
  type IsoDate,
  type Period,
  type PeriodKind,
  periodContaining,
} from '../calendar/index.js'
import { evaluate, type Formula } from '../formula/index.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { difference, minorUnits, total } from '../quantity/index.js'
import { type Tally, tally } from '../quantity/internal.js'
import { amountMeasures } from './amounts.js'
import { amountFor, dayFor, isUntold } from './counted.js'
import type { Credit } from './credit.js'
import type { Plan } from './plan.js'
import { measureName, measuresOf, otherCategory } from './plan-inputs.js'
import { noFigure, otherCurrency, unlistedCategory, untoldFigure } from './problems.js'

/** What each person is credited under a plan, by period. */
export interface Measures {
  /** Everybody with a credit that the plan measures. */
  readonly people: readonly string[]
  /** The periods in which a person has such a credit, in order of time. */
  readonly periodsOf: (person: string) => readonly Period[]
  /** The plan's measured inputs for a person and a period; zero where there is nothing. */
  readonly of: (person: string, period: Period) => Readonly<Record<string, string>>
}

/** One person's sums: by input, then by period; and by period for each deal that has its own cap. */
interface Sums {
  readonly periods: Map<string, Period>
  readonly inputs: Map<string, Map<string, Tally>>
  readonly deals: Map<string, Map<string, Tally>>
}

/**
 * Sums credits into a plan's inputs, a person and a period at a time: each measure takes the credits
 * of its kind, in the period of the event, or of what it takes back, corrects or transfers (in its own,
 * where the plan's `refunds` say `own-period`). What is measured `year-to-date` sums the year's periods so far.
 *
 * Memory grows by person and period, not by credit, save for plans whose deals are capped one by one.
 *
 * Throws a `PolicyError` for credits in another currency, categories without a rate, a measure that is
 * a figure which none of its credits has, and a credit that takes back a deal with such a figure and
 * does not say how much of it.
 *
 * @example
 * measureCredits(plan, credits).of('Li', parsePeriod('2011-03')) //=> { sales: '61250.00' }
 */
export function measureCredits(
  plan: Plan,
  credits: Iterable<Credit>,
  calendar: FiscalCalendar = calendarYear,
): Measures {
  const { add, done } = measuring(plan, calendar)
  let index = 0
  for (const credit of credits) add(credit, index++)
  return done()
}

/** Credits being measured one at a time, by their place in the list that they come from. */
export interface Measuring {
  readonly add: (credit: Credit, index: number) => void
  /** What they came to; throws what {@link measureCredits} does. */
  readonly done: () => Measures
}

/** Measures credits that come one at a time and need not be kept; see {@link measureCredits}. */
export function measuring(plan: Plan, calendar: FiscalCalendar): Measuring {
  const { policy } = plan
  const measures = measuresOf(policy)
  const problems: Problem[] = []
  const absent = new Set(measures.filter(({ sum }) => !amountMeasures.has(sum)))
  const sums = new Map<string, Sums>()
  const periodOf = periodsByDate(policy.period, calendar)
  let none = true
  const add = (credit: Credit, index: number) => {
    none = false
    for (const [i, measure] of measures.entries()) {
      const path = () => at('credits', index)
      if (isUntold(measure, credit))
        problems.push(untoldFigure(at(at(path(), 'figures'), measure.sum), credit, measure.sum))
      const value = amountFor(measure, credit)
      if (value === undefined) continue
      absent.delete(measure)
      if (credit.currency !== policy.currency)
        problems.push(otherCurrency(at(path(), 'currency'), credit.currency, policy.currency))
      const own = sumsOf(sums, credit.person)
      const period = periodOf(dayFor(plan, measure, credit))
      own.periods.set(period.name, period)
      const name = measureName(measure)
      if (i > 0) addTo(own.inputs, name, period.name, value)
      else if (policy.dealCap !== undefined) addTo(own.deals, period.name, credit.deal, value)
      else addTo(own.inputs, categorised(plan, name, credit, path, problems), period.name, value)
    }
  }
  const done = () => {
    // A figure that no credit has is most likely misspelt.
    const misspelt = none ? [] : [...absent]
    refuse([
      ...problems,
      ...misspelt.map(({ sum }) => noFigure('credits', sum, [...amountMeasures.keys()])),
    ])
    return measuresFrom(plan, sums, calendar)
  }
  return { add, done }
}

function measuresFrom(
  plan: Plan,
  sums: ReadonlyMap<string, Sums>,
  calendar: FiscalCalendar,
): Measures {
  const periodOf = periodsByDate(plan.policy.period, calendar)
  const yearOf = periodsByDate('year', calendar)
  return {
    people: [...sums.keys()],
    periodsOf: (person) =>
      [...(sums.get(person)?.periods.values() ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1)),
    of: (person, period) =>
      measuredIn(plan, sums.get(person) ?? noSums, {
        first: yearOf(period.from).from,
        own: periodOf(period.from),
      }),
  }
}

/** Finds the period of a date, each date once. */
export function periodsByDate(
  kind: PeriodKind,
  calendar: FiscalCalendar,
): (date: IsoDate) => Period {
  const known = new Map<IsoDate, Period>()
  return (date) => {
    const period = known.get(date) ?? periodContaining(date, kind, calendar)
    known.set(date, period)
    return period
  }
}

/** The input that a credit goes to, by its category where the plan has rates of categories. */
function categorised(
  { policy: { tiers } }: Plan,
  name: string,
  { attributes }: Credit,
  path: () => string,
  problems: Problem[],
): string {
  if (tiers.kind !== 'category') return name
  const category = Object.hasOwn(attributes, tiers.by) ? (attributes[tiers.by] as string) : ''
  if (Object.hasOwn(tiers.rates, category)) return `${name}.${category}`
  if (tiers.otherwise === undefined)
    problems.push(
      unlistedCategory(at(at(path(), 'attributes'), tiers.by), category, Object.keys(tiers.rates)),
    )
  return `${name}.${otherCategory}`
}

function sumsOf(sums: Map<string, Sums>, person: string): Sums {
  const own = sums.get(person) ?? { periods: new Map(), inputs: new Map(), deals: new Map() }
  sums.set(person, own)
  return own
}

function addTo(
  sums: Map<string, Map<string, Tally>>,
  outer: string,
  inner: string,
  value: string,
): void {
  const group = sums.get(outer) ?? new Map<string, Tally>()
  const sum = group.get(inner) ?? tally()
  sum.add(value)
  group.set(inner, sum)
  sums.set(outer, group)
}

const noSums: Sums = { periods: new Map(), inputs: new Map(), deals: new Map() }

/** A person's inputs for the period `own`, of the year that starts on `first`. */
function measuredIn(
  plan: Plan,
  sums: Sums,
  { first, own }: { readonly first: IsoDate; readonly own: Period },
): Readonly<Record<string, string>> {
  const { policy } = plan
  const places = minorUnits(policy.currency)
  const inputs = measuresOf(policy).flatMap((measure, i) => {
    const start = measure.span === 'year-to-date' ? first : own.from
    if (i === 0 && policy.dealCap !== undefined)
      return [['deals', dealsIn(plan, sums, start, own.from)] as const]
    const spans = [...sums.periods.values()].filter(
      (period) => period.from >= start && period.from <= own.from,
    )
    return namesOf(plan, measureName(measure), i === 0).map((input) => {
      const parts = spans.flatMap(({ name }) => sums.inputs.get(input)?.get(name) ?? [])
      return [input, sumOf(parts, places)] as const
    })
  })
  return Object.fromEntries(inputs.filter(([name]) => Object.hasOwn(plan.formula.inputs, name)))
}

/**
 * What a plan's formula reads of a person beside what is measured: quotas and KPIs by name.
 *
 * @example
 * figureNames(plan) //=> ['quota']
 */
export function figureNames(plan: Plan): readonly string[] {
  const anyPeriod = periodContaining('2000-01-01', plan.policy.period, calendarYear)
  const measured = measureCredits(plan, []).of('', anyPeriod)
  return Object.keys(plan.formula.inputs).filter(
    (name) => name !== 'earned_to_date' && !Object.hasOwn(measured, name),
  )
}

function sumOf(parts: readonly Tally[], places: number): string {
  return total(
    parts.map((part) => part.total(places)),
    places,
  )
}

function namesOf({ policy: { tiers } }: Plan, name: string, main: boolean): readonly string[] {
  if (!main || tiers.kind !== 'category') return [name]
  return [...Object.keys(tiers.rates), otherCategory].map((category) => `${name}.${category}`)
}

/**
 * What deals earn, capped one by one, in the periods that start from `first` to `last`: what each of
 * these deals earns by then, less what it earned before.
 */
function dealsIn({ policy, deal }: Plan, sums: Sums, first: IsoDate, last: IsoDate): string {
  const places = minorUnits(policy.currency)
  const name = measureName(policy.measure)
  const sofar = [...sums.periods.values()]
    .filter(({ from }) => from <= last)
    .map((period) => ({
      ...period,
      deals: sums.deals.get(period.name) ?? new Map<string, Tally>(),
    }))
  const earned = (id: string, periods: typeof sofar): string => {
    const amount = sumOf(
      periods.flatMap(({ deals }) => deals.get(id) ?? []),
      places,
    )
    return evaluate(deal as Formula, { [name]: amount }).value
  }
  const before = sofar.filter(({ from }) => from < first)
  const now = sofar.filter(({ from }) => from >= first)
  const touched = new Set(now.flatMap(({ deals }) => [...deals.keys()]))
  return total(
    [...touched].map((id) => difference(earned(id, sofar), earned(id, before), places)),
    places,
  )
}

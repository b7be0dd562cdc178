import {
  calendarYear,
  type Dated,
  type FiscalCalendar,
  type History,
  historyOf,
  type IsoDate,
  type Period,
  parsePeriod,
  valueOn,
} from '../calendar/index.js'
import { type Evaluation, evaluate, type Step } from '../formula/index.js'
import { at, fail, problemsOf, refuse, under } from '../problem/index.js'
import { difference, minorUnits, type NumericInput, total } from '../quantity/index.js'
import type { Credit } from './credit.js'
import { collectionPolicy } from './holdback.js'
import { type Measures, type Measuring, measuring, periodsByDate } from './measure.js'
import type { Plan } from './plan.js'
import { noVersion } from './problems.js'

/** What a plan reads of a person beside the measures, KPIs and quotas, by the period's name. */
export type PersonFigures = Readonly<Record<string, Readonly<Record<string, NumericInput>>>>

/** What entitlements are worked out from. */
export interface EntitlementRequest {
  /** The plan's versions, each from a day on; a period is earned by the version of its first day. */
  readonly plans: readonly Dated<Plan>[]
  /** Read once, in any order; they need not be kept in memory. */
  readonly credits: Iterable<Credit>
  /** Everybody who is paid, with what the plan reads of them. */
  readonly people: Readonly<Record<string, PersonFigures>>
  /** The last period earned in. */
  readonly period: Period
  /** What was recorded by this day is known. */
  readonly asOf: IsoDate
  readonly calendar?: FiscalCalendar | undefined
}

/** What one period is worth to a person by all that is known. */
export interface Entitlement {
  readonly period: Period
  readonly plan: Plan
  /** Earned. */
  readonly accrued: string
  /** Of that payable: all but what is held back until collection. */
  readonly payable: string
  /** The run of the plan's formula. */
  readonly trace: Step
  /** The run of the release of what is held back, where the plan holds back. */
  readonly release?: Step
}

/** What each period so far is worth to a person; `also` names periods that must be among them. */
export type EntitlementsOf = (person: string, also?: readonly string[]) => readonly Entitlement[]

/** A plan version with what its measures come to. */
interface Version {
  readonly plan: Plan
  readonly measures: Measures
  /** Sold and collected, where the plan holds back. */
  readonly collection?: Measures
}

/**
 * What each period so far is worth to each person: every period of `people`'s figures or with a
 * credit, and the last one. A plan that measures the year to date earns in a period what its formula
 * says by then less what it said by the period before.
 */
export function entitlements(request: EntitlementRequest): EntitlementsOf {
  const { plans, asOf, calendar = calendarYear } = request
  const measured = plans.map(({ from, value }) => ({ from, value: versionOf(value, calendar) }))
  let index = 0
  for (const credit of request.credits) {
    if (credit.recorded <= asOf) for (const { value } of measured) value.add(credit, index)
    index += 1
  }
  const versions = historyOf(measured.map(({ from, value }) => ({ from, value: value.done() })))
  const yearOf = periodsByDate('year', calendar)
  const periodNamed = periodsByName(calendar)
  return (person, also = []) => {
    const figures = request.people[person] as PersonFigures
    const named = [...Object.keys(figures), ...also].map(periodNamed)
    const earned: Entitlement[] = []
    for (const period of periodsOf(request, versions, person, named)) {
      const version =
        valueOn(versions, period.start) ?? fail(noVersion(at('plans', 0), period.name))
      const year = yearOf(period.start)
      const sofar = earned.filter((each) => each.period.start >= year.start)
      earned.push(entitlementOf(version, person, figures, period, sofar))
    }
    return earned
  }
}

/** Reads the names of periods, each once. */
function periodsByName(calendar: FiscalCalendar): (name: string) => Period {
  const known = new Map<string, Period>()
  return (name) => {
    const period = known.get(name) ?? parsePeriod(name, calendar)
    known.set(name, period)
    return period
  }
}

/** A version whose credits come one at a time. */
function versionOf(
  plan: Plan,
  calendar: FiscalCalendar,
): { readonly add: Measuring['add']; readonly done: () => Version } {
  const { release, policy } = plan
  const own = measuring(plan, calendar)
  if (release === undefined) return { add: own.add, done: () => ({ plan, measures: own.done() }) }
  const sold = measuring({ ...plan, formula: release, policy: collectionPolicy(policy) }, calendar)
  return {
    add: (credit, index) => {
      own.add(credit, index)
      sold.add({ ...credit, effective: credit.dealt }, index)
    },
    done: () => ({ plan, measures: own.done(), collection: sold.done() }),
  }
}

function periodsOf(
  { period: last }: EntitlementRequest,
  versions: History<Version>,
  person: string,
  named: readonly Period[],
): readonly Period[] {
  const credited = versions.flatMap(({ value }) => value.measures.periodsOf(person))
  const byName = new Map([...named, ...credited, last].map((period) => [period.name, period]))
  return [...byName.values()]
    .filter(({ start }) => start <= last.start)
    .sort((a, b) => (a.start < b.start ? -1 : 1))
}

function entitlementOf(
  version: Version,
  person: string,
  figures: PersonFigures,
  period: Period,
  earlier: readonly Entitlement[],
): Entitlement {
  const { plan, collection } = version
  const places = minorUnits(plan.policy.currency)
  const before = total(
    earlier.map(({ accrued }) => accrued),
    places,
  )
  const now = earnedBy(version, person, figures, period, before)
  const previous = earlier.at(-1)
  const accrued =
    plan.policy.measuring === 'year-to-date' && previous !== undefined
      ? difference(
          now.value,
          earnedBy(version, person, figures, previous.period, before).value,
          places,
        )
      : now.value
  const base = { period, plan, accrued, trace: now.trace }
  if (plan.release === undefined || collection === undefined) return { ...base, payable: accrued }
  const released = evaluate(plan.release, { ...collection.of(person, period), earned: accrued })
  return { ...base, payable: released.value, release: released.trace }
}

/** The plan's formula for a period, its problems under the figures of the period. */
function earnedBy(
  { plan, measures }: Version,
  person: string,
  figures: PersonFigures,
  period: Period,
  before: string,
): Evaluation {
  const own = Object.hasOwn(figures, period.name) ? figures[period.name] : undefined
  const inputs: Readonly<Record<string, NumericInput>> = {
    ...own,
    ...measures.of(person, period),
    ...(Object.hasOwn(plan.formula.inputs, 'earned_to_date') && { earned_to_date: before }),
  }
  const results: Evaluation[] = []
  const problems = problemsOf(() => results.push(evaluate(plan.formula, inputs)))
  refuse(under(period.name, problems))
  return results[0] as Evaluation
}

import {
  calendarYear,
  type Dated,
  type FiscalCalendar,
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
import { type Eligible, eligible, periodsBetween, type Spans } from './eligible.js'
import { collectionPolicy } from './holdback.js'
import { type Measures, type Measuring, measuring, periodsByDate } from './measure.js'
import { creditsAlone, nothingEarned } from './outside.js'
import type { Plan } from './plan.js'
import { aboutQuota, noVersion } from './problems.js'

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
  /**
   * When the plan pays each person: floor, kickers and figures are of these days alone. Without any,
   * everybody is in it from their first period with a credit, figures or a settlement on.
   */
  readonly spans?: Spans | undefined
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
  /** What pays what is credited outside the time in the plan. */
  readonly alone: Plan
  /** What a period is worth that was settled and no longer holds anything: the same for everybody. */
  readonly nothing: Evaluation
  readonly measures: Measures
  /** Sold and collected, where the plan holds back. */
  readonly collection?: Measures
}

/** A period to be worked out: by the plan, by what is credited alone, or (settled before) as nothing. */
interface Worked {
  readonly period: Period
  readonly by: 'plan' | 'credits' | 'nothing'
}

/**
 * What each period so far is worth to each person: every period in which the person is in the plan,
 * also one without credits. A credit that falls after the time in the plan counts in its last
 * period; what is credited before it, or without any, is worked out by itself, without floor and
 * kickers. A plan that measures the year to date earns in a period what its formula says by then less
 * what it said by the period before.
 *
 * @example
 * const of = entitlements({ plans, credits, people: { li: {} }, period: parsePeriod('2026-03'), asOf: '2026-03-31', spans: { li: [{ from: '2026-01-01', to: '2026-02-28' }] } })
 * of('li').map(({ period }) => period.name) //=> ['2026-01', '2026-02']
 */
export function entitlements(request: EntitlementRequest): EntitlementsOf {
  const { plans, asOf, spans, calendar = calendarYear } = request
  const measured = plans.map(({ from, value }) => ({ from, value: versionOf(value, calendar) }))
  const inPlan = spans && eligible({ ...request, spans })
  let index = 0
  for (const credit of request.credits) {
    if (credit.recorded <= asOf) {
      const placed = inPlan?.placed(credit) ?? credit
      for (const { value } of measured) value.add(placed, index)
    }
    index += 1
  }
  const versions = historyOf(measured.map(({ from, value }) => ({ from, value: value.done() })))
  const yearOf = periodsByDate('year', calendar)
  const periodNamed = periodsByName(calendar)
  const workedOf = inPlan === undefined ? fromFirst(request, calendar) : within(request, inPlan)
  return (person, also = []) => {
    const figures = request.people[person] as PersonFigures
    const credited = versions.flatMap(({ value }) => value.measures.periodsOf(person))
    const named = Object.keys(figures).map(periodNamed)
    const earned: (Entitlement & Worked)[] = []
    for (const worked of workedOf({ person, credited, named, settled: also.map(periodNamed) })) {
      const { from, name } = worked.period
      const version = valueOn(versions, from) ?? fail(noVersion(at('plans', 0), name))
      const year = yearOf(from)
      const sofar = earned.filter(({ period }) => period.from >= year.from)
      earned.push({ ...worked, ...entitlementOf(version, person, figures, worked, sofar) })
    }
    return earned.map(({ by: _, ...entitlement }) => entitlement)
  }
}

/** What is known of a person's periods. */
interface KnownPeriods {
  readonly person: string
  readonly credited: readonly Period[]
  /** Those of the figures. */
  readonly named: readonly Period[]
  readonly settled: readonly Period[]
}

/** Without spans: every period from the first that anything is known of to the last one. */
function fromFirst({ plans, period: last }: EntitlementRequest, calendar: FiscalCalendar) {
  const { policy } = (plans[0] as Dated<Plan>).value
  const periodOf = periodsByDate(policy.period, calendar)
  return ({ credited, named, settled }: KnownPeriods): readonly Worked[] => {
    const starts = [...credited, ...named, ...settled, last].map(({ from }) => from)
    const first = starts.reduce((a, b) => (a < b ? a : b))
    const periods = periodsBetween(first, last.to, last, periodOf)
    return periods.map((period) => ({ period, by: 'plan' }))
  }
}

/** Those of the person's spans; of others, only what is credited in them, or was settled for them. */
function within({ period: last }: EntitlementRequest, { periodsOf }: Eligible) {
  return ({ person, credited, settled }: KnownPeriods): readonly Worked[] => {
    const by = (periods: readonly Period[], by: Worked['by']) =>
      periods.map((period) => [period.name, { period, by }] as const)
    const found = new Map([
      ...by(settled, 'nothing'),
      ...by(credited, 'credits'),
      ...by(periodsOf(person), 'plan'),
    ])
    return [...found.values()]
      .filter(({ period }) => period.from <= last.from)
      .sort((a, b) => (a.period.from < b.period.from ? -1 : 1))
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
  const alone = creditsAlone(plan)
  const nothing = evaluate(nothingEarned(policy.currency), {})
  const own = measuring(plan, calendar)
  if (release === undefined)
    return { add: own.add, done: () => ({ plan, alone, nothing, measures: own.done() }) }
  const sold = measuring({ ...plan, formula: release, policy: collectionPolicy(policy) }, calendar)
  return {
    add: (credit, index) => {
      own.add(credit, index)
      sold.add(forRelease(credit), index)
    },
    done: () => ({ plan, alone, nothing, measures: own.done(), collection: sold.done() }),
  }
}

/** A credit in the period of its deal. What moves a sale moves no money received: it corrects the sales. */
function forRelease(credit: Credit): Credit {
  const { kind, about, dealt } = credit
  const moves = kind === 'transfer' && about !== 'collection'
  return { ...credit, kind: moves ? 'correction' : kind, effective: dealt }
}

function entitlementOf(
  version: Version,
  person: string,
  figures: PersonFigures,
  worked: Worked,
  earlier: readonly (Entitlement & Worked)[],
): Entitlement {
  const { plan, collection } = version
  const { period } = worked
  const places = minorUnits(plan.policy.currency)
  const before = total(
    earlier.map(({ accrued }) => accrued),
    places,
  )
  const now = earnedBy(version, person, figures, worked, before)
  if (worked.by === 'nothing')
    return { period, plan, accrued: now.value, payable: now.value, trace: now.trace }
  const previous = earlier.findLast(({ by }) => by !== 'nothing')
  const accrued =
    plan.policy.measuring === 'year-to-date' && previous !== undefined
      ? difference(now.value, earnedBy(version, person, figures, previous, before).value, places)
      : now.value
  const base = { period, plan, accrued, trace: now.trace }
  if (plan.release === undefined || collection === undefined) return { ...base, payable: accrued }
  const released = evaluate(plan.release, { ...collection.of(person, period), earned: accrued })
  return { ...base, payable: released.value, release: released.trace }
}

/** What a period earns, its problems under the figures of the period. */
function earnedBy(
  { plan, alone, nothing, measures }: Version,
  person: string,
  figures: PersonFigures,
  { period, by }: Worked,
  before: string,
): Evaluation {
  if (by === 'nothing') return nothing
  const { formula } = by === 'plan' ? plan : alone
  const reads = (name: string) => Object.hasOwn(formula.inputs, name)
  const own = Object.hasOwn(figures, period.name) ? figures[period.name] : undefined
  const given: Readonly<Record<string, NumericInput>> = {
    ...own,
    ...measures.of(person, period),
    ...(reads('earned_to_date') && { earned_to_date: before }),
  }
  // A figure that only a kicker reads is none of what is paid without kickers.
  const inputs =
    by === 'plan'
      ? given
      : Object.fromEntries(Object.entries(given).filter(([name]) => reads(name)))
  const results: Evaluation[] = []
  const problems = problemsOf(() => results.push(evaluate(formula, inputs)))
  refuse(under(period.name, problems.map(aboutQuota)))
  return results[0] as Evaluation
}

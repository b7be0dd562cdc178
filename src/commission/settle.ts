import {
  calendarYear,
  type Dated,
  type FiscalCalendar,
  type IsoDate,
  type PeriodKind,
  parsePeriod,
  periodContaining,
} from '../calendar/index.js'
import type { Step } from '../formula/index.js'
import { at, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { difference, minorUnits, total } from '../quantity/index.js'
import { countedOn, counts } from './counted.js'
import type { Credit } from './credit.js'
import { eligible } from './eligible.js'
import { type EntitlementRequest, type EntitlementsOf, entitlements } from './entitlement.js'
import { periodsByDate } from './measure.js'
import type { Plan } from './plan.js'
import {
  noVersion,
  otherHistory,
  otherPeriod,
  otherTerms,
  settledLater,
  settledTwice,
  unlistedPerson,
} from './problems.js'

/** One earning period of a settlement: what it is worth by now, and what changes with it. */
export interface SettlementLine {
  /** The period in which it was earned. */
  readonly period: string
  /** Earned, by all that is known. */
  readonly accrued: string
  /** Of that payable: all but what is held back until collection. */
  readonly payable: string
  /** Settled before. */
  readonly settled: string
  /** Payable less settled; negative where too much was settled. */
  readonly due: string
  /** The events that count here and were recorded since the last settlement. */
  readonly events: readonly string[]
  readonly clause?: string
  /** The run of the plan's formula. */
  readonly trace: Step
  /** The run of the release of what is held back, where the plan holds back. */
  readonly release?: Step
}

/** What one person is due at a settlement. Plain JSON; give it to the next settlement as history. */
export interface Settlement {
  readonly person: string
  readonly plan: string
  /** The period that is settled, the last one earned in. */
  readonly period: string
  /** What was recorded by this day is known. */
  readonly asOf: IsoDate
  /**
   * The period settled, where the person is in the plan, and each earlier one that changed. The sums
   * below are of all.
   */
  readonly lines: readonly SettlementLine[]
  readonly accrued: string
  readonly payable: string
  readonly settled: string
  readonly due: string
}

/** What a settlement is made from. */
export interface SettlementRequest extends EntitlementRequest {
  /** All earlier settlements of this plan, each once. */
  readonly history: readonly Settlement[]
}

/**
 * Settles a period: what is due is **entitlement to date less what is settled**. Each period of a
 * person's time in the plan (`spans`), with or without credits, is worked out anew from every event
 * recorded by `asOf`; the difference to what earlier settlements paid for it is due now. Refunds, late
 * collections, corrected credits, new plan versions and released holdbacks all come out of this one
 * rule; settling each month or once at the end pays the same.
 *
 * Without `spans`, everybody is in the plan from their first period with a credit, figures or a
 * settlement to the one settled. With them, nothing is worked out outside, and no figure asked for,
 * but what is credited there: after a span it counts in its last period, before the first one in its
 * own, without floor and kickers.
 *
 * Throws a `PolicyError` with every problem of every person: figures that a plan reads and that are
 * missing for a period, a period without a plan version, a period of another kind than the plan's, a
 * history that reaches beyond the period settled, has a settlement twice or one of another plan.
 *
 * @example
 * const march = settle({ plans, credits, people, history: [], period: parsePeriod('2011-03'), asOf: '2011-03-31' })
 * const april = settle({ plans, credits, people, history: march, period: parsePeriod('2011-04'), asOf: '2011-04-30' })
 */
export function settle(request: SettlementRequest): readonly Settlement[] {
  const { people } = request
  const { credited, of } = settling(request)
  refuse(
    credited
      .filter((person) => !Object.hasOwn(people, person))
      .map((person) => unlistedPerson(at('people', person), person)),
  )
  const problems: Problem[] = []
  const settlements: Settlement[] = []
  for (const person of Object.keys(people)) {
    const found = problemsOf(() => settlements.push(of(person)))
    problems.push(...under(at('people', person), found))
  }
  refuse(problems)
  return settlements
}

/** A settlement whose people are settled one by one. */
export interface Settling {
  /** Everybody with a credit that counts, or settled before. */
  readonly credited: readonly string[]
  /**
   * The settlement of one of the request's people. Throws a `PolicyError` with every problem of theirs:
   * the others can still be settled.
   */
  readonly of: (person: string) => Settlement
}

/**
 * Settles a period person by person; see {@link settle}, which settles all or none.
 *
 * Throws a `PolicyError` with every problem of the request as a whole.
 *
 * @example
 * settling({ plans, credits, people, history: [], period: parsePeriod('2011-03'), asOf: '2011-03-31' }).of('Li').due
 */
export function settling(request: SettlementRequest): Settling {
  refuse(requestProblems(request))
  const { history } = request
  const news: News = new Map()
  const entitled = entitlements({ ...request, credits: noting(news, request) })
  const linesOf = settledLines(history)
  return {
    credited: [...new Set([...news.keys(), ...history.map(({ person }) => person)])],
    of: (person) => {
      const own = { before: linesOf.get(person) ?? [], news: news.get(person) }
      return settlementOf(request, person, entitled, own)
    },
  }
}

function settledLines(history: readonly Settlement[]): ReadonlyMap<string, SettlementLine[]> {
  const byPerson = new Map<string, SettlementLine[]>()
  for (const { person, lines } of history) {
    const own = byPerson.get(person)
    if (own === undefined) byPerson.set(person, [...lines])
    else own.push(...lines)
  }
  return byPerson
}

function settlementOf(
  { period, asOf, plans }: SettlementRequest,
  person: string,
  entitled: EntitlementsOf,
  { before, news }: Known,
): Settlement {
  const { id, policy } = (plans[0] as Dated<Plan>).value
  const places = minorUnits(policy.currency)
  const settledBefore = before.map((line) => line.period)
  const lines = entitled(person, settledBefore).map(({ plan, period: earned, ...line }) => {
    const paid = before.filter((each) => each.period === earned.name).map(({ due }) => due)
    const settled = total(paid, places)
    const { clause } = plan.policy
    return {
      period: earned.name,
      ...line,
      settled,
      due: difference(line.payable, settled, places),
      events: news?.get(earned.name) ?? [],
      ...(clause !== undefined && { clause }),
    }
  })
  const sum = (of: 'accrued' | 'payable' | 'settled' | 'due') =>
    total(
      lines.map((line) => line[of]),
      places,
    )
  const nothing = total([], places)
  return {
    person,
    plan: id,
    period: period.name,
    asOf,
    lines: lines.filter(
      (line) => line.period === period.name || line.due !== nothing || line.events.length > 0,
    ),
    accrued: sum('accrued'),
    payable: sum('payable'),
    settled: sum('settled'),
    due: sum('due'),
  }
}

/** What is known of a person: the lines settled before, and the new events of each period. */
interface Known {
  readonly before: readonly SettlementLine[]
  readonly news: ReadonlyMap<string, readonly string[]> | undefined
}

function requestProblems(request: SettlementRequest): readonly Problem[] {
  const { plans, people, history, period, asOf, calendar = calendarYear } = request
  const [first, ...others] = plans
  if (first === undefined) return [noVersion('plans', period.name)]
  const { policy } = first.value
  const seen = new Set<string>()
  const isPeriod = isOfKind(policy.period, calendar)
  return [
    ...others.flatMap(({ value: { id, policy: other } }, i) =>
      id === policy.id && other.period === policy.period && other.currency === policy.currency
        ? []
        : [otherTerms(at('plans', i + 1))],
    ),
    ...(isPeriod(period.name) ? [] : [otherPeriod('period', period.name, policy.period)]),
    ...Object.entries(people).flatMap(([person, figures]) =>
      Object.keys(figures)
        .filter((name) => !isPeriod(name))
        .map((name) => otherPeriod(at(at('people', person), name), name, policy.period)),
    ),
    ...history.flatMap(({ person, plan, ...settlement }, i) => {
      if (plan !== first.value.id)
        return [otherHistory(at('history', i), { person, plan, ...settlement }, first.value.id)]
      const key = JSON.stringify([person, settlement.period, settlement.asOf])
      const repeated = seen.has(key)
      seen.add(key)
      return [
        ...(repeated ? [settledTwice(at('history', i), person, settlement)] : []),
        ...(settlement.asOf > asOf
          ? [settledLater(at(at('history', i), 'asOf'), settlement.asOf, asOf)]
          : []),
      ]
    }),
  ]
}

/** Tells whether a name is that of a period of a kind; each name is read once. */
function isOfKind(kind: PeriodKind, calendar: FiscalCalendar): (name: string) => boolean {
  const known = new Map<string, boolean>()
  return (name) => {
    const found =
      known.get(name) ??
      periodContaining(parsePeriod(name, calendar).from, kind, calendar).name === name
    known.set(name, found)
    return found
  }
}

/** Everybody credited, with the events recorded since the last settlement by the period they count in. */
type News = Map<string, Map<string, string[]>>

/** Passes credits on and notes whom those known by `asOf` credit, and which of them are new. */
function* noting(news: News, request: SettlementRequest): Iterable<Credit> {
  const { plans, credits, history, asOf, spans, calendar = calendarYear } = request
  const inPlan = spans && eligible({ ...request, spans })
  const since =
    history
      .map((settlement) => settlement.asOf)
      .sort()
      .at(-1) ?? ''
  const { period } = (plans[0] as Dated<Plan>).value.policy
  const periodOf = periodsByDate(period, calendar)
  for (const credit of credits) {
    const version = plans.find(({ value }) => counts(value, credit))?.value
    if (version !== undefined && credit.recorded <= asOf) {
      const own = news.get(credit.person) ?? new Map<string, string[]>()
      news.set(credit.person, own)
      if (credit.recorded > since) {
        const { name } = periodOf(countedOn(version, inPlan?.placed(credit) ?? credit))
        const events = own.get(name)
        if (events === undefined) own.set(name, [credit.event])
        else events.push(credit.event)
      }
    }
    yield credit
  }
}

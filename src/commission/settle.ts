import { type Dated, type IsoDate, periodContaining } from '../calendar/index.js'
import type { Step } from '../formula/index.js'
import { at, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { difference, minorUnits, total } from '../quantity/index.js'
import { type EntitlementRequest, type EntitlementsOf, entitlements } from './entitlement.js'
import { countedOn, counts } from './measure.js'
import type { Plan } from './plan.js'
import { noVersion, otherTerms, settledLater, unlistedPerson } from './problems.js'

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
  /** The period settled, and each earlier one that changed. The sums below are of all. */
  readonly lines: readonly SettlementLine[]
  readonly accrued: string
  readonly payable: string
  readonly settled: string
  readonly due: string
}

/** What a settlement is made from. */
export interface SettlementRequest extends EntitlementRequest {
  /** All earlier settlements. */
  readonly history: readonly Settlement[]
}

/**
 * Settles a period: what is due is **entitlement to date less what is settled**. Each period from
 * the first credit on is worked out anew from every event recorded by `asOf`; the difference to what
 * earlier settlements paid for it is due now. Refunds, late collections, corrected credits, new plan
 * versions and released holdbacks all come out of this one rule; settling each month or once at the
 * end pays the same.
 *
 * Throws a `PolicyError` with every problem of every person: figures that a plan reads and that are
 * missing for a period, a period without a plan version, a period of another kind than the plan's, a
 * history that reaches beyond the period settled.
 *
 * @example
 * const march = settle({ plans, credits, people, history: [], period: parsePeriod('2011-03'), asOf: '2011-03-31' })
 * const april = settle({ plans, credits, people, history: march, period: parsePeriod('2011-04'), asOf: '2011-04-30' })
 */
export function settle(request: SettlementRequest): readonly Settlement[] {
  refuse(requestProblems(request))
  const entitled = entitlements(request)
  const news = newEvents(request)
  const problems: Problem[] = []
  const settlements: Settlement[] = []
  for (const person of Object.keys(request.people)) {
    const found = problemsOf(() => settlements.push(settlementOf(request, person, entitled, news)))
    problems.push(...under(at('people', person), found))
  }
  refuse(problems)
  return settlements
}

function settlementOf(
  { history, period, asOf, plans }: SettlementRequest,
  person: string,
  entitled: EntitlementsOf,
  news: News,
): Settlement {
  const before = history
    .filter((settlement) => settlement.person === person)
    .flatMap(({ lines }) => lines)
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
      events: news(person, earned.name),
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

function requestProblems({
  plans,
  history,
  people,
  credits,
  period,
  asOf,
}: SettlementRequest): readonly Problem[] {
  const [first, ...others] = plans
  if (first === undefined) return [noVersion('plans', period.name)]
  const { policy } = first.value
  const credited = credits.filter((credit) => plans.some(({ value }) => counts(value, credit)))
  const named = new Set([...credited, ...history].map(({ person }) => person))
  return [
    ...[...named]
      .filter((person) => !Object.hasOwn(people, person))
      .map((person) => unlistedPerson(at('people', person), person)),
    ...others.flatMap(({ value }, i) =>
      value.policy.period === policy.period && value.policy.currency === policy.currency
        ? []
        : [otherTerms(at('plans', i + 1))],
    ),
    ...history.flatMap((settlement, i) =>
      settlement.asOf > asOf
        ? [settledLater(at(at('history', i), 'asOf'), settlement.asOf, asOf)]
        : [],
    ),
  ]
}

type News = (person: string, period: string) => readonly string[]

/** The events recorded since the last settlement, by person and by the period they count in. */
function newEvents({ plans, credits, history, asOf, calendar }: SettlementRequest): News {
  const since =
    history
      .map((settlement) => settlement.asOf)
      .sort()
      .at(-1) ?? ''
  const events = new Map<string, string[]>()
  for (const credit of credits) {
    if (credit.recorded <= since || credit.recorded > asOf) continue
    const version = plans.find(({ value }) => counts(value, credit))?.value
    if (version === undefined) continue
    const { name } = periodContaining(countedOn(version, credit), version.policy.period, calendar)
    const key = `${credit.person} ${name}`
    const own = events.get(key)
    if (own === undefined) events.set(key, [credit.event])
    else own.push(credit.event)
  }
  return (person, period) => events.get(`${person} ${period}`) ?? []
}

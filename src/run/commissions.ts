import {
  calendarYear,
  type Dated,
  type History,
  type IsoDate,
  type Period,
  parsePeriod,
  periodContaining,
  valueOn,
} from '../calendar/index.js'
import {
  type Credit,
  type PersonFigures,
  type Plan,
  type Settlement,
  type Spans,
  settling,
} from '../commission/index.js'
import { comesFrom, countedOn, counts, eligible, figureNames } from '../commission/internal.js'
import type { NumericInput } from '../quantity/index.js'
import { endOf, type PolicyBook, planVersions } from './book.js'
import type { Person } from './data-schema.js'
import type { Commission } from './lines.js'
import { type Posts, spansIn } from './posts.js'

/** What the commissions of a period are settled from. */
interface CommissionRequest {
  readonly book: PolicyBook
  readonly people: readonly Person[]
  readonly credits: readonly Credit[]
  readonly history: readonly Settlement[]
  readonly period: Period
  readonly asOf: IsoDate
  readonly posts: Posts
  /** The first day that the runs pay. */
  readonly since: IsoDate
}

/** The plans that everybody is settled under. */
export interface Commissions {
  /** The plans that a person is credited or was settled under, and that of the department. */
  readonly of: (person: Person, own: Plan | undefined) => readonly Commission[]
  /** Everybody credited under a plan since the last settlement. */
  readonly credited: ReadonlySet<string>
}

/**
 * Settles every plan of a book that has begun. A plan counts what happens from its first version on;
 * what came before was paid elsewhere. One that has ended is settled up to its last period, so that
 * late refunds still come in. What was sold while a plan paid a person is counted by that plan, also
 * what happens to it after they moved; else by each plan that credits them.
 *
 * Throws a `PolicyError` with every problem of the run as a whole.
 */
export function commissionsOf(request: CommissionRequest): Commissions {
  const { credits, history, period, asOf } = request
  const since =
    history
      .map((settlement) => settlement.asOf)
      .sort()
      .at(-1) ?? ''
  const isNew = ({ recorded }: Credit) => recorded > since && recorded <= asOf
  const credited = new Set<string>()
  const begun = begunPlans(request)
  const shares = new Map(begun.map(({ id }) => [id, [] as Credit[]]))
  for (const credit of credits) {
    const counting = begun.filter(({ counts }) => counts(credit))
    const theirs = counting.filter(({ pays }) => pays(credit))
    for (const { id } of theirs.length > 0 ? theirs : counting) {
      shares.get(id)?.push(credit)
      if (isNew(credit) && credit.effective <= period.to) credited.add(credit.person)
    }
  }
  const settled = begun.map(({ id, plans, spans, last }) => {
    const { credited: known, of } = settling({
      plans,
      spans,
      credits: shares.get(id) as readonly Credit[],
      people: figuresOf(request, plans),
      asOf,
      history: history.filter(({ plan }) => plan === id),
      period: last,
      calendar: request.book.policy.calendar,
    })
    const figures = figureNames(valueOn(plans, period.from) as Plan)
    return { id, figures, known: new Set(known), of }
  })
  return {
    credited,
    of: (person, own) =>
      settled
        .filter(({ id, known }) => id === own?.id || known.has(person.id))
        .map(({ id, figures, known, of }) => ({
          plan: id,
          figures,
          own: id === own?.id,
          credited: known.has(person.id),
          settle: () => of(person.id),
        })),
  }
}

/** A plan that has begun, and what it has to do with a credit. */
interface BegunPlan {
  readonly id: string
  readonly plans: History<Plan>
  readonly spans: Spans
  /** The last period that it is earned in. */
  readonly last: Period
  /** Whether the plan counts it. */
  readonly counts: (credit: Credit) => boolean
  /** Whether the plan paid the person in the period that it comes from. */
  readonly pays: (credit: Credit) => boolean
}

function begunPlans(request: CommissionRequest): readonly BegunPlan[] {
  const { book, period, asOf, posts, since } = request
  return [...book.plans.keys()].flatMap((id) => {
    const plans = planVersions(book, id)
    const first = plans[0] as Dated<Plan>
    if (first.from > period.from) return []
    const last = lastPeriod(request, id)
    const spans = spansIn(book, first.value, posts, { since, period })
    const { isIn } = eligible({ plans, spans, period: last, asOf, calendar: book.policy.calendar })
    const versionFor = (credit: Credit) =>
      (plans.find(({ value }) => counts(value, credit)) ?? first).value
    return [
      {
        ...{ id, plans, spans, last },
        counts: (credit) => {
          const plan = versionFor(credit)
          return (
            counts(plan, credit) &&
            countedOn(plan, credit) >= first.from &&
            comesFrom(plan, credit) <= last.to
          )
        },
        pays: (credit) => isIn(credit.person, comesFrom(versionFor(credit), credit)),
      },
    ]
  })
}

/** The last period that a plan is earned in: that of its end, where it has ended. */
function lastPeriod({ book, period }: CommissionRequest, plan: string): Period {
  const end = endOf(book, plan)
  if (end === undefined || end >= period.from) return period
  const kind = planVersions(book, plan)[0]?.value.policy.period as Plan['policy']['period']
  return periodContaining(end, kind, book.policy.calendar)
}

/** What a plan reads of each person, from the period of its first version on. */
function figuresOf(
  { book, people }: CommissionRequest,
  plans: History<Plan>,
): Readonly<Record<string, PersonFigures>> {
  const { calendar = calendarYear } = book.policy
  const { from, value } = plans[0] as Dated<Plan>
  const names = new Map(plans.map(({ value }) => [value, new Set(figureNames(value))]))
  const starts = new Map<string, IsoDate | undefined>()
  /** Nothing for periods of another kind: they are those of other runs. */
  const startOf = (name: string) => {
    if (!starts.has(name)) {
      const { from } = parsePeriod(name, calendar)
      const own = periodContaining(from, value.policy.period, calendar)
      starts.set(name, own.name === name ? from : undefined)
    }
    return starts.get(name)
  }
  const own = (figures: Person['figures']): PersonFigures =>
    Object.fromEntries(
      Object.entries(figures).flatMap(([name, values]) => {
        const start = startOf(name)
        if (start === undefined || start < from) return []
        const read = names.get(valueOn(plans, start) as Plan) as ReadonlySet<string>
        const found = Object.entries(values).filter(
          (entry): entry is [string, string] => read.has(entry[0]) && entry[1] !== null,
        )
        return [[name, Object.fromEntries<NumericInput>(found)]]
      }),
    )
  return Object.fromEntries(people.map(({ id, figures }) => [id, own(figures)]))
}

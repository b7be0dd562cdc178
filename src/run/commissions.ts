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
  settling,
} from '../commission/index.js'
import { countedOn, counts, figureNames } from '../commission/internal.js'
import type { NumericInput } from '../quantity/index.js'
import { endOf, type PolicyBook, planVersions } from './book.js'
import type { Person } from './data-schema.js'
import type { Commission } from './lines.js'

/** What the commissions of a period are settled from. */
interface CommissionRequest {
  readonly book: PolicyBook
  readonly people: readonly Person[]
  readonly credits: readonly Credit[]
  readonly history: readonly Settlement[]
  readonly period: Period
  readonly asOf: IsoDate
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
 * late refunds still come in.
 *
 * Throws a `PolicyError` with every problem of the run as a whole.
 */
export function commissionsOf(request: CommissionRequest): Commissions {
  const { book, credits, history, period, asOf } = request
  const since =
    history
      .map((settlement) => settlement.asOf)
      .sort()
      .at(-1) ?? ''
  const isNew = ({ recorded }: Credit) => recorded > since && recorded <= asOf
  const credited = new Set<string>()
  const settled = [...book.plans.keys()].flatMap((id) => {
    const plans = planVersions(book, id)
    const first = plans[0] as Dated<Plan>
    if (first.from > period.start) return []
    const own = credits.filter((credit) => {
      const plan = (plans.find(({ value }) => counts(value, credit)) ?? first).value
      return counts(plan, credit) && countedOn(plan, credit) >= first.from
    })
    for (const credit of own)
      if (isNew(credit) && credit.effective <= period.end) credited.add(credit.person)
    const people = figuresOf(request, plans)
    const { credited: known, of } = settling({
      plans,
      credits: own,
      people,
      asOf,
      history: history.filter(({ plan }) => plan === id),
      period: lastPeriod(request, id),
      calendar: book.policy.calendar,
    })
    const figures = figureNames(valueOn(plans, period.start) as Plan)
    return [{ id, figures, known: new Set(known), of }]
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

/** The last period that a plan is earned in: that of its end, where it has ended. */
function lastPeriod({ book, period }: CommissionRequest, plan: string): Period {
  const end = endOf(book, plan)
  if (end === undefined || end >= period.start) return period
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
      const { start } = parsePeriod(name, calendar)
      const own = periodContaining(start, value.policy.period, calendar)
      starts.set(name, own.name === name ? start : undefined)
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

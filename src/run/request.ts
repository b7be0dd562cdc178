import {
  type FiscalCalendar,
  type Period,
  parsePeriod,
  periodContaining,
  prorate,
} from '../calendar/index.js'
import type { SalesEvent } from '../commission/index.js'
import { at, type Problem, problemsOf, repeatedIds, under } from '../problem/index.js'
import type { Book } from './book.js'
import type { Person } from './data-schema.js'
import { otherCurrency, otherPeriod } from './problems.js'
import type { RunData } from './run-data.js'

/** What is wrong with a run as a whole. */
export function requestProblems(
  book: Book,
  { people, events, adjustments = [] }: RunData,
  period: Period,
  calendar: FiscalCalendar,
): readonly Problem[] {
  return [
    ...periodProblems(book, period, calendar),
    ...repeatedIds('people', people, 'id'),
    ...repeatedIds('adjustments', adjustments, 'id'),
    ...currencyProblems(book, events),
  ]
}

function periodProblems(
  { policy, departments }: Book,
  period: Period,
  calendar: FiscalCalendar,
): readonly Problem[] {
  const everyDay = { period, employment: { from: period.from }, basis: policy.proration }
  return [
    ...under(
      'proration',
      problemsOf(() => prorate(everyDay)),
    ),
    ...[...departments].flatMap(([id, { plan }]) => {
      if (plan === undefined) return []
      const own = periodContaining(period.from, plan.policy.period, calendar)
      return own.from === period.from && own.to === period.to
        ? []
        : [otherPeriod(at(at('departments', id), 'commission'), plan.policy.period, period.name)]
    }),
  ]
}

function currencyProblems({ policy }: Book, events: readonly SalesEvent[]): readonly Problem[] {
  return events.flatMap(({ currency }, i) =>
    currency === policy.currency
      ? []
      : [otherCurrency(at(at('events', i), 'currency'), currency, policy.currency)],
  )
}

/** What is wrong with the names of the periods that people have figures for; each is read once. */
export function figureProblems(
  people: readonly Person[],
  calendar: FiscalCalendar,
): ReadonlyMap<string, readonly Problem[]> {
  const names = new Set(people.flatMap(({ figures }) => Object.keys(figures)))
  return new Map(
    [...names].flatMap((name) => {
      const problems = problemsOf(() => parsePeriod(name, calendar))
      const placed = problems.map((problem) => ({ ...problem, path: at('figures', name) }))
      return placed.length === 0 ? [] : [[name, placed]]
    }),
  )
}

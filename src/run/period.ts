import { type Period, periodContaining, prorate } from '../calendar/index.js'
import {
  type Credit,
  creditEvents,
  type Measures,
  measureCredits,
  type SalesEvent,
} from '../commission/index.js'
import { at, fail, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { minorUnits, total } from '../quantity/index.js'
import type { Book } from './book.js'
import { payLines } from './lines.js'
import { otherCurrency, otherPeriod, unknownReference, unlistedPerson } from './problems.js'
import { type Person, repeatedProblems } from './schema.js'
import type { Statement, StatementLine } from './statement.js'

/** A person whose pay cannot be worked out, and why. */
export interface Unpaid {
  readonly person: string
  readonly problems: readonly Problem[]
}

/** What one department is paid: the exact sums of its statements' lines, by kind. */
export interface DepartmentTotal {
  readonly department: string
  readonly people: number
  readonly component: string
  readonly bonus: string
  readonly commission: string
  readonly total: string
}

/** A period's pay: statements in the order of the people, those left out, and the totals. */
export interface PeriodRun {
  readonly period: Period
  readonly statements: readonly Statement[]
  readonly unpaid: readonly Unpaid[]
  readonly totals: readonly DepartmentTotal[]
  readonly total: string
}

/**
 * Pays a period: credits the events, then gives each person one statement. It has a line for each pay
 * component (one for each stretch between changes of its amount), for the target bonus and for the
 * commission, each rounded once to the currency's minor unit. Totals are exact sums of the lines.
 *
 * - Components and bonus are paid for days of employment; a component that is not prorated is paid in
 *   full to who is employed for a day of the period, by its amount on the last one.
 * - Commission is paid by the credits of the period, also to who has left.
 * - A person whose data has problems is listed under `unpaid` with all of them, and so is a person who
 *   is credited under a plan but not among the people. The others are paid.
 *
 * The order of people and events changes no statement.
 *
 * Throws a `PolicyError` with every problem of the run as a whole: a plan that is paid by another kind
 * of period, a proration basis that does not fit the period, repeated people, events that repeat, are
 * in another currency or that nobody owns.
 *
 * @example
 * const { statements, unpaid } = runPeriod({ book, people, events, period: parsePeriod('2011-03') })
 * statements[0]?.total
 */
export function runPeriod({
  book,
  people,
  events,
  period,
}: {
  readonly book: Book
  readonly people: readonly Person[]
  readonly events: readonly SalesEvent[]
  readonly period: Period
}): PeriodRun {
  let credits: readonly Credit[] = []
  refuse([
    ...periodProblems(book, period),
    ...repeatedProblems(
      'people',
      'id',
      people.map(({ id }) => id),
    ),
    ...currencyProblems(book, events),
    ...problemsOf(() => {
      credits = creditEvents(events, book.policy.crediting)
    }),
  ])
  const measured = new Map(
    [...book.departments].flatMap(([id, { plan }]) =>
      plan === undefined ? [] : [[id, measureCredits(plan, credits)]],
    ),
  )
  const statements: Statement[] = []
  const unpaid: Unpaid[] = []
  for (const person of people) {
    const own = measured.get(person.department)
    const problems = problemsOf(() => statements.push(statementOf(book, person, period, own)))
    if (problems.length > 0) unpaid.push({ person: person.id, problems })
  }
  const places = minorUnits(book.policy.currency)
  return {
    period,
    statements,
    unpaid: [...unpaid, ...unlisted(people, period, [...measured.values()])],
    totals: [...book.departments.keys()].map((id) => departmentTotal(id, statements, places)),
    total: total(
      statements.map((statement) => statement.total),
      places,
    ),
  }
}

function statementOf(
  book: Book,
  person: Person,
  period: Period,
  measures: Measures | undefined,
): Statement {
  const department =
    book.departments.get(person.department) ??
    fail(unknownReference('department', person.department, [...book.departments.keys()]))
  const { currency } = book.policy
  const lines = payLines({
    book,
    department,
    person,
    period,
    measured: measures?.of(person.id, period) ?? {},
    credited: measures !== undefined && isCredited(measures, person.id, period),
  })
  return {
    person: person.id,
    name: person.name,
    department: person.department,
    departmentLabel: department.policy.label,
    period,
    currency,
    lines,
    total: sumOf(lines, minorUnits(currency)),
  }
}

function departmentTotal(
  department: string,
  statements: readonly Statement[],
  places: number,
): DepartmentTotal {
  const own = statements.filter((statement) => statement.department === department)
  const lines = own.flatMap((statement) => statement.lines)
  const ofKind = (kind: StatementLine['kind']) =>
    sumOf(
      lines.filter((line) => line.kind === kind),
      places,
    )
  return {
    department,
    people: own.length,
    component: ofKind('component'),
    bonus: ofKind('bonus'),
    commission: ofKind('commission'),
    total: sumOf(lines, places),
  }
}

function sumOf(lines: readonly StatementLine[], places: number): string {
  return total(
    lines.map(({ amount }) => amount),
    places,
  )
}

function isCredited({ periodsOf }: Measures, person: string, { name }: Period): boolean {
  return periodsOf(person).some((period) => period.name === name)
}

function unlisted(
  people: readonly Person[],
  period: Period,
  measured: readonly Measures[],
): readonly Unpaid[] {
  const known = new Set(people.map(({ id }) => id))
  const credited = new Set(
    measured.flatMap((measures) =>
      measures.people.filter((person) => isCredited(measures, person, period)),
    ),
  )
  return [...credited]
    .filter((person) => !known.has(person))
    .sort()
    .map((person) => ({ person, problems: [unlistedPerson('people', person)] }))
}

function periodProblems({ policy }: Book, period: Period): readonly Problem[] {
  const { plans, proration: basis } = policy
  const everyDay = { period, employment: { from: period.start }, basis }
  return [
    ...under(
      'proration',
      problemsOf(() => prorate(everyDay)),
    ),
    ...plans.flatMap((plan, i) => {
      const own = periodContaining(period.start, plan.period)
      return own.start === period.start && own.end === period.end
        ? []
        : [otherPeriod(at(at('plans', i), 'period'), plan.period, period.name)]
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

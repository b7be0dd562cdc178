import { type Period, periodContaining } from '../calendar/index.js'
import { creditEvents, measureCredits, type SalesEvent } from '../commission/index.js'
import { at, fail, type Problem, problemsOf, refuse } from '../problem/index.js'
import { minorUnits, total } from '../quantity/index.js'
import type { Book } from './book.js'
import { payLines } from './lines.js'
import { otherPeriod, unknownReference, unlistedPerson } from './problems.js'
import type { Person } from './schema.js'
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
 * Pays a period: credits the events, then gives each person one statement with a line for each pay
 * component (a line for each stretch between changes), the target bonus and the commission, each
 * rounded to the minor unit as the book says. Totals are exact sums of the lines.
 *
 * A person whose data has problems is listed under `unpaid` with all of them; the others are paid.
 * So is a person who is credited but not among the people.
 *
 * Throws a `PolicyError` for problems of the events, or where a plan is paid by another kind of
 * period.
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
  refuse(planProblems(book, period))
  const credits = creditEvents(events, book.policy.crediting)
  const measured = new Map(
    [...book.departments].flatMap(([id, { plan }]) =>
      plan === undefined ? [] : [[id, measureCredits(plan, credits, period)]],
    ),
  )
  const statements: Statement[] = []
  const unpaid: Unpaid[] = unlisted(people, [...measured.values()])
  for (const person of people) {
    const problems = problemsOf(() =>
      statements.push(
        statementOf(book, person, period, measured.get(person.department)?.get(person.id) ?? '0'),
      ),
    )
    if (problems.length > 0) unpaid.push({ person: person.id, problems })
  }
  const places = minorUnits(book.policy.currency)
  const totals = [...book.departments.keys()].map((id) => departmentTotal(id, statements, places))
  const sums = statements.map((statement) => statement.total)
  return { period, statements, unpaid, totals, total: total(sums, places) }
}

function statementOf(book: Book, person: Person, period: Period, credited: string): Statement {
  const department =
    book.departments.get(person.department) ??
    fail(unknownReference('department', person.department, [...book.departments.keys()]))
  const { currency } = book.policy
  const lines = payLines({ book, department, person, period, credited })
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

function unlisted(
  people: readonly Person[],
  measured: readonly ReadonlyMap<string, string>[],
): Unpaid[] {
  const known = new Set(people.map(({ id }) => id))
  const credited = new Set(measured.flatMap((amounts) => [...amounts.keys()]))
  return [...credited]
    .filter((person) => !known.has(person))
    .map((person) => ({ person, problems: [unlistedPerson('people', person)] }))
}

function planProblems(book: Book, period: Period): readonly Problem[] {
  return book.policy.plans.flatMap((plan, i) => {
    const own = periodContaining(period.start, plan.period)
    const same = own.start === period.start && own.end === period.end
    return same ? [] : [otherPeriod(at(at('plans', i), 'period'), plan.period, period.name)]
  })
}

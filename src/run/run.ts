import { calendarYear, type Period } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import {
  type Credit,
  creditEvents,
  nothingOwed,
  type Owed,
  type Settlement,
} from '../commission/index.js'
import { at, fail, type Problem, problemsOf, refuse } from '../problem/index.js'
import { type Currency, decimal, minorUnits, total } from '../quantity/index.js'
import { type Book, bookOn, type PolicyBook } from './book.js'
import { type Commissions, commissionsOf } from './commissions.js'
import type { Adjustment, Person } from './data-schema.js'
import { digestOf } from './digest.js'
import { payLines } from './lines.js'
import { budgetBreached, unknownReference, unlistedPerson } from './problems.js'
import { figureProblems, requestProblems } from './request.js'
import type { RunData, RunState } from './run-data.js'
import { sharedLines } from './shared.js'
import type { AwardLine, PoolLine, Statement } from './statement.js'
import { type BudgetStatus, budgetStatus, type Totals, totalsOf } from './totals.js'

/** A person whose pay cannot be worked out, and why. */
export interface Unpaid {
  readonly person: string
  readonly problems: readonly Problem[]
}

/** A period's pay. Plain JSON; give it to the next run as `before`. */
export interface CompensationRun extends RunState {
  readonly currency: Currency
  /** One a person, in the order of their ids. */
  readonly statements: readonly Statement[]
  readonly unpaid: readonly Unpaid[]
  readonly totals: Totals
  readonly budgets: readonly BudgetStatus[]
  /** The digest of the run before; none for the first. */
  readonly before?: string
}

/**
 * Pays a period: one statement a person, with a line for each pay component (one for each stretch
 * between changes of its amount), for the target bonus, for the commission of each period that is
 * settled, for what recovery and draws make of it, for shares of pools, awards and adjustments. Each
 * is rounded once to the currency's minor unit; totals are exact sums of the lines.
 *
 * - The versions in force on the period's first day pay it.
 * - Components and bonus are paid for days of employment; a component that is not prorated is paid in
 *   full to who is employed for a day of the period, by its amount on the last one.
 * - Commission is entitlement to date less what was settled; see `settle`. It is also paid to who has
 *   left or changed departments.
 * - A person whose data has problems is listed under `unpaid` with all of them, and so is who is to be
 *   paid but not among the people. The others are paid; what is due to the rest stays due.
 *
 * The order of people and events changes nothing.
 *
 * Throws a `PolicyError` with every problem of the run as a whole: a plan that is paid by another kind
 * of period, repeated people, events in another currency or that nobody owns, pools that cannot be
 * divided, a budget that must not be breached.
 *
 * @example
 * const march = runCompensation(book, { people, events, asOf: '2026-03-31' }, parsePeriod('2026-03'))
 * const april = runCompensation(book, { people, events, asOf: '2026-04-30', before: march }, parsePeriod('2026-04'))
 */
export function runCompensation(book: PolicyBook, data: RunData, period: Period): CompensationRun {
  return withinBudgets(book, payPeriod(book, data, period))
}

/**
 * The same run again after late data, with the same `before`: statements of people for whom nothing
 * changed are taken over, so it is quicker; the result is that of {@link runCompensation}.
 *
 * @example
 * const again = rerunCompensation(march, book, { ...data, events: [...events, late] })
 * again.statements.filter((statement) => !march.statements.includes(statement)).length //=> 1
 */
export function rerunCompensation(
  run: CompensationRun,
  book: PolicyBook,
  data: RunData,
): CompensationRun {
  const known = new Map(
    run.statements.map((statement) => [
      statement.person,
      {
        statement,
        settlements: [] as Settlement[],
        owed: owedBy(run, statement.person),
      },
    ]),
  )
  const before = data.before?.settlements.length ?? 0
  for (const settlement of run.settlements.slice(before))
    known.get(settlement.person)?.settlements.push({ ...settlement, asOf: data.asOf })
  return withinBudgets(book, payPeriod(book, data, run.period, known))
}

/** What one person's run gives. */
interface PersonResult {
  readonly statement: Statement
  readonly settlements: readonly Settlement[]
  readonly owed: Owed
}

/** What is the same for everybody in a run. */
interface Run {
  readonly policy: PolicyBook
  readonly book: Book
  readonly data: RunData
  readonly period: Period
  readonly commissions: Commissions
  readonly shared: ReadonlyMap<string, readonly (PoolLine | AwardLine)[]>
  readonly credits: ReadonlyMap<string, readonly Credit[]>
  readonly adjustments: ReadonlyMap<string, readonly Adjustment[]>
  /** Figures are kept by period: names that are none, with what is wrong. */
  readonly unreadable: ReadonlyMap<string, readonly Problem[]>
}

/** A run whose budgets are told, and not yet kept; see {@link runCompensation}. */
export function payPeriod(
  policy: PolicyBook,
  data: RunData,
  period: Period,
  known: ReadonlyMap<string, PersonResult> = new Map(),
): CompensationRun {
  const run = started(policy, data, period)
  const results: PersonResult[] = []
  const unpaid: Unpaid[] = []
  for (const person of data.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const found = problemsOf(() => results.push(personResult(run, person, known.get(person.id))))
    if (found.length > 0) unpaid.push({ person: person.id, problems: found })
  }
  const statements = results.map(({ statement }) => statement)
  const totals = totalsOf(run.book, statements)
  const budgets = budgetStatus(run.book, totals)
  const owed = new Map(Object.entries(data.before?.owed ?? {}))
  for (const { statement, owed: after } of results)
    if (owes(after)) owed.set(statement.person, after)
    else owed.delete(statement.person)
  const whole = {
    period,
    asOf: data.asOf,
    currency: policy.policy.currency,
    statements,
    unpaid: [...unpaid, ...unlisted(run)],
    totals,
    budgets,
    settlements: [
      ...(data.before?.settlements ?? []),
      ...results.flatMap(({ settlements }) => settlements),
    ],
    owed: Object.fromEntries(owed),
    ...(data.before !== undefined && { before: data.before.digest }),
  }
  return { ...whole, digest: runDigest(whole) }
}

/** The digest of a run: of its statements' digests, of who is not paid, and of what is carried on. */
export function runDigest({
  statements,
  ...rest
}: Omit<CompensationRun, 'digest'> & { readonly digest?: string }): string {
  const { digest: _, ...content } = rest
  return digestOf({ ...content, statements: statements.map(({ digest }) => digest) })
}

function started(policy: PolicyBook, data: RunData, period: Period): Run {
  const { people, events, asOf, before, adjustments = [] } = data
  refuse(dateProblems(asOf, 'asOf'))
  const book = bookOn(policy, period.start)
  const calendar = policy.policy.calendar ?? calendarYear
  let credits: readonly Credit[] = []
  let shared: Run['shared'] = new Map()
  refuse([
    ...requestProblems(book, data, period, calendar),
    ...problemsOf(() => {
      credits = inOrder(creditEvents(events, policy.crediting))
    }),
    ...problemsOf(() => {
      shared = sharedLines(book, data, period)
    }),
  ])
  const unreadable = figureProblems(people, calendar)
  const readable = people.filter(
    ({ figures }) => !Object.keys(figures).some((name) => unreadable.has(name)),
  )
  return {
    policy,
    book,
    data,
    period,
    shared,
    unreadable,
    commissions: commissionsOf({
      book: policy,
      credits,
      period,
      asOf,
      people: readable,
      history: before?.settlements ?? [],
    }),
    credits: groupBy(
      credits.filter(({ recorded }) => recorded <= asOf),
      ({ person }) => person,
    ),
    adjustments: groupBy(adjustments, ({ person }) => person),
  }
}

/** By day, then by name, so that no order of events changes what a statement lists or its digest. */
function inOrder(credits: readonly Credit[]): readonly Credit[] {
  return credits
    .map((credit) => {
      const { effective, recorded, event, credit: kind, person } = credit
      return { credit, key: [effective, recorded, event, kind, person].join('\n') }
    })
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ credit }) => credit)
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const own = groups.get(key(item))
    if (own === undefined) groups.set(key(item), [item])
    else own.push(item)
  }
  return groups
}

function personResult(run: Run, person: Person, known: PersonResult | undefined): PersonResult {
  const { book, data, period } = run
  const { id, name, department: departmentId } = person
  const shared = run.shared.get(id) ?? []
  const adjustments = run.adjustments.get(id) ?? []
  const from = {
    book: run.policy.digest,
    data: digestOf({
      person,
      shared,
      adjustments,
      credits: (run.credits.get(id) ?? []).map(valuesOf),
    }),
    ...(data.before !== undefined && { before: data.before.digest }),
  }
  if (known !== undefined && isSame(known.statement.from, from)) return known
  refuse(Object.keys(person.figures).flatMap((name) => run.unreadable.get(name) ?? []))
  const department =
    book.departments.get(departmentId) ??
    fail(unknownReference('department', departmentId, [...book.departments.keys()]))
  const { lines, settlements, owed } = payLines({
    book,
    department,
    person,
    period,
    shared,
    adjustments,
    commissions: run.commissions.of(person, department.plan),
    owed: data.before === undefined ? nothingOwed : owedBy(data.before, id),
  })
  const { currency } = book.policy
  const content = {
    person: id,
    name,
    department: departmentId,
    departmentLabel: department.policy.label,
    costCentre: person.costCentre ?? department.policy.costCentre ?? departmentId,
    period,
    currency,
    lines,
    total: total(
      lines.map(({ amount }) => amount),
      minorUnits(currency),
    ),
    from,
  }
  return { statement: { ...content, digest: digestOf(content) }, settlements, owed }
}

/** What a credit says, without the names of its members: there may be many. */
function valuesOf({ person: _, ...credit }: Credit): readonly unknown[] {
  return Object.values(credit)
}

function isSame(a: Statement['from'], b: Statement['from']): boolean {
  return a.book === b.book && a.data === b.data && a.before === b.before
}

function owedBy({ owed }: Pick<RunState, 'owed'>, person: string): Owed {
  return Object.hasOwn(owed, person) ? (owed[person] as Owed) : nothingOwed
}

function owes({ carried, draw }: Owed): boolean {
  return carried.length > 0 || !decimal(draw).isZero()
}

function withinBudgets(book: PolicyBook, run: CompensationRun): CompensationRun {
  const { budgets } = bookOn(book, run.period.start)
  refuse(
    run.budgets
      .filter(({ budget, breached }) => breached && budgets.get(budget)?.breach === 'refuse')
      .map(({ budget, most, spent }) => budgetBreached(at('budgets', budget), spent, most)),
  )
  return run
}

/** Who is to be paid but is not among the people, by name. */
function unlisted({ data, commissions, shared, adjustments }: Run): readonly Unpaid[] {
  const known = new Set(data.people.map(({ id }) => id))
  const named = [...commissions.credited, ...shared.keys(), ...adjustments.keys()]
  return [...new Set(named)]
    .filter((person) => !known.has(person))
    .sort()
    .map((person) => ({ person, problems: [unlistedPerson('people', person)] }))
}

import type { Period } from '../calendar/index.js'
import type { Owed, Settlement } from '../commission/index.js'
import { at, digestOf, type Problem, problemsOf, refuse } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { bookOn, type PolicyBook } from './book.js'
import { owedBy, type PersonResult, payPerson } from './person.js'
import { budgetBreached, unlistedPerson } from './problems.js'
import { type RunData, type RunState, runBefore } from './run-data.js'
import { type Start, startOf } from './start.js'
import type { Statement } from './statement.js'
import { type BudgetStatus, budgetStatus, type Totals, totalsOf } from './totals.js'

/** A person whose pay cannot be worked out, and why. */
export interface Unpaid {
  readonly person: string
  readonly problems: readonly Problem[]
}

/** The figures of a person that no policy of the department reads. */
export interface Unread {
  readonly person: string
  readonly problems: readonly Problem[]
}

/** A period's pay. Plain JSON; give it to the next run as `before`. */
export interface CompensationRun extends RunState {
  /**
   * One for each person who is employed on a day of the period, or to whom something is due for an
   * earlier one; in the order of their ids.
   */
  readonly statements: readonly Statement[]
  readonly unpaid: readonly Unpaid[]
  /** Figures of people who are paid that nothing reads: misspelt, or more than the department asks. */
  readonly unread: readonly Unread[]
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
 * - Commission is entitlement to date less what was settled; see `settle`. A person is in a plan while
 *   employed in a department that pays by it, from the first run on. Outside that time no floor, draw
 *   or kicker is paid and no figure asked for; what was sold in it, and what comes back of that, is
 *   still settled.
 * - A person whose data has problems is listed under `unpaid` with all of them, and so is who is to be
 *   paid but not among the people. The others are paid; what is due to the rest stays due.
 *
 * The order of people, events, adjustments and members of pools and teams changes nothing, nor does
 * that of the keys of any object.
 *
 * Throws a `PolicyError` with every problem of the run as a whole: a period that is none of the book's
 * calendar, a `before` that is not the run of the period directly before in the same currency, a plan
 * that is paid by another kind of period, repeated people, events in another currency or that nobody
 * owns, pools that cannot be divided, a budget that must not be breached.
 *
 * @example
 * const march = runCompensation(book, { people, events, asOf: '2026-03-31', before: 'first' }, parsePeriod('2026-03'))
 * const april = runCompensation(book, { people, events, asOf: '2026-04-30', before: march }, parsePeriod('2026-04'))
 */
export function runCompensation(book: PolicyBook, data: RunData, period: Period): CompensationRun {
  return withinBudgets(book, payPeriod(book, data, period))
}

/**
 * The same run again after late data, with the same `before`: statements of people for whom nothing
 * changed are taken over, so it is quicker; the result is that of {@link runCompensation}.
 *
 * Only what holds is taken over: nothing of a run whose digest is not that of its content, and no
 * statement whose digest is not. The rest is worked out anew, so a changed statement does not last.
 * Digests that were all made again after a change cannot tell it: keep that of each run elsewhere.
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
  const holds = run.digest === runDigest(run)
  const statements = run.statements.filter(
    ({ digest, ...content }) => holds && digest === digestOf(content),
  )
  const unread = new Map(run.unread.map(({ person, problems }) => [person, problems]))
  const known = new Map(
    statements.map((statement) => [
      statement.person,
      {
        statement,
        settlements: [] as Settlement[],
        owed: owedBy(run, statement.person),
        unread: unread.get(statement.person) ?? [],
      },
    ]),
  )
  const before = runBefore(data)?.settlements.length ?? 0
  for (const settlement of run.settlements.slice(before))
    known.get(settlement.person)?.settlements.push({ ...settlement, asOf: data.asOf })
  return withinBudgets(book, payPeriod(book, data, run.period, known))
}

/** A run whose budgets are told, and not yet kept; see {@link runCompensation}. */
export function payPeriod(
  policy: PolicyBook,
  data: RunData,
  period: Period,
  known: ReadonlyMap<string, PersonResult> = new Map(),
): CompensationRun {
  const start = startOf(policy, data, period)
  const { before } = start
  const results: (PersonResult & { readonly person: string })[] = []
  const unpaid: Unpaid[] = []
  for (const person of data.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id } = person
    const found = problemsOf(() =>
      results.push({ person: id, ...payPerson(start, person, known.get(id)) }),
    )
    if (found.length > 0) unpaid.push({ person: id, problems: found })
  }
  const statements = results.flatMap(({ statement }) => statement ?? [])
  const totals = totalsOf(start.book, statements)
  const budgets = budgetStatus(start.book, totals)
  const owed = new Map(Object.entries(before?.owed ?? {}))
  for (const { person, owed: after } of results)
    if (owes(after)) owed.set(person, after)
    else owed.delete(person)
  const whole = {
    period,
    asOf: data.asOf,
    currency: policy.policy.currency,
    since: start.since,
    statements,
    unpaid: [...unpaid, ...unlisted(start)],
    unread: results.flatMap(({ person, unread: problems }) =>
      problems.length > 0 ? [{ person, problems }] : [],
    ),
    totals,
    budgets,
    settlements: [
      ...(before?.settlements ?? []),
      ...results.flatMap(({ settlements }) => settlements),
    ],
    owed: Object.fromEntries(owed),
    posts: start.posts,
    ...(before !== undefined && { before: before.digest }),
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

function owes({ carried, draw }: Owed): boolean {
  return carried.length > 0 || !decimal(draw).isZero()
}

function withinBudgets(book: PolicyBook, run: CompensationRun): CompensationRun {
  const { budgets } = bookOn(book, run.period.from)
  refuse(
    run.budgets
      .filter(({ budget, breached }) => breached && budgets.get(budget)?.breach === 'refuse')
      .map(({ budget, most, spent }) => budgetBreached(at('budgets', budget), spent, most)),
  )
  return run
}

/** Who is to be paid but is not among the people, by name. */
function unlisted({ data, commissions, shared, adjustments }: Start): readonly Unpaid[] {
  const known = new Set(data.people.map(({ id }) => id))
  const named = [...commissions.credited, ...shared.keys(), ...adjustments.keys()]
  return [...new Set(named)]
    .filter((person) => !known.has(person))
    .sort()
    .map((person) => ({ person, problems: [unlistedPerson('people', person)] }))
}

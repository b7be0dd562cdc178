import type { Period } from '../calendar/index.js'
import type { Owed, Settlement } from '../commission/index.js'
import { at, type Problem, problemsOf, refuse } from '../problem/index.js'
import { type Currency, decimal } from '../quantity/index.js'
import { bookOn, type PolicyBook } from './book.js'
import { digestOf } from './digest.js'
import { owedBy, type PersonResult, payPerson } from './person.js'
import { budgetBreached, unlistedPerson } from './problems.js'
import type { RunData, RunState } from './run-data.js'
import { type Start, startOf } from './start.js'
import type { Statement } from './statement.js'
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
 * The order of people, events, adjustments and members of pools and teams changes nothing, nor does
 * that of the keys of any object.
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
  const known = new Map(
    statements.map((statement) => [
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

/** A run whose budgets are told, and not yet kept; see {@link runCompensation}. */
export function payPeriod(
  policy: PolicyBook,
  data: RunData,
  period: Period,
  known: ReadonlyMap<string, PersonResult> = new Map(),
): CompensationRun {
  const start = startOf(policy, data, period)
  const results: PersonResult[] = []
  const unpaid: Unpaid[] = []
  for (const person of data.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const found = problemsOf(() => results.push(payPerson(start, person, known.get(person.id))))
    if (found.length > 0) unpaid.push({ person: person.id, problems: found })
  }
  const statements = results.map(({ statement }) => statement)
  const totals = totalsOf(start.book, statements)
  const budgets = budgetStatus(start.book, totals)
  const owed = new Map(Object.entries(data.before?.owed ?? {}))
  for (const { statement, owed: after } of results)
    if (owes(after)) owed.set(statement.person, after)
    else owed.delete(statement.person)
  const whole = {
    period,
    asOf: data.asOf,
    currency: policy.policy.currency,
    statements,
    unpaid: [...unpaid, ...unlisted(start)],
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
function unlisted({ data, commissions, shared, adjustments }: Start): readonly Unpaid[] {
  const known = new Set(data.people.map(({ id }) => id))
  const named = [...commissions.credited, ...shared.keys(), ...adjustments.keys()]
  return [...new Set(named)]
    .filter((person) => !known.has(person))
    .sort()
    .map((person) => ({ person, problems: [unlistedPerson('people', person)] }))
}

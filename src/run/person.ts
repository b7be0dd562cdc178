import { type Credit, nothingOwed, type Owed, type Settlement } from '../commission/index.js'
import { at, digestOf, fail, type Problem, refuse } from '../problem/index.js'
import { wrongFormat } from '../problem/shape-problems.js'
import { isProblem, minorUnits, readDecimal, total } from '../quantity/index.js'
import type { Person } from './data-schema.js'
import { payLines } from './lines.js'
import { unknownReference } from './problems.js'
import type { RunState } from './run-data.js'
import type { Start } from './start.js'
import type { Statement } from './statement.js'

/** What a run gives one person, and what it carries on. */
export interface PersonResult {
  /** None for who is employed on no day of the period, where nothing is due to them. */
  readonly statement: Statement | undefined
  readonly settlements: readonly Settlement[]
  readonly owed: Owed
  /** Figures of the period that no policy of the department reads. */
  readonly unread: readonly Problem[]
}

/**
 * Pays one person, or takes over what is known of them where it was worked out from the same. Throws a
 * `PolicyError` with every problem of this person.
 */
export function payPerson(
  start: Start,
  person: Person,
  known: PersonResult | undefined,
): PersonResult {
  const { policy, book, before, period, unreadable } = start
  const { id, name, department: departmentId } = person
  const shared = start.shared.get(id) ?? []
  const adjustments = start.adjustments.get(id) ?? []
  const from = {
    book: policy.digest,
    data: digestOf({
      person,
      shared,
      adjustments,
      credits: (start.credits.get(id) ?? []).map(valuesOf),
    }),
    ...(before !== undefined && { before: before.digest }),
  }
  if (known?.statement !== undefined && isSame(known.statement.from, from)) return known
  refuse([
    ...Object.keys(person.figures).flatMap((name) => unreadable.get(name) ?? []),
    ...negativePay(person),
  ])
  const department =
    book.departments.get(departmentId) ??
    fail(unknownReference('department', departmentId, [...book.departments.keys()]))
  const { lines, employed, ...carried } = payLines({
    book,
    department,
    person,
    period,
    shared,
    adjustments,
    commissions: start.commissions.of(person, department.plan),
    owed: before === undefined ? nothingOwed : owedBy(before, id),
  })
  if (!employed && lines.length === 0) return { statement: undefined, ...carried }
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
  return { statement: { ...content, digest: digestOf(content) }, ...carried }
}

/** Pay below zero, in data that `parsePeople` has not read. */
function negativePay({ pay, targetBonus }: Person): readonly Problem[] {
  const amounts = [
    ...Object.entries(pay).flatMap(([component, history]) =>
      history.map(({ value }, i) => [at(at(at('pay', component), i), 'value'), value] as const),
    ),
    ['targetBonus', targetBonus ?? '0'] as const,
  ]
  return amounts.flatMap(([path, amount]) => {
    const read = readDecimal(amount, path)
    return isProblem(read) || !read.isNegative() || read.isZero()
      ? []
      : [wrongFormat(path, 'non-negative decimal', amount)]
  })
}

/** What a credit says, without the names of its members: there may be many. */
function valuesOf({ person: _, ...credit }: Credit): readonly unknown[] {
  return Object.values(credit)
}

function isSame(a: Statement['from'], b: Statement['from']): boolean {
  return a.book === b.book && a.data === b.data && a.before === b.before
}

/** What a run leaves a person owing. */
export function owedBy({ owed }: Pick<RunState, 'owed'>, person: string): Owed {
  return Object.hasOwn(owed, person) ? (owed[person] as Owed) : nothingOwed
}

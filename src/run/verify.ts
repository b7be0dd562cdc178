import { addDays } from '../calendar/index.js'
import { canonicalJson, digestOf, type Problem, problemsOf } from '../problem/index.js'
import type { PolicyBook } from './book.js'
import { brokenOrder, notTheFirst, otherCurrencyBefore } from './chain-problems.js'
import { payPerson } from './person.js'
import { brokenChain, differs, nobodyNamed, otherDigest, unlistedPerson } from './problems.js'
import { type DisclosedStatement, redact } from './redact.js'
import { type CompensationRun, runDigest } from './run.js'
import type { RunData } from './run-data.js'
import { startOf } from './start.js'
import type { Statement } from './statement.js'

/**
 * Works a statement out anew and tells the first value that differs, line by line: its path, what
 * the statement says and what the book and the data give. Nothing where it holds. A statement that was
 * changed after its digest was made is told as well.
 *
 * A copy that `redact` made is held against the same view of what is worked out: so an employee's own
 * copy holds, though it lacks what the statement says of others. That of a peer names nobody, which is
 * told.
 *
 * `data` are those of the run: all events, and the run before.
 *
 * Throws a `PolicyError` where the run does, and for a copy whose audience is none.
 *
 * @example
 * verify(statement, book, data) //=> []
 * verify(redact(statement, 'employee'), book, data) //=> []
 */
export function verify(
  statement: Statement | DisclosedStatement,
  book: PolicyBook,
  data: RunData,
): readonly Problem[] {
  const { person, period } = statement
  if (person === undefined) return [nobodyNamed('person')]
  const start = startOf(book, data, period)
  const own = data.people.find(({ id }) => id === person)
  if (own === undefined) return [unlistedPerson('person', person)]
  let again: Statement | undefined
  const problems = problemsOf(() => {
    again = payPerson(start, own, undefined).statement
  })
  if (again === undefined) return problems
  const { digest, ...content } = statement
  const view = 'audience' in statement ? redact(again, statement.audience) : again
  const { digest: expectedDigest, ...expected } = view
  const first = firstDifference('', content, expected)
  if (first !== undefined) return [differs(first.path, first.found, first.expected)]
  return digest === expectedDigest ? [] : [otherDigest('digest')]
}

/** What is known of a chain of runs beside them. */
export interface ChainOptions {
  /** `'first'` where the chain is said to begin with the first run of all. */
  readonly from?: 'first' | undefined
}

/**
 * Checks that runs follow each other unchanged: that each holds what its digests say, pays the period
 * directly after that of the one before it in the same currency, and names its digest. Nothing where
 * all of it holds; so a changed history shows, and a period that is left out or paid twice.
 *
 * @example
 * verifyChain([january, february, march]) //=> []
 * verifyChain([february, march], { from: 'first' }).length //=> 1
 */
export function verifyChain(
  runs: readonly CompensationRun[],
  { from }: ChainOptions = {},
): readonly Problem[] {
  return runs.flatMap((run, i) => {
    const path = `[${i}]`
    const before = runs[i - 1]
    const changed = run.statements.flatMap(({ digest, ...content }, j) =>
      digest === digestOf(content) ? [] : [otherDigest(`${path}.statements[${j}].digest`)],
    )
    return [
      ...changed,
      ...(run.digest === runDigest(run) ? [] : [otherDigest(`${path}.digest`)]),
      ...(before === undefined
        ? firstProblems(run, `${path}.before`, from)
        : linkProblems(before, run, path)),
    ]
  })
}

function firstProblems(
  { before }: CompensationRun,
  path: string,
  from: ChainOptions['from'],
): readonly Problem[] {
  return from === 'first' && before !== undefined ? [notTheFirst(path)] : []
}

function linkProblems(
  before: CompensationRun,
  { currency, period, before: named }: CompensationRun,
  path: string,
): readonly Problem[] {
  const due = addDays(before.period.to, 1)
  return [
    ...(currency === before.currency
      ? []
      : [otherCurrencyBefore(`${path}.currency`, currency, before.currency)]),
    ...(period.from === due ? [] : [brokenOrder(`${path}.period`, period, before.period, due)]),
    ...(named === before.digest ? [] : [brokenChain(`${path}.before`, before.period.name)]),
  ]
}

interface Difference {
  readonly path: string
  readonly found: string
  readonly expected: string
}

/** The first value in which two plain values differ, in the order of the first one's members. */
function firstDifference(path: string, found: unknown, expected: unknown): Difference | undefined {
  if (isList(found) && isList(expected) && Array.isArray(found) === Array.isArray(expected)) {
    for (const key of new Set([...Object.keys(found), ...Object.keys(expected)])) {
      const place = Array.isArray(found) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
      const difference = firstDifference(place, found[key], expected[key])
      if (difference !== undefined) return difference
    }
    return undefined
  }
  const [left, right] = [canonicalJson(found ?? null), canonicalJson(expected ?? null)]
  return left === right ? undefined : { path, found: left, expected: right }
}

function isList(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

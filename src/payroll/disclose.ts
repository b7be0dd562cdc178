import type { PayData, Run } from '../pay/index.js'
import { checkOptions, fail, refuse, text } from '../problem/index.js'
import { disclosureProblem, payProblem } from '../words/index.js'
import {
  type Audience,
  audienceNamed,
  type DisclosedBook,
  headClasses,
  headOf,
  lineClasses,
  seesAllLines,
  shownOf,
} from './audience.js'
import type { RunFacts } from './commitment.js'
import {
  type Committed,
  type CommittedLine,
  type Sealing,
  type SealingOptions,
  sealingOf,
} from './sealing.js'
import type { StatementLine } from './statement.js'
import { besides } from './tree.js'
import type { Opened, View } from './view.js'
import { type Access, audienceFor, type Viewer } from './viewer.js'

/** What a run is committed to. The root may be published; it says nothing of what it is of. */
export interface Seal {
  readonly format: 1
  readonly period: string
  /** The number of the run within its period. */
  readonly number: number
  readonly root: string
}

/** Whose statement is disclosed, and to whom: to an audience, or to a viewer by what they may see. */
export type DiscloseRequest = SealingOptions & { readonly person: string } & (
    | { readonly audience: string }
    | { readonly viewer: Viewer; readonly access?: Access | undefined }
  )

/**
 * Commits to everything that a run says of everybody, by one hash: whoever holds a view of a statement can
 * check it against the root, and nobody who holds the root, or views, can confirm a guess of what they do
 * not see. Made from the run when it is asked for; the same for the same key and run.
 *
 * Throws a `PolicyError` for a key of less than 32 characters, for a book that is not the run's, and for
 * data that do not go with it.
 *
 * @example
 * const { root } = seal(book, data, run, { key: secret, about: ['department'] })
 */
export function seal(book: DisclosedBook, data: PayData, run: Run, options: SealingOptions): Seal {
  const { root } = sealed(book, data, run, options)
  return { format: 1, period: run.period, number: run.number, root }
}

/**
 * A person's statement as an audience may see it, with the proof that it is part of the run's `seal` of the
 * same key and `about`. What the audience does not see is there as a hash that confirms no guess.
 *
 * Throws a `PolicyError` where `seal` does, for an audience that there is not, a viewer who may not see
 * the statement, and a person who has none.
 *
 * @example
 * disclose(book, data, run, { key: secret, person: 'li', audience: 'employee' }).lines.length //=> 3
 */
export function disclose(
  book: DisclosedBook,
  data: PayData,
  run: Run,
  request: DiscloseRequest,
): View {
  checkOptions(request, { person: text })
  const { person } = request
  const name =
    'viewer' in request
      ? audienceFor(book, data, run, { ...request, of: person })
      : audienceIn(request)
  const audience = audienceNamed(name, book.audiences)
  return viewIn(sealed(book, data, run, request), book, run, { person, name, audience })
}

function audienceIn(request: { readonly audience: string }): string {
  checkOptions(request, { audience: text })
  return request.audience
}

/** A view of what is committed to. */
export function viewIn(
  sealing: Sealing,
  book: DisclosedBook,
  run: Run,
  {
    person,
    name,
    audience,
  }: { readonly person: string; readonly name: string; readonly audience: Audience },
): View {
  const committed = sealing.statementOf(person)
  if (committed === undefined)
    return fail(payProblem('unknown-person', 'person', { found: person, known: sealing.people }))
  const { head, lines, tree } = committed
  const shown = [...lines].flatMap(([place, each]) => {
    const classes = shownOf(audience, each.line)
    return classes === undefined ? [] : [{ place, each, classes }]
  })
  const order = orderIn(book)
  const sorted = shown.sort((a, b) => order(a.each.line, b.each.line))
  const places = sorted.map(({ place }) => place)
  const whole = seesAllLines(audience)
  return {
    format: 1,
    audience: name,
    run: factsOf(run),
    head: opened(head, headClasses, headOf(audience)),
    lines: sorted.map(({ place, each, classes }) => ({
      place,
      ...opened<(typeof lineClasses)[number], CommittedLine['values']>(each, lineClasses, classes),
    })),
    empty: Object.fromEntries(whole ? tree.empty : []),
    hidden: whole ? {} : besides(tree, places),
    place: sealing.placeOf(person),
    beside: besides(sealing.tree, [sealing.placeOf(person)]),
  }
}

function factsOf({ period, number, asOf, currency }: Run): RunFacts {
  return { period, number, asOf, currency }
}

/** What is shown, class by class. */
function opened<Class extends keyof Values & string, Values>(
  { values, nonces, hashes }: Pick<Committed<Values>, 'values' | 'nonces' | 'hashes'>,
  classes: readonly Class[],
  seen: ReadonlySet<Class>,
): Opened<Class, Values> {
  const own = classes.filter((each) => seen.has(each))
  const of = <T>(some: readonly Class[], from: (each: Class) => T) =>
    Object.fromEntries(some.map((each) => [each, from(each)]))
  return {
    shown: of(own, (each) => values[each]) as unknown as Partial<Values>,
    nonces: of(own, (each) => nonces[each]) as Opened<Class, Values>['nonces'],
    hashes: of(classes, (each) => hashes[each]) as Opened<Class, Values>['hashes'],
  }
}

/** By the order of the book, then by period and post: by nothing that may be hidden. */
function orderIn(book: DisclosedBook): (a: StatementLine, b: StatementLine) => number {
  const places = new Map([...book.components.keys()].map((name, i) => [name, i]))
  const keyOf = ({ component, assignment = '', earned }: StatementLine) =>
    [String(places.get(component)).padStart(9, '0'), earned.period, assignment].join('\n')
  return (a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)
}

/** What was last made of a run: whoever discloses the statements of many makes it once. */
const known = new WeakMap<
  Run,
  { readonly of: readonly unknown[]; readonly about: string; readonly sealing: Sealing }
>()

function sealed(book: DisclosedBook, data: PayData, run: Run, options: SealingOptions): Sealing {
  const { key } = options
  refuse([
    ...(key.length < leastKey ? [disclosureProblem('weak-key', 'key', { least: leastKey })] : []),
    ...(run.book === book.digest
      ? []
      : [disclosureProblem('not-its-book', '', { period: run.period, number: run.number })]),
  ])
  const of = [book, data, key]
  const about = JSON.stringify(options.about ?? [])
  const last = known.get(run)
  if (last?.about === about && last.of.every((each, i) => each === of[i])) return last.sealing
  const sealing = sealingOf(book, data, run, options)
  known.set(run, { of, about, sealing })
  return sealing
}

/** The characters of a key: in hexadecimal, 128 bits. */
const leastKey = 32

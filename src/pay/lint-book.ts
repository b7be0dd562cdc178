import { addDays, type IsoDate } from '../calendar/index.js'
import { at, type Problem } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import { namesReadBy } from './closure.js'
import type { Component, Source } from './component.js'
import { namesRead } from './raw-reads.js'

/**
 * What is allowed in a book and seldom meant: a component that no line needs, and one that is due for
 * some of a period's days and paid in full, as nothing that it reads goes by days; one that pays what
 * another pays already; days between two versions; a reason (`mayRead`) for reading what it does not read.
 * In the order of the components; a book is paid by all the same.
 *
 * @example
 * lintBook(book).map(({ code, path }) => [code, path]) //=> [['unused-component', 'components.old-rate']]
 */
export function lintBook(book: PayBook): readonly Problem[] {
  // What is paid, and sums of a payment: each run tells those.
  const told = [...book.components.values()].filter(({ pays, cash }) => pays !== undefined || cash)
  const needed = namesReadBy(
    book,
    told.map(({ name }) => name),
  )
  const twice = paidTwice(told)
  return [...book.components.values()].flatMap((component) => {
    const { name } = component
    const path = at('components', name)
    return [
      ...(needed.has(name) ? [] : [payProblem('unused-component', path, { component: name })]),
      ...(twice.has(name)
        ? [payProblem('paid-twice', path, { component: name, other: twice.get(name) as string })]
        : []),
      ...gapsIn(component).map(({ i, from, to }) =>
        payProblem('versions-apart', at(path, i), { component: name, from, to }),
      ),
      ...fullVersions(component).map((i) =>
        payProblem('paid-in-full', at(at(path, i), 'value'), { component: name }),
      ),
      ...component.versions.flatMap((version, i) =>
        unreadReasons(version.component, at(at(path, i), 'value')),
      ),
    ]
  })
}

/** Components that pay what one before them pays already, for the same happenings: that one by their names. */
function paidTwice(paid: readonly LinkedComponent[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const twice = new Map<string, string>()
  for (const component of paid) {
    const { name } = component
    if (!readsHappenings(component)) continue
    const terms = termsOf(component)
    const other = first.get(terms)
    if (other === undefined) first.set(terms, name)
    else twice.set(name, other)
  }
  return twice
}

/** Two fixed sums, or two allowances for each day, may be meant to be alike. */
function readsHappenings({ pays, versions }: LinkedComponent): boolean {
  const happenings = ['figure', 'record', 'records']
  return (
    pays !== undefined &&
    versions.some(({ component }) =>
      Object.values(component.reads).some(({ from }) => happenings.includes(from)),
    )
  )
}

/** What a component pays, to whom and when, as text: what it is called is left out. */
function termsOf({ of, rhythm, pays, versions }: LinkedComponent): string {
  const terms = versions.map(({ from, to, component }) => {
    const { component: _, was, clause, tags, mayRead, ...own } = component
    return { from, to, ...own }
  })
  return JSON.stringify({ of, rhythm, pays, terms }, (key, value) =>
    key === 'label' ? undefined : value,
  )
}

/** The days between a version and the next: each but the last ends, and each but the first begins. */
function gapsIn({ versions }: LinkedComponent) {
  return versions.slice(1).flatMap(({ from }, i) => {
    const next = from as IsoDate
    const first = addDays(versions[i]?.to as IsoDate, 1)
    return first < next ? [{ i: i + 1, from: first, to: addDays(next, -1) }] : []
  })
}

/** Reasons for reading what a component does not read: misspelt, or left over. */
function unreadReasons(written: Component, path: string): readonly Problem[] {
  const { component, mayRead = {} } = written
  const known = namesRead(written)
  return Object.keys(mayRead)
    .filter((found) => !known.includes(found))
    .map((found) =>
      payProblem('unread-reason', at(at(path, 'mayRead'), found), { found, component, known }),
    )
}

/** The versions by which part of a period is paid as a whole one. */
function fullVersions({ pays, versions }: LinkedComponent): readonly number[] {
  if (pays !== 'due') return []
  return [...versions.entries()].flatMap(([i, { component }]) => {
    const { eligible, each, reads } = component
    // What is paid for records is paid for as many as there were.
    const inParts = eligible?.where !== undefined && typeof each !== 'object'
    return inParts && !Object.values(reads).some(goesByDays) ? [i] : []
  })
}

/** Whether some days of a period give less than all: days, happenings of those days, a share by weight. */
function goesByDays(source: Source): boolean {
  if (source.from === 'component')
    return typeof source.among?.as === 'object' && 'share' in source.among.as
  return source.from === 'time' || (source.from === 'records' && source.whose !== 'all')
}

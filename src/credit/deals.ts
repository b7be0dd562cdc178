import type { IsoDate } from '../calendar/index.js'
import { at, byCodePoints, type Problem, refuse } from '../problem/index.js'
import { push } from '../problem/push.js'
import { creditProblem } from '../words/index.js'
import type { AmountEvent, DealEvent, DocumentKind } from './event.js'

/** An event in the life of its deal. */
export interface Entry<E extends DealEvent = DealEvent> {
  readonly event: E
  /** Its place in the ledger. */
  readonly index: number
  /** The day on which it is known and has happened. */
  readonly known: IsoDate
  /** The document that it is, or that it takes back, corrects or transfers. */
  readonly document: AmountEvent
}

/** An order, or whatever began it, with everything that is `of` it. */
export interface Deal {
  readonly root: AmountEvent
  /** In the order in which they became known, the root first. */
  readonly entries: readonly Entry[]
}

/**
 * The deals of a ledger, in the order of their roots, made one at a time: there may be millions. However
 * long a chain of `of` is, each event is passed once.
 *
 * Throws a `PolicyError` for repeated ids, an `of` that names no event, and a chain without an end.
 */
export function dealsOf(events: readonly DealEvent[]): () => Iterable<Deal> {
  const problems: Problem[] = []
  const indexOf = new Map<string, number>()
  for (const [i, { id }] of events.entries()) {
    if (indexOf.has(id))
      problems.push(creditProblem('repeated-event', at(at('events', i), 'id'), { id }))
    indexOf.set(id, i)
  }
  const parents = Int32Array.from(events, (event, i) => parentOf(event, i, indexOf, problems))
  const roots = endsOfChains(parents, () => true)
  for (const [i, root] of roots.entries())
    if (root === endless) {
      const { id } = events[i] as DealEvent
      problems.push(creditProblem('endless-chain', at(at('events', i), 'of'), { event: id }))
    }
  refuse(problems)
  const documents = endsOfChains(parents, (i) => !isOnItsOwn(events[i] as DealEvent))
  const followers = followersOf(roots)
  const entryOf = (index: number): Entry => {
    const event = events[index] as DealEvent
    // What leads to no document leads to the root, which is no transfer: those have an `of`.
    const document = events[documents[index] as number] as AmountEvent
    return { event, index, known: later(recordedOf(event), event.on), document }
  }
  return function* () {
    for (const [i, root] of roots.entries()) {
      if (root !== i) continue
      const own = followers.get(i)
      const first = entryOf(i)
      const entries = own === undefined ? [first] : inOrder([first, ...own.map(entryOf)], parents)
      yield { root: first.event as AmountEvent, entries }
    }
  }
}

/** By what is the root of a deal, all that is of it. */
function followersOf(roots: Int32Array): ReadonlyMap<number, readonly number[]> {
  const followers = new Map<number, number[]>()
  for (const [i, root] of roots.entries()) {
    if (root === i) continue
    push(followers, root, i)
  }
  return followers
}

/** The day on which an event became known: its own unless it says. */
export function recordedOf({ recorded, on }: DealEvent): IsoDate {
  return recorded ?? on
}

/** The later of two days. */
export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? b : a
}

/** Whether an event is a document of its own, and not money paid back or what changes another event. */
export function isOnItsOwn(event: DealEvent): boolean {
  return isDocument(event) && !(event.kind === 'collection' && event.amount.startsWith('-'))
}

/** Whether an event is of a kind of document. */
export function isDocument(
  event: DealEvent,
): event is AmountEvent & { readonly kind: DocumentKind } {
  return event.kind === 'order' || event.kind === 'invoice' || event.kind === 'collection'
}

const none = -1
const endless = -2

function parentOf(
  { id, of }: DealEvent,
  i: number,
  indexOf: ReadonlyMap<string, number>,
  problems: Problem[],
): number {
  if (of === undefined) return none
  const parent = indexOf.get(of)
  if (parent !== undefined) return parent
  problems.push(creditProblem('unknown-original', at(at('events', i), 'of'), { event: id, of }))
  return none
}

/** Where the chain of each event ends that goes on from it for as long as events `goOn`. */
function endsOfChains(parents: Int32Array, goesOn: (index: number) => boolean): Int32Array {
  const unseen = -3
  const underWay = -4
  const ends = new Int32Array(parents.length).fill(unseen)
  for (let i = 0; i < parents.length; i++) {
    const way: number[] = []
    let next = i
    while (ends[next] === unseen && parents[next] !== none && goesOn(next)) {
      ends[next] = underWay
      way.push(next)
      next = parents[next] as number
    }
    if (ends[next] === unseen) ends[next] = next
    const end = ends[next] === underWay ? endless : (ends[next] as number)
    for (const each of way) ends[each] = end
  }
  return ends
}

/**
 * By the day of knowing, its own day, its place within the day, its id; but nothing comes before what it
 * is of.
 */
function inOrder(entries: readonly Entry[], parents: Int32Array): readonly Entry[] {
  const parentOfEntry = ({ index }: Entry) => parents[index] as number
  const known = knownWithParents(entries, parentOfEntry)
  const sorted = entries
    .map((entry) => ({ ...entry, known: known.get(entry.index) as IsoDate }))
    .sort(byPlace)
  const placed: Entry[] = []
  const done = new Set([none])
  const waiting = new Map<number, Entry[]>()
  for (const entry of sorted) {
    const ready = [entry]
    for (;;) {
      const next = ready.shift()
      if (next === undefined) break
      const parent = parentOfEntry(next)
      if (!done.has(parent)) {
        push(waiting, parent, next)
        continue
      }
      placed.push(next)
      done.add(next.index)
      const freed = waiting.get(next.index)
      if (freed === undefined) continue
      ready.push(...freed)
      if (ready.length > freed.length) ready.sort(byPlace)
    }
  }
  return placed
}

/** The day on which each entry is known, and all that it is of. */
function knownWithParents(
  entries: readonly Entry[],
  parentOfEntry: (entry: Entry) => number,
): ReadonlyMap<number, IsoDate> {
  const byIndex = new Map(entries.map((entry) => [entry.index, entry]))
  const known = new Map<number, IsoDate>()
  for (const entry of entries) {
    const way: Entry[] = []
    let next: Entry | undefined = entry
    while (next !== undefined && !known.has(next.index)) {
      way.push(next)
      next = byIndex.get(parentOfEntry(next))
    }
    let latest = next === undefined ? '' : (known.get(next.index) as IsoDate)
    for (const each of way.reverse()) {
      latest = later(latest, each.known)
      known.set(each.index, latest)
    }
  }
  return known
}

function byPlace(a: Entry, b: Entry): number {
  return (
    byDay(a.known, b.known) ||
    byDay(recordedOf(a.event), recordedOf(b.event)) ||
    byDay(a.event.on, b.event.on) ||
    byCodePoints(a.event.order ?? '', b.event.order ?? '') ||
    byCodePoints(a.event.id, b.event.id)
  )
}

function byDay(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

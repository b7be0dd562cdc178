import type { IsoDate } from '../calendar/index.js'
import { fail, refuse } from '../problem/index.js'
import { lazily } from '../problem/remembered.js'
import { proofProblem } from '../words/index.js'
import { isLinked, type PayBook } from './book.js'
import { dataProblems } from './book-data.js'
import type { Data, Group, Person } from './data.js'
import { isRead } from './data-schema.js'
import { type FigureKeys, figureKeysOf } from './figure-keys.js'
import { allDays } from './horizon.js'
import { type Subject, subjectOf } from './knowledge.js'
import { runRhythm } from './rhythms.js'
import type { Owner } from './run.js'
import { type Table, tableOf } from './tables.js'
import { type Timeline, timelinesOf } from './timeline.js'
import { order } from './told.js'

/** Whose numbers are worked out; one object an owner, so that maps can be keyed by it. */
export interface Holder {
  readonly key: string
  /** A number of its own, so that values can be kept in lists. */
  readonly place: number
  readonly owner: Owner
  /** The person, of a person or an assignment. */
  readonly person?: Subject
  /** Of an assignment, its id. */
  readonly assignment?: string
  /** The attribute and its value, of a group. */
  readonly by?: string
  readonly value?: string
}

/** The data of a run as it is looked up, in the rhythms of a book. */
export interface DataIndex {
  readonly timelines: ReadonlyMap<string, Timeline>
  /** The first rhythm of the book: that of the runs. */
  readonly rhythm: string
  readonly people: ReadonlyMap<string, Holder>
  /** The same people as a list, in the order of their ids. */
  readonly everybody: readonly Holder[]
  /** The first day of anybody's employment; the last of all days where there is nobody. */
  readonly begin: IsoDate
  /** The posts of each person, in the order of their ids. */
  readonly posts: ReadonlyMap<string, readonly Holder[]>
  readonly company: Holder
  /** The holder of a group; made when it is first asked for. */
  readonly group: (by: string, value: string) => Holder
  /** What is told of a group, or of the company by no attribute. */
  readonly told: (by?: string, value?: string) => Subject | undefined
  /** Everything that is told of groups and of the company, by their keys. */
  readonly groups: ReadonlyMap<string, Subject>
  /** The values of an attribute of which there is a group. */
  readonly toldGroups: (by: string) => readonly string[]
  /** The attributes by which groups are told of, in order. */
  readonly groupedBy: readonly string[]
  /** By what a figure of a name is found, of a period of a rhythm. */
  readonly figureKey: FigureKeys['at']
  readonly tables: ReadonlyMap<string, () => Table>
  /** The owner of a line or of what was settled; `undefined` of one who is not given. */
  readonly holder: (owner: Owner) => Holder | undefined
}

/** Neither a book nor data that were read change: what is made of both is made once. */
const indexes = new WeakMap<Data, WeakMap<PayBook, DataIndex>>()

/**
 * Reads the data of a run once.
 *
 * Throws a `PolicyError` for a book or data that nothing has read, and for data that do not go with the
 * book.
 */
export function indexOf(book: PayBook, data: Data): DataIndex {
  const ofData = indexes.get(data) ?? new WeakMap<PayBook, DataIndex>()
  const known = ofData.get(book) ?? made(book, data)
  indexes.set(data, ofData.set(book, known))
  return known
}

function made(book: PayBook, data: Data): DataIndex {
  if (!isLinked(book)) fail(proofProblem('unread-book', 'book', {}))
  if (!isRead(data)) fail(proofProblem('unread-data', 'data', {}))
  refuse(dataProblems(book, data))
  const { definition } = book
  const timelines = timelinesOf(book)
  const rhythm = runRhythm(definition)
  const figureKeys = figureKeysOf(timelines, rhythm)
  const people = new Map<string, Holder>()
  const posts = new Map<string, readonly Holder[]>()
  const byPost = new Map<string, Holder>()
  let places = 0
  for (const person of [...data.people].sort((a, b) => order(a.id, b.id))) {
    const subject = subjectOf(person, figureKeys.of)
    people.set(person.id, {
      key: person.id,
      place: places++,
      owner: { person: person.id },
      person: subject,
    })
    const own = postsOf(person, subject, () => places++)
    posts.set(person.id, own)
    for (const holder of own) byPost.set(holder.key, holder)
  }
  const groups = new Map(
    (data.groups ?? []).map((group) => [keyOfGroup(group.of), subjectOf(group, figureKeys.of)]),
  )
  const company: Holder = { key: '', place: places++, owner: {} }
  const holders = new Map<string, Holder>()
  const group = (by: string, value: string): Holder => {
    const key = keyOfGroup({ by, value })
    const known = holders.get(key)
    if (known !== undefined) return known
    const holder: Holder = { key, place: places++, owner: { by, value }, by, value }
    holders.set(key, holder)
    return holder
  }
  return {
    timelines,
    rhythm,
    people,
    everybody: [...people.values()],
    begin: data.people.reduce(
      (first, { employment }) =>
        employment.reduce((day, { from }) => (from < day ? from : day), first),
      allDays.to as IsoDate,
    ),
    posts,
    company,
    groups,
    group,
    told: (by, value) =>
      groups.get(by === undefined || value === undefined ? companyKey : keyOfGroup({ by, value })),
    toldGroups: (by) =>
      (data.groups ?? []).flatMap(({ of }) => (of !== 'company' && of.by === by ? [of.value] : [])),
    groupedBy: [
      ...new Set((data.groups ?? []).flatMap(({ of }) => (of === 'company' ? [] : [of.by]))),
    ].sort(),
    figureKey: figureKeys.at,
    tables: new Map(
      Object.entries(data.records ?? {}).map(([name, rows]) => [name, lazily(() => tableOf(rows))]),
    ),
    holder: (owner) => {
      if (owner.by !== undefined) return group(owner.by, owner.value as string)
      if (owner.person === undefined) return company
      return owner.assignment === undefined
        ? people.get(owner.person)
        : byPost.get(keyOfPost(owner.person, owner.assignment))
    },
  }
}

const noPosts: readonly Holder[] = []

function postsOf(
  { id, assignments = [] }: Person,
  person: Subject,
  nextPlace: () => number,
): readonly Holder[] {
  if (assignments.length === 0) return noPosts
  const ids = [...new Set(assignments.map((each) => each.id))].sort()
  return ids.map((assignment) => ({
    key: keyOfPost(id, assignment),
    place: nextPlace(),
    owner: { person: id, assignment },
    person,
    assignment,
  }))
}

const companyKey = 'company'

function keyOfPost(person: string, assignment: string): string {
  return JSON.stringify([person, assignment])
}

function keyOfGroup(of: Group['of']): string {
  return of === 'company' ? companyKey : JSON.stringify([of.by, of.value])
}

/** How an owner is named in a message. */
export function nameOf({ owner }: Holder): string {
  return owner.value ?? owner.assignment ?? owner.person ?? 'company'
}

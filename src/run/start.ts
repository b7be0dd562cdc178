import { calendarYear, type IsoDate, type Period } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import { type Credit, creditEvents } from '../commission/index.js'
import { type Problem, problemsOf, refuse } from '../problem/index.js'
import { beforeProblems, periodProblems } from './before.js'
import { type Book, bookOn, type PolicyBook } from './book.js'
import { type Commissions, commissionsOf } from './commissions.js'
import type { Adjustment } from './data-schema.js'
import { type Posts, postsAfter } from './posts.js'
import { figureProblems, requestProblems } from './request.js'
import { type RunData, type RunState, runBefore } from './run-data.js'
import { sharedLines } from './shared.js'
import type { AwardLine, PoolLine } from './statement.js'
import { unparsedProblems } from './unparsed.js'

/** What is the same for everybody in a run, worked out before anybody is paid. */
export interface Start {
  readonly policy: PolicyBook
  readonly book: Book
  readonly data: RunData
  readonly period: Period
  /** The run before, where there is one. */
  readonly before: RunState | undefined
  /** The first day that the runs pay. */
  readonly since: IsoDate
  readonly posts: Posts
  readonly commissions: Commissions
  readonly shared: ReadonlyMap<string, readonly (PoolLine | AwardLine)[]>
  readonly credits: ReadonlyMap<string, readonly Credit[]>
  readonly adjustments: ReadonlyMap<string, readonly Adjustment[]>
  /** Figures are kept by period: names that are none, with what is wrong. */
  readonly unreadable: ReadonlyMap<string, readonly Problem[]>
}

/**
 * What a run pays from. Throws a `PolicyError` with every problem of the run as a whole; what is wrong
 * with one person is left to that person.
 */
export function startOf(policy: PolicyBook, data: RunData, period: Period): Start {
  const calendar = policy.policy.calendar ?? calendarYear
  refuse([...unparsedProblems(data, policy.policy), ...periodProblems('period', period, calendar)])
  const { people, events, asOf, adjustments = [] } = data
  refuse(dateProblems(asOf, 'asOf'))
  const book = bookOn(policy, period.from)
  let credits: readonly Credit[] = []
  let shared: Start['shared'] = new Map()
  refuse([
    ...beforeProblems({ policy: policy.policy, calendar }, data, period),
    ...requestProblems(book, data, period, calendar),
    ...problemsOf(() => {
      credits = inOrder(creditEvents(events, policy.crediting))
    }),
    ...problemsOf(() => {
      shared = sharedLines(book, data, period)
    }),
  ])
  const before = runBefore(data)
  const since = before?.since ?? period.from
  const posts = postsAfter(policy, before?.posts ?? {}, people, period)
  const unreadable = figureProblems(people, calendar)
  const readable = people.filter(
    ({ figures }) => !Object.keys(figures).some((name) => unreadable.has(name)),
  )
  return {
    policy,
    book,
    data,
    period,
    before,
    since,
    posts,
    shared,
    unreadable,
    commissions: commissionsOf({
      book: policy,
      credits,
      period,
      asOf,
      people: readable,
      history: before?.settlements ?? [],
      posts,
      since,
    }),
    credits: groupBy(
      credits.filter(({ recorded }) => recorded <= asOf),
      ({ person }) => person,
    ),
    adjustments: groupBy(
      adjustments.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ({ person }) => person,
    ),
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

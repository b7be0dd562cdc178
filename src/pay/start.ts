import { type Problem, refuse } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import { beforeProblems, namedIn } from './before.js'
import type { PayBook } from './book.js'
import type { DataIndex } from './data-index.js'
import type { Runs } from './horizon.js'
import { renamed } from './ledger.js'
import { broughtAlong, requestProblems, type SettleRequest } from './request.js'
import type { State } from './run.js'
import { versionDigests } from './text.js'
import type { Timeline } from './timeline.js'

/** Where a run stands in the row of all. */
export interface Start {
  readonly runs: Runs
  readonly number: number
  readonly state: State
}

/**
 * Where a run begins. Throws a `PolicyError` where it follows neither the period before nor its own, where
 * less would be known than before, and for openings of a run that is not the first.
 */
export function startOf(book: PayBook, index: DataIndex, request: SettleRequest): Start {
  const { before, openings = [] } = request
  const timeline = index.timelines.get(index.rhythm) as Timeline
  refuse(requestProblems(book, index, request))
  const current = periodOf(timeline, request.period)
  const asOf = request.asOf ?? timeline.at(current).to
  if (before === 'first') {
    const state: State = {
      first: request.period,
      opened: asOf,
      asOfs: {},
      settled: openings.map(broughtAlong),
      paid: [],
      versions: versionDigests(book),
    }
    return {
      runs: { timeline, first: current, opened: asOf, current, asOf, asOfs: new Map() },
      number: 1,
      state,
    }
  }
  refuse(beforeProblems(book, index, before))
  const earlier = timeline.named(before.period) as number
  const problems: Problem[] = []
  const gap = current - earlier
  if (gap < 0 || gap > longestGap(book))
    problems.push(
      payProblem('not-next-period', 'period', {
        period: request.period,
        before: before.period,
        next: timeline.at(earlier + 1).name,
      }),
    )
  if (asOf < before.asOf)
    problems.push(payProblem('as-of-goes-back', 'asOf', { asOf, before: before.asOf }))
  if (openings.length > 0) problems.push(payProblem('openings-not-first', 'openings', {}))
  refuse(problems)
  const state = renamed(book, before.state)
  const named = (name: string) => timeline.named(name) as number
  const asOfs = new Map(Object.entries(state.asOfs).map(([name, day]) => [named(name), day]))
  const { opened } = state
  return {
    runs: { timeline, first: named(state.first), opened, current, asOf, asOfs },
    number: current === earlier ? before.number + 1 : 1,
    state,
  }
}

/** How many periods further the next run may be: of those between, all must be open in it, and no cash be due. */
export function longestGap({ components, definition }: PayBook): number {
  const all = [...components.values()]
  if (all.some(({ cash }) => cash)) return 1
  return 1 + Math.min(definition.retro, ...all.map(({ retro = definition.retro }) => retro))
}

function periodOf(timeline: Timeline, name: string): number {
  const index = namedIn(timeline, name)
  if (index === undefined) refuse([payProblem('other-kind', 'period', { period: name })])
  return index as number
}

import { at, type Problem, problemsOf } from '../problem/index.js'
import { proofProblem } from '../words/index.js'
import type { PayBook } from './book.js'
import type { DataIndex } from './data-index.js'
import type { Run } from './run.js'
import type { Timeline } from './timeline.js'

/**
 * What keeps a run before from being gone on from by a book: another currency or rhythm, or periods that
 * its calendars do not have, or not with those days.
 */
export function beforeProblems(
  { definition }: PayBook,
  index: DataIndex,
  before: Run,
): readonly Problem[] {
  const { currency, rhythm } = before
  if (currency !== definition.currency) {
    const values = { found: currency, expected: definition.currency }
    return [proofProblem('before-in-currency', 'before.currency', values)]
  }
  if (rhythm !== index.rhythm) {
    const values = { found: rhythm, expected: index.rhythm }
    return [proofProblem('before-in-rhythm', 'before.rhythm', values)]
  }
  const strange = strangePeriods(index, before)
  return strange.length > 0 ? strange : strangeDays(index, before)
}

/** Periods of what was settled, paid and run that the book does not have. */
function strangePeriods({ timelines }: DataIndex, { rhythm, period, state }: Run) {
  const own = [
    period,
    state.first,
    ...Object.keys(state.asOfs),
    ...state.paid.map((of) => of.period),
  ]
  const named = [
    ...own.map((name) => ({ rhythm, period: name })),
    ...state.settled.map(({ earned }) => earned),
  ]
  const distinct = new Map(named.map((each) => [`${each.rhythm} ${each.period}`, each]))
  return [...distinct.values()]
    .filter((each) => namedIn(timelines.get(each.rhythm), each.period) === undefined)
    .map((each) => proofProblem('before-of-periods', 'before', each))
}

/** The number of the period of a name; nothing where the timeline has none of it. */
export function namedIn(timeline: Timeline | undefined, period: string): number | undefined {
  let index: number | undefined
  problemsOf(() => {
    index = timeline?.named(period)
  })
  return index
}

/** The first line of the run before, of its own period, for days that the period does not have. */
function strangeDays({ timelines }: DataIndex, { rhythm, period, lines }: Run): readonly Problem[] {
  const timeline = timelines.get(rhythm) as Timeline
  const { from, to } = timeline.at(timeline.named(period) as number)
  for (const [i, { earned, parts }] of lines.entries()) {
    if (earned.rhythm !== rhythm || earned.period !== period) continue
    // A record, and what is paid after the last day employed, may lie outside the period; nothing lies across.
    const odd = parts.find(
      (part) =>
        part.record === undefined &&
        ((part.from < from && part.to >= from) || (part.from <= to && part.to > to)),
    )
    if (odd === undefined) continue
    const values = { period, found: `${odd.from} to ${odd.to}`, from, to }
    return [proofProblem('before-of-days', at('before.lines', i), values)]
  }
  return []
}

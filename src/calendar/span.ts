import { at, type Problem, refuse } from '../problem/index.js'
import { dateProblems, type IsoDate } from './dates.js'
import { endsBeforeStart } from './problems.js'

/** The days from `start` to `end`, both included. A {@link Period} is one with a name. */
export interface Span {
  readonly start: IsoDate
  readonly end: IsoDate
}

/**
 * The days that two spans share, or `undefined` where they share none. Names are dropped.
 *
 * Throws a `PolicyError` for a date that is none, and a span that ends before it starts.
 *
 * @example
 * const joined = { start: '2026-02-10', end: '9999-12-31' }
 * intersection({ start: '2026-02-01', end: '2026-02-28' }, joined) //=> { start: '2026-02-10', end: '2026-02-28' }
 */
export function intersection(a: Span, b: Span): Span | undefined {
  refuse([...spanProblems(a, 'a'), ...spanProblems(b, 'b')])
  return overlap(a, b)
}

/** {@link intersection} of spans that are known to be good. */
export function overlap(a: Span, b: Span): Span | undefined {
  const start = a.start > b.start ? a.start : b.start
  const end = a.end < b.end ? a.end : b.end
  return start <= end ? { start, end } : undefined
}

/** What is wrong with a span: its dates, or their order. */
export function spanProblems(span: Span, path: string): readonly Problem[] {
  return rangeProblems(span.start, at(path, 'start'), span.end, at(path, 'end'))
}

/** What is wrong with two dates that should be a start and an end. */
export function rangeProblems(
  start: IsoDate,
  startPath: string,
  end: IsoDate,
  endPath: string,
): readonly Problem[] {
  const problems = [...dateProblems(start, startPath), ...dateProblems(end, endPath)]
  return problems.length === 0 && end < start ? [endsBeforeStart(endPath, start, end)] : problems
}

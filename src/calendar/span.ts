import { at, type Problem, refuse } from '../problem/index.js'
import { dateProblems, type IsoDate } from './dates.js'
import { endsBeforeStart } from './problems.js'

/** The days from `from` to `to`, both included. A {@link Period} is one with a name. */
export interface Span {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Days from `from` on: to `to`, included, or without end. An employment is one. */
export interface OpenSpan {
  readonly from: IsoDate
  readonly to?: IsoDate | undefined
}

/**
 * The days that two spans share, or `undefined` where they share none. Names are dropped; what goes on
 * without end in both goes on.
 *
 * Throws a `PolicyError` for a date that is none, and a span that ends before it starts.
 *
 * @example
 * intersection({ from: '2026-02-01', to: '2026-02-28' }, { from: '2026-02-10' }) //=> { from: '2026-02-10', to: '2026-02-28' }
 */
export function intersection(a: Span, b: OpenSpan): Span | undefined
export function intersection(a: OpenSpan, b: OpenSpan): OpenSpan | undefined
export function intersection(a: OpenSpan, b: OpenSpan): OpenSpan | undefined {
  refuse([...spanProblems(a, 'a'), ...spanProblems(b, 'b')])
  return overlap(a, b)
}

/** {@link intersection} of spans that are known to be good. */
export function overlap(a: Span, b: OpenSpan): Span | undefined
export function overlap(a: OpenSpan, b: OpenSpan): OpenSpan | undefined
export function overlap(a: OpenSpan, b: OpenSpan): OpenSpan | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to === undefined || (b.to !== undefined && b.to < a.to) ? b.to : a.to
  if (to === undefined) return { from }
  return from <= to ? { from, to } : undefined
}

/** Whether a day lies in a span; one that has no first day goes back without end. Good dates only. */
export function covers(
  { from, to }: { readonly [Bound in keyof OpenSpan]?: IsoDate | undefined },
  date: IsoDate,
): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to)
}

/** What is wrong with a span: its dates, or their order. */
export function spanProblems({ from, to }: OpenSpan, path: string): readonly Problem[] {
  const [first, last] = [at(path, 'from'), at(path, 'to')]
  const problems = [
    ...dateProblems(from, first),
    ...(to === undefined ? [] : dateProblems(to, last)),
  ]
  const backwards = problems.length === 0 && to !== undefined && to < from
  return backwards ? [endsBeforeStart(last, from, to)] : problems
}

import { at, type Problem, refuse } from '../problem/index.js'
import { addDays, dateProblems, type IsoDate } from './dates.js'
import { notAscending, notCovered } from './problems.js'
import { type Span, spanProblems } from './span.js'

/**
 * A value that holds from a date on, until the next entry of its history: a salary, a grade, a plan.
 * A history is a list of them, dates strictly ascending.
 */
export interface Dated<T> {
  readonly from: IsoDate
  readonly value: T
}

declare const checked: unique symbol

/**
 * A history that has been checked: its dates are dates, strictly ascending. `parseHistory` and
 * {@link historyOf} make one, and what looks values up in it does not check it again.
 */
export type History<T> = readonly Dated<T>[] & { readonly [checked]: true }

/** A run of days in which no history changes, both ends included, with each history's value. */
export interface Segment<Values extends unknown[] = unknown[]> extends Span {
  readonly values: Readonly<Values>
}

/** Several histories, from the types of their values. */
export type HistoriesOf<Values extends unknown[]> = {
  [Index in keyof Values]: History<Values[Index]>
}

/**
 * A history from its entries.
 *
 * Throws a `PolicyError` for dates that are none, and dates not strictly ascending.
 *
 * @example
 * const salary = historyOf([{ from: '2026-01-01', value: '8000' }, { from: '2026-02-16', value: '9000' }])
 * valueOn(salary, '2026-02-15') //=> '8000'
 */
export function historyOf<T>(entries: readonly Dated<T>[]): History<T> {
  refuse(historyProblems(entries, ''))
  return entries as History<T>
}

/**
 * The value that holds on a date, `undefined` before the first entry.
 *
 * Throws a `PolicyError` for a date that is none.
 *
 * @example
 * const salary = historyOf([{ from: '2026-01-01', value: '8000' }, { from: '2026-02-16', value: '9000' }])
 * valueOn(salary, '2026-02-15') //=> '8000'
 */
export function valueOn<T>(history: History<T>, date: IsoDate): T | undefined {
  refuse(dateProblems(date, 'date'))
  return holding(history, date)
}

/**
 * A span cut on each day that any history changes: segments that follow each other without gap or
 * overlap, from the span's start to its end. An entry that repeats the value before it cuts as well.
 *
 * Throws a `PolicyError` for dates that are none, a span that ends before it starts, and a history
 * that has no value on the span's first day: start from a later day.
 *
 * @example
 * const salary = historyOf([{ from: '2026-01-01', value: '8000' }, { from: '2026-02-16', value: '9000' }])
 * splitByChange({ from: '2026-02-01', to: '2026-02-28' }, salary).map(({ to }) => to) //=> ['2026-02-15', '2026-02-28']
 */
export function splitByChange<Values extends unknown[]>(
  span: Span,
  ...histories: HistoriesOf<Values>
): readonly Segment<Values>[] {
  refuse(spanProblems(span, 'span'))
  refuse(histories.flatMap((history, i) => coverProblems(history, span.from, at('histories', i))))
  const changes = histories.flatMap((history) => history.map(({ from }) => from))
  const inside = changes.filter((from) => span.from < from && from <= span.to)
  const starts = [span.from, ...new Set(inside.sort())]
  return starts.map((from, i) => {
    const next = starts[i + 1]
    const to = next === undefined ? span.to : addDays(next, -1)
    const values = histories.map((history) => holding(history, from))
    return { from, to, values: values as Values }
  })
}

type Dates = readonly Pick<Dated<unknown>, 'from'>[]

/** What is wrong with a history: its dates, or, where they are dates, their order. */
export function historyProblems(history: Dates, path: string): readonly Problem[] {
  const dates = history.flatMap(({ from }, i) => dateProblems(from, at(at(path, i), 'from')))
  return dates.length > 0 ? dates : orderProblems(history, path)
}

function orderProblems(history: Dates, path: string): readonly Problem[] {
  return history.flatMap(({ from }, i) => {
    const previous = history[i - 1]?.from
    const ascending = previous === undefined || previous < from
    return ascending ? [] : [notAscending(at(at(path, i), 'from'), from, previous)]
  })
}

function coverProblems(
  history: History<unknown>,
  start: IsoDate,
  path: string,
): readonly Problem[] {
  const first = history[0]
  return first !== undefined && first.from <= start ? [] : [notCovered(path, start)]
}

/** {@link valueOn} a date that is known to be good. */
function holding<T>(history: History<T>, date: IsoDate): T | undefined {
  return history.findLast(({ from }) => from <= date)?.value
}

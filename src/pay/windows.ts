import { addDays, addMonths, type IsoDate, type Span } from '../calendar/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedVersion } from './book.js'
import type { Over, Since } from './component.js'
import { dayOf } from './day.js'
import { allDays } from './horizon.js'
import { planOf } from './plan.js'
import { byMoment, type CountedRow } from './records.js'
import type { Timeline } from './timeline.js'
import type { Failed, PayRow, Work } from './work.js'

/** Days, and on a row of records a moment that ends them. */
export interface Window extends Span {
  /** Up to this record, itself included. */
  readonly upTo?: CountedRow
  /** Up to just before this record. */
  readonly before?: CountedRow
}

/** Where some of a list begin, and where they have ended. */
export interface Places {
  readonly start: number
  readonly end: number
}

/** Which of some records, in the order of their moments, count in a window. */
export function placesIn({ from, to, upTo, before }: Window, rows: readonly CountedRow[]): Places {
  const start = placeAfter(rows, ({ day }) => day < from)
  const end = placeAfter(
    rows,
    (record) =>
      record.day <= to &&
      (upTo === undefined || byMoment(record, upTo) <= 0) &&
      (before === undefined || byMoment(record, before) < 0),
  )
  return { start, end: Math.max(start, end) }
}

/** The place after the last of some records that is early, where all before an early one are so too. */
function placeAfter(rows: readonly CountedRow[], isEarly: (record: CountedRow) => boolean): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isEarly(rows[middle] as CountedRow)) low = middle + 1
    else high = middle
  }
  return low
}

/** What a window ends with: days, and of a row of records its first and its last. */
export interface Extent {
  readonly days: Span
  readonly first?: CountedRow | undefined
  readonly last?: CountedRow | undefined
}

/** The window of a row, seen from its own extent unless said. One that ends before it begins is empty. */
export function windowOf(
  work: Work,
  row: PayRow,
  over: Over,
  { days, first, last }: Extent = extentOf(row),
): Window | Failed {
  const timeline = work.timeline(row.component)
  if (over === 'period') return days
  const justBefore = () => ({ to: addDays(days.from, -1) })
  if (over === 'before') return { from: allDays.from, ...justBefore() }
  if ('ago' in over)
    return typeof over.ago === 'number'
      ? timeline.at(row.index - over.ago)
      : { from: addDays(days.from, -over.ago.days), to: addDays(days.to, -over.ago.days) }
  const before = over.through === 'before'
  const ofRecords = before
    ? first && { to: first.day, before: first }
    : last && { to: last.day, upTo: last }
  const end = ofRecords ?? (before ? justBefore() : { to: days.to })
  if ('last' in over) {
    const earlier = before && first === undefined ? over.last : over.last - 1
    return { from: timeline.at(row.index - earlier).from, ...end }
  }
  const from = startOf(work, row, over.since)
  return typeof from === 'object' ? from : { from, ...end }
}

/** The extent of a row: of a stretch its own days, else all of its period. */
function extentOf({ window, period, records }: PayRow): Extent {
  return { days: window ?? period, first: records?.rows[0], last: records?.rows.at(-1) }
}

/** The periods, by their numbers from one on, whose last day lies in a window of a reader. */
export function periodsIn(
  timeline: Timeline,
  { from, to }: Span,
  least: number,
): readonly number[] {
  if (to < from) return []
  const first = Math.max(least, timeline.at(least).from >= from ? least : timeline.indexOf(from))
  const end = timeline.indexOf(to)
  const last = timeline.at(end).to <= to ? end : end - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}

function startOf(work: Work, row: PayRow, since: Since): IsoDate | Failed {
  if (since === 'ever') return allDays.from
  if (typeof since === 'string') {
    const day = row.records === undefined ? row.to : (row.records.rows.at(-1) as CountedRow).day
    return work.timeline(row.component).startOf(since, day)
  }
  const date = dayOf(work, row, since.date)
  if (date === undefined)
    return {
      problems: [
        payProblem('no-date', '', { name: since.date, owner: row.holder.key, day: row.to }),
      ],
    }
  return since.every === undefined ? date : anniversaryBefore(date, row.to)
}

/** The latest anniversary of a date that is not after a day; the date itself before the first. */
function anniversaryBefore(date: IsoDate, day: IsoDate): IsoDate {
  const years = Number(day.slice(0, 4)) - Number(date.slice(0, 4))
  const thisYear = addMonths(date, 12 * Math.max(0, years))
  return thisYear <= day || years <= 0 ? thisYear : addMonths(date, 12 * (years - 1))
}

/** The anniversaries within some days that a version of a component reads since. */
export function anniversariesIn(
  work: Work,
  row: PayRow,
  version: LinkedVersion,
  { from, to }: Span,
): readonly IsoDate[] {
  const { yearly } = planOf(version)
  if (yearly.length === 0) return none
  return yearly.flatMap((since) => {
    const date = dayOf(work, { ...row, version }, since.date)
    if (date === undefined) return []
    const latest = anniversaryBefore(date, to)
    return latest > from ? [latest] : []
  })
}

const none: readonly never[] = []

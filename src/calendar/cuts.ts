import { addDays } from 'date-fns/addDays'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { refuse } from '../problem/index.js'
import { dateOf, type IsoDate } from './dates.js'
import { fiscalYearOf, monthDay, monthStarts } from './fiscal-year.js'
import { noPartsOfMonths, noWeeksFrom } from './problems.js'
import type { FiscalCalendar, PeriodKind } from './schema.js'
import type { UtcDate } from './utc-date.js'

/** How a kind of period is cut: from whole months, from each month on some of its days, or from weeks. */
type Cut =
  | { readonly months: number }
  | { readonly days: readonly number[] }
  | { readonly weeks: number }

const cuts: Readonly<Record<PeriodKind, Cut>> = {
  week: { weeks: 1 },
  'ten-days': { days: [0, 10, 20] },
  'two-weeks': { weeks: 2 },
  'half-month': { days: [0, 15] },
  'four-weeks': { weeks: 4 },
  month: { months: 1 },
  quarter: { months: 3 },
  'half-year': { months: 6 },
  year: { months: 12 },
}

/** The kinds of period, shortest first. */
export const periodKinds = Object.keys(cuts) as readonly PeriodKind[]

/** Into how many parts a kind cuts a month, if it does. */
export function partsOfMonth(kind: PeriodKind): number | undefined {
  const cut = cuts[kind]
  return 'days' in cut ? cut.days.length : undefined
}

/** The weeks of the years of a calendar of weeks; a 53rd makes the last period longer. */
const weeksInYear = 52

/** A Monday. */
const monday: IsoDate = '2026-01-05'

/** The first days of the periods of a year, and of the first one after it. */
export function startsOf(
  year: number,
  kind: PeriodKind,
  calendar: FiscalCalendar,
): readonly UtcDate[] {
  const cut = cuts[kind]
  if ('weeks' in cut) return weekStarts(year, cut.weeks, kind, calendar)
  const starts = monthStarts(year, calendar)
  if ('months' in cut) return starts.filter((_, month) => month % cut.months === 0)
  if (calendar.kind === 'weeks') refuse([noPartsOfMonths(kind)])
  const parts = starts.slice(0, 12).flatMap((start) => cut.days.map((days) => addDays(start, days)))
  return [...parts, starts[12] as UtcDate]
}

/** The year, by its name, to which the period of a kind belongs that a day lies in. */
export function yearOf(day: IsoDate, kind: PeriodKind, calendar: FiscalCalendar): number {
  const date = dateOf(day)
  if (!('weeks' in cuts[kind]) || calendar.kind === 'weeks') return fiscalYearOf(date, calendar)
  const year = date.getFullYear()
  // The first period of a year may begin in the year before it, and its last end in the year after.
  const start = (named: number) => startsOf(named, kind, calendar)[0] as UtcDate
  return [year + 1, year].find((named) => start(named) <= date) ?? year - 1
}

function weekStarts(
  year: number,
  weeks: number,
  kind: PeriodKind,
  calendar: FiscalCalendar,
): readonly UtcDate[] {
  const days = 7 * weeks
  if (calendar.kind === 'weeks') {
    const starts = monthStarts(year, calendar)
    const first = starts[0] as UtcDate
    const next = starts[12] as UtcDate
    const all = weeks === 1 ? differenceInCalendarDays(next, first) / days : weeksInYear / weeks
    return [...Array.from({ length: all }, (_, i) => addDays(first, i * days)), next]
  }
  const { weeksFrom } = calendar
  if (weeksFrom === undefined && weeks > 1) refuse([noWeeksFrom(kind)])
  const anchor = dateOf(weeksFrom ?? monday)
  const first = firstOf(year, weeks, anchor)
  const all = firstOf(year + 1, weeks, anchor) - first
  return Array.from({ length: all + 1 }, (_, i) => addDays(anchor, (first + i) * days))
}

/**
 * The number, from an anchor on, of the first period of a year: as ISO 8601 has it for weeks, a week
 * belongs to the year that holds its fourth day, and a period of several weeks to that of its last.
 */
function firstOf(year: number, weeks: number, anchor: UtcDate): number {
  const newYear = monthDay(1, 12 * year)
  const toFourthDay = 7 * (weeks - 1) + 3
  return Math.ceil((differenceInCalendarDays(newYear, anchor) - toFourthDay) / (7 * weeks))
}

/** How a kind's periods are numbered without a gap: so many a year, or so many days each. */
export type Numbering = { readonly inYear: number } | { readonly days: number }

/** How the periods of a kind are numbered. */
export function numberingOf(kind: PeriodKind, { kind: of }: FiscalCalendar): Numbering {
  const cut = cuts[kind]
  if ('months' in cut) return { inYear: 12 / cut.months }
  if ('days' in cut) return { inYear: 12 * cut.days.length }
  return of === 'weeks' && cut.weeks > 1
    ? { inYear: weeksInYear / cut.weeks }
    : { days: 7 * cut.weeks }
}

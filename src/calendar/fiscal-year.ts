import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { getISODay } from 'date-fns/getISODay'
import { dateOf, type Weekday, weekdays } from './dates.js'
import type { FiscalCalendar } from './schema.js'
import type { UtcDate } from './utc-date.js'

type WeekCalendar = Extract<FiscalCalendar, { kind: 'weeks' }>
type GregorianCalendar = Extract<FiscalCalendar, { kind: 'gregorian' }>

/** The first days of the twelve months of a fiscal year, and of the year after it: thirteen days. */
export function monthStarts(year: number, calendar: FiscalCalendar): readonly UtcDate[] {
  if (calendar.kind === 'gregorian')
    return Array.from({ length: 13 }, (_, month) => gregorianStart(year, month, calendar))
  const starts = [firstDay(year, calendar)]
  for (const weeks of [
    ...quarter(calendar),
    ...quarter(calendar),
    ...quarter(calendar),
    ...quarter(calendar),
  ])
    starts.push(addDays(starts.at(-1) as UtcDate, 7 * weeks))
  // The next year starts a week later after 53 weeks: the last month takes the extra one.
  return [...starts.slice(0, 12), firstDay(year + 1, calendar)]
}

/** The year, by its name, that a day belongs to. */
export function fiscalYearOf(date: UtcDate, calendar: FiscalCalendar): number {
  const year = date.getFullYear()
  // A fiscal year is named at most one off the calendar year of any of its days.
  return [year + 1, year].find((named) => firstDay(named, calendar) <= date) ?? year - 1
}

function firstDay(year: number, calendar: FiscalCalendar): UtcDate {
  if (calendar.kind === 'gregorian') return gregorianStart(year, 0, calendar)
  const first = monthDay(1, monthsUntil(year, (calendar.endMonth % 12) + 1, calendar.namedBy))
  return addDays(weekEnd(addDays(first, -1), calendar), 1)
}

/** The first day of a month of a fiscal year, 0 the first: a cycle begins in the month before its name. */
function gregorianStart(year: number, month: number, calendar: GregorianCalendar): UtcDate {
  const { startMonth, startDay = 1, namedBy } = calendar
  const named = monthsUntil(year, startMonth, namedBy) + month
  return monthDay(startDay, startDay === 1 ? named : named - 1)
}

/** The months from January 0000 to the first of a fiscal year. */
function monthsUntil(year: number, startMonth: number, namedBy: FiscalCalendar['namedBy']): number {
  const startYear = startMonth === 1 || namedBy === 'start' ? year : year - 1
  return 12 * startYear + startMonth - 1
}

/** A day of a month, counted from January 0000: the last one where the month is shorter. */
export function monthDay(day: number, months: number): UtcDate {
  return addMonths(dateOf(`0000-01-${String(day).padStart(2, '0')}`), months)
}

/** The end of the fiscal year that is meant to end with a month, by its last day. */
function weekEnd(monthEnd: UtcDate, { endDay, endRule }: WeekCalendar): UtcDate {
  // The nearest of a weekday is the last one that is at most three days late.
  return lastWeekday(addDays(monthEnd, endRule === 'nearest' ? 3 : 0), endDay)
}

function lastWeekday(date: UtcDate, weekday: Weekday): UtcDate {
  return addDays(date, -((getISODay(date) - 1 - weekdays.indexOf(weekday) + 7) % 7))
}

function quarter({ pattern }: WeekCalendar): readonly number[] {
  return pattern.split('-').map(Number)
}

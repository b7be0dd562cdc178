import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { getISODay } from 'date-fns/getISODay'
import { dateOf, type Weekday, weekdays } from './dates.js'
import type { FiscalCalendar } from './schema.js'
import type { UtcDate } from './utc-date.js'

type WeekCalendar = Extract<FiscalCalendar, { kind: 'weeks' }>

/** The first days of the twelve months of a fiscal year, and of the year after it: thirteen days. */
export function monthStarts(year: number, calendar: FiscalCalendar): readonly UtcDate[] {
  const first = firstDay(year, calendar)
  if (calendar.kind === 'gregorian')
    return Array.from({ length: 13 }, (_, month) => addMonths(first, month))
  const starts = [first]
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
  const gregorian = calendar.kind === 'gregorian'
  const startMonth = gregorian ? calendar.startMonth : (calendar.endMonth % 12) + 1
  const startYear = startMonth === 1 || calendar.namedBy === 'start' ? year : year - 1
  const first = addMonths(dateOf('0000-01-01'), 12 * startYear + startMonth - 1)
  return gregorian ? first : addDays(weekEnd(addDays(first, -1), calendar), 1)
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

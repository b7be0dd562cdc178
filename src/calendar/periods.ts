import { addDays as addDaysTo } from 'date-fns/addDays'
import { type Problem, refuse } from '../problem/index.js'
import { periodKinds, startsOf, yearOf } from './cuts.js'
import { addDays, dateProblems, type IsoDate, isIsoDate, writeDate } from './dates.js'
import { meantBy, nameOf } from './period-names.js'
import { notAPeriod, notAPeriodKind, notAYear, otherCalendar } from './problems.js'
import type { FiscalCalendar, PeriodKind } from './schema.js'
import type { Span } from './span.js'
import type { UtcDate } from './utc-date.js'

/**
 * A named span of days, both ends included, that knows what kind it is and to which rhythm it belongs.
 *
 * In the calendar year: `2026-02`, `2026-Q1`, `2026-H1`, `2026`. In a fiscal calendar the year has
 * `FY` before it: `FY2027-Q1`, `FY2027-H1`, `FY2027`. A month of a Gregorian fiscal year keeps its
 * calendar name, `2026-06`; one that begins on another day is named by the month that it ends in; one
 * of a calendar of weeks is numbered, `FY2027-P03`.
 *
 * Halves and thirds of a month are called after it: `2026-02-H1`, `2026-02-D3` (上旬, 中旬, 下旬). Weeks are
 * numbered as ISO 8601 numbers them, `2026-W07`, those of two and of four weeks likewise: `2026-2W04`,
 * `2026-4W02`. They belong to the calendar year that holds the fourth day of their last week, or to the
 * year of a calendar of weeks: `FY2027-W07`.
 *
 * Two periods are the same where rhythm and name are: `cycle 2026-03` is not `month 2026-03`.
 */
export interface Period extends Span {
  readonly name: string
  readonly kind: PeriodKind
  /**
   * The kind, unless the calendar has a `rhythm` of its own: then that for its months, and
   * `cycle-quarter`, `cycle-year` … for what is longer.
   */
  readonly rhythm: string
}

/** Months as on the wall, the year from January: the calendar where none is given. */
export const calendarYear: FiscalCalendar = { kind: 'gregorian', startMonth: 1 }

/**
 * The periods of one kind in one year of a calendar, in order. They tile the year: no gap, no
 * overlap. `year` is the fiscal year's name, as the calendar's `namedBy` says. Weeks of a Gregorian
 * calendar belong to calendar years, and go on over their ends.
 *
 * Throws a `PolicyError` for a year or a kind that is none, a year with days outside the years 0000 to
 * 9999, periods of several weeks where the calendar does not say `weeksFrom`, and parts of months in a
 * calendar of weeks.
 *
 * @example
 * periodsOf(2026, 'half-year').map(({ name }) => name) //=> ['2026-H1', '2026-H2']
 * periodsOf(2027, 'year', { kind: 'gregorian', startMonth: 4 }).map(({ from, to }) => [from, to]) //=> [['2026-04-01', '2027-03-31']]
 */
export function periodsOf(
  year: number,
  kind: PeriodKind,
  calendar: FiscalCalendar = calendarYear,
): readonly Period[] {
  if (!(Number.isInteger(year) && year >= 0 && year <= 9999)) refuse([notAYear(year)])
  refuse(kindProblems(kind))
  const starts = startsOf(year, kind, calendar)
  const rhythm = rhythmOf(kind, calendar)
  return starts.slice(0, -1).map((start, index) => {
    const from = writeDate(start)
    const to = writeDate(addDaysTo(starts[index + 1] as UtcDate, -1))
    return { name: nameOf({ year, kind, starts }, index, calendar), kind, rhythm, from, to }
  })
}

function kindProblems(kind: PeriodKind): readonly Problem[] {
  return periodKinds.includes(kind) ? [] : [notAPeriodKind(kind, periodKinds)]
}

/**
 * The period of a kind that a date lies in.
 *
 * Throws a `PolicyError` for a date or a kind that is none.
 *
 * @example
 * periodContaining('2026-02-14', 'quarter').name //=> '2026-Q1'
 * periodContaining('2026-02-14', 'month').name //=> '2026-02'
 */
export function periodContaining(
  date: IsoDate,
  kind: PeriodKind,
  calendar: FiscalCalendar = calendarYear,
): Period {
  refuse([...dateProblems(date, 'date'), ...kindProblems(kind)])
  const periods = periodsOf(yearOf(date, kind, calendar), kind, calendar)
  return periods.findLast(({ from }) => from <= date) as Period
}

/**
 * The period that a name means, of any kind.
 *
 * Throws a `PolicyError` for a name that the calendar does not have.
 *
 * @example
 * parsePeriod('2026-02') //=> { name: '2026-02', kind: 'month', rhythm: 'month', from: '2026-02-01', to: '2026-02-28' }
 * parsePeriod('FY2027-Q4', { kind: 'gregorian', startMonth: 4 }).from //=> '2027-01-01'
 */
export function parsePeriod(name: string, calendar: FiscalCalendar = calendarYear): Period {
  const found =
    typeof name === 'string'
      ? periodsLike(name, calendar).find((period) => period.name === name)
      : undefined
  if (found === undefined) refuse([notAPeriod(name, examples(calendar))])
  return found as Period
}

/**
 * The period of the same kind that starts the day after this one ends.
 *
 * Throws a `PolicyError` where the period is none of the calendar's.
 *
 * @example
 * nextPeriod(parsePeriod('2026-12')).name //=> '2027-01'
 * nextPeriod(parsePeriod('2026-H2')).name //=> '2027-H1'
 */
export function nextPeriod(period: Period, calendar: FiscalCalendar = calendarYear): Period {
  return periodContaining(addDays(period.to, 1), kindIn(period, calendar), calendar)
}

/**
 * The period of the same kind that ends the day before this one starts.
 *
 * Throws a `PolicyError` where the period is none of the calendar's.
 *
 * @example
 * previousPeriod(parsePeriod('2026-01')).name //=> '2025-12'
 * previousPeriod(parsePeriod('2026')).name //=> '2025'
 */
export function previousPeriod(period: Period, calendar: FiscalCalendar = calendarYear): Period {
  return periodContaining(addDays(period.from, -1), kindIn(period, calendar), calendar)
}

/** The periods among which the one of a name must be, if it is one at all. */
function periodsLike(name: string, calendar: FiscalCalendar): readonly Period[] {
  const meant = meantBy(name)
  if (meant === undefined) return []
  const { kind } = meant
  if (!('month' in meant)) return periodsOf(meant.year, kind, calendar)
  // Every month of its name holds the first day of it.
  const day = `${meant.month}-01`
  const isOne = calendar.kind === 'gregorian' && isIsoDate(day)
  return isOne ? periodsOf(yearOf(day, kind, calendar), kind, calendar) : []
}

/** A period of another calendar may bear the same name, and its neighbour would be wrong. */
function kindIn(period: Period, calendar: FiscalCalendar): PeriodKind {
  const { name, kind, rhythm, from, to } = parsePeriod(period.name, calendar)
  if (period.from !== from || period.to !== to || period.rhythm !== rhythm)
    refuse([otherCalendar(name, from, to)])
  return kind
}

function rhythmOf(kind: PeriodKind, { rhythm }: FiscalCalendar): string {
  if (rhythm === undefined) return kind
  return kind === 'month' ? rhythm : `${rhythm}-${kind}`
}

function examples(calendar: FiscalCalendar): readonly string[] {
  return ['month', 'quarter', 'half-year', 'year'].map(
    (kind) => (periodsOf(2026, kind as PeriodKind, calendar)[0] as Period).name,
  )
}

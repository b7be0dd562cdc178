import type { Span } from '../../calendar/index.js'
import { covers } from '../../calendar/internal.js'
import { decimal } from '../../quantity/index.js'
import {
  type Fraction,
  fraction,
  fractionOf,
  fractionTo,
  minus,
  over,
  plus,
} from '../../quantity/internal.js'
import type { PersonRecords } from './schema.js'

/** The places of shares and of hours a day. */
const places = 4

type Days = PersonRecords['days']

/**
 * The share of the days present that began late, in a span: a ratio of 4 places, half-up. `undefined`
 * where the person was present on no day.
 *
 * @example
 * lateShare([{ date: '2026-03-02', absent: false, lateMinutes: 12, overtimeHours: '0' }], march) //=> '1.0000'
 */
export function lateShare(days: Days, span: Span): string | undefined {
  const present = presentIn(days, span)
  const late = present.filter(({ lateMinutes }) => lateMinutes > 0)
  return share(late.length, present.length)
}

/**
 * The share of the working days in a span that the person was absent: a ratio of 4 places, half-up.
 * `undefined` without any day.
 *
 * @example
 * absenceShare([{ date: '2026-03-02', absent: true, lateMinutes: 0, overtimeHours: '0' }], march) //=> '1.0000'
 */
export function absenceShare(days: Days, span: Span): string | undefined {
  const all = within(days, span)
  return share(all.filter(({ absent }) => absent).length, all.length)
}

/**
 * How many more hours of overtime a day present had in a span than in all the time before it: the
 * person's own past is the measure. Hours of 4 places, half-up; negative where there were fewer.
 * `undefined` where the person was present on no day of either.
 *
 * @example
 * overtimeRise([{ date: '2026-02-27', absent: false, lateMinutes: 0, overtimeHours: '0.5' }, { date: '2026-03-02', absent: false, lateMinutes: 0, overtimeHours: '2' }], march) //=> '1.5000'
 */
export function overtimeRise(days: Days, span: Span): string | undefined {
  const now = meanOvertime(presentIn(days, span))
  const past = meanOvertime(days.filter(({ date, absent }) => !absent && date < span.from))
  return now && past && fractionTo(minus(now, past), places)
}

function within(days: Days, span: Span): Days {
  return days.filter(({ date }) => covers(span, date))
}

function presentIn(days: Days, span: Span): Days {
  return within(days, span).filter(({ absent }) => !absent)
}

function share(part: number, whole: number): string | undefined {
  return whole === 0 ? undefined : fractionTo(fraction(BigInt(part), BigInt(whole)), places)
}

function meanOvertime(days: Days): Fraction | undefined {
  const hours = days.map(({ overtimeHours }) => fractionOf(decimal(overtimeHours)))
  return hours.length === 0
    ? undefined
    : over(hours.reduce(plus, fraction(0n)), fraction(BigInt(hours.length)))
}

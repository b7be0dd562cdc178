import {
  addDays,
  calendarYear,
  type Dated,
  type FiscalCalendar,
  type IsoDate,
  type Period,
  type Span,
} from '../calendar/index.js'
import { overlap } from '../calendar/internal.js'
import type { Credit } from './credit.js'
import { periodsByDate } from './measure.js'
import type { Plan } from './plan.js'

/**
 * The days on which a plan pays each person: those of their employment in a department that pays by
 * it. The spans of a person are in order of time; who has none is in the plan on no day.
 */
export type Spans = Readonly<Record<string, readonly Span[]>>

/** In which periods a plan pays each person, by their spans. */
export interface Eligible {
  /** The periods so far that share a day with a span of the person, in order of time. */
  readonly periodsOf: (person: string) => readonly Period[]
  /** Whether the person is in the plan on a day of the period of this one. */
  readonly isIn: (person: string, day: IsoDate) => boolean
  /**
   * A credit where it counts: what falls outside the spans, after one of them, counts on the last day
   * of that one, by whose figures it is worked out. Before the first, it stays on its own day.
   */
  readonly placed: (credit: Credit) => Credit
}

interface EligibleRequest {
  readonly plans: readonly Dated<Plan>[]
  readonly spans: Spans
  readonly period: Period
  readonly asOf: IsoDate
  readonly calendar?: FiscalCalendar | undefined
}

/** Reads spans as periods of a plan, from its first version to the last period earned in. */
export function eligible({
  plans,
  spans,
  period: last,
  asOf,
  calendar = calendarYear,
}: EligibleRequest): Eligible {
  const [{ from, value }] = plans as readonly [Dated<Plan>]
  const periodOf = periodsByDate(value.policy.period, calendar)
  const spansOf = (person: string) =>
    (Object.hasOwn(spans, person) ? (spans[person] as readonly Span[]) : []).filter(
      ({ end }) => end >= from,
    )
  const isAmong = (own: readonly Span[], day: IsoDate) => {
    const period = periodOf(day)
    return own.some((span) => overlap(span, period) !== undefined)
  }
  const placedDay = (own: readonly Span[], day: IsoDate): IsoDate => {
    // A day that has not come is placed once it has.
    if (day > asOf || isAmong(own, day)) return day
    return own.findLast(({ end }) => end < day)?.end ?? day
  }
  return {
    periodsOf: (person) => {
      const found = new Map<string, Period>()
      for (const { start, end } of spansOf(person))
        for (const period of periodsBetween(start > from ? start : from, end, last, periodOf))
          if (period.start >= from) found.set(period.name, period)
      return [...found.values()]
    },
    isIn: (person, day) => isAmong(spansOf(person), day),
    placed: (credit) => {
      const own = spansOf(credit.person)
      const { effective, booked, dealt } = credit
      if (own.length === 0) return credit
      return {
        ...credit,
        effective: placedDay(own, effective),
        booked: placedDay(own, booked),
        dealt: placedDay(own, dealt),
      }
    },
  }
}

/** The periods from that of a day to that of another, and not beyond the last. */
export function periodsBetween(
  start: IsoDate,
  end: IsoDate,
  last: Period,
  periodOf: (day: IsoDate) => Period,
): readonly Period[] {
  const until = end < last.end ? end : last.end
  const periods: Period[] = []
  for (let day = start; day <= until; ) {
    const period = periodOf(day)
    periods.push(period)
    if (period.end >= until) break
    day = addDays(period.end, 1)
  }
  return periods
}

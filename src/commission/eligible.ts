import {
  addDays,
  calendarYear,
  type Dated,
  type FiscalCalendar,
  type IsoDate,
  type OpenSpan,
  type Period,
} from '../calendar/index.js'
import { overlap } from '../calendar/internal.js'
import type { Credit } from './credit.js'
import { periodsByDate } from './measure.js'
import type { Plan } from './plan.js'

/**
 * The days on which a plan pays each person: those of their employment in a department that pays by
 * it. The spans of a person are in order of time; who has none is in the plan on no day.
 */
export type Spans = Readonly<Record<string, readonly OpenSpan[]>>

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
  const [{ from: first, value }] = plans as readonly [Dated<Plan>]
  const periodOf = periodsByDate(value.policy.period, calendar)
  const spansOf = (person: string) =>
    (Object.hasOwn(spans, person) ? (spans[person] as readonly OpenSpan[]) : []).filter(
      ({ to }) => to === undefined || to >= first,
    )
  const isAmong = (own: readonly OpenSpan[], day: IsoDate) => {
    const period = periodOf(day)
    return own.some((span) => overlap(period, span) !== undefined)
  }
  const placedDay = (own: readonly OpenSpan[], day: IsoDate): IsoDate => {
    // A day that has not come is placed once it has.
    if (day > asOf || isAmong(own, day)) return day
    return own.findLast(({ to }) => to !== undefined && to < day)?.to ?? day
  }
  return {
    periodsOf: (person) => {
      const found = new Map<string, Period>()
      for (const { from, to } of spansOf(person))
        for (const period of periodsBetween(from > first ? from : first, to, last, periodOf))
          if (period.from >= first) found.set(period.name, period)
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
  from: IsoDate,
  to: IsoDate | undefined,
  last: Period,
  periodOf: (day: IsoDate) => Period,
): readonly Period[] {
  const until = to !== undefined && to < last.to ? to : last.to
  const periods: Period[] = []
  for (let day = from; day <= until; ) {
    const period = periodOf(day)
    periods.push(period)
    if (period.to >= until) break
    day = addDays(period.to, 1)
  }
  return periods
}

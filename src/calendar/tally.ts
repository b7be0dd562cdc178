import { addDays, type IsoDate } from './dates.js'
import { daysCounted, partOfDay, wholeDay } from './day-count.js'
import type { Basis } from './schema.js'
import { type OpenSpan, overlap, type Span } from './span.js'

/** Days away, of each day the `part`, a decimal above 0 and at most 1 of at most four places; 1 unless said. */
export interface Absence extends Span {
  readonly part?: string | undefined
}

/** Days that a basis counts, in millionths. */
export interface Tally {
  readonly inPeriod: number
  readonly employed: number
  readonly absent: number
  readonly paid: number
}

/** Counts the days of a period that lie within a span: employed, away and paid. */
export function tally(
  {
    period,
    employment,
    absences = [],
    basis,
  }: {
    readonly period: Span
    readonly employment: OpenSpan
    readonly absences?: readonly Absence[] | undefined
    readonly basis: Basis
  },
  within: Span,
): Tally {
  const inPeriod = daysCounted(period, basis)
  const own = overlap(within, employment)
  if (own === undefined) return { inPeriod, employed: 0, absent: 0, paid: 0 }
  const employed = daysCounted(own, basis)
  const absent = daysAbsent(own, absences, basis)
  return { inPeriod, employed, absent, paid: employed - absent }
}

/** Absences that meet on a day add up to no more than the day. */
function daysAbsent(own: Span, absences: readonly Absence[], basis: Basis): number {
  const changes = new Map<IsoDate, number>()
  const change = (date: IsoDate, by: number) => changes.set(date, (changes.get(date) ?? 0) + by)
  for (const absence of absences) {
    const away = overlap(own, absence)
    if (away === undefined) continue
    const part = partOfDay(absence.part ?? '1')
    change(away.from, part)
    if (away.to < own.to) change(addDays(away.to, 1), -part)
  }
  const dates = [...changes.keys()].sort()
  let away = 0
  let absent = 0
  for (const [i, from] of dates.entries()) {
    away += changes.get(from) as number
    const next = dates[i + 1]
    const to = next === undefined ? own.to : addDays(next, -1)
    absent += partly(daysCounted({ from, to }, basis), Math.min(away, wholeDay))
  }
  return absent
}

/** A part of counted days. Days count in hundredths and parts in ten-thousandths, so nothing is lost. */
function partly(days: number, part: number): number {
  return (days / 10_000) * (part / 100)
}

import { type Dated, type IsoDate, monthsOfService, type Span } from '../../calendar/index.js'
import { covers } from '../../calendar/internal.js'
import { decimal } from '../../quantity/index.js'
import type { PersonRecords } from './schema.js'

/**
 * The full months from one day to another, which counts, as `monthsOfService` counts them: a count, 0
 * where `from` is the later day. So it also tells tenure, from the day of hiring.
 *
 * @example
 * monthsSince('2025-01-31', '2026-03-30') //=> '14'
 */
export function monthsSince(from: IsoDate, on: IsoDate): string {
  return String(Math.max(0, monthsOfService(from, on)))
}

/**
 * The whole months since a history last changed its value: time in grade, or under one manager. Entries
 * that repeat the value before them change nothing. `undefined` before the first entry.
 *
 * @example
 * monthsUnchanged([{ from: '2024-03-01', value: 'C1' }, { from: '2025-01-01', value: 'C2' }], '2026-03-31') //=> '14'
 */
export function monthsUnchanged(
  history: readonly Dated<string>[],
  on: IsoDate,
): string | undefined {
  return monthsSinceLast(history, on, (value, before) => value !== before)
}

/**
 * The whole months since pay last rose, or since the first pay where it never has. A cut is no rise.
 * `undefined` before the first entry.
 *
 * @example
 * monthsSinceRise([{ from: '2024-03-01', value: '8000.00' }, { from: '2025-01-01', value: '8500.00' }], '2026-03-31') //=> '14'
 */
export function monthsSinceRise(pay: readonly Dated<string>[], on: IsoDate): string | undefined {
  return monthsSinceLast(pay, on, (value, before) => decimal(value).greaterThan(before))
}

/**
 * How often a history changes its value in a span, a count; its first entry is no change. Such as how
 * often the manager changed.
 *
 * @example
 * changesWithin([{ from: '2024-03-01', value: 'li' }, { from: '2026-01-05', value: 'wang' }], { from: '2025-04-01', to: '2026-03-31' }) //=> '1'
 */
export function changesWithin(history: readonly Dated<string>[], span: Span): string {
  const changes = changesIn(history, (value, before) => value !== before)
  return String(changes.filter((date) => covers(span, date)).length)
}

/**
 * How many promotion reviews in a row, up to a day, ended without a promotion: a count.
 *
 * @example
 * missedPromotions([{ date: '2024-12-31', promoted: true }, { date: '2025-12-31', promoted: false }], '2026-03-31') //=> '1'
 */
export function missedPromotions(reviews: PersonRecords['reviews'], on: IsoDate): string {
  const past = reviews.filter(({ date }) => date <= on)
  const promoted = past
    .filter((review) => review.promoted)
    .reduce((last, { date }) => (date > last ? date : last), '')
  return String(past.filter((review) => !review.promoted && review.date > promoted).length)
}

type Differs = (value: string, before: string) => boolean

function monthsSinceLast(history: readonly Dated<string>[], on: IsoDate, differs: Differs) {
  const past = history.filter(({ from }) => from <= on)
  const last = changesIn(past, differs).at(-1) ?? past[0]?.from
  return last === undefined ? undefined : monthsSince(last, on)
}

/** The days on which a history changes. */
function changesIn(history: readonly Dated<string>[], differs: Differs): readonly IsoDate[] {
  return history.flatMap(({ from, value }, i) =>
    i > 0 && differs(value, (history[i - 1] as Dated<string>).value) ? [from] : [],
  )
}

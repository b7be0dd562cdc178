import {
  addDays,
  calendarYear,
  type IsoDate,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodContaining,
} from '../../calendar/index.js'
import { problemsOf } from '../../problem/index.js'
import type { OldBook, OldPolicyOf } from './old-book-schema.js'

/** The periods of a book of 0.1, of which a policy held for all or nothing. */
export interface Periods {
  /** The rhythm of the runs: called like its kind. */
  readonly kind: PeriodKind
  /** Kinds of period of plans beside it. */
  readonly others: readonly PeriodKind[]
  /** The first day of a period from a day on. */
  readonly firstFrom: (day: IsoDate) => IsoDate
  /** The last day of the period that holds a day. */
  readonly lastOf: (day: IsoDate) => IsoDate
  /** The period of a name, of whatever kind; nothing where it is none. */
  readonly named: (name: string) => Period | undefined
  /** The same; refused where it is none. */
  readonly required: (name: string) => Period
}

/** Months, unless the plans say otherwise: of what kind its periods were, a book of 0.1 did not say. */
export function periodsOf(book: OldBook, asked?: PeriodKind): Periods {
  const { calendar = calendarYear } = book
  const plans = book.policies.filter((each) => each.kind === 'plan') as OldPolicyOf<'plan'>[]
  const kinds = [
    ...new Set(plans.flatMap(({ versions }) => versions.map(({ terms }) => terms.period))),
  ]
  const kind = asked ?? (kinds.length === 1 ? (kinds[0] as PeriodKind) : 'month')
  const holding = (day: IsoDate) => periodContaining(day, kind, calendar)
  return {
    kind,
    others: kinds.filter((each) => each !== kind),
    firstFrom: (day) => (holding(day).from === day ? day : addDays(holding(day).to, 1)),
    lastOf: (day) => holding(day).to,
    required: (name) => parsePeriod(name, calendar),
    named: (name) => {
      let period: Period | undefined
      problemsOf(() => {
        period = parsePeriod(name, calendar)
      })
      return period
    },
  }
}

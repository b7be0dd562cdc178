export {
  addDays,
  compareDates,
  dayOfWeek,
  daysBetween,
  type IsoDate,
  isIsoDate,
  type Weekday,
  weekdays,
} from './dates.js'
export { countDays } from './day-count.js'
export {
  type Dated,
  type HistoriesOf,
  type History,
  historyOf,
  type Segment,
  splitByChange,
  valueOn,
} from './history.js'
export type { Attributes, AttributeValue, Known } from './known.js'
export { addMonths, monthsBetween, monthsOfService, yearsOfService } from './months.js'
export {
  calendarYear,
  nextPeriod,
  type Period,
  parsePeriod,
  periodContaining,
  periodsOf,
  previousPeriod,
} from './periods.js'
export {
  type ProratedSegment,
  type Proration,
  type ProrationDays,
  type ProrationRequest,
  prorate,
  prorateByChange,
} from './prorate.js'
export {
  type Basis,
  type FiscalCalendar,
  type PeriodKind,
  parseBasis,
  parseFiscalCalendar,
  parseHistory,
} from './schema.js'
export { intersection, type OpenSpan, type Span } from './span.js'
export type { Absence } from './tally.js'

import {
  addDays,
  calendarYear,
  daysBetween,
  type FiscalCalendar,
  type IsoDate,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodContaining,
  periodsOf,
} from '../calendar/index.js'
import { numberingOf, yearOf } from '../calendar/internal.js'
import { remembered } from '../problem/remembered.js'
import type { PayBook } from './book.js'
import type { Rhythm } from './component.js'
import { rhythmsOf } from './rhythms.js'

/** The periods of a rhythm, numbered without a gap. */
export interface Timeline {
  readonly at: (index: number) => Period
  /** Of the period that holds a day. */
  readonly indexOf: (date: IsoDate) => number
  /** Of the period of a name; `undefined` where that names a period of another kind. */
  readonly named: (name: string) => number | undefined
  /** The first day of the longer period of its calendar that holds a day. */
  readonly startOf: (longer: PeriodKind, date: IsoDate) => IsoDate
  /** Which month of its year a day lies in, 1 to 12. */
  readonly monthOf: (date: IsoDate) => number
}

/** The timeline of a rhythm. Years are cut once; the same days and names are asked for again and again. */
export function timelineOf({ kind, calendar = calendarYear }: Rhythm): Timeline {
  const years = new Map<number, readonly Period[]>()
  const ofYear = (year: number): readonly Period[] => {
    const known = years.get(year)
    if (known !== undefined) return known
    const made = periodsOf(year, kind, calendar)
    years.set(year, made)
    return made
  }
  const { at, indexOf } = numbered({ kind, calendar }, ofYear)
  const begin = remembered((key: string): IsoDate => {
    const [longer, date] = key.split(' ') as [PeriodKind, IsoDate]
    return periodContaining(date, longer, calendar).from
  })
  return {
    at,
    indexOf,
    named: remembered((name: string) => {
      const period = parsePeriod(name, calendar)
      return period.kind === kind ? indexOf(period.from) : undefined
    }),
    startOf: (longer, date) => begin(`${longer} ${date}`),
    monthOf: remembered((date: IsoDate) => {
      const months = periodsOf(yearOf(date, 'month', calendar), 'month', calendar)
      return months.findLastIndex(({ from }) => from <= date) + 1
    }),
  }
}

/** Numbers periods by the years that all have as many, or by the days that all of them have. */
function numbered(
  { kind, calendar }: { readonly kind: PeriodKind; readonly calendar: FiscalCalendar },
  ofYear: (year: number) => readonly Period[],
): Pick<Timeline, 'at' | 'indexOf'> {
  const numbering = numberingOf(kind, calendar)
  const holding = (date: IsoDate) => {
    const year = yearOf(date, kind, calendar)
    return { year, place: ofYear(year).findLastIndex(({ from }) => from <= date) }
  }
  if ('days' in numbering) {
    const { days } = numbering
    const { from } = periodContaining('0001-06-01', kind, calendar)
    const at = (date: IsoDate) => {
      const { year, place } = holding(date)
      return ofYear(year)[place] as Period
    }
    return {
      at: remembered((index: number) => at(addDays(from, index * days))),
      indexOf: remembered((date: IsoDate) => Math.floor(daysBetween(from, date) / days)),
    }
  }
  const size = numbering.inYear
  return {
    at: (index) => {
      const year = Math.floor(index / size)
      return ofYear(year)[index - year * size] as Period
    },
    indexOf: remembered((date: IsoDate) => {
      const { year, place } = holding(date)
      return year * size + place
    }),
  }
}

const timelines = new WeakMap<PayBook, ReadonlyMap<string, Timeline>>()

/** The timelines of a book, by its rhythms. */
export function timelinesOf(book: PayBook): ReadonlyMap<string, Timeline> {
  const known = timelines.get(book)
  if (known !== undefined) return known
  const rhythms = Object.entries(rhythmsOf(book.definition))
  const made = new Map(rhythms.map(([name, rhythm]) => [name, timelineOf(rhythm)]))
  timelines.set(book, made)
  return made
}

import {
  type IsoDate,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodContaining,
  periodsOf,
} from '../calendar/index.js'
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

const inYear: Readonly<Record<Rhythm['kind'], number>> = {
  month: 12,
  quarter: 4,
  'half-year': 2,
  year: 1,
}

/** The timeline of a rhythm. Years are cut once; the same days and names are asked for again and again. */
export function timelineOf({ kind, calendar }: Rhythm): Timeline {
  const size = inYear[kind]
  const years = new Map<number, readonly Period[]>()
  const ofYear = (year: number): readonly Period[] => {
    const known = years.get(year)
    if (known !== undefined) return known
    const made = periodsOf(year, kind, calendar)
    years.set(year, made)
    return made
  }
  const starts = (year: number) => (ofYear(year)[0] as Period).from
  const indexOf = remembered((date: IsoDate): number => {
    const year = Number(date.slice(0, 4))
    // A fiscal year is named at most one off the calendar year of any of its days.
    const own = [year + 1, year].find((named) => named <= 9999 && starts(named) <= date) ?? year - 1
    return own * size + ofYear(own).findLastIndex(({ from }) => from <= date)
  })
  const begin = remembered((key: string): IsoDate => {
    const [longer, date] = key.split(' ') as [PeriodKind, IsoDate]
    return periodContaining(date, longer, calendar).from
  })
  return {
    at: (index) => {
      const year = Math.floor(index / size)
      return ofYear(year)[index - year * size] as Period
    },
    indexOf,
    named: remembered((name: string) => {
      const period = parsePeriod(name, calendar)
      return period.kind === kind ? indexOf(period.from) : undefined
    }),
    startOf: (longer, date) => begin(`${longer} ${date}`),
    monthOf: remembered((date: IsoDate) => {
      const year = Math.floor(indexOf(date) / size)
      return periodsOf(year, 'month', calendar).findLastIndex(({ from }) => from <= date) + 1
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

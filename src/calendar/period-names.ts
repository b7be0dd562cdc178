import { addDays } from 'date-fns/addDays'
import { partsOfMonth } from './cuts.js'
import { writeDate } from './dates.js'
import type { FiscalCalendar, PeriodKind } from './schema.js'
import type { UtcDate } from './utc-date.js'

type Letters = Readonly<Record<string, PeriodKind>>

/** The kinds of period that are numbered within a month, by what stands before the number. */
const inMonth: Letters = { D: 'ten-days', H: 'half-month' }

/** Those numbered within a year. */
const inYear: Letters = {
  W: 'week',
  '2W': 'two-weeks',
  '4W': 'four-weeks',
  P: 'month',
  Q: 'quarter',
  H: 'half-year',
}

/** What a period is called, by its place among those of a year, which begin on `starts`. */
export function nameOf(
  { year, kind, starts }: { year: number; kind: PeriodKind; starts: readonly UtcDate[] },
  index: number,
  { kind: of, ...calendar }: FiscalCalendar,
): string {
  const parts = partsOfMonth(kind)
  if (parts !== undefined || (kind === 'month' && of === 'gregorian')) {
    const all = parts ?? 1
    const next = starts[index - (index % all) + all] as UtcDate
    const month = writeDate(addDays(next, -1)).slice(0, 7)
    return parts === undefined ? month : `${month}-${letterOf(inMonth, kind)}${(index % all) + 1}`
  }
  const letter = letterOf(inYear, kind)
  const isOfWeeks = letter.endsWith('W')
  const isPlain = 'startMonth' in calendar && (isOfWeeks || calendar.startMonth === 1)
  const named = `${isPlain ? '' : 'FY'}${padded(year, 4)}`
  if (kind === 'year') return named
  return `${named}-${letter}${padded(index + 1, isOfWeeks || kind === 'month' ? 2 : 1)}`
}

function letterOf(letters: Letters, kind: PeriodKind): string {
  return Object.keys(letters).find((letter) => letters[letter] === kind) ?? ''
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}

/** The kind of period that a name means, and the year, or the month, within which it is one. */
export type Meant = { readonly kind: PeriodKind } & (
  | { readonly year: number }
  | { readonly month: string }
)

const ofMonth = /^(\d{4}-\d{2})(?:-([DH])\d)?$/
const ofYear = /^(?:FY)?(\d{4})(?:-([24]?W|[PQH])\d{1,2})?$/

/** What a name means, if it has the shape of one. */
export function meantBy(name: string): Meant | undefined {
  const [, month, part = ''] = ofMonth.exec(name) ?? []
  if (month !== undefined) return { month, kind: inMonth[part] ?? 'month' }
  const [, year, letter = ''] = ofYear.exec(name) ?? []
  return year === undefined ? undefined : { year: Number(year), kind: inYear[letter] ?? 'year' }
}

import {
  calendarYear,
  type IsoDate,
  type Period,
  parsePeriod,
  periodContaining,
} from '../calendar/index.js'
import { problemsOf } from '../problem/index.js'
import type { Book, Component, Rhythm, Scope } from './component.js'

/** The rhythms of a book, the one of its runs first: months where it says none. */
export function rhythmsOf({ rhythms }: Pick<Book, 'rhythms'>): Readonly<Record<string, Rhythm>> {
  return rhythms === undefined || Object.keys(rhythms).length === 0
    ? { month: { kind: 'month' } }
    : rhythms
}

/** The name of the rhythm of a book's runs. */
export function runRhythm(book: Pick<Book, 'rhythms'>): string {
  return Object.keys(rhythmsOf(book))[0] as string
}

/** The period of a rhythm that a day lies in. */
export function periodOn(day: IsoDate, { kind, calendar }: Rhythm): Period {
  return periodContaining(day, kind, calendar)
}

/** The period of a rhythm that a name means; nothing where it means none. */
export function periodNamed(name: string, { kind, calendar }: Rhythm): Period | undefined {
  let period: Period | undefined
  problemsOf(() => {
    period = parsePeriod(name, calendar)
  })
  return period?.kind === kind ? period : undefined
}

/** What a period of a rhythm may be called. */
export function periodExample({ kind, calendar = calendarYear }: Rhythm): string {
  return periodContaining('2026-06-15', kind, calendar).name
}

/** Whose number a component is. */
export function scopeOf({ of = 'person' }: Component): Scope {
  return of
}

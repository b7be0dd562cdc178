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

/** Whose number a component is. */
export function scopeOf({ of = 'person' }: Component): Scope {
  return of
}

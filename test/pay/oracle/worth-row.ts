import type { IsoDate } from '../../../src/calendar/index.js'
import type { Book, Component } from '../../../src/pay/component.js'
import type { Data } from '../../../src/pay/data.js'
import { decimal } from '../../../src/quantity/index.js'
import type { Cutoff } from './known.js'

/** What a row comes to: nothing where there is no row, and a reason where it cannot be worked out. */
export type Worth =
  | { readonly row: false }
  | {
      readonly row: true
      readonly value: string
      readonly read: readonly string[]
      readonly last: IsoDate
    }
  | { readonly row: true; readonly error: string; readonly last: IsoDate }

/** Who a row belongs to: a person by id, a group, or the company. */
export type Owner =
  | { readonly person: string }
  | { readonly by: string; readonly value: string }
  | 'company'

/** What is known at one moment: the log, and by when each day of it had to be known. */
export interface Knowledge {
  readonly book: Book
  readonly data: Data
  /** The first month of anybody's employment, and the last of anything. */
  readonly first: string
  readonly last: string
  readonly cutoff: Cutoff
  /** What another row comes to, by its own horizon. */
  readonly worth: (component: string, owner: Owner, month: string) => Worth
  /** What has been found of this knowledge so far: the same question has one answer. */
  readonly found: Map<string, unknown>
}

export class Failing extends Error {}

export function fail(reason: string): never {
  throw new Failing(reason)
}

/** A row and what it is read by. */
export interface RowOf {
  readonly known: Knowledge
  readonly component: Component
  readonly owner: Owner
  readonly month: string
  /** The days of the row's spans in the month; all days of it for a group or the company. */
  readonly days: readonly IsoDate[]
}

export function ownerKey(owner: Owner): string {
  if (owner === 'company') return ''
  return 'person' in owner ? owner.person : `${owner.by}=${owner.value}`
}

export function componentOf(book: Book, name: string): Component {
  const versions = book.components[name] ?? []
  if (versions.length !== 1) throw new Error(`the oracle knows one version of ${name}`)
  return (versions[0] as (typeof versions)[number]).value
}

export function once<T>(known: Knowledge, key: string, make: () => T): T {
  if (!known.found.has(key)) known.found.set(key, make())
  return known.found.get(key) as T
}

export function sum(numbers: readonly string[]) {
  return numbers.reduce((all, number) => all.plus(number), decimal('0'))
}

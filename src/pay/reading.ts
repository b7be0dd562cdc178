import type { IsoDate } from '../calendar/index.js'
import type { Problem } from '../problem/index.js'
import type { Decimal } from '../quantity/index.js'
import type { LinkedComponent } from './book.js'
import type { Convert } from './component.js'
import type { Holder } from './data-index.js'
import { type CountedRow, memberOf, type Selection } from './records.js'

/** What a source gives: a value, nothing, or why neither can be told; and what it was taken from. */
export interface Reading {
  /** A decimal, or a text. */
  readonly value?: string | undefined
  readonly problems?: readonly Problem[] | undefined
  readonly items: readonly Item[]
}

/** Records that follow each other in a list, from one place to before another. */
export interface RecordsItem {
  readonly kind: 'records'
  readonly selection: Selection
  readonly member: string | undefined
  readonly convert: Convert | undefined
  readonly start: number
  readonly end: number
  /** The rate by which the one of a place was converted, where it was. */
  readonly rateAt: (place: number) => Item | undefined
}

/** What a component came to for an owner. */
export interface ComponentItem {
  readonly kind: 'component'
  readonly component: LinkedComponent
  readonly holder: Holder
  readonly index: number
  readonly value: string
}

type OfPeriod = Pick<ComponentItem, 'component' | 'index'>

/**
 * Whether a number that was read is of the period of the row that reads it. What is due is told by the
 * reader's periods, also of a component that has a rhythm of its own.
 */
export function isOfPeriod({ component, index }: OfPeriod, row: OfPeriod): boolean {
  return index === row.index && component.rhythm === row.component.rhythm
}

/** What a component came to for all of a group: one for all who read of the same. */
export interface GroupItem {
  readonly kind: 'group'
  readonly members: readonly ComponentItem[]
  /** The places among them of what is an owner's own. */
  readonly own: (holder: Holder) => readonly number[]
}

/** Something that a value was taken from. */
export type Item =
  | {
      readonly kind: 'attribute'
      readonly name: string
      readonly from: IsoDate
      readonly value: string
    }
  | {
      readonly kind: 'figure'
      readonly name: string
      readonly period: string
      readonly value: string
    }
  | { readonly kind: 'days'; readonly count: string; readonly value: string }
  | {
      readonly kind: 'record'
      readonly table: string
      readonly id: string
      readonly on: IsoDate
      readonly value?: string | undefined
    }
  | RecordsItem
  | ComponentItem
  | GroupItem

/** A record with a member of it, as something that a value was taken from. */
export function recordItem(
  table: string,
  record: CountedRow,
  member: string | undefined,
): Extract<Item, { readonly kind: 'record' }> {
  const { id, on } = record.row
  const value = member === undefined ? undefined : memberOf(record, member)
  return { kind: 'record', table, id, on, ...(value !== undefined && { value }) }
}

/** A reading of nothing. */
export const nothing: Reading = { items: [] }

/** Numbers that a row reads of a component, in their order. */
export interface Values {
  readonly values: readonly Decimal[]
  readonly items: readonly Item[]
}

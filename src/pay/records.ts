import type { IsoDate } from '../calendar/index.js'
import { byCodePoints } from '../problem/index.js'
import type { Row } from './data.js'
import { order } from './told.js'

/** A version of a record that was told in time. */
export interface CountedRow {
  readonly row: Row
  /** The day on which it counts. */
  readonly day: IsoDate
  /** The day on which its deal was made. */
  readonly made: IsoDate
  /** Whether it is what its id stands for: neither replaced nor taken away. */
  readonly holds: boolean
  /** The own day of the version that replaced it. */
  readonly replacedOn: IsoDate | undefined
}

/** Records that are asked for, in the order of their moments; rows read some that follow each other. */
export interface Selection {
  readonly table: string
  readonly rows: readonly CountedRow[]
}

/** The order of moments: the day on which a record counts, its place within the day, its id. */
export function byMoment(a: CountedRow, b: CountedRow): number {
  return (
    order(a.day, b.day) ||
    byCodePoints(a.row.order ?? '', b.row.order ?? '') ||
    byCodePoints(a.row.id, b.row.id)
  )
}

/** The day on which a version was recorded. */
export function recordedOf({ recorded, on }: Row): IsoDate {
  return recorded ?? on
}

/** A version as it counts, replaced by the next one where there is one. */
export function counted(row: Row, next?: Row): CountedRow {
  const day = row.counts ?? row.on
  return {
    row,
    day,
    made: row.made ?? day,
    holds: next === undefined && row.void !== true,
    replacedOn: next?.on,
  }
}

/** Of some records those that fit: the same list where all do. */
export function fitting(
  records: readonly CountedRow[],
  fits: (record: CountedRow) => boolean,
): readonly CountedRow[] {
  return records.every(fits) ? records : records.filter(fits)
}

/** A member of a record, as text; its own days among them. */
export function memberOf({ row, day, made }: CountedRow, name: string): string | undefined {
  if (name === 'counts') return day
  if (name === 'made') return made
  const value = row[name]
  return typeof value === 'string' ? value : undefined
}

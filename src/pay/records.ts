import type { IsoDate } from '../calendar/index.js'
import type { Row } from './data.js'
import type { Horizon } from './horizon.js'
import { order } from './knowledge.js'

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
  readonly replacedOn?: IsoDate
}

/** The records of a table that were told in time, in the order of their moments. */
export interface CountedTable {
  readonly rows: readonly CountedRow[]
  readonly byPerson: ReadonlyMap<string, readonly CountedRow[]>
  /** Versions that were told too late to count. */
  readonly late: readonly Row[]
}

/**
 * What counts of a table. A version counts where it was recorded before the period of its own day had
 * closed, and before that of the version which it replaces had: so a record that is given another day
 * counts once, and never in two periods or in none.
 */
export function countedRows(rows: readonly Row[], horizon: Horizon, asOf: IsoDate): CountedTable {
  const byId = new Map<string, Row[]>()
  for (const row of rows) push(byId, row.id, row)
  const counted: CountedRow[] = []
  const late: Row[] = []
  for (const versions of byId.values()) {
    let last: Row | undefined
    const own: Row[] = []
    for (const row of versions.sort((a, b) => order(recordedOf(a), recordedOf(b)))) {
      const recorded = recordedOf(row)
      if (recorded > asOf) continue
      const inTime =
        recorded <= horizon.cutoff(row.on) &&
        (last === undefined || recorded <= horizon.cutoff(last.on))
      if (!inTime) late.push(row)
      else {
        last = row
        own.push(row)
      }
    }
    for (const [i, row] of own.entries()) {
      const day = row.counts ?? row.on
      const next = own[i + 1]
      counted.push({
        row,
        day,
        made: row.made ?? day,
        holds: next === undefined && row.void !== true,
        ...(next !== undefined && { replacedOn: next.on }),
      })
    }
  }
  counted.sort(byMoment)
  const byPerson = new Map<string, CountedRow[]>()
  for (const each of counted)
    if (each.row.person !== undefined) push(byPerson, each.row.person, each)
  return { rows: counted, byPerson, late }
}

/** The order of moments: the day on which a record counts, its place within the day, its id. */
export function byMoment(a: CountedRow, b: CountedRow): number {
  return (
    order(a.day, b.day) ||
    byCodePoints(a.row.order ?? '', b.row.order ?? '') ||
    byCodePoints(a.row.id, b.row.id)
  )
}

function byCodePoints(a: string, b: string): number {
  const [left, right] = [codePoints(a), codePoints(b)]
  const at = left.findIndex((sign, i) => sign !== right[i])
  if (at === -1) return left.length - right.length
  return (left[at] as number) - (right[at] ?? -1)
}

function codePoints(text: string): readonly number[] {
  return [...text].map((sign) => sign.codePointAt(0) as number)
}

function recordedOf({ recorded, on }: Row): IsoDate {
  return recorded ?? on
}

/** Puts a value to those of a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** A member of a record, as text; its own days among them. */
export function memberOf({ row, day, made }: CountedRow, name: string): string | undefined {
  if (name === 'counts') return day
  if (name === 'made') return made
  const value = row[name]
  return typeof value === 'string' ? value : undefined
}

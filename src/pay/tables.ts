import type { IsoDate } from '../calendar/index.js'
import { push } from '../problem/push.js'
import { lazily, remembered } from '../problem/remembered.js'
import type { Row } from './data.js'
import type { Horizon } from './horizon.js'
import { order } from './knowledge.js'
import { byMoment, type CountedRow, counted, fitting, recordedOf } from './records.js'
import { idsToldAgain } from './told-again.js'

/** A table as it was given, whenever its records were told. */
export interface Table {
  /** Records of ids that were told once, by their persons and moments; those of nobody too. */
  readonly once: ReadonlyMap<string | undefined, readonly CountedRow[]>
  /** Those of them that count, or of which the deal was made, on another day than their own. */
  readonly moved: readonly CountedRow[]
  /** The versions of each other id, as they were recorded. */
  readonly again: readonly (readonly Row[])[]
}

/** Reads a table once for all horizons. */
export function tableOf(rows: readonly Row[]): Table {
  const again = new Map([...idsToldAgain(rows)].map((id) => [id, [] as Row[]]))
  const once = new Map<string | undefined, CountedRow[]>()
  const moved: CountedRow[] = []
  for (const row of rows) {
    const versions = again.get(row.id)
    if (versions !== undefined) {
      versions.push(row)
      continue
    }
    const record = counted(row)
    push(once, row.person, record)
    if (record.day !== row.on || record.made !== row.on) moved.push(record)
  }
  for (const own of once.values()) own.sort(byMoment)
  const recorded = (a: Row, b: Row) => order(recordedOf(a), recordedOf(b))
  return { once, moved, again: [...again.values()].map((versions) => versions.sort(recorded)) }
}

/** The records of a table that were told in time. */
export interface CountedTable {
  /** All of them, in the order of their moments. */
  readonly rows: () => readonly CountedRow[]
  /** Those of a person, in the order of their moments. */
  readonly of: (person: string) => readonly CountedRow[]
  /** Those that count, or of which the deal was made, on another day than their own; and all of ids told again. */
  readonly moved: () => readonly CountedRow[]
  /** The ids of which several versions were told in time. */
  readonly again: ReadonlySet<string>
  /** Versions that were told too late to count. */
  readonly late: () => readonly Row[]
}

/**
 * What counts of a table. A version counts where it was recorded before the period of its own day had
 * closed, and before that of the version which it replaces had: so a record that is given another day
 * counts once, and never in two periods or in none.
 */
export function countedTable(table: Table, horizon: Horizon, asOf: IsoDate): CountedTable {
  const isKnown = ({ row }: CountedRow) => recordedOf(row) <= asOf
  const isInTime = (record: CountedRow) =>
    isKnown(record) && recordedOf(record.row) <= horizon.happened(record.row.on)
  const told = table.again.map((versions) => countedVersions(versions, horizon, asOf))
  const again = told.flatMap(({ counted }) => counted)
  const byPerson = new Map<string | undefined, CountedRow[]>()
  for (const record of again) push(byPerson, record.row.person, record)
  const of = remembered((person: string | undefined) => {
    const once = fitting(table.once.get(person) ?? [], isInTime)
    const more = byPerson.get(person)
    return more === undefined ? once : [...once, ...more].sort(byMoment)
  })
  return {
    rows: lazily(() => {
      const people = new Set([...table.once.keys(), ...byPerson.keys()])
      return [...people].flatMap(of).sort(byMoment)
    }),
    of,
    moved: lazily(() => [...table.moved.filter(isInTime), ...again]),
    again: new Set(told.flatMap(({ counted }) => counted.slice(1).map(({ row }) => row.id))),
    late: lazily(() => {
      const once = [...table.once.values()].flat()
      const late = once.filter((record) => isKnown(record) && !isInTime(record))
      return [...late.map(({ row }) => row), ...told.flatMap((each) => each.late)]
    }),
  }
}

/** The versions of an id that count, and those that were told too late. */
function countedVersions(versions: readonly Row[], horizon: Horizon, asOf: IsoDate) {
  const own: Row[] = []
  const late: Row[] = []
  for (const row of versions) {
    const recorded = recordedOf(row)
    if (recorded > asOf) continue
    const last = own.at(-1)
    const inTime =
      recorded <= horizon.happened(row.on) &&
      (last === undefined || recorded <= horizon.happened(last.on))
    if (inTime) own.push(row)
    else late.push(row)
  }
  return { counted: own.map((row, i) => counted(row, own[i + 1])), late }
}

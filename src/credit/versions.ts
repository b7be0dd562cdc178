import type { IsoDate, Known } from '../calendar/index.js'
import { push } from '../problem/push.js'
import { remembered } from '../problem/remembered.js'

/** What was told of things that each have a key, as it is known by a day. */
export interface Versions<T> {
  /** Of each key the latest that was recorded by the day; what was taken away is left out. */
  readonly knownBy: (day: IsoDate) => readonly T[]
  /** The days on which something became known later than on its own day, ascending. */
  readonly late: readonly IsoDate[]
}

/** Puts rows in the order of their telling. `ownDay`: when one is known that does not say. */
export function versionsOf<T extends Known>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  ownDay: (row: T) => IsoDate,
): Versions<T> {
  const told = (row: T) => row.recorded ?? ownDay(row)
  const isLate = (row: T) => told(row) > ownDay(row)
  const sorted = rows.some(({ recorded }) => recorded !== undefined)
    ? [...rows].sort((a, b) => (told(a) < told(b) ? -1 : told(a) > told(b) ? 1 : 0))
    : rows
  const late = [...new Set(sorted.filter(isLate).map(told))].sort()
  const steps = new Map<number, readonly T[]>()
  return {
    late,
    knownBy: (day) => {
      // What was told by its own day is known whenever it is asked for; what was late changes it.
      const step = late.findLastIndex((each) => each <= day)
      const found = steps.get(step)
      if (found !== undefined) return found
      const holding = new Map<string, T>()
      for (const row of sorted) if (!isLate(row) || told(row) <= day) holding.set(keyOf(row), row)
      const kept = [...holding.values()].filter((row) => row.void !== true)
      steps.set(step, kept)
      return kept
    },
  }
}

/** {@link versionsOf} the rows of each group, by the group; made when they are first asked for. */
export function versionsBy<T extends Known>(
  rows: readonly T[],
  groupOf: (row: T) => string,
  keyOf: (row: T) => string,
  ownDay: (row: T) => IsoDate,
): (group: string) => Versions<T> | undefined {
  const groups = new Map<string, T[]>()
  for (const row of rows) push(groups, groupOf(row), row)
  return remembered((group) => {
    const own = groups.get(group)
    return own && versionsOf(own, keyOf, ownDay)
  })
}

/** The first of some late days after a day. */
export function nextAfter(late: readonly IsoDate[], day: IsoDate): IsoDate | undefined {
  return late.find((each) => each > day)
}

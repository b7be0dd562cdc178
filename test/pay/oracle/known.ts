import { addDays, type IsoDate } from '../../../src/calendar/index.js'
import type { Where } from '../../../src/pay/component.js'
import type { Known, Row } from '../../../src/pay/data.js'
import { decimal } from '../../../src/quantity/index.js'

/** Every day from 2015 to 2031, and the months they make: all that the oracle knows of the calendar. */
const days: readonly IsoDate[] = Array.from({ length: 17 * 365 }, (_, i) =>
  addDays('2015-01-01', i),
)
const daysByMonth: ReadonlyMap<string, readonly IsoDate[]> = grouped(days, monthOf)
const months: readonly string[] = [...daysByMonth.keys()]
const indices: ReadonlyMap<string, number> = new Map(months.map((month, i) => [month, i]))

function grouped<T>(
  items: readonly T[],
  by: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(by(item))
    if (group === undefined) groups.set(by(item), [item])
    else group.push(item)
  }
  return groups
}

export function monthOf(day: IsoDate): string {
  return day.slice(0, 7)
}

export function daysOf(month: string): readonly IsoDate[] {
  return daysByMonth.get(month) ?? []
}

export function lastDayOf(month: string): IsoDate {
  return daysOf(month).at(-1) as IsoDate
}

export function indexOf(month: string): number {
  return indices.get(month) as number
}

export function monthAt(index: number): string {
  return months[index] as string
}

export function monthsFrom(first: string, last: string): readonly string[] {
  return months.slice(indexOf(first), indexOf(last) + 1)
}

/** By when the state of a day has to be known to count. */
export type Cutoff = (day: IsoDate) => IsoDate

/** Of each key the latest recorded by the day `by`, of equals the later in the list; none where that takes it away. */
export function visible<T extends Known>(
  items: readonly T[],
  { key, own, by }: { key: (item: T) => string; own: (item: T) => IsoDate; by: IsoDate },
): readonly T[] {
  const recorded = (item: T) => item.recorded ?? own(item)
  const latest = new Map<string, T>()
  for (const item of items) {
    if (recorded(item) > by) continue
    const held = latest.get(key(item))
    if (held === undefined || recorded(held) <= recorded(item)) latest.set(key(item), item)
  }
  return [...latest.values()].filter((item) => item.void === undefined)
}

/**
 * The version of each record that counts last. A version counts if it was recorded while its own day
 * could still change, and that of the version it replaces too.
 */
export function holding(rows: readonly Row[], cutoff: Cutoff): readonly Row[] {
  const recorded = (row: Row) => row.recorded ?? row.on
  const held: Row[] = []
  for (const versions of grouped(rows, ({ id }) => id).values()) {
    let last: Row | undefined
    for (const version of versions.toSorted((a, b) => compare(recorded(a), recorded(b)))) {
      const inTime = recorded(version) <= cutoff(version.on)
      const replaces = last === undefined || recorded(version) <= cutoff(last.on)
      if (inTime && replaces) last = version
    }
    if (last !== undefined && last.void === undefined) held.push(last)
  }
  return held
}

export function compare(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Whether values are as `where` says; what is not there is not. */
export function meets(where: Where, read: (name: string) => string | undefined): boolean {
  return Object.entries(where).every(([name, asked]) => {
    const value = read(name)
    if (value === undefined) return false
    if (!('atLeast' in asked || 'above' in asked || 'atMost' in asked || 'below' in asked))
      return (asked as readonly string[]).includes(value)
    const { atLeast, above, atMost, below } = asked
    const number = decimal(value)
    return (
      (atLeast === undefined || number.gte(atLeast)) &&
      (above === undefined || number.gt(above)) &&
      (atMost === undefined || number.lte(atMost)) &&
      (below === undefined || number.lt(below))
    )
  })
}

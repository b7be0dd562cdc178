import { type Decimal, decimal } from './decimal.js'

/** Which way a criterion is better. */
export type Direction = 'higher' | 'lower'

/** What parts two entries of a ranking. */
export interface Gap {
  /** The other entry; of several that are equal the first by id. */
  readonly id: string
  /** The first criterion in which the two differ, counted from 0. */
  readonly criterion: number
  /** By how much they differ in it, above zero: a decimal string. */
  readonly by: string
}

/** One entry's place in a ranking. */
export interface Ranked {
  readonly id: string
  /** 1 for the first. Equal entries share a place, and the next one skips as many. */
  readonly place: number
  /**
   * How many are equal in every criterion, itself included: a ranking holds them one after the other,
   * at `slice(place - 1, place - 1 + equals)`.
   */
  readonly equals: number
  /** The nearest better entry; none for the first place. */
  readonly behind?: Gap
  /** The nearest worse entry; none for the last place. */
  readonly ahead?: Gap
}

interface Entry {
  readonly id: string
  readonly values: readonly Decimal[]
}

/**
 * Ranks entries by several criteria: the second counts where the first is equal, and so on. The
 * result is in the order of places, equal entries by id in code-unit order, so the order in which
 * entries are given does not matter. Values are decimal strings, one a direction; 1.0 equals 1.00.
 *
 * @example
 * rank([{ id: 'a', values: ['0.9'] }, { id: 'b', values: ['0.8'] }], ['lower']).map(({ id }) => id) //=> ['b', 'a']
 */
export function rank(
  entries: readonly { readonly id: string; readonly values: readonly string[] }[],
  directions: readonly Direction[],
): readonly Ranked[] {
  const read = entries.map(({ id, values }) => ({ id, values: values.map(decimal) }))
  const sorted = read.sort((a, b) => compare(a, b, directions) || (a.id < b.id ? -1 : 1))
  const groups: Entry[][] = []
  for (const entry of sorted) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && compare(group[0], entry, directions) === 0) group.push(entry)
    else groups.push([entry])
  }
  let place = 1
  return groups.flatMap((group, i) => {
    const first = place
    place += group.length
    const [better, worse] = [groups[i - 1]?.[0], groups[i + 1]?.[0]]
    return group.map((entry) => ({
      id: entry.id,
      place: first,
      equals: group.length,
      ...(better !== undefined && { behind: gap(entry, better) }),
      ...(worse !== undefined && { ahead: gap(entry, worse) }),
    }))
  })
}

/** Below zero where `a` stands before `b`. */
function compare(a: Entry, b: Entry, directions: readonly Direction[]): number {
  const i = firstDifference(a, b)
  if (i < 0) return 0
  const sign = directions[i] === 'higher' ? -1 : 1
  return sign * (a.values[i] as Decimal).comparedTo(b.values[i] as Decimal)
}

function firstDifference(a: Entry, b: Entry): number {
  return a.values.findIndex((value, i) => !value.equals(b.values[i] as Decimal))
}

function gap(entry: Entry, other: Entry): Gap {
  const criterion = firstDifference(entry, other)
  const by = (entry.values[criterion] as Decimal).minus(other.values[criterion] as Decimal).abs()
  return { id: other.id, criterion, by: by.toFixed() }
}

import { addDays, type IsoDate } from '../../calendar/index.js'
import { at } from '../../problem/index.js'
import type { Change } from './change.js'
import { change } from './change.js'
import type { Periods } from './periods.js'

/** The days on which something holds; the last one may be open. */
export interface Days {
  readonly from: IsoDate
  readonly to?: IsoDate | undefined
}

/** A version of a policy of 0.1, with the periods that it paid. */
export interface Span<Version> extends Days {
  readonly version: Version
}

/**
 * The whole periods that each version paid: that of a period's first day paid all of it. One that held on
 * no first day paid nothing.
 */
export function spansOf<Version extends Days>(
  versions: readonly Version[],
  periods: Periods,
  path: string,
  changes: Change[],
): readonly Span<Version>[] {
  return versions.flatMap((version, i) => {
    const place = at(at(path, 'versions'), i)
    const next = versions[i + 1]
    const from = periods.firstFrom(version.from)
    const ends = next === undefined ? version.to : undefined
    const to =
      next === undefined ? ends && periods.lastOf(ends) : addDays(periods.firstFrom(next.from), -1)
    if (to !== undefined && to < from) {
      changes.push(
        change('never-held', place, {
          from: version.from,
          to: ends ?? addDays(next?.from as IsoDate, -1),
        }),
      )
      return []
    }
    if (from !== version.from)
      changes.push(change('waits', at(place, 'from'), { found: version.from, now: from }))
    if (ends !== undefined && ends !== to)
      changes.push(change('ends-later', at(place, 'to'), { found: ends, now: to as IsoDate }))
    return [{ version, from, ...(to !== undefined && { to }) }]
  })
}

/** What a department uses of a policy, and when. */
export interface Use<Terms> extends Days {
  readonly department: string
  readonly terms: Terms
  readonly reason: string
}

/** Days on which the same departments use the same terms. */
export interface Piece<Terms, Version> extends Days {
  readonly departments: readonly string[]
  readonly terms: Terms
  readonly reasons: readonly string[]
  readonly version: Version
}

/**
 * Cuts time where a version of a policy, or what a department uses of it, begins or ends. Departments that
 * use it by the same terms stand together; each of several terms has a line of pieces of its own.
 */
export function piecesOf<Terms, Version>(
  uses: readonly Use<Terms>[],
  versions: readonly Span<Version>[],
): readonly (readonly Piece<Terms, Version>[])[] {
  const all: readonly Days[] = [...uses, ...versions]
  const days = all.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [addDays(to, 1)])])
  const cuts = [...new Set(days)].sort()
  const lines: Piece<Terms, Version>[][] = []
  for (const [i, from] of cuts.entries()) {
    const next = cuts[i + 1]
    const days = { from, ...(next !== undefined && { to: addDays(next, -1) }) }
    const span = versions.find((each) => holdsOn(each, from))
    if (span === undefined) continue
    const groups = new Map<string, Use<Terms>[]>()
    for (const use of uses.filter((each) => holdsOn(each, from))) {
      const key = JSON.stringify(use.terms)
      groups.set(key, [...(groups.get(key) ?? []), use])
    }
    const free = new Set<number>()
    for (const line of placesFor([...groups.keys()], lines, free)) {
      const [key, place] = line
      const own = groups.get(key) as Use<Terms>[]
      const piece = {
        ...days,
        departments: own.map(({ department }) => department),
        terms: (own[0] as Use<Terms>).terms,
        reasons: [...new Set(own.map(({ reason }) => reason))],
        version: span.version,
      }
      const known = lines[place] ?? []
      lines[place] = known
      addPiece(known, piece)
    }
  }
  return lines
}

function holdsOn({ from, to }: Days, day: IsoDate): boolean {
  return from <= day && (to === undefined || day <= to)
}

/** Terms stay on the line on which they stood last; new ones take the first line that is free. */
function placesFor<Terms, Version>(
  keys: readonly string[],
  lines: readonly (readonly Piece<Terms, Version>[])[],
  taken: Set<number>,
): readonly (readonly [key: string, place: number])[] {
  const last = lines.map((line) => JSON.stringify(line.at(-1)?.terms))
  const known = keys.map((key) => [key, last.indexOf(key)] as const)
  for (const [, place] of known) if (place >= 0) taken.add(place)
  return known.map(([key, place]) => {
    if (place >= 0) return [key, place]
    let free = 0
    while (taken.has(free)) free += 1
    taken.add(free)
    return [key, free]
  })
}

/** Goes on with the last piece where nothing but time has changed. */
function addPiece<Terms, Version>(
  line: Piece<Terms, Version>[],
  piece: Piece<Terms, Version>,
): void {
  const before = line.at(-1)
  const same =
    before?.to !== undefined &&
    addDays(before.to, 1) === piece.from &&
    before.version === piece.version &&
    JSON.stringify([before.departments, before.terms]) ===
      JSON.stringify([piece.departments, piece.terms])
  if (same) {
    const { to: _, ...rest } = before
    line[line.length - 1] = { ...rest, ...(piece.to !== undefined && { to: piece.to }) }
  } else line.push(piece)
}

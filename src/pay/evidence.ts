import type { Span } from '../calendar/index.js'
import { remembered } from '../problem/remembered.js'
import type { DataIndex } from './data-index.js'
import { planOf } from './plan.js'
import { type ComponentItem, type GroupItem, type Item, isOfPeriod } from './reading.js'
import type { CountedRow } from './records.js'
import type { Settled } from './run.js'
import { type Window, windowOf } from './windows.js'
import { type Evidence, isFailed, type PayRow, type Work } from './work.js'

/**
 * How many records a number may have been worked out from, and which figures it was: its own, and those
 * of the components of its row. Records are counted whether or not they came to count, and those that
 * were replaced or taken away too: fewer later are fewer given, and not only fewer that fit (R12).
 */
export function evidenceOf(work: Work, whole: PayRow, items: readonly Item[]): Evidence {
  const { component, version } = whole
  const { ofFigure, ofRecords, joined } = evidences(work.index)
  let evidence = noEvidence
  let [name, period] = ['', '']
  for (const item of items) {
    if (item.kind === 'component') evidence = joined(evidence, evidenceBelow(work, whole, item))
    else if (item.kind === 'group') evidence = joined(evidence, evidenceAmong(work, whole, item))
    // An input and whether it is given are read of the same.
    else if (item.kind === 'figure' && (item.name !== name || item.period !== period)) {
      name = item.name
      period = item.period
      evidence = joined(evidence, ofFigure(name, period))
    }
  }
  for (const { table, over, all } of planOf(version).tables) {
    // What was read had a window.
    const window = windowOf(work, whole, over) as Window
    const count = idsGiven(work, whole, table, window, all)
    evidence = joined(evidence, ofRecords(`${component.name} ${table}`, count))
  }
  return evidence
}

/** That of what was worked out from nothing that may vanish. */
export const noEvidence: Evidence = { records: new Map(), figures: new Set() }

/** That of a number that stands as it was settled: what it was worked out from then, for all who read it. */
export function evidenceKept({ records = {}, figures = [] }: Settled): Evidence {
  return { records: new Map(Object.entries(records)), figures: new Set(figures) }
}

/** All who were given the same have the same: they are very many, and most are alike. */
const evidences = remembered((_: DataIndex) => {
  const figures = remembered((name: string) =>
    remembered(
      (period: string): Evidence => ({
        records: noEvidence.records,
        figures: new Set([`${name} ${period}`]),
      }),
    ),
  )
  const records = remembered((key: string) =>
    remembered(
      (count: number): Evidence => ({
        records: new Map([[key, count]]),
        figures: noEvidence.figures,
      }),
    ),
  )
  const both = remembered((one: Evidence) => remembered((other: Evidence) => union(one, other)))
  return {
    ofFigure: (name: string, period: string) => figures(name)(period),
    ofRecords: (key: string, count: number) => records(key)(count),
    joined: (one: Evidence, other: Evidence) => {
      if (other === noEvidence || other === one) return one
      return one === noEvidence ? other : both(one)(other)
    },
  }
}, new WeakMap())

function union(one: Evidence, other: Evidence): Evidence {
  const records = new Map(one.records)
  for (const [key, count] of other.records) records.set(key, Math.max(records.get(key) ?? 0, count))
  return { records, figures: new Set([...one.figures, ...other.figures]) }
}

/** What was read of a group: of people each their own, of other groups all of them, alike for all. */
function evidenceAmong(work: Work, whole: PayRow, item: GroupItem): Evidence {
  const { members, own } = item
  const of = (some: readonly ComponentItem[]) =>
    some.reduce(
      (all, each) => evidences(work.index).joined(all, evidenceBelow(work, whole, each)),
      noEvidence,
    )
  if (members[0]?.holder.person !== undefined)
    return of(own(whole.holder).map((place) => members[place] as ComponentItem))
  const found = evidenceOfGroups.get(item) ?? of(members)
  evidenceOfGroups.set(item, found)
  return found
}

/** All who read an item read it by one work, in one period. */
const evidenceOfGroups = new WeakMap<GroupItem, Evidence>()

/** How many ids have a version that touches a window, from its deal's day to its own. */
function idsGiven(
  work: Work,
  { holder }: PayRow,
  table: string,
  window: Span,
  all: boolean,
): number {
  const { rows, of, again } = work.table(table)
  const { person } = holder.owner
  const touches = ({ row, day, made }: CountedRow) => {
    const [first, last] = [day < made ? day : made, day > row.on ? day : row.on]
    return first <= window.to && last >= window.from
  }
  const count = (records: readonly CountedRow[]) => {
    if (records.length === 0) return 0
    const several = new Set<string>()
    let once = 0
    for (const record of records)
      if (touches(record)) {
        if (again.has(record.row.id)) several.add(record.row.id)
        else once += 1
      }
    return once + several.size
  }
  if (!all && person !== undefined) return count(of(person))
  return work.once(`given ${table} ${window.from} ${window.to}`, () => count(rows()))
}

/** What a component was worked out from that a row reads of itself, or of its group. */
function evidenceBelow(work: Work, row: PayRow, item: ComponentItem): Evidence {
  const shared = item.holder === row.holder || item.holder.person === undefined
  if (!shared || !isOfPeriod(item, row)) return noEvidence
  const result = work.result(item.component, item.holder, item.index)
  return result === undefined || isFailed(result) ? noEvidence : result.evidence
}

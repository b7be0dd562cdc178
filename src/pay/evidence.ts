import type { Span } from '../calendar/index.js'
import type { Over } from './component.js'
import type { Item } from './reading.js'
import type { CountedRow } from './records.js'
import { type Window, windowOf } from './windows.js'
import { type Evidence, isFailed, type PayRow, type Work } from './work.js'

/**
 * How many records a number may have been worked out from, and which figures it was: its own, and those
 * of the components of its row. Records are counted whether or not they came to count, and those that
 * were replaced or taken away too: fewer later are fewer given, and not only fewer that fit (R12).
 */
export function evidenceOf(work: Work, whole: PayRow, items: readonly Item[]): Evidence {
  const records = new Map<string, number>()
  const figures = new Set<string>()
  for (const item of items) {
    if (item.kind === 'figure') figures.add(`${item.name} ${item.period}`)
    else if (item.kind === 'component') addBelow(work, whole, item, records, figures)
  }
  const { component } = whole
  for (const { table, over, all } of tablesOf(whole)) {
    // What was read had a window.
    const window = windowOf(work, whole, over) as Window
    const key = `${component.name} ${table}`
    const given = idsGiven(work, whole, table, window, all)
    records.set(key, Math.max(records.get(key) ?? 0, given))
  }
  return { records, figures }
}

interface TableRead {
  readonly table: string
  readonly over: Over
  /** Of everybody. */
  readonly all: boolean
}

/** The tables that a row reads, and in which window. */
function tablesOf({ version: { component } }: PayRow): readonly TableRead[] {
  const { each, reads } = component
  const rows =
    typeof each === 'object'
      ? [{ table: each.record, over: each.over ?? ('period' as const), all: false }]
      : []
  return [
    ...rows,
    ...Object.values(reads).flatMap((source) =>
      source.from === 'records'
        ? [{ table: source.of, over: source.over ?? 'period', all: source.whose === 'all' }]
        : [],
    ),
  ]
}

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
function addBelow(
  work: Work,
  { holder, index }: PayRow,
  item: Extract<Item, { readonly kind: 'component' }>,
  records: Map<string, number>,
  figures: Set<string>,
): void {
  const shared = item.holder === holder || item.holder.person === undefined
  if (!shared || item.index !== index) return
  const result = work.result(item.component, item.holder, index)
  if (result === undefined || isFailed(result)) return
  for (const [key, count] of result.evidence.records) records.set(key, count)
  for (const figure of result.evidence.figures) figures.add(figure)
}

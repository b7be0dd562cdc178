import type { Span } from '../calendar/index.js'
import { planOf } from './plan.js'
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
  const { component, version } = whole
  let found = noEvidence
  let own: { readonly records: Map<string, number>; readonly figures: Set<string> } | undefined
  // Most have none, or that of one component: it is copied where something is added.
  const added = () => {
    own ??= { records: new Map(found.records), figures: new Set(found.figures) }
    found = own
    return own
  }
  const add = (below: Evidence) => {
    if (below === noEvidence || below === found) return
    if (found === noEvidence) {
      found = below
      return
    }
    const { records, figures } = added()
    for (const [key, count] of below.records) records.set(key, count)
    for (const figure of below.figures) figures.add(figure)
  }
  for (const item of items) {
    if (item.kind === 'figure') added().figures.add(`${item.name} ${item.period}`)
    else if (item.kind === 'component') add(evidenceBelow(work, whole, item))
  }
  for (const { table, over, all } of planOf(version).tables) {
    // What was read had a window.
    const window = windowOf(work, whole, over) as Window
    const key = `${component.name} ${table}`
    const given = idsGiven(work, whole, table, window, all)
    const { records } = added()
    records.set(key, Math.max(records.get(key) ?? 0, given))
  }
  return own === undefined ? found : shared(work, found)
}

/** The same of all who were given the same: they are very many, and most are alike. */
function shared(work: Work, { records, figures }: Evidence): Evidence {
  const all = work.once('evidence', () => new Map<string, Evidence>())
  const key = JSON.stringify([[...records], [...figures]])
  const known = all.get(key) ?? { records, figures }
  all.set(key, known)
  return known
}

/** That of what was worked out from nothing that may vanish. */
export const noEvidence: Evidence = { records: new Map(), figures: new Set() }

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
function evidenceBelow(
  work: Work,
  { holder, index }: PayRow,
  item: Extract<Item, { readonly kind: 'component' }>,
): Evidence {
  const shared = item.holder === holder || item.holder.person === undefined
  if (!shared || item.index !== index) return noEvidence
  const result = work.result(item.component, item.holder, index)
  return result === undefined || isFailed(result) ? noEvidence : result.evidence
}

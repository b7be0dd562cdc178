import type { Span } from '../calendar/index.js'
import { remembered } from '../problem/remembered.js'
import type { DataIndex } from './data-index.js'
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
  const below: Evidence[] = []
  const figures: string[] = []
  const records: (readonly [key: string, count: number])[] = []
  let key = ''
  for (const item of items) {
    if (item.kind === 'figure') {
      const figure = `${item.name} ${item.period}`
      // An input and whether it is given are read of the same.
      if (figures.at(-1) === figure) continue
      figures.push(figure)
      key += `${figure}\n`
    } else if (item.kind === 'component') {
      const each = evidenceBelow(work, whole, item)
      if (each === noEvidence) continue
      below.push(each)
      key += `${each.id}\n`
    }
  }
  for (const { table, over, all } of planOf(version).tables) {
    // What was read had a window.
    const window = windowOf(work, whole, over) as Window
    const count = idsGiven(work, whole, table, window, all)
    records.push([`${component.name} ${table}`, count])
    key += `${component.name} ${table} ${count}\n`
  }
  if (key === '') return noEvidence
  const [first, ...others] = below
  if (first !== undefined && figures.length + records.length + others.length === 0) return first
  // The same of all who were given the same: they are very many, and most are alike.
  const known = alike(work.index)
  const found = known.get(key) ?? gathered(known.size + 1, below, figures, records)
  known.set(key, found)
  return found
}

/** By what they are of; numbered through all horizons of the same data, since one reads of another. */
const alike = remembered((_: DataIndex) => new Map<string, Evidence>(), new WeakMap())

function gathered(
  id: number,
  below: readonly Evidence[],
  figures: readonly string[],
  own: readonly (readonly [key: string, count: number])[],
): Evidence {
  const records = new Map(below.flatMap((each) => [...each.records]))
  for (const [key, count] of own) records.set(key, Math.max(records.get(key) ?? 0, count))
  return {
    id,
    records,
    figures: new Set([...figures, ...below.flatMap((each) => [...each.figures])]),
  }
}

/** That of what was worked out from nothing that may vanish. */
export const noEvidence: Evidence = { id: 0, records: new Map(), figures: new Set() }

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

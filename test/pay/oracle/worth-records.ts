import { addDays, type IsoDate } from '../../../src/calendar/index.js'
import type { RecordsSource } from '../../../src/pay/component.js'
import type { Row } from '../../../src/pay/data.js'
import { holding, meets, monthOf } from './known.js'
import { personOf, spansOf } from './worth-people.js'
import { type Knowledge, once, type RowOf, sum } from './worth-row.js'
import { windowOf } from './worth-time.js'

export function recordsOf(row: RowOf, source: RecordsSource, read: string[]): string {
  const { known, month } = row
  const [from, to] = windowOf(month, source.over)
  const rows = heldRows(known, source.of).filter((record) => {
    const day = countedOn(row, record, source.whose)
    return day !== undefined && from <= day && day <= to
  })
  read.push(...rows.map(({ id }) => `record|${source.of}|${id}`))
  const { where = {}, value = '', as } = source
  const met = rows.filter((record) => meets(where, (name) => record[name] as string | undefined))
  if (as === 'count') return String(met.length)
  if (as === 'sum') return sum(met.map((record) => record[value] as string)).toFixed()
  throw new Error('the oracle adds and counts records')
}

function heldRows(known: Knowledge, table: string): readonly Row[] {
  const rows = known.data.records?.[table] ?? []
  return once(known, `records ${table}`, () => holding(rows, known.cutoff))
}

/** The day on which a record counts for a row, if it belongs to it at all. */
function countedOn(
  { known, component, owner }: RowOf,
  record: Row,
  whose: RecordsSource['whose'],
): IsoDate | undefined {
  const counts = record.counts ?? record.on
  if (whose === 'all' || owner === 'company') return counts
  if (!('person' in owner)) throw new Error('the oracle knows records of people and the company')
  if (record.person !== owner.person) return undefined
  const { where, after = 'last' } = component.eligible ?? {}
  const spans = spansOf(known, personOf(known, owner.person), where)
  const within = (day: IsoDate) => spans.get(monthOf(day))?.includes(day) ?? false
  const made = record.made ?? counts
  if (!within(made)) return undefined
  if (after === 'lost') return within(counts) && within(record.on) ? counts : undefined
  if (within(counts) || counts < made) return counts
  // What happens after the span in which the deal was made counts on its last day.
  let last = made
  while (within(addDays(last, 1))) last = addDays(last, 1)
  return last
}

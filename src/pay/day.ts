import { type IsoDate, isIsoDate } from '../calendar/index.js'
import { textOn } from './attribute.js'
import type { Day, Each } from './component.js'
import { type CountedRow, memberOf, type Selection } from './records.js'
import { selection } from './selection.js'
import type { PayRow, Work } from './work.js'

/** The day that a source names: of an attribute or a member, or of a record of the row's group. */
export function dayOf(work: Work, row: PayRow, day: Day): IsoDate | undefined {
  if (typeof day !== 'string') return dayOfRecord(work, row, day)
  const member = row.records === undefined ? undefined : sameMember(row.records.rows, day)
  const found = member ?? textOn(work, row.holder, day, row.to)
  return isIsoDate(found) ? found : undefined
}

/** A member of the records of a row, where it is the same in all. */
export function sameMember(
  rows: NonNullable<PayRow['records']>['rows'],
  name: string,
): string | undefined {
  const [first, ...others] = rows
  // A row has one record at least.
  const value = memberOf(first as CountedRow, name)
  return others.every((record) => memberOf(record, name) === value) ? value : undefined
}

/** The day of the first or the last record of the row's group that a condition keeps, whenever it was. */
function dayOfRecord(
  work: Work,
  { component, holder, version, records }: PayRow,
  day: Exclude<Day, string>,
): IsoDate | undefined {
  const { record: table, by } = version.component.each as Exclude<Each, 'stretch'>
  const where = 'first' in day ? day.first : day.last
  const { name } = records as NonNullable<PayRow['records']>
  const asked = { of: table, where, same: [by as string] }
  // A row of records was made of what its owner has.
  const found = selection(work, { component, holder }, asked, [name]) as Selection
  return ('first' in day ? found.rows[0] : found.rows.at(-1))?.row.on
}

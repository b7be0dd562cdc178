import { type IsoDate, isIsoDate } from '../calendar/index.js'
import { textOn } from './attribute.js'
import type { Day, Each } from './component.js'
import { ownRecords } from './own-records.js'
import { type CountedRow, memberOf } from './records.js'
import { matches } from './where.js'
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
  const values = new Set(rows.map((record) => memberOf(record, name)))
  return values.size === 1 ? [...values][0] : undefined
}

/** The day of the first or the last record of the row's group that a condition keeps, whenever it was. */
function dayOfRecord(
  work: Work,
  { component, holder, version, records }: PayRow,
  day: Exclude<Day, string>,
): IsoDate | undefined {
  const { record: table, by } = version.component.each as Exclude<Each, 'stretch'>
  // A row of records was made of these.
  const own = ownRecords(work, component, holder, table) as readonly CountedRow[]
  const where = 'first' in day ? day.first : day.last
  const found = own.filter(
    (record) =>
      record.holds &&
      memberOf(record, by as string) === (records as NonNullable<PayRow['records']>).name &&
      matches(where, (name) => memberOf(record, name)),
  )
  return ('first' in day ? found[0] : found.at(-1))?.row.on
}

import { add, constant, type Expression, input, type NumberInput } from '../formula/index.js'
import { decimal } from '../quantity/index.js'
import type { FigureSource, MemberSource, RecordsSource } from './component.js'
import type { Reading, RecordsItem } from './reading.js'
import { memberOf } from './records.js'
import type { PayRow } from './work.js'

/** A number of the data that moves: a figure that the person reads, or a member of a record. */
export type Moving =
  | { readonly figure: string }
  | { readonly table: string; readonly id: string; readonly value: string }

/** An input of a row, as it was read. */
export interface ReadOf {
  readonly row: PayRow
  readonly name: string
  readonly reading: Reading
}

/** What an input becomes where the number moves it: a formula of it, or `held` where none is written. */
export type Moved = Expression | 'held' | undefined

/** An input that is the number itself. */
export function numberOf({ row, name }: Pick<ReadOf, 'row' | 'name'>): Expression {
  const { unit, scale, label } = declaredOf(row, name)
  return input(name, unit, scale, label)
}

/** How a number of a row's formula is declared. */
export function declaredOf({ version }: PayRow, name: string): NumberInput {
  return version.formula.inputs[name] as NumberInput
}

/** A figure that is read. */
export function movedFigure(over: Moving, read: ReadOf, source: FigureSource): Moved {
  const isRead = 'figure' in over && source.name === over.figure && read.reading.items.length > 0
  if (!isRead || source.is === 'given') return undefined
  return source.convert === undefined ? numberOf(read) : 'held'
}

/** A member of the record that the row is of. */
export function movedMember(over: Moving, read: ReadOf, source: MemberSource): Moved {
  if ('figure' in over || source.name !== over.value || !isOf(over, read.row)) return undefined
  const { rows } = read.row.records as NonNullable<PayRow['records']>
  return rows.length === 1 && source.convert === undefined ? numberOf(read) : 'held'
}

/** Whether a component has rows of those records alone whose number, the one that moves, is asked for. */
export function asksFor(over: Moving, { component: { each } }: PayRow['version']): boolean {
  return (
    'table' in over &&
    typeof each === 'object' &&
    each.record === over.table &&
    Object.hasOwn(each.where ?? {}, over.value)
  )
}

/** Whether a row is of records among which the one is that moves. */
function isOf(over: Extract<Moving, { table: string }>, { records, version }: PayRow): boolean {
  const { each } = version.component
  return (
    typeof each === 'object' &&
    each.record === over.table &&
    records?.rows.some(({ row }) => row.id === over.id) === true
  )
}

/** Records that are added up, among them the one that moves. */
export function movedRecords(over: Moving, read: ReadOf, source: RecordsSource): Moved {
  if ('figure' in over || source.of !== over.table) return undefined
  // Which records are read would change with the number.
  if (Object.hasOwn(source.where ?? {}, over.value)) return 'held'
  if (source.value !== over.value || source.as === 'count') return undefined
  const own = (read.reading.items as readonly RecordsItem[])
    .flatMap(({ selection, start, end }) => selection.rows.slice(start, end))
    .find(({ row }) => row.id === over.id)
  if (own === undefined) return undefined
  if (source.as !== 'sum' || source.convert !== undefined) return 'held'
  const rest = decimal(read.reading.value as string).minus(memberOf(own, over.value) as string)
  return add(constant(rest.toFixed(), declaredOf(read.row, read.name).unit), numberOf(read))
}

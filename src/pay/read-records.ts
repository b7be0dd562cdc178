import { remembered } from '../problem/remembered.js'
import type { Decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import { aggregated } from './aggregate.js'
import type { As, RecordsSource } from './component.js'
import { sameMember } from './day.js'
import { convertedAt, type Numbers, numbersOf } from './numbers.js'
import type { Item, Reading } from './reading.js'
import { type CountedRow, memberOf, type Selection } from './records.js'
import { selection } from './selection.js'
import { type Places, placesIn, windowOf } from './windows.js'
import { isFailed, type PayRow, type Work } from './work.js'

/** An aggregate of the records that a row asks for. */
export function readRecords(work: Work, row: PayRow, source: RecordsSource): Reading {
  const { as, value, over = 'period', same = [] } = source
  const alike = same.map((name) => sameMember((row.records as Alike).rows, name))
  const found = selection(work, row, source, alike)
  if (isFailed(found)) return { problems: found.problems, items: [] }
  const window = windowOf(work, row, over)
  if ('problems' in window) return { problems: window.problems, items: [] }
  const places = placesIn(window, found.rows)
  if (value === undefined || as === 'count' || as === 'distinct')
    return { value: countOf(as, value, found, places), items: itemsOf({ value }, found, places) }
  return readNumbers(work, row, { ...source, value }, found, places)
}

type Alike = NonNullable<PayRow['records']>

function itemsOf(
  { value: member, convert }: Pick<RecordsSource, 'value' | 'convert'>,
  selection: Selection,
  { start, end }: Places,
  rateAt: Numbers['rateAt'] = unrated,
): readonly Item[] {
  return start === end ? [] : [{ kind: 'records', selection, member, convert, start, end, rateAt }]
}

const unrated = () => undefined

/** How many records there are, or how many have a member; or how many values of it. */
function countOf(
  as: As,
  member: string | undefined,
  selection: Selection,
  { start, end }: Places,
): string {
  if (member === undefined) return String(end - start)
  if (as !== 'distinct') {
    const counts = runningCounts(selection)(member)
    return String((counts[end] as number) - (counts[start] as number))
  }
  const values = selection.rows.slice(start, end).map((record) => memberOf(record, member))
  return String(new Set(values.filter((value) => value !== undefined)).size)
}

/** How many of the first so many records of a selection have a member. */
const runningCounts = remembered(
  ({ rows }: Selection) =>
    remembered((member: string) => {
      const counts = [0]
      for (const record of rows)
        counts.push((counts.at(-1) as number) + Number(memberOf(record, member) !== undefined))
      return counts
    }),
  new WeakMap(),
)

function readNumbers(
  work: Work,
  row: PayRow,
  source: RecordsSource & { readonly value: string },
  found: Selection,
  places: Places,
): Reading {
  const { as, of: table, value: member } = source
  const numbers = numbersOf(work, row, source, found, places)
  const unreadable = firstIn(numbers.unreadable, places)
  if (unreadable !== undefined) {
    const { id } = (found.rows[unreadable] as CountedRow).row
    return { items: [], problems: [payProblem('no-member', '', { table, id, member })] }
  }
  const failed = firstIn(numbers.unrated, places)
  if (failed !== undefined) return convertedAt(work, row, source, found, failed)
  const items = itemsOf(source, found, places, numbers.rateAt)
  return { value: numberOf(as, numbers, places)?.toFixed(), items }
}

/** The first of some places, ascending, that is within others. */
function firstIn(all: readonly number[], { start, end }: Places): number | undefined {
  const first = all.find((place) => place >= start)
  return first !== undefined && first < end ? first : undefined
}

/** The first or the last of some numbers, or what they come to. */
function numberOf(as: As, numbers: Numbers, { start, end }: Places): Decimal | undefined {
  if (as === 'sum') return numbers.sum({ start, end })
  const from = as === 'last' ? Math.max(start, end - 1) : start
  const to = as === 'first' ? Math.min(end, start + 1) : end
  const values = Array.from({ length: to - from }, (_, i) => numbers.decimalAt(from + i))
  return aggregated(as, values)
}

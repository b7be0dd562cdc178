import { type Decimal, decimal, fromScaled } from '../quantity/index.js'
import { integerOf, isDecimalText } from '../quantity/internal.js'
import type { Convert, RecordsSource } from './component.js'
import { converted } from './convert.js'
import type { Item, Reading } from './reading.js'
import { memberOf, type Selection } from './records.js'
import type { Places } from './windows.js'
import type { PayRow, Work } from './work.js'

/**
 * The numbers that some records have under a member, in the book's money where they are converted; and
 * their running sums, so that a sum is known by its ends. Those of a failing one go on without it.
 */
export interface Numbers extends Places {
  /** The places of records whose member is no number; and of those whose money has no rate. */
  readonly unreadable: readonly number[]
  readonly unrated: readonly number[]
  readonly decimalAt: (place: number) => Decimal
  /** The rate by which a record was converted. */
  readonly rateAt: (place: number) => Item | undefined
  readonly sum: (places: Places) => Decimal
}

const known = new WeakMap<Selection, Map<string, Numbers>>()

/**
 * The numbers of some records of a selection: of those that are asked for first alone, then of all, so
 * that rows which ask for more and more are worked out together.
 */
export function numbersOf(
  work: Work,
  row: PayRow,
  source: RecordsSource & { readonly value: string },
  selection: Selection,
  places: Places,
): Numbers {
  const numbers = known.get(selection) ?? new Map<string, Numbers>()
  const key = JSON.stringify([source.value, source.convert])
  const before = numbers.get(key)
  if (before !== undefined && before.start <= places.start && places.end <= before.end)
    return before
  const all = before === undefined ? places : { start: 0, end: selection.rows.length }
  const made = read(work, row, source, selection, all)
  known.set(selection, numbers.set(key, made))
  return made
}

function read(
  work: Work,
  row: PayRow,
  source: RecordsSource & { readonly value: string },
  selection: Selection,
  { start, end }: Places,
): Numbers {
  const unreadable: number[] = []
  const unrated: number[] = []
  const texts: string[] = []
  const rates: (Item | undefined)[] = []
  for (let place = start; place < end; place++) {
    const amount = memberOf(selection.rows[place] as Selection['rows'][number], source.value)
    const isRead = isDecimalText(amount)
    if (!isRead) unreadable.push(place)
    if (source.convert === undefined || !isRead) {
      texts.push(isRead ? amount : '0')
      continue
    }
    const { value, items } = convertedAt(work, row, source, selection, place)
    if (value === undefined) unrated.push(place)
    texts.push(value ?? '0')
    rates[place - start] = items[0]
  }
  const sums = runningSums(texts)
  return {
    start,
    end,
    unreadable,
    unrated,
    decimalAt: (place) => decimal(texts[place - start] as string),
    rateAt: (place) => rates[place - start],
    sum: (places) => sums(places.start - start, places.end - start),
  }
}

/** The number of a record in the book's money, or why it has none. */
export function convertedAt(
  work: Work,
  row: PayRow,
  { convert, value }: RecordsSource & { readonly value: string },
  { rows }: Selection,
  place: number,
): Reading {
  const record = rows[place] as Selection['rows'][number]
  return converted(work, row, convert as Convert, {
    amount: memberOf(record, value) as string,
    day: record.row.on,
    named: (name) => memberOf(record, name),
    items: [],
  })
}

/** The exact sum of the decimals from one place to before another. */
function runningSums(texts: readonly string[]): (start: number, end: number) => Decimal {
  const scale = texts.reduce((most, text) => Math.max(most, placesIn(text)), 0)
  let sum = 0n
  const sums = [sum]
  for (const text of texts) {
    sum += integerOf(text, scale)
    sums.push(sum)
  }
  return (start, end) => decimal(fromScaled((sums[end] as bigint) - (sums[start] as bigint), scale))
}

function placesIn(text: string): number {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

import type { IsoDate } from '../calendar/index.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import { attributeOn } from './attribute.js'
import type { Convert } from './component.js'
import { nameOf } from './data-index.js'
import type { Item, Reading } from './reading.js'
import type { PayRow, Work } from './work.js'

/** An amount that was read, its day, and what it has under a name: an attribute, or a member of its record. */
export interface Money {
  readonly amount: string
  readonly day: IsoDate
  readonly named: (name: string) => string | undefined
  readonly items: readonly Item[]
}

/** Money as the book has it: what is in another currency by the rate of its day, with nothing rounded. */
export function converted(
  work: Work,
  row: PayRow,
  { from, rates }: Convert,
  { amount, day, named, items }: Money,
): Reading {
  const currency = typeof from === 'string' ? from : named(from.by)
  if (currency === work.book.definition.currency) return { value: amount, items }
  const name = `${rates}.${currency}`
  const rate = currency && attributeOn(work, work.index.company, name, day)
  const value = typeof rate === 'object' ? product(amount, rate.value) : undefined
  if (typeof rate !== 'object' || value === undefined) {
    const values = { currency: currency ?? '', rates, owner: nameOf(row.holder), day }
    return { items, problems: [payProblem('no-rate', '', values)] }
  }
  return { value, items: [...items, { kind: 'attribute', name, ...rate }] }
}

/** The product of two decimals; `undefined` where one is none. */
function product(amount: string, rate: string): string | undefined {
  const [left, right] = [readDecimal(amount, ''), readDecimal(rate, '')]
  return isProblem(left) || isProblem(right) ? undefined : left.times(right).toFixed()
}

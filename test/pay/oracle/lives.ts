import fc from 'fast-check'
import { addDays } from '../../../src/calendar/index.js'
import type { Book } from '../../../src/pay/component.js'
import type { Data } from '../../../src/pay/data.js'
import { type BookName, bookOf, books } from './books.js'
import { compare, indexOf, lastDayOf, monthAt } from './known.js'
import type { Payment } from './ledger.js'
import { figuresOf, personOf, rowsOf } from './life-data.js'
import {
  type DrawnPayments,
  drawnDeal,
  drawnPayments,
  drawnPerson,
  monthly,
  profits,
} from './life-draws.js'

/** A small company: what it pays by, all that is ever told of it, and its payments. */
export interface Life {
  readonly name: BookName
  readonly book: Book
  readonly data: Data
  readonly payments: readonly Payment[]
}

export const ids = ['b', 'a', 'B', 'é'] as const

/** Payments month after month, some left out as far as the horizon allows, some run again. */
function paymentsOf({ first, runs }: DrawnPayments, mayskip: number): readonly Payment[] {
  let month = indexOf(first) - 1
  return runs.flatMap(({ asOf, again, skip }, i) => {
    month += 1 + (i === 0 ? 0 : Math.min(skip, mayskip))
    const period = monthAt(month)
    const known = addDays(lastDayOf(period), asOf)
    const run = { period, asOf: known }
    return again === undefined ? [run] : [run, { period, asOf: addDays(known, again) }]
  })
}

const ascending = (payments: readonly Payment[]): readonly Payment[] => {
  let latest = ''
  return payments.map((payment) => {
    latest = compare(payment.asOf, latest) < 0 ? latest : payment.asOf
    return { ...payment, asOf: latest }
  })
}

/** Lives of a book, with its horizon within some bounds. */
export function anyLife(
  name: BookName,
  { least = 0, most = 6 }: { least?: number; most?: number } = {},
): fc.Arbitrary<Life> {
  const deals = ['commission', 'lost', 'balance', 'team'].includes(name) ? 8 : 0
  return fc
    .record({
      retro: fc.integer({ min: least, max: most }),
      people: fc.array(drawnPerson, { minLength: 1, maxLength: 4, size: 'max' }),
      deals: fc.array(drawnDeal, { maxLength: deals, size: 'max' }),
      profit: monthly(profits),
      payments: drawnPayments,
    })
    .map(({ retro, people: drawn, deals, profit, payments }) => {
      const people = drawn.map((person, i) => personOf(person, ids[i] as string))
      const data: Data = {
        people,
        groups: [{ of: 'company', figures: figuresOf('profit', profit) }],
        records: { deals: deals.flatMap((deal, i) => rowsOf(deal, `deal ${i}`, people)) },
      }
      const book = bookOf(books[name], retro)
      return {
        name,
        book,
        data,
        payments: ascending(paymentsOf(payments, name === 'fixed' ? 0 : retro)),
      }
    })
}

/** Lives of all books. */
export const bookNames = Object.keys(books) as readonly BookName[]

import type { IsoDate } from '../../../src/calendar/index.js'
import type { Book } from '../../../src/pay/component.js'
import type { Data } from '../../../src/pay/data.js'
import { indexOf, monthAt, monthsFrom } from './known.js'
import { beginOf, dueOf, type Key, keyOf, type Paid, type Payment } from './ledger.js'
import { settled } from './settled.js'
import { worthsOf } from './worth-in-run.js'

/**
 * What each run pays, by brute force. At every run each month from the first employment on is worked
 * out from the whole log, each day of it by what was known when the day's month closed, or is known
 * now. Nothing is carried from run to run but what was paid, and when months closed.
 */
export function payBy(book: Book, data: Data, payments: readonly Payment[]): readonly Paid[] {
  const [first] = payments
  if (first === undefined) return []
  const keys = new Map<string, Key>()
  const asOfs: { month: number; asOf: IsoDate }[] = []
  // What was known when the first run was made is what earlier days were.
  const dayBefore = first.asOf
  openBefore(book, data, first.period, { keys, dayBefore })
  return payments.map((payment) => {
    const { period, asOf } = payment
    asOfs.push({ month: indexOf(period), asOf })
    const run = {
      book,
      data: payment.data ?? data,
      payment,
      first: first.period,
      dayBefore,
      asOfs,
      keys,
    }
    return { period, asOf, ...settled(run) }
  })
}

/** What is before the first run was paid as it was known on the day before. */
function openBefore(
  book: Book,
  data: Data,
  first: string,
  { keys, dayBefore }: { keys: Map<string, Key>; dayBefore: IsoDate },
) {
  const begin = beginOf(data)
  if (begin >= first) return
  const last = monthAt(indexOf(first) - 1)
  const payment = { period: last, asOf: dayBefore }
  const worths = worthsOf({ book, data, payment, first, dayBefore, asOfs: [], keys: new Map() })
  for (const { name, retro } of dueOf(book))
    for (const { id } of data.people)
      for (const month of monthsFrom(begin, last)) {
        const worth = worths.worth(name, { person: id }, month, retro)
        if (worth.row && 'value' in worth)
          keys.set(keyOf(name, { person: id }, month, retro), {
            settled: worth.value,
            read: worth.read,
          })
      }
}

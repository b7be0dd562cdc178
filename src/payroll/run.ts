import { type PayData, type Run, type SettleRequest, settle } from '../pay/index.js'
import type { PolicyBook } from './book.js'
import { limitStatus, refuseBreaches } from './limit.js'

/**
 * Pays a period by a book of policies: `settle` of pay, which see, held to the limits of the book.
 *
 * A further run of a period counts against a limit together with those before it, which `earlier` lists.
 * Throws a `PolicyError` where `settle` does, and for a limit that is breached and says `refuse`.
 *
 * @example
 * const march = run(book, data, { period: '2026-03', before: 'first' })
 * const april = run(book, later, { period: '2026-04', before: march })
 */
export function run(
  book: PolicyBook,
  data: PayData,
  { earlier = [], ...request }: SettleRequest & { readonly earlier?: readonly Run[] | undefined },
): Run {
  const made = settle(book, data, request)
  refuseBreaches(limitStatus(book, data, [...earlier, made], book.limits))
  return made
}

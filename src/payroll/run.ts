import { type PayData, type Run, type SettleRequest, settle } from '../pay/index.js'
import { anything, checkOptions, fail, list, optional } from '../problem/index.js'
import { ledgerProblem } from '../words/index.js'
import type { PolicyBook } from './book.js'
import { limitStatus, refuseBreaches } from './limit.js'

/** What a run of a book of policies is asked for. */
export type RunRequest = SettleRequest & {
  /** Of a further run, those of its period before `before`: they count against limits too. */
  readonly earlier?: readonly Run[] | undefined
}

/**
 * Pays a period by a book of policies: `settle` of pay, which see, held to the limits of the book.
 *
 * Throws a `PolicyError` where `settle` does, for a limit that is breached and says `refuse`, and for a
 * further run of which `earlier` does not tell all that were before it, where the book has limits.
 *
 * @example
 * const march = run(book, data, { period: '2026-03', before: 'first' })
 * const april = run(book, later, { period: '2026-04', before: march })
 */
export function run(book: PolicyBook, data: PayData, asked: RunRequest): Run {
  checkOptions(asked, { earlier: optional(list(anything)) })
  const { earlier = [], ...request } = asked
  const made = settle(book, data, request)
  if (book.limits.length === 0) return made
  const { before } = request
  const last = before !== 'first' && before.period === made.period ? [before] : []
  const runs = new Map([...earlier, ...last, made].map((each) => [each.digest, each]))
  if (runs.size < made.number)
    fail(ledgerProblem('earlier-runs', 'earlier', { period: made.period, number: made.number }))
  refuseBreaches(limitStatus(book, data, [...runs.values()], book.limits))
  return made
}

import fc from 'fast-check'
import { parsePeriod } from '../../../src/calendar/index.js'
import { digestOf, parseBook, runCompensation } from '../../../src/run/index.js'
import { bookPolicies, runDataOf } from '../../../src/testing/index.js'

/** The digests of drawn runs of drawn books: the same seed draws the same runs everywhere. */
export function digests(runs: number): readonly string[] {
  const period = parsePeriod('2026-03')
  const drawn = bookPolicies().chain((policy) => {
    const book = parseBook(policy)
    return runDataOf(book, period).map((data) => ({ book, data }))
  })
  return fc.sample(drawn, { seed: 2026, numRuns: runs }).map(({ book, data }) => {
    const { digest, unpaid } = runCompensation(book, data, period)
    return digestOf({ digest, unpaid })
  })
}

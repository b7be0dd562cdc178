import fc from 'fast-check'
import policy from '../../../examples/01-first-month/book.json'
import { parsePeriod } from '../../../src/calendar/index.js'
import { digestOf, parseBook, runCompensation } from '../../../src/run/index.js'
import { runDataOf } from '../../../src/testing/index.js'

/** The digests of drawn runs of the example's book: the same seed draws the same runs everywhere. */
export function digests(runs: number): readonly string[] {
  const book = parseBook(policy)
  const period = parsePeriod('2011-03')
  const data = fc.sample(runDataOf(book, period), { seed: 2011, numRuns: runs })
  return data.map((each) => {
    const { digest, unpaid } = runCompensation(book, each, period)
    return digestOf({ digest, unpaid })
  })
}

import fc from 'fast-check'
import { dataProblems, parseBook, parseData, type Run, settle } from '../../pay/index.js'
import type { Currency } from '../../quantity/index.js'
import { payBooks } from './pay-books.js'
import { payData } from './pay-data.js'

/**
 * Draws runs that `parseRun` of `payproof/pay` accepts: the first of a company, or one of the two that
 * follow it, of {@link payBooks} and {@link payData}.
 *
 * @example
 * fc.assert(fc.property(payRuns('CNY'), (run) => parseRun(run).digest === run.digest))
 */
export function payRuns(currency: Currency): fc.Arbitrary<Run> {
  const given = fc.record({
    book: payBooks(currency).map(parseBook),
    data: payData(currency).map(parseData),
    months: fc.integer({ min: 1, max: 3 }),
  })
  return given
    .filter(({ book, data }) => dataProblems(book, data).length === 0)
    .map(({ book, data, months }) => {
      const first = settle(book, data, { period: '2026-01', before: 'first' })
      return ['2026-02', '2026-03']
        .slice(0, months - 1)
        .reduce((before, period) => settle(book, data, { period, before }), first)
    })
}

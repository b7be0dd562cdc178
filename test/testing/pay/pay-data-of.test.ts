import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBook, parseData, type Run, settle } from '../../../src/pay/index.js'
import { payBooks, payDataOf } from '../../../src/testing/index.js'
import { accepted } from '../../pay/accepted.js'

describe('the data drawn for a book of components', () => {
  test.each(['CNY', 'BHD'] as const)('are paid by any book of %s', (currency) => {
    const drawn = payBooks(currency)
      .map(parseBook)
      .chain((book) => fc.record({ book: fc.constant(book), data: payDataOf(book) }))
    let [lines, withheld, late] = [0, 0, 0]
    fc.assert(
      fc.property(drawn, ({ book, data }) => {
        let before: Run | 'first' = 'first'
        for (const period of ['2026-02', '2026-03', '2026-04']) {
          before = settle(book, parseData(JSON.parse(JSON.stringify(data))), { period, before })
          lines += before.lines.length
          withheld += before.withheld.length
          late += before.late.length
        }
      }),
      { numRuns: 60 },
    )
    console.log({ lines, withheld, late })
    expect(lines).toBeGreaterThan(withheld)
  })
  test('are paid by a book of every kind of source', () => {
    const book = parseBook(accepted)
    let [lines, withheld, late] = [0, 0, 0]
    const codes = new Map<string, number>()
    fc.assert(
      fc.property(payDataOf(book), (data) => {
        let before: Run | 'first' = 'first'
        for (const period of ['2026-01', '2026-02', '2026-03']) {
          before = settle(book, parseData(JSON.parse(JSON.stringify(data))), { period, before })
          lines += before.lines.length
          withheld += before.withheld.length
          for (const each of before.withheld)
            for (const { code, en } of each.problems as any)
              codes.set(
                each.component + ' ' + code + en,
                1 + (codes.get(each.component + ' ' + code + en) ?? 0),
              )
          late += before.late.length
        }
      }),
      { numRuns: 60 },
    )
    console.log({ lines, withheld, late }, codes)
  })
})

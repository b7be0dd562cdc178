import fc from 'fast-check'
import { expect, test } from 'vitest'
import { book as firstMonth } from '../../../examples/01-first-month/month.js'
import { book as teaHouse } from '../../../examples/17-proof/company.js'
import { books as desk } from '../../../examples/18-total-pay/desk.js'
import { settle } from '../../../src/pay/index.js'
import { lintBook, type PolicyBook, parseBook } from '../../../src/payroll/index.js'
import { payDataOf } from '../../../src/testing/index.js'
import { lessForMore } from '../../../src/testing/pay/more-pays-less.js'
import { periodsOfBook } from '../../../src/testing/pay/time.js'
import { everything } from '../../payroll/everything.js'

const books: readonly (readonly [name: string, book: PolicyBook])[] = [
  ['the book of every kind', parseBook(everything)],
  ['the first month', firstMonth],
  ['the tea house', teaHouse],
  ['the service desk today', desk.today],
  ['the service desk, mended', desk.mended],
]

test.each(books)('no planted fault is seen in %s', (_, book) => {
  const codes = new Set(lintBook(book).map(({ code }) => code))
  for (const code of ['paid-twice', 'versions-apart', 'unused-component'])
    expect(codes.has(code)).toBe(false)
  const { runs } = periodsOfBook(book, { periods: 1 })
  const periods = runs.map(({ name }) => name)
  const found = fc
    .sample(payDataOf(book, { periods: 1 }), { seed: 7, numRuns: 10 })
    .map((data, pick) => lessForMore({ book, data, periods, settle }, pick))
  expect(found.filter((each) => each !== undefined)).toEqual([])
})

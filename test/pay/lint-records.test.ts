import { expect, it } from 'vitest'
import { lintData } from '../../src/pay/book-data.js'
import { person, selling, sold } from './book-lint-fixtures.js'

it('tells conditions that no record of a table can meet, each once', () => {
  expect(lintData(selling, sold).map(({ code, message: { en } }) => `${code} ${en}`)).toEqual([
    'unknown-text "bonus" asks for "fones" as "line", which no record of the table says',
    'unknown-member "bonus" asks for "lien", which no record of the table has',
    'unknown-member "bonus" asks for "size", which no record of the table has',
  ])
  expect(lintData(selling, { people: [person], records: { orders: [] } })).toEqual([])
  expect(lintData(selling, { people: [person] })).toEqual([])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/calendar/index.js'
import { parseBook, parseData, type Run, settle } from '../../../src/pay/index.js'
import { payBooks, payDataOf } from '../../../src/testing/index.js'
import { inHorizon } from '../../../src/testing/pay/in-time.js'
import { accepted } from '../../pay/accepted.js'
import { testDrawn } from '../drawn.js'
import { foreign, foreignIn } from './company.js'

const everything = parseBook(accepted)

testDrawn([
  [
    'data of a book',
    payDataOf(everything),
    parseData,
    { people: [{ id: 'p1', absences: [] }], records: { orders: [] } },
  ],
])

describe('the data drawn for a book of components', () => {
  const books = fc.oneof(
    fc.constantFrom(everything, foreign, foreignIn('USD')),
    payBooks('CNY').map(parseBook),
    payBooks('BHD').map(parseBook),
  )
  test('are paid by it, and what cannot be worked out is withheld', () => {
    let [lines, withheld, late] = [0, 0, 0]
    const drawn = books.chain((book) =>
      fc.record({ book: fc.constant(book), data: payDataOf(book) }),
    )
    fc.assert(
      fc.property(drawn, ({ book, data }) => {
        let before: Run | 'first' = 'first'
        for (const period of ['2026-02', '2026-03', '2026-04']) {
          before = settle(book, parseData(data), { period, before })
          lines += before.lines.length
          withheld += before.withheld.length
          late += before.late.length
        }
      }),
      { numRuns: 40 },
    )
    expect(lines).toBeGreaterThan(withheld)
    expect(late).toBeGreaterThan(0)
  })

  test('have posts, managers, groups, rates and other currencies where they are read', () => {
    const all = fc.sample(payDataOf(everything), { numRuns: 40, seed: 1 })
    const people = all.flatMap((data) => data.people)
    expect(people.some(({ assignments = [] }) => assignments.length > 1)).toBe(true)
    expect(people.some(({ employment }) => employment.some(({ recorded }) => recorded))).toBe(true)
    expect(people.some(({ figures = [] }) => figures.some(({ assignment }) => assignment))).toBe(
      false,
    )
    const [abroad] = fc.sample(payDataOf(foreign, { people: 1, periods: 1 }), {
      numRuns: 1,
      seed: 1,
    })
    const [company] = abroad?.groups ?? []
    expect(Object.keys(company?.attributes ?? {}).sort()).toEqual(['bank.JPY', 'fx.USD'])
  })

  test('know nothing of days after the runs that is told too late', () => {
    const [run] = [parsePeriod('2026-01')]
    const grade = [
      { from: '2025-01-01', value: '1', recorded: '2026-03-01' },
      { from: '2026-01-05', value: '2', recorded: '2026-03-02' },
      { from: '2026-01-05', value: '5', recorded: '2026-03-01' },
      { from: '2026-02-05', value: '3', recorded: '2026-03-01' },
    ]
    const person = { id: 'p1', employment: [{ from: '2025-01-01' }], attributes: { grade } }
    const data = { people: [person], groups: [], records: {} }
    const told = inHorizon(everything, data, [run], 0)
    expect(told.people[0]?.attributes['grade']?.map(({ recorded }) => recorded)).toEqual([
      '2026-01-31',
      '2026-01-31',
      '2026-03-01',
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loyaltyComponents, loyaltyIn, parseLoyalty } from '../../src/bonus/index.js'
import { addDays, parsePeriod } from '../../src/calendar/index.js'
import { book, parseData, settle } from '../../src/pay/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { loyaltyPolicies } from '../../src/testing/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { bookOf as components, writtenText } from '../pay/written.js'
import { paid, staff } from './bonus-months.js'
import { bookOf, policy } from './policies.js'

const steps = [
  { years: 5, amount: '3000' },
  { years: 10, amount: '10000' },
]
const loyalty = { paid: 'milestone', steps } as const
const yearly = { ...loyalty, paid: 'yearly' } as const
const months = (year: number) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
const since = (hired: string, more = {}) => staff('li', { hired }, {}, more)
const of = (terms: object = {}, more: object = {}) => [
  policy('loyalty', 'years', { loyalty, ...terms }, { ...more }),
]
const paidTo = (person: object, terms: object = {}, more = {}, own = {}) =>
  paid(of(terms, own), { people: [person] }, months(2026), more).map((line) =>
    line.replace('li years ', ''),
  )

test('a loyalty bonus writes what is golden', () => {
  const about = { id: 'years', currency: 'CNY' } as const
  const named = { id: 'years', currency: 'CNY' } as const
  const eligible = { where: { permanent: ['yes'] } }
  const written = [
    loyaltyComponents(
      { loyalty: { ...loyalty, ...named, clause: '§9' }, hired: 'joined' },
      { ...about, eligible, retro: 1 },
    ),
    loyaltyComponents({ loyalty: { ...yearly, ...named, label: 'Thanks' } }, about),
  ]
  expectGolden('test/bonus/golden/loyalty.txt', written.map(writtenText).join('\n'))
  expect(components(written[1] ?? []).components.size).toBe(1)
})

describe('a loyalty bonus in a book', () => {
  test.each([
    ['five years', '2021-06-10', ['2026-06 3000.00']],
    ['the first of a month', '2021-07-01', ['2026-07 3000.00']],
    ['the last of a month', '2021-06-30', ['2026-06 3000.00']],
    ['29 February, in a common year', '2016-02-29', ['2026-02 10000.00']],
    ['six years', '2020-06-10', []],
    ['none', '2026-03-05', []],
    ['a day to come', '2031-06-10', []],
  ])('pays on the anniversary: %s', (_, hired, expected) => {
    expect(paidTo(since(hired))).toEqual(expected)
  })

  test.each([
    ['four years', '2022-06-10', []],
    ['six years', '2020-06-10', ['2026-06 3000.00']],
    ['twelve years', '2014-01-01', ['2026-01 10000.00']],
  ])('pays on each from the first step on: %s', (_, hired, expected) => {
    expect(paidTo(since(hired), { loyalty: yearly })).toEqual(expected)
  })

  test.each([
    ['on the day', '2026-06-10', ['2026-06 3000.00']],
    ['the day before', '2026-06-09', []],
  ])('of who leaves %s', (_, to, expected) => {
    const person = since('2021-06-10', { employment: [{ from: '2021-06-10', to }] })
    expect(paidTo(person)).toEqual(expected)
  })

  test('who is away is paid all the same', () => {
    const absences = [{ id: 'a', from: '2026-05-01', to: '2026-07-31', kind: 'parental' }]
    expect(paidTo(since('2021-06-10', { absences }))).toEqual(['2026-06 3000.00'])
  })

  test('who becomes eligible later has what comes then, and nothing of what was before', () => {
    const attributes = {
      hired: [{ from: '2020-01-01', value: '2021-02-10' }],
      grade: [
        { from: '2020-01-01', value: 'temp' },
        { from: '2026-03-01', value: 'staff' },
      ],
    }
    const eligible = { where: { grade: ['staff'] } }
    const versions = [
      { from: '2026-01-01', reason: 'Handbook', eligible, terms: { loyalty: yearly } },
    ]
    const told = { people: [staff('li', {}, {}, { attributes })] }
    const names = [...months(2026), ...months(2027).slice(0, 2)]
    expect(paid([{ ...policy('loyalty', 'years', {}), versions }], told, names)).toEqual([
      '2027-02 li years 3000.00',
    ])
  })

  test('a year that holds the day pays it with the year', () => {
    const rhythms = { month: { kind: 'month' }, year: { kind: 'year' } }
    for (const hired of ['2021-06-10', '2021-01-01', '2021-12-31'])
      expect(paidTo(since(hired), {}, { rhythms }, { period: 'year' })).toEqual([
        '2026-12 2026 3000.00',
      ])
  })

  test('without a first day is withheld', () => {
    const told = { people: [staff('li'), { ...since('2021-01-10'), id: 'wu' }] }
    expect(paid(of(), told, ['2026-01'])).toEqual([
      '2026-01 wu years 3000.00',
      '2026-01 li years 2026-01 no-date nothing-there',
    ])
  })

  test('pays what the function of dates pays, in every month', () => {
    const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2003-01-01', days))
    fc.assert(
      fc.property(
        loyaltyPolicies(),
        day,
        fc.constantFrom(...months(2026)),
        (drawn, joined, period) => {
          const parsed = parseLoyalty(drawn)
          const about = { id: 'years', currency: drawn.currency }
          const book_ = book(loyaltyComponents({ loyalty: drawn }, about), {
            currency: drawn.currency,
            retro: 0,
          })
          const data = parseData({ people: [since(joined)] })
          const { lines } = settle(book_, data, { period, before: 'first' })
          const expected = loyaltyIn(parsed, { joined, span: parsePeriod(period) })
          expect(decimal(lines[0]?.amount ?? 'x').toFixed()).toBe(
            decimal(
              total(
                expected.map(({ amount }) => amount),
                0,
              ),
            ).toFixed(),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each([
    [{ loyalty: { ...loyalty, steps: [] } }, 'too-small', 'loyalty.steps'],
    [{ hire: 'x' }, 'unknown-key', 'hire'],
    [{ hired: 5 }, 'wrong-type', 'hired'],
  ])('bad terms are told where they stand: %j', (terms, code, path) => {
    expect(found(() => bookOf(of(terms)))).toEqual([
      [code, `policies[0].versions[0].terms.${path}`],
    ])
  })
})

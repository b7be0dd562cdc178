import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countDays, dayOfWeek, parsePeriod, type Span } from '../../src/calendar/index.js'
import { found } from '../found.js'
import {
  basesWithin,
  dateNumbered,
  dayNumber,
  daysOf,
  spansWithin,
  weightOf,
} from './arbitraries.js'
import { arrangement2025, paidDays2025, weekend, workingDays2025 } from './china-2025.js'

const within = ['2025-06-01', '2026-06-30'] as const
const bases = basesWithin(...within)
const spans = spansWithin(...within)

const hundredths = (days: string) => Math.round(100 * Number(days))

test('the count is that of the days that the basis counts, one by one', () => {
  fc.assert(
    fc.property(spans, bases, (span, basis) => {
      const weights = daysOf(span).map((day) => weightOf(day, basis))
      expect(hundredths(countDays(span, basis))).toBe(weights.reduce((sum, each) => sum + each, 0))
    }),
    { numRuns: 500 },
  )
})

test('the counts of the parts of a span add up to the count of the whole', () => {
  fc.assert(
    fc.property(spans, bases, fc.nat(), ({ from, to }, basis, at) => {
      const length = dayNumber(to) - dayNumber(from)
      fc.pre(length > 0)
      const cut = dayNumber(from) + (at % length)
      const parts: Span[] = [
        { from, to: dateNumbered(cut) },
        { from: dateNumbered(cut + 1), to },
      ]
      const [first = 0, second = 0] = parts.map((part) => hundredths(countDays(part, basis)))
      expect(first + second).toBe(hundredths(countDays({ from, to }, basis)))
    }),
  )
})

test('a day that a list names twice counts once, and a holiday on a weekend takes nothing', () => {
  const february = parsePeriod('2026-02')
  const holidays = ['2026-02-16', '2026-02-16', '2026-02-15']
  expect(countDays(february, { basis: 'working-days', weekend, holidays })).toBe('19')
  const workdays = ['2026-02-14', '2026-02-14', '2026-02-13']
  expect(countDays(february, { basis: 'working-days', weekend, holidays, workdays })).toBe('20')
})

test('a company may rest on other days than Saturday and Sunday, or never', () => {
  const march = parsePeriod('2026-03')
  const holidays: string[] = []
  expect(countDays(march, { basis: 'working-days', weekend: ['friday'], holidays })).toBe('27')
  expect(countDays(march, { basis: 'working-days', weekend: [], holidays })).toBe('31')
})

describe('the year 2025 in China, with the exchanges of 国办发明电〔2024〕12号', () => {
  test('has 248 working days: 365 − 104 − 13 (人社部发〔2025〕2号)', () => {
    expect(countDays(parsePeriod('2025'), workingDays2025)).toBe('248')
  })

  test('has 261 paid days, 12 months of 21.75: 365 − 104 (人社部发〔2025〕2号)', () => {
    expect(countDays(parsePeriod('2025'), paidDays2025('days-worked'))).toBe('261')
  })

  test.each([
    ['2025-01', 19, 24],
    ['2025-02', 19, 19],
    ['2025-06', 20, 21],
    ['2025-10', 18, 22],
  ])('%s has %i working days and %i paid days', (month, working, paid) => {
    expect(countDays(parsePeriod(month), workingDays2025)).toBe(String(working))
    expect(countDays(parsePeriod(month), paidDays2025('days-absent'))).toBe(String(paid))
  })

  test('every exchange is a weekday for a weekend day', () => {
    const resting = (date: string) => (weekend as readonly string[]).includes(dayOfWeek(date))
    expect(arrangement2025.daysOff.some(resting)).toBe(false)
    expect(arrangement2025.workdays.every(resting)).toBe(true)
    expect(arrangement2025.daysOff).toHaveLength(arrangement2025.workdays.length)
  })
})

describe('days that count in part', () => {
  const march = parsePeriod('2026-03')
  const basis = { basis: 'working-days', weekend: ['sunday'], holidays: [] as string[] } as const

  test.each([
    ['half Saturdays', { saturday: '0.5' }, '24'],
    ['half a day before a holiday', { '2026-03-31': '0.5' }, '25.5'],
    ['a Saturday with a part of its own', { saturday: '0.5', '2026-03-07': '0.25' }, '23.75'],
    ['a Sunday on which some work is done', { '2026-03-01': '0.2' }, '26.2'],
    ['all of a day', { '2026-03-02': '1' }, '26'],
  ])('%s', (_, parts, days) => {
    expect(countDays(march, { ...basis, parts })).toBe(days)
  })

  test.each([
    ['0', 'not-a-part-of-a-day'],
    ['-0.5', 'not-a-part-of-a-day'],
    ['1.01', 'not-a-part-of-a-day'],
    ['0.125', 'not-a-part-of-a-day'],
    ['half', 'not-a-number'],
  ])('a part of %s is refused', (part, code) => {
    const parts = { '2026-03-31': part }
    expect(found(() => countDays(march, { ...basis, parts }))).toEqual([
      [code, 'basis.parts.2026-03-31'],
    ])
  })

  test('of no day, and of a day off, are refused', () => {
    const parts = { someday: '0.5', sunday: '0.5', '2026-03-02': '0.5' }
    expect(found(() => countDays(march, { ...basis, holidays: ['2026-03-02'], parts }))).toEqual([
      ['not-a-date', 'basis.parts.someday'],
      ['off-and-workday', 'basis.parts.sunday'],
      ['off-and-workday', 'basis.parts.2026-03-02'],
    ])
  })
})

describe('bad input', () => {
  const february = parsePeriod('2026-02')

  test('a day off that is a working day too', () => {
    const holidays = ['2026-02-16']
    const workdays = ['2026-02-14', '2026-02-16']
    const both = { basis: 'working-days', weekend, holidays, workdays } as const
    expect(found(() => countDays(february, both))).toEqual([
      ['off-and-workday', 'basis.workdays[1]'],
    ])
    const count = 'days-absent'
    const exchanged = { basis: 'fixed-21.75', count, weekend, daysOff: holidays, workdays } as const
    expect(found(() => countDays(february, exchanged))).toEqual([
      ['off-and-workday', 'basis.workdays[1]'],
    ])
  })

  test('every list and the span are checked at once', () => {
    const lists = { weekend, holidays: ['2026-02-30'], workdays: ['', '2026-02-14'] }
    expect(
      found(() =>
        countDays({ from: '2026-03-01', to: '2026-02-01' }, { basis: 'working-days', ...lists }),
      ),
    ).toEqual([
      ['ends-before-start', 'span.to'],
      ['not-a-date', 'basis.holidays[0]'],
      ['not-a-date', 'basis.workdays[0]'],
    ])
    const count = 'days-worked'
    const basis = { basis: 'fixed-21.75', count, weekend, daysOff: ['2026-2-3'] } as const
    expect(found(() => countDays(february, basis))).toEqual([['not-a-date', 'basis.daysOff[0]']])
  })
})

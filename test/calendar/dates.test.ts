import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  compareDates,
  dayOfWeek,
  daysBetween,
  isIsoDate,
} from '../../src/calendar/index.js'
import { found } from '../found.js'
import { anyDate, dateNumbered, dayNumber } from './arbitraries.js'

const steps = fc.integer({ min: -4_000, max: 4_000 })
const dateAndSteps = fc
  .tuple(anyDate, steps)
  .filter(([date, days]) => /^\d{4}-/.test(dateNumbered(dayNumber(date) + days)))

describe('a date', () => {
  test.each(['2026-02-28', '2024-02-29', '2000-02-29', '0000-02-29', '0000-01-01', '9999-12-31'])(
    '%s is in the calendar',
    (date) => expect(isIsoDate(date)).toBe(true),
  )

  test.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '2026-2-28',
    '26-02-28',
    '12026-02-28',
    '-0001-02-28',
    '2026/02/28',
    '20260228',
    '2026-02-28T00:00:00Z',
    ' 2026-02-28',
    '2026-02-28\n',
    '２０２６-02-28',
    '',
    20_260_228,
    null,
    undefined,
    ['2026-02-28'],
    new Date('2026-02-28'),
  ])('%j is none', (value) => expect(isIsoDate(value)).toBe(false))

  test('a month has exactly its own days, February 29 of them in leap years', () => {
    for (const year of [0, 4, 100, 400, 1582, 1900, 2000, 2023, 2024, 9999])
      for (let month = 1; month <= 12; month++)
        for (let day = 0; day <= 32; day++) {
          const date = [String(year).padStart(4, '0'), month, day]
            .map((part) => String(part).padStart(2, '0'))
            .join('-')
          const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
          const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
          expect([date, isIsoDate(date)]).toEqual([date, day >= 1 && day <= last])
        }
  })
})

describe('adding days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2024-02-29', 365, '2025-02-28'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-02-28', 0, '2026-02-28'],
    ['2026-02-28', -0, '2026-02-28'],
    ['1582-10-04', 1, '1582-10-05'],
    ['0000-01-01', 3_652_424, '9999-12-31'],
  ])('%s and %i is %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected))

  test('agrees with the count of days since 1970', () => {
    fc.assert(
      fc.property(dateAndSteps, ([date, days]) => {
        expect(addDays(date, days)).toBe(dateNumbered(dayNumber(date) + days))
      }),
    )
  })

  test('is undone by counting back', () => {
    fc.assert(
      fc.property(dateAndSteps, ([date, days]) => {
        const later = addDays(date, days)
        expect(daysBetween(date, later)).toBe(days)
        expect(addDays(later, -days)).toBe(date)
      }),
    )
  })

  test.each([
    ['9999-12-31', 1],
    ['0000-01-01', -1],
    ['2026-02-28', Number.MAX_SAFE_INTEGER],
    ['2026-02-28', Number.MIN_SAFE_INTEGER],
  ])('%s and %i leaves the calendar', (date, days) => {
    expect(found(() => addDays(date, days))).toEqual([['date-out-of-range', '']])
  })

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1' as unknown as number])(
    '%s days are not whole days',
    (days) => {
      expect(found(() => addDays('2026-02-28', days))).toEqual([['not-whole-days', 'days']])
    },
  )

  test('a bad date and bad days are told at once', () => {
    expect(found(() => addDays('2026-02-30', 0.5))).toEqual([
      ['not-a-date', 'date'],
      ['not-whole-days', 'days'],
    ])
  })
})

describe('days between', () => {
  test.each([
    ['2026-02-01', '2026-03-01', 28],
    ['2024-02-01', '2024-03-01', 29],
    ['2026-03-01', '2026-02-01', -28],
    ['2026-02-28', '2026-02-28', 0],
    ['2000-01-01', '2001-01-01', 366],
    ['1900-01-01', '1901-01-01', 365],
    ['2000-01-01', '2400-01-01', 146_097],
  ])('%s and %s are %i', (start, end, days) => expect(daysBetween(start, end)).toBe(days))

  test('undo adding them', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (start, end) => {
        const days = daysBetween(start, end)
        expect(days).toBe(dayNumber(end) - dayNumber(start))
        expect(addDays(start, days)).toBe(end)
      }),
    )
  })

  test('both dates are checked', () => {
    expect(found(() => daysBetween('2026-02-30', 'today'))).toEqual([
      ['not-a-date', 'start'],
      ['not-a-date', 'end'],
    ])
  })
})

describe('the order of dates', () => {
  test('is the order of their days', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(compareDates(a, b)).toBe(Math.sign(dayNumber(a) - dayNumber(b)))
      }),
    )
  })

  test('sorts', () => {
    expect(['2026-03-01', '2024-02-29', '2026-02-28'].sort(compareDates)).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2026-03-01',
    ])
  })

  test('both dates are checked', () => {
    expect(found(() => compareDates('2026-13-01', '2026-00-01'))).toEqual([
      ['not-a-date', 'a'],
      ['not-a-date', 'b'],
    ])
  })
})

describe('the day of the week', () => {
  test.each([
    ['1969-07-20', 'sunday', 'the first landing on the moon'],
    ['2000-01-01', 'saturday', 'ISO 8601 calls it a Saturday'],
    ['2024-02-29', 'thursday', 'a leap day'],
    ['1900-01-01', 'monday', 'the first of a year that is no leap year'],
  ])('%s is a %s: %s', (date, day) => expect(dayOfWeek(date)).toBe(day))

  test('comes again after seven days and not before', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 7 }), (date, days) => {
        fc.pre(dayNumber(date) + days <= dayNumber('9999-12-31'))
        expect(dayOfWeek(addDays(date, days)) === dayOfWeek(date)).toBe(days % 7 === 0)
      }),
    )
  })

  test('a bad date has none', () => {
    expect(found(() => dayOfWeek('2026-02-30'))).toEqual([['not-a-date', 'date']])
  })
})

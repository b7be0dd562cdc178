import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  monthsBetween,
  monthsOfService,
  yearsOfService,
} from '../../src/calendar/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

describe('months later', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-06-15', 0, '2026-06-15'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  test('refuses what is no date, no whole number or out of the years', () => {
    expect(found(() => addMonths('2026-02-30', 1.5))).toEqual([
      ['not-a-date', 'date'],
      ['not-whole-months', 'months'],
    ])
    expect(found(() => addMonths('9999-12-01', 1)).map(([code]) => code)).toEqual([
      'date-out-of-range',
    ])
    const problems = problemsOf(() => addMonths('2026-01-01', 0.5))
    expect(describeProblems(problems, 'zh-CN')).toBe('months：0.5 不是整月数。请给出整数。')
  })
})

describe('full months between', () => {
  test.each([
    ['2025-03-15', '2026-03-15', 12],
    ['2025-03-15', '2026-03-14', 11],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-03-30', 1],
    ['2026-03-15', '2026-03-15', 0],
    ['2026-03-15', '2026-03-14', -1],
    ['2026-03-15', '2026-02-15', -1],
    ['2024-02-29', '2025-02-28', 12],
  ])('from %s to %s are %i', (start, end, expected) => {
    expect(monthsBetween(start, end)).toBe(expected)
  })

  test('is the most that can be added without passing the end', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (start, end) => {
        const months = monthsBetween(start, end)
        expect(addMonths(start, months) <= end).toBe(true)
        expect(addMonths(start, months + 1) > end).toBe(true)
      }),
    )
  })

  test('refuses what is no date', () => {
    expect(found(() => monthsBetween('x', 'y'))).toEqual([
      ['not-a-date', 'start'],
      ['not-a-date', 'end'],
    ])
  })
})

describe('full months and years of service', () => {
  test.each([
    ['2026-01-01', '2026-12-31', 12, 1],
    ['2026-01-01', '2026-12-30', 11, 0],
    ['2025-10-01', '2026-03-31', 6, 0],
    ['2026-03-15', '2026-03-15', 0, 0],
    ['2024-02-29', '2025-02-27', 12, 1],
    ['2024-02-29', '2025-02-26', 11, 0],
    ['2020-07-01', '2026-06-30', 72, 6],
  ])('%s to %s: %i, %i', (start, end, months, years) => {
    expect(monthsOfService(start, end)).toBe(months)
    expect(yearsOfService(start, end)).toBe(years)
  })

  test('are those up to the day after its end', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.nat({ max: 4_000 }), (start, days) => {
        const end = addDays(start, days)
        const after = addDays(end, 1)
        const months = monthsOfService(start, end)
        expect(addMonths(start, months) <= after).toBe(true)
        expect(addMonths(start, months + 1) > after).toBe(true)
        expect(yearsOfService(start, end)).toBe(Math.floor(months / 12))
      }),
    )
  })

  test('reach to the last day of the calendar', () => {
    expect(monthsOfService('9999-01-01', '9999-12-31')).toBe(12)
  })

  test('of who begins later are negative, and of no day none', () => {
    expect(monthsOfService('2026-03-15', '2026-03-14')).toBe(0)
    expect(monthsOfService('2026-03-15', '2026-03-13')).toBe(-1)
    expect(yearsOfService('2026-03-15', '2026-03-13')).toBe(-1)
  })

  test('refuse what is no date', () => {
    expect(found(() => yearsOfService('x', '2026-02-30'))).toEqual([
      ['not-a-date', 'first'],
      ['not-a-date', 'last'],
    ])
  })
})

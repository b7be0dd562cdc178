import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarYear,
  type FiscalCalendar,
  nextPeriod,
  type PeriodKind,
  parsePeriod,
  periodContaining,
  periodsOf,
  previousPeriod,
} from '../../src/calendar/index.js'
import { found } from '../found.js'
import { anyCalendar, datesWithin } from './arbitraries.js'

const april: FiscalCalendar = { kind: 'gregorian', startMonth: 4 }
const weeks: FiscalCalendar = {
  kind: 'weeks',
  pattern: '4-5-4',
  endMonth: 1,
  endDay: 'saturday',
  endRule: 'nearest',
  namedBy: 'start',
}
const kinds = ['month', 'quarter', 'half-year', 'year'] as const
const anyKind = fc.constantFrom<PeriodKind>(...kinds)
const years = fc.integer({ min: 1, max: 9_998 })
const dates = datesWithin('0003-01-01', '9996-12-31')
const namesOf = (year: number, kind: PeriodKind, calendar?: FiscalCalendar) =>
  periodsOf(year, kind, calendar).map(({ name }) => name)

describe('the periods of a year', () => {
  test.each(kinds)('of kind %s tile it: no gap, no overlap', (kind) => {
    fc.assert(
      fc.property(anyCalendar, years, (calendar, year) => {
        const [whole] = periodsOf(year, 'year', calendar)
        const periods = periodsOf(year, kind, calendar)
        expect(periods[0]?.from).toBe(whole?.from)
        expect(periods.at(-1)?.to).toBe(whole?.to)
        for (const [i, { from, to }] of periods.entries()) {
          expect(from <= to).toBe(true)
          if (i > 0) expect(from).toBe(addDays(periods[i - 1]?.to as string, 1))
        }
      }),
    )
  })

  test('are followed by those of the next year', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 1, max: 9_997 }), (calendar, year) => {
        const [whole] = periodsOf(year, 'year', calendar)
        const [next] = periodsOf(year + 1, 'year', calendar)
        expect(whole && addDays(whole.to, 1)).toBe(next?.from)
      }),
    )
  })

  test('have names that are all different and in order', () => {
    fc.assert(
      fc.property(anyCalendar, years, anyKind, (calendar, year, kind) => {
        const names = namesOf(year, kind, calendar)
        expect([...new Set(names)].sort()).toEqual(names)
        expect(names).toHaveLength({ month: 12, quarter: 4, 'half-year': 2, year: 1 }[kind])
      }),
    )
  })

  test('are halves and quarters of the calendar year where no calendar is given', () => {
    const halfYear = { kind: 'half-year', rhythm: 'half-year' }
    expect(periodsOf(2026, 'half-year')).toEqual([
      { name: '2026-H1', ...halfYear, from: '2026-01-01', to: '2026-06-30' },
      { name: '2026-H2', ...halfYear, from: '2026-07-01', to: '2026-12-31' },
    ])
    expect(namesOf(2026, 'quarter')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
    expect(periodsOf(2026, 'year', calendarYear)).toEqual(periodsOf(2026, 'year'))
  })

  test('of a fiscal year from April are named by it, but months keep their calendar names', () => {
    expect(namesOf(2027, 'half-year', april)).toEqual(['FY2027-H1', 'FY2027-H2'])
    expect(periodsOf(2027, 'quarter', april)[3]).toEqual({
      name: 'FY2027-Q4',
      kind: 'quarter',
      rhythm: 'quarter',
      from: '2027-01-01',
      to: '2027-03-31',
    })
    expect(namesOf(2027, 'month', april)).toEqual([
      ...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
      ...['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'],
    ])
  })

  test('of weeks are numbered', () => {
    expect(namesOf(2023, 'month', weeks)).toEqual([
      ...['FY2023-P01', 'FY2023-P02', 'FY2023-P03', 'FY2023-P04', 'FY2023-P05', 'FY2023-P06'],
      ...['FY2023-P07', 'FY2023-P08', 'FY2023-P09', 'FY2023-P10', 'FY2023-P11', 'FY2023-P12'],
    ])
    expect(namesOf(7, 'half-year', weeks)).toEqual(['FY0007-H1', 'FY0007-H2'])
  })

  test('of a leap year have a February of 29 days', () => {
    expect(periodsOf(2024, 'month')[1]?.to).toBe('2024-02-29')
    expect(periodsOf(2100, 'month')[1]?.to).toBe('2100-02-28')
  })

  test.each([-1, 10_000, 2026.5, Number.NaN, '2026' as unknown as number])(
    'there are none of the year %s',
    (year) => expect(found(() => periodsOf(year, 'month'))).toEqual([['not-a-year', 'year']]),
  )

  test('the calendar begins and ends with the years 0000 and 9999', () => {
    expect(periodsOf(0, 'year')[0]?.from).toBe('0000-01-01')
    expect(periodsOf(9999, 'year')[0]?.to).toBe('9999-12-31')
    expect(found(() => periodsOf(0, 'year', april))).toEqual([['date-out-of-range', '']])
    expect(found(() => nextPeriod(parsePeriod('9999-12')))).toEqual([['date-out-of-range', '']])
    expect(found(() => previousPeriod(parsePeriod('0000')))).toEqual([['date-out-of-range', '']])
  })
})

describe('the period that a date lies in', () => {
  test('holds the date, and is what its name means', () => {
    fc.assert(
      fc.property(dates, anyKind, anyCalendar, (date, kind, calendar) => {
        const period = periodContaining(date, kind, calendar)
        expect(period.from <= date && date <= period.to).toBe(true)
        expect(parsePeriod(period.name, calendar)).toEqual(period)
      }),
    )
  })

  test.each([
    ['the first day', '2026-04-01', april, 'FY2027'],
    ['the day before it', '2026-03-31', april, 'FY2026'],
    ['January of a long year of weeks', '2024-02-03', weeks, 'FY2023'],
    ['the Sunday after it', '2024-02-04', weeks, 'FY2024'],
    ['a year of weeks that starts in January', '2023-01-29', weeks, 'FY2023'],
  ])('%s, %s', (_, date, calendar, name) => {
    expect(periodContaining(date, 'year', calendar).name).toBe(name)
  })

  test('is none for a bad date', () => {
    expect(found(() => periodContaining('2026-02-30', 'month'))).toEqual([['not-a-date', 'date']])
  })
})

describe('neighbours', () => {
  test('undo each other and leave no day between', () => {
    fc.assert(
      fc.property(dates, anyKind, anyCalendar, (date, kind, calendar) => {
        const period = periodContaining(date, kind, calendar)
        const next = nextPeriod(period, calendar)
        expect(addDays(period.to, 1)).toBe(next.from)
        expect(previousPeriod(next, calendar)).toEqual(period)
      }),
    )
  })

  test.each([
    ['2026-12', '2027-01', undefined],
    ['2026-Q4', '2027-Q1', undefined],
    ['2026-H2', '2027-H1', undefined],
    ['2026', '2027', undefined],
    ['FY2027-Q1', 'FY2027-Q2', april],
    ['2027-03', '2027-04', april],
    ['FY2023-P12', 'FY2024-P01', weeks],
  ])('%s is followed by %s', (name, next, calendar) => {
    expect(nextPeriod(parsePeriod(name, calendar), calendar).name).toBe(next)
    expect(previousPeriod(parsePeriod(next, calendar), calendar).name).toBe(name)
  })

  test.each([
    ['start', { ...parsePeriod('FY2027', april), from: '2026-02-01' }],
    ['end', { ...parsePeriod('FY2027', april), to: '2027-01-31' }],
  ])('a period with another %s is of another calendar', (_, period) => {
    expect(found(() => nextPeriod(period, april))).toEqual([['other-calendar', 'period']])
    expect(found(() => previousPeriod(period, april))).toEqual([['other-calendar', 'period']])
  })

  test('a name that the calendar does not have is refused', () => {
    expect(found(() => nextPeriod(parsePeriod('2026-Q1'), april))).toEqual([
      ['not-a-period', 'name'],
    ])
  })
})

describe('a name', () => {
  test.each([
    ['2026-13', undefined],
    ['2026-00', undefined],
    ['2026-2', undefined],
    ['2026-Q5', undefined],
    ['2026-Q0', undefined],
    ['2026-Q01', undefined],
    ['2026-H3', undefined],
    ['2026-P01', undefined],
    ['FY2026', undefined],
    ['2026-q1', undefined],
    ['2026Q1', undefined],
    ['26', undefined],
    ['', undefined],
    ['2026', april],
    ['2026-Q1', april],
    ['FY2026-04', april],
    ['FY2023-P13', weeks],
    ['FY2023-P1', weeks],
    ['2023-01', weeks],
    [2026 as unknown as string, undefined],
    [null as unknown as string, undefined],
  ])('%j is none of the calendar', (name, calendar) => {
    expect(found(() => parsePeriod(name, calendar))).toEqual([['not-a-period', 'name']])
  })
})

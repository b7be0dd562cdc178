import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarYear,
  daysBetween,
  type FiscalCalendar,
  nextPeriod,
  type PeriodKind,
  parseFiscalCalendar,
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
const weekKinds = ['week', 'two-weeks', 'four-weeks'] as const
const partKinds = ['ten-days', 'half-month'] as const
/** Calendars that have periods of every kind; those of weeks have no parts of months. */
const everyKind: fc.Arbitrary<readonly [PeriodKind, FiscalCalendar]> = fc
  .tuple(anyCalendar, datesWithin('2020-01-01', '2020-12-31'))
  .chain(([calendar, weeksFrom]) =>
    fc.tuple(
      calendar.kind === 'weeks'
        ? fc.constantFrom<PeriodKind>(...kinds, ...weekKinds)
        : fc.constantFrom<PeriodKind>(...kinds, ...weekKinds, ...partKinds),
      fc.constant(calendar.kind === 'weeks' ? calendar : { ...calendar, weeksFrom }),
    ),
  )
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
      fc.property(everyKind, years, ([kind, calendar], year) => {
        const names = namesOf(year, kind, calendar)
        expect([...new Set(names)].sort()).toEqual(names)
        expect({
          week: [52, 53],
          'ten-days': [36],
          'two-weeks': [26, 27],
          'half-month': [24],
          'four-weeks': [13, 14],
          month: [12],
          quarter: [4],
          'half-year': [2],
          year: [1],
        } satisfies Record<PeriodKind, number[]>).toHaveProperty(
          kind,
          expect.arrayContaining([names.length]),
        )
      }),
    )
  })

  test('of whatever kind leave no day between two years', () => {
    fc.assert(
      fc.property(everyKind, years, ([kind, calendar], year) => {
        const periods = periodsOf(year, kind, calendar)
        for (const [i, { from }] of periods.entries())
          if (i > 0) expect(from).toBe(addDays(periods[i - 1]?.to as string, 1))
        if (year === 9_998) return
        const [next] = periodsOf(year + 1, kind, calendar)
        expect(next?.from).toBe(addDays(periods.at(-1)?.to as string, 1))
      }),
    )
  })

  test('are weeks as ISO 8601 numbers them', () => {
    // ISO 8601: the year 2026 has 53 weeks, the first from Monday, 29 December 2025.
    expect(periodsOf(2026, 'week')[0]).toEqual({
      name: '2026-W01',
      kind: 'week',
      rhythm: 'week',
      from: '2025-12-29',
      to: '2026-01-04',
    })
    expect(periodsOf(2026, 'week').at(-1)).toMatchObject({ name: '2026-W53', to: '2027-01-03' })
    fc.assert(
      fc.property(dates, (date) => {
        const { name } = periodContaining(date, 'week')
        // The Thursday of a week is in the year that the week is of.
        const thursday = addDays(periodContaining(date, 'week').from, 3)
        const number = 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7)
        expect(name).toBe(`${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`)
      }),
    )
  })

  test('are weeks that go on from a day, one, two and four', () => {
    const sundays = { ...april, weeksFrom: '2026-01-04' }
    const spans = (kind: PeriodKind) =>
      periodsOf(2026, kind, sundays)
        .slice(0, 2)
        .map(({ name, from, to }) => [name, from, to])
    expect(spans('week')).toEqual([
      ['2026-W01', '2026-01-04', '2026-01-10'],
      ['2026-W02', '2026-01-11', '2026-01-17'],
    ])
    expect(spans('two-weeks')).toEqual([
      ['2026-2W01', '2026-01-04', '2026-01-17'],
      ['2026-2W02', '2026-01-18', '2026-01-31'],
    ])
    expect(spans('four-weeks')).toEqual([
      ['2026-4W01', '2026-01-04', '2026-01-31'],
      ['2026-4W02', '2026-02-01', '2026-02-28'],
    ])
  })

  test('are thirteen of four weeks in a calendar of weeks, the last one longer in a long year', () => {
    expect(namesOf(2023, 'four-weeks', weeks).at(-1)).toBe('FY2023-4W13')
    expect(periodsOf(2023, 'four-weeks', weeks).at(-1)).toMatchObject({
      from: '2023-12-31',
      to: '2024-02-03',
    })
    expect(namesOf(2023, 'week', weeks).at(-1)).toBe('FY2023-W53')
    expect(namesOf(2024, 'two-weeks', weeks)).toHaveLength(26)
  })

  test('are halves and thirds of months: 上半月, 下半月; 上旬, 中旬, 下旬', () => {
    const spans = (kind: PeriodKind, calendar?: FiscalCalendar) =>
      periodsOf(2026, kind, calendar)
        .slice(2, 6)
        .map(({ name, from, to }) => [name, from, to])
    expect(spans('half-month')).toEqual([
      ['2026-02-H1', '2026-02-01', '2026-02-15'],
      ['2026-02-H2', '2026-02-16', '2026-02-28'],
      ['2026-03-H1', '2026-03-01', '2026-03-15'],
      ['2026-03-H2', '2026-03-16', '2026-03-31'],
    ])
    expect(spans('ten-days').slice(0, 3)).toEqual([
      ['2026-01-D3', '2026-01-21', '2026-01-31'],
      ['2026-02-D1', '2026-02-01', '2026-02-10'],
      ['2026-02-D2', '2026-02-11', '2026-02-20'],
    ])
    const cycle = { kind: 'gregorian', startMonth: 1, startDay: 26, rhythm: 'cycle' } as const
    expect(spans('half-month', cycle).slice(0, 2)).toEqual([
      ['2026-02-H1', '2026-01-26', '2026-02-09'],
      ['2026-02-H2', '2026-02-10', '2026-02-25'],
    ])
    expect(parsePeriod('2026-03-H1', cycle).rhythm).toBe('cycle-half-month')
  })

  test('of several weeks need a day from which they go on', () => {
    for (const kind of ['two-weeks', 'four-weeks'] as const)
      expect(found(() => periodsOf(2026, kind))).toEqual([['no-weeks-from', 'calendar.weeksFrom']])
    expect(found(() => parsePeriod('2026-2W01'))).toEqual([['no-weeks-from', 'calendar.weeksFrom']])
    expect(
      found(() =>
        parseFiscalCalendar({ kind: 'gregorian', startMonth: 1, weeksFrom: '2026-02-30' }),
      ),
    ).toEqual([['not-a-date', 'weeksFrom']])
  })

  test('of a calendar of weeks have no parts of months', () => {
    for (const kind of partKinds)
      expect(found(() => periodsOf(2026, kind, weeks))).toEqual([['no-parts-of-months', 'kind']])
    expect(found(() => parsePeriod('2026-03-H1', weeks))).toEqual([['not-a-period', 'name']])
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
      fc.property(dates, everyKind, (date, [kind, calendar]) => {
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
      fc.property(dates, everyKind, (date, [kind, calendar]) => {
        const period = periodContaining(date, kind, calendar)
        const next = nextPeriod(period, calendar)
        expect(addDays(period.to, 1)).toBe(next.from)
        expect(previousPeriod(next, calendar)).toEqual(period)
      }),
    )
  })

  test.each([
    ['2026-12', '2027-01', undefined],
    ['2026-W53', '2027-W01', undefined],
    ['2026-02-H2', '2026-03-H1', undefined],
    ['2026-12-D3', '2027-01-D1', undefined],
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
    ['2026-W00', undefined],
    ['2025-W53', undefined],
    ['2026-3W01', undefined],
    ['2026-02-H3', undefined],
    ['2026-02-D4', undefined],
    ['2026-13-H1', undefined],
    ['FY2026-W01', undefined],
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

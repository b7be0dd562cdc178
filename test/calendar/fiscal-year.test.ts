import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayOfWeek,
  type FiscalCalendar,
  type IsoDate,
  type PeriodKind,
  periodContaining,
  periodsOf,
  weekdays,
} from '../../src/calendar/index.js'
import { anyCalendar, datesWithin, dayNumber, daysOf } from './arbitraries.js'

const endsOf = (year: number, kind: PeriodKind, calendar: FiscalCalendar) =>
  periodsOf(year, kind, calendar).map(({ to }) => to)
const weeksOf = (year: number, calendar: FiscalCalendar) =>
  periodsOf(year, 'month', calendar).map((month) => daysOf(month).length / 7)

/** The years from `first` to `last` that have 53 weeks. */
function longYears(first: number, last: number, calendar: FiscalCalendar): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) =>
    periodsOf(year, 'year', calendar).some((period) => daysOf(period).length === 371),
  )
}

/** Source: National Retail Federation, 4-5-4 Calendar. */
const retail: FiscalCalendar = {
  kind: 'weeks',
  pattern: '4-5-4',
  endMonth: 1,
  endDay: 'saturday',
  endRule: 'nearest',
  namedBy: 'start',
}

describe('the 4-5-4 calendar of the National Retail Federation', () => {
  test('gives 53 weeks to the years that it lists: 2000, 2006, 2012, 2017 and 2023', () => {
    expect(longYears(2000, 2025, retail)).toEqual([2000, 2006, 2012, 2017, 2023])
  })

  test.each([
    [2016, '2016-01-31', '2017-01-28'],
    [2017, '2017-01-29', '2018-02-03'],
    [2022, '2022-01-30', '2023-01-28'],
    [2023, '2023-01-29', '2024-02-03'],
    [2024, '2024-02-04', '2025-02-01'],
  ])('runs fiscal %i from %s to %s', (year, start, end) => {
    expect(periodsOf(year, 'year', retail)).toMatchObject([
      { name: `FY${year}`, from: start, to: end },
    ])
  })

  test('puts the 53rd week in the last month', () => {
    expect(weeksOf(2024, retail)).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4])
    expect(weeksOf(2023, retail)).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5])
    expect(periodsOf(2023, 'month', retail).at(-1)).toMatchObject({
      name: 'FY2023-P12',
      from: '2023-12-31',
      to: '2024-02-03',
    })
  })
})

/** Source: Apple Inc., Forms 10-K and 10-Q: the last Saturday of September. */
const apple: FiscalCalendar = {
  kind: 'weeks',
  pattern: '4-4-5',
  endMonth: 9,
  endDay: 'saturday',
  endRule: 'last',
}

describe("Apple's fiscal year", () => {
  test.each([
    [2022, '2022-09-24'],
    [2023, '2023-09-30'],
    [2024, '2024-09-28'],
  ])('%i ends on %s', (year, end) => expect(endsOf(year, 'year', apple)).toEqual([end]))

  test('has the quarter ends of its reports in a year of 52 weeks', () => {
    expect(endsOf(2024, 'quarter', apple)).toEqual([
      '2023-12-30',
      '2024-03-30',
      '2024-06-29',
      '2024-09-28',
    ])
  })

  test('of 53 weeks has its long quarter last, where Apple had it first, to 2022-12-31', () => {
    expect(longYears(2018, 2024, apple)).toEqual([2023])
    expect(endsOf(2023, 'quarter', apple)).toEqual([
      '2022-12-24',
      '2023-03-25',
      '2023-06-24',
      '2023-09-30',
    ])
  })
})

test.each([
  ['last', '2001-11-24'],
  ['nearest', '2001-12-01'],
] as const)('the %s Saturday of November 2001 is %s (26 CFR 1.441-2(a)(4))', (endRule, end) => {
  const calendar = { kind: 'weeks', pattern: '4-4-5', endMonth: 11, endDay: 'saturday' } as const
  expect(endsOf(2001, 'year', { ...calendar, endRule })).toEqual([end])
})

test('a 4-4-5 year to the last Saturday of April 2019 has the months of the Claris community table', () => {
  const calendar: FiscalCalendar = { ...apple, endMonth: 4 }
  expect(periodsOf(2019, 'month', calendar).map(({ from, to }) => [from, to])).toEqual([
    ['2018-04-29', '2018-05-26'],
    ['2018-05-27', '2018-06-23'],
    ['2018-06-24', '2018-07-28'],
    ['2018-07-29', '2018-08-25'],
    ['2018-08-26', '2018-09-22'],
    ['2018-09-23', '2018-10-27'],
    ['2018-10-28', '2018-11-24'],
    ['2018-11-25', '2018-12-22'],
    ['2018-12-23', '2019-01-26'],
    ['2019-01-27', '2019-02-23'],
    ['2019-02-24', '2019-03-23'],
    ['2019-03-24', '2019-04-27'],
  ])
})

test('the Sunday nearest to the end of December ends the year of ISO 8601 weeks', () => {
  const iso: FiscalCalendar = {
    kind: 'weeks',
    pattern: '4-4-5',
    endMonth: 12,
    endDay: 'sunday',
    endRule: 'nearest',
  }
  expect(longYears(2000, 2030, iso)).toEqual([2004, 2009, 2015, 2020, 2026])
  fc.assert(
    fc.property(datesWithin('1900-01-01', '2100-12-31'), (date) => {
      // ISO 8601: a week belongs to the year of its Thursday.
      const thursday = dayNumber(date) + 3 - weekdays.indexOf(dayOfWeek(date))
      const year = new Date(thursday * 86_400_000).getUTCFullYear()
      expect(periodContaining(date, 'year', iso).name).toBe(`FY${year}`)
    }),
  )
})

describe('a fiscal year of months', () => {
  test.each([
    ['India, from April', 4, 'end', 2027, 'FY2027', '2026-04-01', '2027-03-31'],
    ['Japan, named by its start', 4, 'start', 2026, 'FY2026', '2026-04-01', '2027-03-31'],
    ['United States, 31 U.S.C. §1102', 10, 'end', 2026, 'FY2026', '2025-10-01', '2026-09-30'],
    ['from February', 2, 'end', 2024, 'FY2024', '2023-02-01', '2024-01-31'],
    ['from December', 12, 'start', 2023, 'FY2023', '2023-12-01', '2024-11-30'],
    ['from January', 1, 'start', 2026, '2026', '2026-01-01', '2026-12-31'],
  ] as const)('%s', (_, startMonth, namedBy, year, name, start, end) => {
    const calendar: FiscalCalendar = { kind: 'gregorian', startMonth, namedBy }
    expect(periodsOf(year, 'year', calendar)).toMatchObject([{ name, from: start, to: end }])
  })

  test('is named by its end where nothing is said', () => {
    expect(periodsOf(2027, 'year', { kind: 'gregorian', startMonth: 4 })).toEqual(
      periodsOf(2027, 'year', { kind: 'gregorian', startMonth: 4, namedBy: 'end' }),
    )
  })

  test('has its leap day in the year that holds February', () => {
    const april = { kind: 'gregorian', startMonth: 4 } as const
    expect(endsOf(2024, 'month', april)[10]).toBe('2024-02-29')
    expect(periodsOf(2024, 'year', april).flatMap(daysOf)).toHaveLength(366)
    expect(periodsOf(2025, 'year', april).flatMap(daysOf)).toHaveLength(365)
  })
})

describe('a fiscal year of weeks', () => {
  type Weeks = Extract<FiscalCalendar, { kind: 'weeks' }>
  const weekCalendars = anyCalendar.filter(
    (calendar): calendar is Weeks => calendar.kind === 'weeks',
  )
  const years = fc.integer({ min: 1, max: 9_998 })
  const lastOfMonth = (date: IsoDate, shift: number, month: number) => {
    const near = new Date((dayNumber(date) + shift) * 86_400_000)
    return near.getUTCMonth() + 1 === month
  }

  test('has 52 or 53 weeks and ends on its weekday', () => {
    fc.assert(
      fc.property(weekCalendars, years, (calendar, year) => {
        const [period] = periodsOf(year, 'year', calendar)
        expect(period && [364, 371].includes(daysOf(period).length)).toBe(true)
        expect(period && dayOfWeek(period.to)).toBe(calendar.endDay)
      }),
    )
  })

  test('ends in the last week of its month, or at most three days from its end', () => {
    fc.assert(
      fc.property(weekCalendars, years, (calendar, year) => {
        const end = endsOf(year, 'year', calendar)[0] as IsoDate
        const { endRule, endMonth } = calendar
        const [inside, outside] = endRule === 'last' ? [0, 7] : [-3, 4]
        expect(lastOfMonth(end, inside, endMonth)).toBe(true)
        expect(lastOfMonth(end, outside, endMonth)).toBe(false)
      }),
    )
  })

  test('follows its pattern in every quarter, but for the last month of a long year', () => {
    fc.assert(
      fc.property(weekCalendars, years, (calendar, year) => {
        const quarter = calendar.pattern.split('-').map(Number)
        const plain = [quarter, quarter, quarter, quarter].flat()
        const long = [...plain.slice(0, 11), (plain[11] as number) + 1]
        const [period] = periodsOf(year, 'year', calendar)
        const expected = period && daysOf(period).length === 371 ? long : plain
        expect(weeksOf(year, calendar)).toEqual(expected)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type FiscalCalendar,
  nextPeriod,
  parseFiscalCalendar,
  parsePeriod,
  periodContaining,
  periodsOf,
  prorate,
} from '../../src/calendar/index.js'
import { found } from '../found.js'
import { dateNumbered, datesWithin, dayNumber } from './arbitraries.js'

const cycle = parseFiscalCalendar({
  kind: 'gregorian',
  startMonth: 1,
  startDay: 26,
  rhythm: 'cycle',
})
const from = (startDay: number): FiscalCalendar => ({ kind: 'gregorian', startMonth: 1, startDay })
const spanOf = (name: string, calendar: FiscalCalendar) => {
  const { from, to } = parsePeriod(name, calendar)
  return [from, to]
}

test('a month that begins on the 26th is named by the month that it ends in', () => {
  expect(parsePeriod('2026-03', cycle)).toEqual({
    name: '2026-03',
    kind: 'month',
    rhythm: 'cycle',
    from: '2026-02-26',
    to: '2026-03-25',
  })
  expect(periodContaining('2026-03-26', 'month', cycle).name).toBe('2026-04')
  expect(spanOf('2026', cycle)).toEqual(['2025-12-26', '2026-12-25'])
})

test.each([
  ['2026-02', 2, '2026-01-02', '2026-02-01'],
  ['2026-03', 30, '2026-02-28', '2026-03-29'],
  ['2026-04', 30, '2026-03-30', '2026-04-29'],
  ['2024-03', 30, '2024-02-29', '2024-03-29'],
  ['2026-03', 31, '2026-02-28', '2026-03-30'],
  ['2026-05', 31, '2026-04-30', '2026-05-30'],
  ['2026-02', 31, '2026-01-31', '2026-02-27'],
])('%s of months from day %i on is %s to %s', (name, startDay, ...span) => {
  expect(spanOf(name, from(startDay))).toEqual(span)
})

/** The month of a day by walking on from it to the day before the next start: the reference. */
function monthByWalking(date: string, startDay: number): string {
  for (let day = dayNumber(date); ; day++) {
    const next = dateNumbered(day + 1)
    const lastOfMonth = Number(dateNumbered(dayNumber(`${next.slice(0, 7)}-28`) + 4).slice(8))
    const days = 32 - lastOfMonth
    if (Number(next.slice(8)) === Math.min(startDay, days)) return dateNumbered(day).slice(0, 7)
  }
}

test('every day lies in the month that walking on from it reaches', () => {
  fc.assert(
    fc.property(
      datesWithin('1995-01-01', '2035-12-31'),
      fc.integer({ min: 1, max: 31 }),
      (date, startDay) => {
        expect(periodContaining(date, 'month', from(startDay)).name).toBe(
          monthByWalking(date, startDay),
        )
      },
    ),
    { numRuns: 500 },
  )
})

describe('a rhythm', () => {
  test('is the kind of the period where the calendar has none of its own', () => {
    for (const kind of ['month', 'quarter', 'half-year', 'year'] as const)
      expect(periodsOf(2026, kind).every(({ rhythm }) => rhythm === kind)).toBe(true)
  })

  test('names the months of a calendar, and what is longer after them', () => {
    expect(parsePeriod('2026-Q1', cycle).rhythm).toBe('cycle-quarter')
    expect(parsePeriod('2026', cycle).rhythm).toBe('cycle-year')
  })

  test('tells a cycle from a month of the same name and days', () => {
    const months: FiscalCalendar = { kind: 'gregorian', startMonth: 1, rhythm: 'cycle' }
    expect(found(() => nextPeriod(parsePeriod('2026-03'), months))).toEqual([
      ['other-calendar', 'period'],
    ])
    expect(found(() => nextPeriod(parsePeriod('2026-03', cycle)))).toEqual([
      ['other-calendar', 'period'],
    ])
  })
})

test.each([
  ['2026-03', 26],
  ['2026-02', 31],
  ['2026-03', 30],
  ['2026-Q1', 16],
])('a fixed basis takes %s of months from day %i on', (name, startDay) => {
  const period = parsePeriod(name, from(startDay))
  const employment = { from: addDays(period.to, -9) }
  const months = name.includes('Q') ? 3 : 1
  const { numerator, denominator } = prorate({ period, employment, basis: { basis: 'fixed-30' } })
  expect([numerator, denominator]).toEqual(['10', String(30 * months)])
})

test.each([0, 32, 1.5])('no month begins on day %d', (startDay) => {
  const problems = found(() =>
    parseFiscalCalendar({ kind: 'gregorian', startMonth: 1, startDay } as unknown),
  )
  expect(problems.map(([, path]) => path)).toEqual(['startDay'])
})

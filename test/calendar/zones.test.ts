import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  addDays,
  dayOfWeek,
  daysBetween,
  parsePeriod,
  periodContaining,
  periodsOf,
  prorate,
} from '../../src/calendar/index.js'
import { daysOf } from './arbitraries.js'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** What every day of a year gives, and every month of it. */
function yearOf(date: string): unknown {
  const year = periodContaining(date, 'year')
  const basis = { basis: 'working-days', weekend: ['saturday', 'sunday'], holidays: [] } as const
  return [
    daysOf(year).map((day) => [
      addDays(day, 1),
      addDays(day, -1),
      daysBetween(year.from, day),
      dayOfWeek(day),
      periodContaining(day, 'month').name,
    ]),
    periodsOf(Number(year.name), 'month').map((period) => [
      period,
      prorate({ period, employment: { from: date }, basis }),
      prorate({ period, employment: { from: date }, basis: { basis: 'fixed-30' } }),
    ]),
  ]
}

/** Days, and midnights, that the local clock of a zone never showed (IANA time zone database). */
describe.each([
  ['Pacific/Apia', '2011-12-30', 'friday'],
  ['Pacific/Fakaofo', '2011-12-30', 'friday'],
  ['Pacific/Kiritimati', '1994-12-31', 'saturday'],
  ['Pacific/Kwajalein', '1993-08-21', 'saturday'],
  ['America/Sao_Paulo', '2018-11-04', 'sunday'],
  ['Asia/Beirut', '2022-03-27', 'sunday'],
])('in %s, without the midnight of %s,', (zone, skipped, weekday) => {
  test('a local Date cannot hold the day', () => {
    vi.stubEnv('TZ', zone)
    const [year, month, day] = skipped.split('-').map(Number) as [number, number, number]
    const local = new Date(year, month - 1, day)
    expect([local.getDate(), local.getHours()]).not.toEqual([day, 0])
  })

  test('the day stands between its neighbours', () => {
    vi.stubEnv('TZ', zone)
    const before = addDays(skipped, -1)
    expect(addDays(before, 1)).toBe(skipped)
    expect(daysBetween(before, addDays(skipped, 1))).toBe(2)
    expect(dayOfWeek(skipped)).toBe(weekday)
  })

  test('the whole year gives what it gives in UTC', () => {
    vi.stubEnv('TZ', 'UTC')
    const expected = yearOf(skipped)
    vi.stubEnv('TZ', zone)
    expect(yearOf(skipped)).toEqual(expected)
  })
})

test('who joined in Apia on the day that was skipped is employed for two days of the month', () => {
  vi.stubEnv('TZ', 'Pacific/Apia')
  const employment = { from: '2011-12-30' }
  expect(
    prorate({ period: parsePeriod('2011-12'), employment, basis: { basis: 'calendar-days' } }),
  ).toMatchObject({ numerator: '2', denominator: '31' })
})

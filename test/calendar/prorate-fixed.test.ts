import { expect, test } from 'vitest'
import { type Basis, parsePeriod, prorate } from '../../src/calendar/index.js'
import { found } from '../found.js'
import { daysOf } from './arbitraries.js'
import { weekend } from './china-2025.js'

const always = { from: '2020-01-01' }
const calendarDays: Basis = { basis: 'calendar-days' }
const fixed30 = { basis: 'fixed-30' } as const
const fixed2175 = { basis: 'fixed-21.75', weekend } as const
const march = parsePeriod('2026-03')

test.each([
  [undefined, '11', '20'],
  ['days-worked', '11', '20'],
  ['days-worked', '30', '1'],
  ['days-absent', '11', '19'],
  ['days-absent', '30', '0'],
  ['days-absent', '31', '0'],
] as const)(
  '30 days, %s: absent until 2026-03-%s, %s thirtieths are paid',
  (count, to, numerator) => {
    const basis = { ...fixed30, count }
    const absences = [{ from: '2026-03-01', to: `2026-03-${to}` }]
    const request = { period: march, employment: always, absences, basis }
    expect(prorate(request)).toMatchObject({ numerator, denominator: '30' })
  },
)

test('days worked beyond the divisor pay the whole month, not more', () => {
  const absences = [{ from: '2026-03-02', to: '2026-03-02' }]
  const request = { period: march, employment: always, absences }
  expect(prorate({ ...request, basis: fixed30 }).numerator).toBe('30')
  const july = { ...request, period: parsePeriod('2026-07') }
  const away = [{ from: '2026-07-01', to: '2026-07-01' }]
  const basis = { ...fixed2175, count: 'days-worked' } as const
  expect(prorate({ ...july, absences: away, basis })).toMatchObject({
    numerator: '21.75',
    denominator: '21.75',
    days: { inPeriod: '23', paid: '22' },
  })
})

test('days lost beyond the divisor pay nothing, not less', () => {
  const request = { period: parsePeriod('2026-07'), employment: { from: '2026-07-31' } }
  const basis = { ...fixed2175, count: 'days-absent' } as const
  expect(prorate({ ...request, basis })).toMatchObject({
    numerator: '0',
    denominator: '21.75',
    days: { paid: '1' },
  })
})

test.each([
  ['2026-Q1', '65.25', '90'],
  ['2026-H1', '130.5', '180'],
  ['2026', '261', '360'],
])('the divisor is a month’s for each month of %s: %s, or %s', (name, paidDays, days) => {
  const request = { period: parsePeriod(name), employment: always }
  const basis = { ...fixed2175, count: 'days-worked' } as const
  expect(prorate({ ...request, basis }).denominator).toBe(paidDays)
  expect(prorate({ ...request, basis: fixed30 }).denominator).toBe(days)
})

test.each([
  ['2026-02-01', '2026-02-27'],
  ['2026-02-02', '2026-02-28'],
  ['2026-02-10', '2026-03-10'],
  ['2026-02-01', '2026-03-09'],
  ['2024-02-01', '2024-02-28'],
])('a part month is refused: %s to %s', (from, to) => {
  const request = { period: { from, to }, employment: always }
  expect(found(() => prorate({ ...request, basis: fixed30 }))).toEqual([
    ['not-whole-months', 'period'],
  ])
  const basis = { ...fixed2175, count: 'days-absent' } as const
  expect(found(() => prorate({ ...request, basis }))).toEqual([['not-whole-months', 'period']])
  expect(prorate({ ...request, basis: calendarDays }).numerator).toBe(
    String(daysOf({ from, to }).length),
  )
})

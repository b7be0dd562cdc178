import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Basis,
  countDays,
  type History,
  historyOf,
  type ProrationRequest,
  parsePeriod,
  periodsOf,
  prorate,
  prorateByChange,
} from '../../src/calendar/index.js'
import { found } from '../found.js'
import { absencesWithin, basesWithin, datesWithin, spansWithin } from './arbitraries.js'
import { weekend } from './china-2025.js'
import { equal, millionths, pay, ratioOf, sumOf } from './pay.js'

const february = parsePeriod('2026-02')
const always = { from: '2020-01-01' }
const calendarDays: Basis = { basis: 'calendar-days' }
const salary = historyOf([
  { from: '2020-01-01', value: '8000' },
  { from: '2026-02-16', value: '9000' },
])
const fractions = (request: ProrationRequest) =>
  prorateByChange(request, salary).map(
    ({ proration: { numerator, denominator } }) => `${numerator} / ${denominator}`,
  )

describe('a rise on 16 February 2026', () => {
  const paidDays = { basis: 'fixed-21.75', weekend } as const

  test.each([
    ['calendar days', calendarDays, ['15 / 28', '13 / 28']],
    ['working days', { basis: 'working-days', weekend, holidays: [] }, ['10 / 20', '10 / 20']],
    ['21.75, 正算', { ...paidDays, count: 'days-worked' }, ['10 / 20', '10 / 20']],
    ['21.75, 反算', { ...paidDays, count: 'days-absent' }, ['10 / 20', '10 / 20']],
    ['30 days', { basis: 'fixed-30' }, ['15 / 28', '13 / 28']],
  ] as const)('divides a month that is paid in full by %s', (_, basis, expected) => {
    expect(fractions({ period: february, employment: always, basis })).toEqual(expected)
  })

  test.each([
    ['calendar days', calendarDays, ['12 / 28', '13 / 28']],
    ['21.75, 正算', { ...paidDays, count: 'days-worked' }, ['7 / 21.75', '10 / 21.75']],
    // Three days absent leave 18.75 / 21.75, divided as 7 to 10.
    ['21.75, 反算', { ...paidDays, count: 'days-absent' }, ['131.25 / 369.75', '187.5 / 369.75']],
    ['30 days', { basis: 'fixed-30' }, ['12 / 30', '13 / 30']],
    ['30 days, absent', { basis: 'fixed-30', count: 'days-absent' }, ['324 / 750', '351 / 750']],
  ] as const)('divides what three days of absence leave by %s', (_, basis, expected) => {
    const absences = [{ from: '2026-02-03', to: '2026-02-05' }]
    expect(fractions({ period: february, employment: always, absences, basis })).toEqual(expected)
  })

  test('pays each salary for its own days', () => {
    const segments = prorateByChange(
      { period: february, employment: always, basis: calendarDays },
      salary,
    )
    expect(segments.map(({ values: [value], proration }) => pay(value, proration))).toEqual([
      '4285.71',
      '4178.57',
    ])
    expect(segments[0]).toEqual({
      from: '2026-02-01',
      to: '2026-02-15',
      values: ['8000'],
      proration: {
        numerator: '15',
        denominator: '28',
        basis: 'calendar-days',
        days: { inPeriod: '28', employed: '15', absent: '0', paid: '15' },
      },
    })
  })
})

const year = ['2026-01-01', '2026-12-31'] as const
const histories: fc.Arbitrary<History<number>> = fc
  .uniqueArray(datesWithin('2025-10-02', year[1]), { maxLength: 6 })
  .map((dates) =>
    historyOf(['2025-10-01', ...dates.sort()].map((from, value) => ({ from, value }))),
  )
const requests: fc.Arbitrary<ProrationRequest> = fc
  .record({
    period: fc.constantFrom(...periodsOf(2026, 'month'), ...periodsOf(2026, 'quarter')),
    employment: spansWithin('2025-10-01', year[1]).map(({ from, to }) => ({
      from: from,
      to: to,
    })),
    absences: absencesWithin(...year),
    basis: basesWithin(...year),
  })
  .filter(({ period, basis }) => countDays(period, basis) !== '0')

describe('the segments', () => {
  test('have fractions that add up to that of the whole, exactly, on every basis', () => {
    fc.assert(
      fc.property(requests, histories, histories, (request, first, second) => {
        const segments = prorateByChange(request, first, second)
        const sum = sumOf(segments.map(({ proration }) => ratioOf(proration)))
        expect(equal(sum, ratioOf(prorate(request)))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('share the fraction by their paid days', () => {
    fc.assert(
      fc.property(requests, histories, (request, history) => {
        const whole = prorate(request)
        const [numerator, denominator] = ratioOf(whole)
        for (const { proration } of prorateByChange(request, history)) {
          const share = millionths(proration.days.paid)
          const all = millionths(whole.days.paid) || 1n
          expect(equal(ratioOf(proration), [numerator * share, denominator * all])).toBe(true)
        }
      }),
    )
  })

  test('have days that add up to those of the whole', () => {
    fc.assert(
      fc.property(requests, histories, (request, history) => {
        const parts = prorateByChange(request, history).map(({ proration }) => proration.days)
        const whole = prorate(request).days
        for (const key of ['employed', 'absent', 'paid'] as const)
          expect(parts.reduce((sum, days) => sum + millionths(days[key]), 0n)).toBe(
            parts.length === 0 ? 0n : millionths(whole[key]),
          )
        for (const { inPeriod } of parts) expect(inPeriod).toBe(whole.inPeriod)
      }),
    )
  })

  test('pay the whole where the salary does not change', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const constant = historyOf([{ from: '2025-10-01', value: '8000' }])
        for (const { proration } of prorateByChange(request, constant))
          expect(proration).toEqual(prorate(request))
      }),
    )
  })
})

describe('histories and employment', () => {
  test('a history may begin on the day of joining', () => {
    const employment = { from: '2026-02-10', to: '2026-02-20' }
    const history = historyOf([
      { from: '2026-02-10', value: 1 },
      { from: '2026-02-21', value: 2 },
    ])
    expect(
      prorateByChange({ period: february, employment, basis: calendarDays }, history),
    ).toMatchObject([
      { from: '2026-02-10', to: '2026-02-20', values: [1], proration: { numerator: '11' } },
    ])
  })

  test('there are no segments where nothing is employed', () => {
    const employment = { from: '2026-03-01' }
    expect(prorateByChange({ period: february, employment, basis: calendarDays }, salary)).toEqual(
      [],
    )
  })

  test('a month of absence has segments that pay nothing', () => {
    const absences = [february]
    expect(
      fractions({ period: february, employment: always, absences, basis: calendarDays }),
    ).toEqual(['0 / 28', '0 / 28'])
  })

  test('a history that begins after joining is refused', () => {
    const late = historyOf([{ from: '2026-02-11', value: 1 }])
    const employment = { from: '2026-02-10' }
    expect(
      found(() =>
        prorateByChange({ period: february, employment, basis: calendarDays }, salary, late),
      ),
    ).toEqual([['no-value-yet', 'histories[1]']])
  })

  test('a bad request is told before a bad history', () => {
    const period = { from: '2026-02-01', to: '2026-02-15' }
    const request = { period, employment: always, basis: { basis: 'fixed-30' } as const }
    expect(found(() => prorateByChange(request, historyOf([])))).toEqual([
      ['not-whole-months', 'period'],
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Basis,
  countDays,
  intersection,
  type ProrationRequest,
  parsePeriod,
  periodsOf,
  prorate,
} from '../../src/calendar/index.js'
import { found } from '../found.js'
import {
  absencesWithin,
  basesWithin,
  datesWithin,
  daysOf,
  spansWithin,
  weightOf,
} from './arbitraries.js'
import { weekend } from './china-2025.js'
import { equal, millionths, ratioOf, sumOf } from './pay.js'

const february = parsePeriod('2026-02')
const always = { from: '2020-01-01' }
const calendarDays: Basis = { basis: 'calendar-days' }

const year = ['2026-01-01', '2026-12-31'] as const
const periods = fc.constantFrom(
  ...periodsOf(2026, 'month'),
  ...periodsOf(2026, 'quarter'),
  ...periodsOf(2026, 'year'),
)

/** Requests about 2026 that are good. */
const requests: fc.Arbitrary<ProrationRequest> = fc
  .record({
    period: periods,
    employment: spansWithin('2025-10-01', year[1]).map(({ from, to }) => ({
      from: from,
      to: to,
    })),
    absences: absencesWithin(...year),
    basis: basesWithin(...year),
  })
  .filter(({ period, basis }) => countDays(period, basis) !== '0')

const openEnded = requests.map(({ employment: { from }, ...rest }) => ({
  ...rest,
  employment: { from },
}))

describe('the days', () => {
  test('are those of the period, employed, absent and paid, counted one by one', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { period, employment, absences = [], basis } = request
        // In ten-thousandths of a day: a hundredth of it, of a hundredth.
        const away = (day: string) =>
          Math.min(
            10_000,
            absences
              .filter(({ from, to }) => from <= day && day <= to)
              .reduce((sum, { part = '1' }) => sum + Math.round(10_000 * Number(part)), 0),
          )
        const counted = (days: readonly string[], part: (day: string) => number) =>
          days.reduce((sum, day) => sum + BigInt(weightOf(day, basis) * part(day)), 0n)
        const own = daysOf(period).filter(
          (day) => employment.from <= day && day <= (employment.to as string),
        )
        const { days } = prorate(request)
        const all = () => 10_000
        expect(millionths(days.inPeriod)).toBe(counted(daysOf(period), all))
        expect(millionths(days.employed)).toBe(counted(own, all))
        expect(millionths(days.absent)).toBe(counted(own, away))
        expect(millionths(days.paid)).toBe(counted(own, (day) => 10_000 - away(day)))
      }),
    )
  })

  test('never fall below zero, and paid and absent days are the days employed', () => {
    fc.assert(
      fc.property(fc.oneof(requests, openEnded), (request) => {
        const { inPeriod, employed, absent, paid } = prorate(request).days
        expect(millionths(absent) >= 0n && millionths(paid) >= 0n).toBe(true)
        expect(millionths(absent) + millionths(paid)).toBe(millionths(employed))
        expect(millionths(employed) <= millionths(inPeriod)).toBe(true)
      }),
    )
  })

  test('of overlapping absences count once', () => {
    const absences = [
      { from: '2026-02-10', to: '2026-02-20' },
      { from: '2026-02-01', to: '2026-02-12' },
      { from: '2026-02-11', to: '2026-02-11' },
    ]
    const request = { period: february, employment: always, absences, basis: calendarDays }
    expect(prorate(request).days).toEqual({
      inPeriod: '28',
      employed: '28',
      absent: '20',
      paid: '8',
    })
  })

  test('of a leap February are 29', () => {
    const period = parsePeriod('2024-02')
    const employment = { from: '2024-02-29' }
    const { numerator, denominator } = prorate({ period, employment, basis: calendarDays })
    expect([numerator, denominator]).toEqual(['1', '29'])
  })
})

describe('the fraction', () => {
  test('is from 0 to 1: 1 where every day is paid, 0 where none is, and names its basis', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const proration = prorate(request)
        const [numerator, denominator] = ratioOf(proration)
        const { inPeriod, paid } = proration.days
        expect(numerator >= 0n && numerator <= denominator).toBe(true)
        if (paid === inPeriod) expect(numerator).toBe(denominator)
        if (paid === '0') expect(numerator).toBe(0n)
        expect(proration.basis).toBe(request.basis.basis)
      }),
    )
  })

  test('is paid days over the days of the period, unless the basis is fixed', () => {
    fc.assert(
      fc.property(requests, (request) => {
        fc.pre(!request.basis.basis.startsWith('fixed'))
        const proration = prorate(request)
        const { paid, inPeriod } = proration.days
        expect(equal(ratioOf(proration), [millionths(paid), millionths(inPeriod)])).toBe(true)
      }),
    )
  })

  test('does not fall where more days are paid', () => {
    fc.assert(
      fc.property(requests, datesWithin(...year), (request, day) => {
        const more = { ...request, absences: [] }
        const less = {
          ...request,
          absences: [...(request.absences ?? []), { from: day, to: day }],
        }
        const [a, b] = ratioOf(prorate(less))
        const [c, d] = ratioOf(prorate(more))
        expect(a * d <= c * b).toBe(true)
      }),
    )
  })

  test('of an employment cut in two adds up to that of the whole, by days of the period', () => {
    fc.assert(
      fc.property(requests, datesWithin(...year), (request, cut) => {
        fc.pre(!request.basis.basis.startsWith('fixed'))
        const whole = intersection(request.period, {
          from: request.employment.from,
          to: request.employment.to as string,
        })
        fc.pre(whole !== undefined && whole.from <= cut && cut < whole.to)
        const next = daysOf({ from: cut, to: '2027-12-31' })[1] as string
        const parts = [
          { from: whole?.from as string, to: cut },
          { from: next, to: whole?.to },
        ]
        const sum = sumOf(parts.map((employment) => ratioOf(prorate({ ...request, employment }))))
        expect(equal(sum, ratioOf(prorate(request)))).toBe(true)
      }),
    )
  })

  test('is 0 where the employment lies outside the period', () => {
    for (const employment of [{ from: '2026-03-01' }, { from: '2020-01-01', to: '2026-01-31' }])
      expect(prorate({ period: february, employment, basis: calendarDays })).toEqual({
        numerator: '0',
        denominator: '28',
        basis: 'calendar-days',
        days: { inPeriod: '28', employed: '0', absent: '0', paid: '0' },
      })
  })
})

describe('bad input', () => {
  const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', ...weekend] as const

  test.each([
    ['has no working day', { basis: 'working-days', weekend: everyDay, holidays: [] }],
    ['has no paid day', { basis: 'fixed-21.75', count: 'days-worked', weekend: everyDay }],
    [
      'has only days off',
      { basis: 'working-days', weekend: [], holidays: daysOf(parsePeriod('2026-02')) },
    ],
  ] as const)('a month that %s cannot be divided', (_, basis) => {
    expect(found(() => prorate({ period: february, employment: always, basis }))).toEqual([
      ['no-day-counted', 'basis'],
    ])
  })

  test('a period, employment and absence that end before they start', () => {
    const backwards = { from: '2026-02-28', to: '2026-02-01' }
    expect(
      found(() =>
        prorate({
          period: backwards,
          employment: { from: '2026-02-10', to: '2026-02-09' },
          absences: [{ from: '2026-02-10', to: '2026-02-10' }, backwards],
          basis: calendarDays,
        }),
      ),
    ).toEqual([
      ['ends-before-start', 'period.to'],
      ['ends-before-start', 'employment.to'],
      ['ends-before-start', 'absences[1].to'],
    ])
  })

  test('dates that are none, wherever they stand', () => {
    expect(
      found(() =>
        prorate({
          period: { from: '2026-02-30', to: '2026-02' },
          employment: { from: new Date(0) as unknown as string, to: '' },
          absences: [{ from: '10/02/2026', to: '2026-02-29' }],
          basis: { basis: 'working-days', weekend, holidays: ['2026-02-16', '2026-02-31'] },
        }),
      ),
    ).toEqual([
      ['not-a-date', 'period.from'],
      ['not-a-date', 'period.to'],
      ['not-a-date', 'employment.from'],
      ['not-a-date', 'employment.to'],
      ['not-a-date', 'absences[0].from'],
      ['not-a-date', 'absences[0].to'],
      ['not-a-date', 'basis.holidays[1]'],
    ])
  })

  test('a day that is off and on', () => {
    const both = { holidays: ['2026-02-14'], workdays: ['2026-02-14'] }
    const basis = { basis: 'working-days', weekend, ...both } as const
    expect(found(() => prorate({ period: february, employment: always, basis }))).toEqual([
      ['off-and-workday', 'basis.workdays[0]'],
    ])
  })
})

import { describe, expect, test } from 'vitest'
import {
  giveAward,
  grantStatus,
  parseAward,
  parseGrant,
  parseReferral,
  referralPayments,
} from '../../src/bonus/index.js'
import {
  addDays,
  countDays,
  monthsOfService,
  parsePeriod,
  prorate,
} from '../../src/calendar/index.js'

describe('time: what is counted in days and months', () => {
  const thirties = { basis: '30e-360' } as const
  const partOf = (month: string, employment: { from: string; to?: string }) => {
    const { numerator, denominator } = prorate({
      period: parsePeriod(month),
      employment,
      basis: thirties,
    })
    return `${numerator}/${denominator}`
  }

  test.each([
    ['one leaves on the 15th', '2026-07', { from: '2020-01-01', to: '2026-07-15' }, '15/30'],
    ['the next joins on the 16th', '2026-07', { from: '2026-07-16' }, '15/30'],
    ['who joins on 31 July', '2026-07', { from: '2026-07-31' }, '1/30'],
    ['who joins on 15 February', '2026-02', { from: '2026-02-15' }, '16/30'],
    ['who joins on 2 February', '2026-02', { from: '2026-02-02' }, '29/30'],
    ['who leaves on 27 February', '2026-02', { from: '2020-01-01', to: '2026-02-27' }, '27/30'],
    ['a leap February', '2024-02', { from: '2024-02-15' }, '16/30'],
  ])('F10 months of thirty days tile: %s', (_, month, employment, part) => {
    expect(partOf(month, employment)).toBe(part)
  })

  test.each(['2026-07', '2026-02', '2024-02', '2026-04'])(
    'F10 wherever a post of %s changes hands, both parts are one month',
    (month) => {
      const { start, end } = parsePeriod(month)
      for (let day = start; day < end; day = addDays(day, 1)) {
        const first = Number(countDays({ start, end: day }, thirties))
        expect(first + Number(countDays({ start: addDays(day, 1), end }, thirties))).toBe(30)
      }
    },
  )

  test.each([
    ['half a day', '2026-06', [{ start: '2026-06-05', end: '2026-06-05', part: '0.5' }], '29.5'],
    [
      'three hours of eight',
      '2026-06',
      [{ start: '2026-06-05', end: '2026-06-05', part: '0.375' }],
      '29.625',
    ],
    [
      'leave at 80 % of pay',
      '2026-06',
      [{ start: '2026-06-01', end: '2026-06-10', part: '0.2' }],
      '28',
    ],
    [
      'two halves of one day, and a third',
      '2026-06',
      [1, 2, 3].map(() => ({ start: '2026-06-05', end: '2026-06-05', part: '0.5' })),
      '29',
    ],
  ])('F6 absences of parts of a day: %s', (_, month, absences, paid) => {
    const { numerator, denominator } = prorate({
      period: parsePeriod(month),
      employment: { from: '2020-01-01' },
      absences,
      basis: { basis: 'calendar-days' },
    })
    expect([numerator, denominator]).toEqual([paid, '30'])
  })

  test('F6 half a day away before a holiday that is half a day anyway is a quarter', () => {
    const request = {
      period: parsePeriod('2026-02'),
      employment: { from: '2020-01-01' },
      absences: [{ start: '2026-02-16', end: '2026-02-16', part: '0.5' }],
      basis: {
        basis: 'working-days',
        weekend: ['saturday', 'sunday'],
        holidays: ['2026-02-17'],
        parts: { '2026-02-16': '0.5' },
      },
    } as const
    expect(prorate(request).days).toEqual({
      inPeriod: '18.5',
      employed: '18.5',
      absent: '0.25',
      paid: '18.25',
    })
  })

  const ranked = (from: string, asOf: string) => {
    const award = parseAward({
      id: 'star',
      label: 'Star',
      currency: 'CNY',
      minimumMonths: 6,
      eligibility: [],
      ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }],
      ties: 'share',
      prizes: ['1000'],
      budget: '1000',
    })
    return giveAward(award, { asOf, entries: [{ id: 'li', from, figures: { score: '9' } }] })
      .standings.length
  }

  test.each([
    ['2025-10-01', '2026-03-31', 1],
    ['2025-10-02', '2026-03-31', 0],
    ['2025-08-31', '2026-02-27', 1],
    ['2025-08-31', '2026-02-26', 0],
  ])('F8a six months are worked from %s to %s: %i ranked', (from, asOf, expected) => {
    expect(ranked(from, asOf)).toBe(expected)
  })

  const kept = (granted: string, on: string) => {
    const grant = parseGrant({
      id: 'stay',
      kind: 'retention',
      currency: 'CNY',
      vesting: { kind: 'cliff', months: 12 },
      leaving: { good: 'none', bad: 'none' },
    })
    const left = { on, as: 'bad' } as const
    return grantStatus(grant, { amount: '12000.00', granted, asOf: '2030-01-01', left }).vested
  }

  test.each([
    ['2025-01-01', '2025-12-31', '12000.00'],
    ['2025-01-01', '2025-12-30', '0.00'],
    ['2024-02-29', '2025-02-27', '12000.00'],
    ['2025-07-01', '2026-06-30', '12000.00'],
  ])('F8b a cliff of twelve months, employed %s to %s: %s', (granted, on, expected) => {
    expect(kept(granted, on)).toBe(expected)
  })

  const back = (granted: string, on: string) => {
    const signOn = parseGrant({
      id: 'welcome',
      kind: 'sign-on',
      currency: 'CNY',
      vesting: { kind: 'cliff', months: 0 },
      leaving: { good: 'none', bad: 'none' },
      clawback: { months: 24, good: 'none', bad: 'pro-rata' },
    })
    const left = { on, as: 'bad' } as const
    return grantStatus(signOn, { amount: '24000.00', granted, asOf: '2030-01-01', left }).clawback
  }

  test.each([
    ['2024-07-01', '2026-06-30', '0.00'],
    ['2024-07-01', '2026-06-29', '1000.00'],
    ['2024-07-01', '2024-07-31', '23000.00'],
    ['2024-07-01', '2024-07-30', '24000.00'],
  ])('F8c a sign-on bonus for 24 months, employed %s to %s: %s back', (granted, on, expected) => {
    expect(back(granted, on)).toBe(expected)
  })

  const clawedBack = (hired: string, on: string) => {
    const referral = parseReferral({
      id: 'refer',
      currency: 'CNY',
      onHire: '1000',
      clawback: { months: 12, good: 'none', bad: 'pro-rata' },
    })
    const left = { on, as: 'bad' } as const
    return referralPayments(referral, { hired, asOf: '2030-01-01', left }).at(-1)?.amount
  }

  test.each([
    ['2026-01-01', '2026-03-31', '-750.00'],
    ['2026-01-01', '2026-03-30', '-833.33'],
    ['2025-12-31', '2026-02-27', '-833.33'],
    ['2026-01-01', '2026-12-31', '0.00'],
  ])('F8d a referral, employed %s to %s: %s', (hired, on, expected) => {
    expect(clawedBack(hired, on)).toBe(expected)
  })

  test('F8e a year less a day from 26 December is twelve months, its last day counted', () => {
    expect(monthsOfService('2022-12-26', '2023-12-25')).toBe(12)
    expect(monthsOfService('2022-12-26', '2023-12-24')).toBe(11)
    expect(monthsOfService('2024-02-29', '2025-02-27')).toBe(12)
    expect(monthsOfService('2026-01-31', '2026-02-27')).toBe(1)
  })
})

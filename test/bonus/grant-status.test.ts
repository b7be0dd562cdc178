import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Grant, grantStatus, parseGrant } from '../../src/bonus/index.js'
import { addDays } from '../../src/calendar/index.js'
import { explain } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { found } from '../found.js'

const stay = parseGrant({
  id: 'stay',
  kind: 'retention',
  currency: 'CNY',
  vesting: { kind: 'graded', months: 36, every: 12 },
  leaving: { good: 'pro-rata', bad: 'none' },
})
const signOn = parseGrant({
  id: 'welcome',
  kind: 'sign-on',
  currency: 'CNY',
  vesting: { kind: 'cliff', months: 0 },
  leaving: { good: 'none', bad: 'none' },
  clawback: { months: 24, good: 'none', bad: 'pro-rata' },
})

const units = parseGrant({
  ...{ id: 'units', kind: 'deferred', currency: 'CNY', in: 'units' },
  vesting: { kind: 'graded', months: 36, every: 12 },
  leaving: { good: 'pro-rata', bad: 'none' },
})

const of = (grant: Grant, asOf: string, left?: { on: string; as: 'good' | 'bad' }) => {
  const status = grantStatus(grant, { amount: '1000', granted: '2024-01-31', asOf, left })
  const { vested, unvested, forfeited, clawback } = status
  return [vested, unvested, forfeited, clawback]
}

describe('where a grant stands', () => {
  test.each([
    ['2024-01-30', ['0.00', '1000.00', '0.00', '0.00']],
    ['2025-01-30', ['0.00', '1000.00', '0.00', '0.00']],
    ['2025-01-31', ['333.33', '666.67', '0.00', '0.00']],
    ['2027-01-30', ['666.66', '333.34', '0.00', '0.00']],
    ['2027-01-31', ['1000.00', '0.00', '0.00', '0.00']],
  ])('on %s', (asOf, expected) => expect(of(stay, asOf)).toEqual(expected))

  test.each([
    ['2025-01-31', ['333', '667', '0', '0']],
    ['2026-01-31', ['666', '334', '0', '0']],
    ['2027-01-31', ['1000', '0', '0', '0']],
  ])('in whole units, on %s', (asOf, expected) => expect(of(units, asOf)).toEqual(expected))

  test('in whole units, of who leaves', () => {
    const on = '2025-07-30'
    expect(of(units, '2026-01-31', { on, as: 'good' })).toEqual(['500', '0', '500', '0'])
    expect(of(units, '2026-01-31', { on, as: 'bad' })).toEqual(['333', '0', '667', '0'])
  })

  test.each([
    // Thirteen months: 361.11 of 1,000 by months served, against the third that is vested.
    ['good', ['361.11', '0.00', '638.89', '0.00']],
    ['bad', ['333.33', '0.00', '666.67', '0.00']],
  ] as const)('after a %s leaver has gone', (as, expected) => {
    expect(of(stay, '2027-06-30', { on: '2025-03-15', as })).toEqual(expected)
  })

  test('takes a leaving into account from its day on', () => {
    const left = { on: '2025-03-15', as: 'bad' } as const
    expect(of(stay, '2025-03-14', left)).toEqual(['333.33', '666.67', '0.00', '0.00'])
    expect(of(stay, '2025-03-15', left)).toEqual(['333.33', '0.00', '666.67', '0.00'])
  })

  test.each([
    ['bad', '2025-07-31', '250.00'],
    // The last day counts: 31 January to 30 July are six months of twenty-four.
    ['bad', '2025-07-30', '250.00'],
    ['bad', '2025-07-29', '291.66'],
    ['bad', '2026-01-31', '0.00'],
    ['good', '2024-02-01', '0.00'],
  ] as const)('a sign-on bonus is clawed back from a %s leaver on %s: %s', (as, on, expected) => {
    expect(of(signOn, '2027-01-01', { on, as })).toEqual(['1000.00', '0.00', '0.00', expected])
  })

  test('tells the next day on which something vests, and how it came about', () => {
    const status = grantStatus(stay, { amount: '1000', granted: '2024-02-29', asOf: '2025-02-27' })
    expect(status).toMatchObject({
      asOf: '2025-02-27',
      months: 11,
      next: { date: '2025-02-28', amount: '333.33' },
    })
    const later = grantStatus(stay, { amount: '1000', granted: '2024-02-29', asOf: '2026-02-28' })
    expect(later.next).toEqual({ date: '2027-02-28', amount: '333.34' })
    expect(
      grantStatus(stay, { amount: '1000', granted: '2024-02-29', asOf: '2027-02-28' }),
    ).not.toHaveProperty('next')
    const labels = (grant: Grant, on: string) =>
      grantStatus(grant, {
        amount: '1000',
        granted: '2024-01-31',
        asOf: '2025-01-31',
        left: { on, as: 'bad' },
      }).evaluations.map((each) => explain(each, { locale: 'en' }).label)
    expect(labels(stay, '2025-02-01')).toEqual(['Vested'])
    expect(labels(stay, '2025-01-31')).toEqual(['Kept on leaving'])
    expect(labels(signOn, '2025-01-31')).toEqual(['Kept on leaving', 'Paid back'])
  })

  test('is refused for bad dates and amounts', () => {
    expect(
      found(() =>
        grantStatus(stay, {
          amount: 'x',
          granted: '2024-02-30',
          asOf: 'now',
          left: { on: 'never', as: 'bad' },
        }),
      ),
    ).toEqual([
      ['not-a-number', 'amount'],
      ['not-a-date', 'granted'],
      ['not-a-date', 'asOf'],
      ['not-a-date', 'left.on'],
    ])
    const dates = { granted: '2024-01-31', asOf: '2025-01-01' }
    expect(found(() => grantStatus(stay, { amount: '-1', ...dates }))).toEqual([
      ['negative', 'amount'],
    ])
    expect(found(() => grantStatus(stay, { amount: '0.001', ...dates }))).toEqual([
      ['too-many-places', 'amount'],
    ])
    expect(found(() => grantStatus(units, { amount: '0.5', ...dates }))).toEqual([
      ['too-many-places', 'amount'],
    ])
    const problems = problemsOf(() =>
      grantStatus(stay, { amount: '1', ...dates, left: { on: '2024-01-30', as: 'good' } }),
    )
    expect(problems.map(({ code }) => code)).toEqual(['leaves-before-start'])
    expect(describeProblems(problems)).toBe(
      'left.on: 2024-01-30 is before 2024-01-31, when it was granted. Mend one of the dates.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'left.on：2024-01-30 早于授予日 2024-01-31。请更正其中一个日期。',
    )
  })

  const policy = fc
    .record({
      every: fc.integer({ min: 1, max: 12 }),
      steps: fc.integer({ min: 1, max: 5 }),
      good: fc.constantFrom('all', 'pro-rata', 'none'),
      back: fc.constantFrom('all', 'pro-rata', 'none'),
      window: fc.integer({ min: 1, max: 36 }),
    })
    .map(({ every, steps, good, back, window }) => ({
      ...stay.policy,
      vesting: { kind: 'graded', months: every * steps, every },
      leaving: { good, bad: 'none' },
      clawback: { months: window, good: back, bad: back },
    }))
  const cents = fc.nat(1_000_000).map((units) => decimal(String(units)).times('0.01').toFixed(2))
  const day = fc.nat(2200).map((days) => addDays('2024-02-29', days))

  test('adds up to the grant on every day, and vested never falls while somebody stays', () => {
    fc.assert(
      fc.property(policy, cents, day, day, (json, amount, one, two) => {
        const grant = parseGrant(json)
        const [early, late] = one < two ? [one, two] : [two, one]
        const on = (asOf: string) => grantStatus(grant, { amount, granted: '2024-02-29', asOf })
        for (const asOf of [early, late]) {
          const { vested, unvested } = on(asOf)
          expect(total([vested, unvested], 2)).toBe(amount)
        }
        expect(decimal(on(late).vested).lessThan(on(early).vested)).toBe(false)
      }),
    )
  })

  test('adds up to the grant after leaving, and never claws back more than had vested', () => {
    fc.assert(
      fc.property(policy, cents, day, fc.constantFrom('good', 'bad'), (json, amount, on, as) => {
        const grant = parseGrant(json)
        const dates = { amount, granted: '2024-02-29', asOf: '2031-01-01' }
        const status = grantStatus(grant, { ...dates, left: { on, as } })
        const paid = grantStatus(grant, { ...dates, asOf: on })
        expect(total([status.vested, status.forfeited], 2)).toBe(amount)
        expect(status.unvested).toBe('0.00')
        expect(decimal(status.vested).lessThan(paid.vested)).toBe(false)
        expect(decimal(status.clawback).greaterThan(paid.vested)).toBe(false)
      }),
    )
  })
})

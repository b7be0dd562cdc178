import { describe, expect, test } from 'vitest'
import {
  changesWithin,
  missedPromotions,
  monthsSince,
  monthsSinceRise,
  monthsUnchanged,
} from '../../../src/attrition/index.js'

const on = '2026-03-31'
const entries = (...pairs: readonly (readonly [from: string, value: string])[]) =>
  pairs.map(([from, value]) => ({ from, value }))

describe('monthsSince', () => {
  test.each([
    ['2026-03-31', '0'],
    ['2026-03-01', '1'],
    ['2026-03-02', '0'],
    ['2026-02-28', '1'],
    ['2025-03-31', '12'],
    ['2025-04-01', '12'],
    ['2025-04-02', '11'],
    ['2024-12-15', '15'],
    ['2026-04-01', '0'],
    ['2027-01-01', '0'],
  ])('from %s', (from, expected) => {
    expect(monthsSince(from, on)).toBe(expected)
  })

  test('the last day counts', () => {
    expect(monthsSince('2026-01-31', '2026-03-29')).toBe('1')
    expect(monthsSince('2026-01-31', '2026-03-30')).toBe('2')
  })
})

describe('monthsUnchanged', () => {
  test.each([
    ['no history', [], undefined],
    ['it begins later', entries(['2026-04-01', 'C1']), undefined],
    ['it never changed', entries(['2025-03-31', 'C1']), '12'],
    ['a change', entries(['2024-03-01', 'C1'], ['2026-01-31', 'C2']), '2'],
    ['an entry that repeats', entries(['2024-03-31', 'C1'], ['2026-01-31', 'C1']), '24'],
    ['a change to come', entries(['2024-03-31', 'C1'], ['2026-04-01', 'C2']), '24'],
    [
      'there and back',
      entries(['2024-03-31', 'C1'], ['2025-01-31', 'C2'], ['2025-12-31', 'C1']),
      '3',
    ],
  ])('%s', (_, history, expected) => {
    expect(monthsUnchanged(history, on)).toBe(expected)
  })
})

describe('monthsSinceRise', () => {
  test.each([
    ['no pay', [], undefined],
    ['never a rise', entries(['2025-03-31', '8000.00']), '12'],
    ['a cut is none', entries(['2025-03-31', '8000.00'], ['2026-01-31', '7000.00']), '12'],
    [
      'the same written otherwise is none',
      entries(['2025-03-31', '8000.00'], ['2026-01-31', '8000']),
      '12',
    ],
    [
      'a rise from 9 to 10 thousand',
      entries(['2025-03-31', '9000.00'], ['2026-01-31', '10000.00']),
      '2',
    ],
  ])('%s', (_, pay, expected) => {
    expect(monthsSinceRise(pay, on)).toBe(expected)
  })
})

describe('changesWithin', () => {
  const year = { from: '2025-04-01', to: '2026-03-31' }
  test.each([
    ['none', [], '0'],
    ['the first manager', entries(['2025-06-01', 'li']), '0'],
    ['both ends', entries(['2025-01-01', 'li'], ['2025-04-01', 'wu'], ['2026-03-31', 'li']), '2'],
    ['around it', entries(['2025-01-01', 'li'], ['2025-03-31', 'wu'], ['2026-04-01', 'li']), '0'],
    ['a repetition', entries(['2025-01-01', 'li'], ['2025-06-01', 'li']), '0'],
  ])('%s', (_, history, expected) => {
    expect(changesWithin(history, year)).toBe(expected)
  })
})

describe('missedPromotions', () => {
  const review = (date: string, promoted = false) => ({ date, promoted })
  test.each([
    ['no review', [], '0'],
    ['one missed', [review('2026-03-31')], '1'],
    ['one to come', [review('2026-04-01')], '0'],
    [
      'a promotion begins anew',
      [review('2023-12-31'), review('2024-12-31', true), review('2025-12-31')],
      '1',
    ],
    ['just promoted', [review('2024-12-31'), review('2025-12-31', true)], '0'],
    [
      'the last of two promotions',
      [review('2025-12-31', true), review('2023-12-31', true), review('2024-12-31')],
      '0',
    ],
    [
      'a promotion to come changes nothing yet',
      [review('2025-12-31'), review('2026-12-31', true)],
      '1',
    ],
  ])('%s', (_, reviews, expected) => {
    expect(missedPromotions(reviews, on)).toBe(expected)
    expect(missedPromotions(reviews.toReversed(), on)).toBe(expected)
  })
})

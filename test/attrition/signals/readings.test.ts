import { expect, test } from 'vitest'
import {
  fallFromPast,
  lastLevel,
  type Reading,
  silence,
  volatility,
} from '../../../src/attrition/index.js'

const on = '2026-03-31'
const readings = (...scores: readonly (string | undefined)[]): readonly Reading[] =>
  scores.map((score, i) => ({ date: `2025-0${i + 1}-15`, ...(score !== undefined && { score }) }))
const later: Reading = { date: '2026-04-01', score: '9' }

test.each([
  ['nothing', [], undefined, undefined, undefined],
  ['only what is to come', [later], undefined, undefined, undefined],
  ['one score', readings('3.5'), '3.50', undefined, undefined],
  ['a fall', readings('4', '3'), '3.00', '1.00', '1.00'],
  ['a rise', readings('3', '4'), '4.00', '-1.00', '1.00'],
  ['the mean of the past', readings('4', '3', '3'), '3.00', '0.50', '0.50'],
  ['swings do not cancel out', readings('4', '2', '3'), '3.00', '0.00', '1.50'],
  ['silence between is passed over', readings('4', undefined, '3'), '3.00', '1.00', '1.00'],
  ['thirds', readings('1', '1', '2', '1'), '1.00', '0.33', '0.67'],
  ['what is to come tells nothing', [...readings('4', '3'), later], '3.00', '1.00', '1.00'],
  ['a half is rounded up', readings('1.005'), '1.01', undefined, undefined],
] as const)('level, fall and swing of %s', (_, given, level, fall, swing) => {
  for (const order of [given, given.toReversed()]) {
    expect(lastLevel(order, on)).toBe(level)
    expect(fallFromPast(order, on)).toBe(fall)
    expect(volatility(order, on)).toBe(swing)
  }
})

test('readings of one day keep their order', () => {
  const both = [
    { date: '2025-01-15', score: '1' },
    { date: '2025-01-15', score: '2' },
  ]
  expect(lastLevel(both, on)).toBe('2.00')
})

test.each([
  ['none was sent', [], undefined],
  ['only one to come', [{ date: '2026-04-01' }], undefined],
  ['all answered', readings('4', '3'), '0'],
  ['the last two not', readings('4', undefined, undefined), '2'],
  ['answered again', readings('4', undefined, '3'), '0'],
  ['never answered', readings(undefined, undefined), '2'],
])('silence: %s', (_, given, expected) => {
  expect(silence(given, on)).toBe(expected)
})

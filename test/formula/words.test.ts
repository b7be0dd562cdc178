import { describe, expect, test } from 'vitest'
import type { BandRange } from '../../src/formula/trace.js'
import { rangeText, words } from '../../src/formula/words.js'
import { roundings } from '../../src/quantity/index.js'

describe('rangeText', () => {
  test.each<[string, BandRange, string, string]>([
    ['no bound', {}, 'any number', '任意数'],
    ['a lower bound', { from: '0.5' }, 'at least 0.50 CNY', '0.50 CNY 及以上'],
    ['an exclusive lower bound', { from: '0', exclusive: true }, 'above 0.00 CNY', '超过 0.00 CNY'],
    ['an upper bound', { to: '50000' }, 'below 50,000.00 CNY', '低于 50,000.00 CNY'],
    [
      'an inclusive upper bound',
      { to: '50000', toInclusive: true },
      'at most 50,000.00 CNY',
      '50,000.00 CNY 及以下',
    ],
    [
      'both bounds',
      { from: '0', to: '50000' },
      'at least 0.00 CNY and below 50,000.00 CNY',
      '0.00 CNY 及以上且低于 50,000.00 CNY',
    ],
  ])('says %s', (_, range, en, zh) => {
    expect(rangeText(range, 'money:CNY', 'en')).toBe(en)
    expect(rangeText(range, 'money:CNY', 'zh-CN')).toBe(zh)
  })
})

test.each([
  ['half-up', '四舍五入'],
  ['half-even', '四舍六入五成双'],
  ['half-down', '五舍六入'],
  ['up', '远离零进位'],
  ['down', '截去尾数'],
  ['ceiling', '向上取整'],
  ['floor', '向下取整'],
] as const)('a rounding %s is told in both languages', (rounding, zh) => {
  expect(roundings).toContain(rounding)
  expect(words.en.roundedTo(rounding, '0.01 CNY')).toBe(`Rounded ${rounding} to 0.01 CNY`)
  expect(words['zh-CN'].roundedTo(rounding, '0.01 CNY')).toBe(`${zh}至 0.01 CNY`)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, formatQuantity, type Unit, units } from '../../src/quantity/index.js'
import { writeScaled } from './reference.js'

const value = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
const written = fc.tuple(value, fc.nat(6)).map(([integer, scale]) => writeScaled(integer, scale))

describe('formatNumber', () => {
  test.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['-100', '−100'],
    ['-61250.00', '−61,250.00'],
    ['1234567.8900', '1,234,567.8900'],
    ['0.123456', '0.123456'],
  ])('%s is written %s', (text, expected) => {
    expect(formatNumber(text)).toBe(expected)
  })

  test('without its commas and with a hyphen it is the text again, and every group but the first has three digits', () => {
    fc.assert(
      fc.property(written, (text) => {
        const grouped = formatNumber(text)
        expect(grouped.replaceAll(',', '').replace('−', '-')).toBe(text)
        expect(grouped).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d+)?$/)
      }),
    )
  })
})

describe('formatQuantity', () => {
  test.each<readonly [string, Unit, string, string]>([
    ['61250.0000', 'money:CNY', '61,250.00 CNY', '61,250.00 CNY'],
    ['668.755', 'money:CNY', '668.755 CNY', '668.755 CNY'],
    ['-12', 'money:USD', '−12.00 USD', '−12.00 USD'],
    ['12000.00', 'money:JPY', '12,000 JPY', '12,000 JPY'],
    ['1.5', 'money:KWD', '1.500 KWD', '1.500 KWD'],
    ['0.015', 'ratio', '1.5%', '1.5%'],
    ['-0.00005', 'ratio', '−0.005%', '−0.005%'],
    ['1', 'ratio', '100%', '100%'],
    ['1.20', 'ratio', '120%', '120%'],
    ['0.00', 'ratio', '0%', '0%'],
    ['12.3456', 'ratio', '1,234.56%', '1,234.56%'],
    ['1200.0', 'count', '1,200', '1,200'],
    ['85.50', 'points', '85.5 points', '85.5 分'],
    ['1.0', 'points', '1 point', '1 分'],
    ['1', 'duration:day', '1 day', '1 天'],
    ['0', 'duration:day', '0 days', '0 天'],
    ['1.5', 'points', '1.5 points', '1.5 分'],
    ['1', 'duration:hour', '1 h', '1 小时'],
    ['1', 'count', '1', '1'],
    ['90', 'duration:second', '90 s', '90 秒'],
    ['1.5', 'duration:minute', '1.5 min', '1.5 分钟'],
    ['7.25', 'duration:hour', '7.25 h', '7.25 小时'],
    ['21.75', 'duration:day', '21.75 days', '21.75 天'],
    ['1', 'duration:month', '1 month', '1 个月'],
    ['18', 'duration:month', '18 months', '18 个月'],
    ['3.0', 'duration:year', '3 years', '3 年'],
    ['45', 'money:CNY/hour', '45.00 CNY/h', '45.00 CNY/小时'],
    ['97500', 'money:CNY*hour', '97,500.00 CNY·h', '97,500.00 CNY·小时'],
    ['1000.5', 'money:JPY/day', '1,000.5 JPY/day', '1,000.5 JPY/天'],
    ['9000', 'money:CNY/month', '9,000.00 CNY/month', '9,000.00 CNY/月'],
    ['0.125', 'money:CNY/second', '0.125 CNY/s', '0.125 CNY/秒'],
    ['2', 'money:USD/minute', '2.00 USD/min', '2.00 USD/分钟'],
    ['120000', 'money:CNY/year', '120,000.00 CNY/year', '120,000.00 CNY/年'],
  ])('%s of %s reads %s and %s', (text, unit, en, zh) => {
    expect(formatQuantity(text, unit, 'en')).toBe(en)
    expect(formatQuantity(text, unit, 'zh-CN')).toBe(zh)
  })

  test('nothing but zeros is lost, whatever the unit', () => {
    const read = (text: string, scale: number) => {
      const [whole, fraction = ''] = text.split('.') as [string, string?]
      return BigInt(whole + fraction.padEnd(scale, '0'))
    }
    fc.assert(
      fc.property(value, fc.nat(6), fc.constantFrom(...units), (integer, scale, unit) => {
        const text = formatQuantity(writeScaled(integer, scale), unit, 'en')
        const digits = text
          .replaceAll(',', '')
          .replace('−', '-')
          .replace(/[^\d.-]+.*$/, '')
        const shift = unit === 'ratio' ? 100n : 1n
        expect(read(digits, 6)).toBe(integer * 10n ** BigInt(6 - scale) * shift)
      }),
    )
  })
})

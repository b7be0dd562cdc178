import type { Locale } from '../problem/index.js'
import { currencyOf, type Unit } from './unit.js'

/**
 * A decimal string with its thousands grouped, as both languages write it: `-61250.00` is
 * `-61,250.00`. Text in, text out: nothing is rounded.
 */
export function formatNumber(value: string): string {
  const [whole, fraction] = value.split('.') as [string, string?]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

const unitNames: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  points: { en: ' points', 'zh-CN': ' 分' },
  'duration:second': { en: ' s', 'zh-CN': ' 秒' },
  'duration:minute': { en: ' min', 'zh-CN': ' 分钟' },
  'duration:hour': { en: ' h', 'zh-CN': ' 小时' },
  'duration:day': { en: ' days', 'zh-CN': ' 天' },
}

/**
 * A number with its unit for people to read: `668.75 CNY`, `1.5%` (a ratio of 0.015), `85 points`.
 * Exact: no digit is dropped but a ratio's trailing zeros.
 *
 * @example
 * formatQuantity('61250.00', 'money:CNY', 'en') //=> '61,250.00 CNY'
 */
export function formatQuantity(value: string, unit: Unit, locale: Locale): string {
  if (unit === 'ratio') return `${formatNumber(timesHundred(value))}%`
  const currency = currencyOf(unit)
  const name = currency === undefined ? (unitNames[unit]?.[locale] ?? '') : ` ${currency}`
  return formatNumber(value) + name
}

function timesHundred(ratio: string): string {
  const sign = ratio.startsWith('-') ? '-' : ''
  const [whole, fraction = ''] = ratio.slice(sign.length).split('.') as [string, string?]
  const digits = fraction.padEnd(2, '0')
  const percent = (whole + digits.slice(0, 2)).replace(/^0+(?=\d)/, '')
  const rest = digits.slice(2).replace(/0+$/, '')
  return sign + percent + (rest === '' ? '' : `.${rest}`)
}

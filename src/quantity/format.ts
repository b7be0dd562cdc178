import type { Locale, Localized } from '../problem/index.js'
import { type Currency, minorUnits } from './currency.js'
import { decimal } from './decimal.js'
import { currencyOf, type Duration, timedMoneyOf, type Unit } from './unit.js'

/** What people read before a negative number; a hyphen is neither as wide nor kept on its line. */
export const minusSign = '−'

/**
 * A decimal string with its thousands grouped and a minus sign (U+2212), as both languages write it:
 * `-61250.00` is `−61,250.00`. Text in, text out: nothing is rounded.
 *
 * @example
 * formatNumber('-1234567.80') //=> '−1,234,567.80'
 */
export function formatNumber(value: string): string {
  const [whole, fraction] = value.split('.') as [string, string?]
  const grouped = inThousands(whole)
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Group by group: a pattern that looks ahead to the end at each digit would be quadratic. */
function inThousands(whole: string): string {
  if (!/^-?\d+$/.test(whole)) return whole
  const digits = whole.replace('-', '')
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3)
    groups.push(digits.slice(Math.max(0, end - 3), end))
  return (whole.startsWith('-') ? minusSign : '') + groups.reverse().join(',')
}

/** The names of units after their numbers; after 1 alone an English one may be another. */
const unitNames: Readonly<Record<string, { readonly [L in Locale | 'one']?: string }>> = {
  points: { one: ' point', en: ' points', 'zh-CN': ' 分' },
  'duration:second': { en: ' s', 'zh-CN': ' 秒' },
  'duration:minute': { en: ' min', 'zh-CN': ' 分钟' },
  'duration:hour': { en: ' h', 'zh-CN': ' 小时' },
  'duration:day': { one: ' day', en: ' days', 'zh-CN': ' 天' },
  'duration:month': { one: ' month', en: ' months', 'zh-CN': ' 个月' },
  'duration:year': { one: ' year', en: ' years', 'zh-CN': ' 年' },
}

/** Durations after the currency of money for each of them, or times them. */
const durationSigns: Readonly<Record<Duration, Localized>> = {
  second: { en: 's', 'zh-CN': '秒' },
  minute: { en: 'min', 'zh-CN': '分钟' },
  hour: { en: 'h', 'zh-CN': '小时' },
  day: { en: 'day', 'zh-CN': '天' },
  month: { en: 'month', 'zh-CN': '月' },
  year: { en: 'year', 'zh-CN': '年' },
}

/**
 * A number with its unit for people to read: `668.75 CNY`, `45.00 CNY/h`, `1.5%` (a ratio of 0.015),
 * `85 points`.
 * Exact: nothing is dropped but trailing zeros, and money keeps the places of its minor unit.
 *
 * @example
 * formatQuantity('61250.0000', 'money:CNY', 'en') //=> '61,250.00 CNY'
 */
export function formatQuantity(value: string, unit: Unit, locale: Locale): string {
  if (unit === 'ratio') return `${formatNumber(decimal(value).times(100).toFixed())}%`
  const currency = currencyOf(unit)
  if (currency !== undefined) return formatMoney(value, currency)
  const timed = timedMoneyOf(unit)
  if (timed !== undefined) {
    const { currency: of, sign, duration } = timed
    return `${formatMoney(value, of)}${sign === '/' ? '/' : '·'}${durationSigns[duration][locale]}`
  }
  const number = formatNumber(trimmed(value, 0))
  const names = unitNames[unit]
  const one = number === '1' && locale === 'en' ? names?.one : undefined
  return number + (one ?? names?.[locale] ?? '')
}

function formatMoney(value: string, currency: Currency): string {
  return `${formatNumber(trimmed(value, minorUnits(currency)))} ${currency}`
}

/** Without the trailing zeros after so many places; with zeros up to so many. */
function trimmed(value: string, places: number): string {
  const [whole, fraction = ''] = value.split('.') as [string, string?]
  let end = fraction.length
  while (end > 0 && fraction[end - 1] === '0') end -= 1
  const kept = fraction.slice(0, end).padEnd(places, '0')
  return kept === '' ? whole : `${whole}.${kept}`
}

import type { Locale } from '../problem/index.js'
import { type Currency, formatQuantity, money, type Unit } from '../quantity/index.js'
import { minusSign } from '../quantity/internal.js'

/** The signs that stand before an amount in English. */
const signs: Partial<Readonly<Record<Currency, string>>> = {
  AUD: 'A$',
  CAD: 'C$',
  CNY: '¥',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  INR: '₹',
  JPY: '¥',
  KRW: '₩',
  SGD: 'S$',
  TWD: 'NT$',
  USD: '$',
}

/** The names that stand after an amount in Chinese. */
const names: Partial<Readonly<Record<Currency, string>>> = {
  AUD: '澳元',
  CAD: '加元',
  CNY: '元',
  EUR: '欧元',
  GBP: '英镑',
  HKD: '港元',
  INR: '印度卢比',
  JPY: '日元',
  KRW: '韩元',
  SGD: '新加坡元',
  TWD: '新台币',
  USD: '美元',
}

/**
 * An amount of a payslip, all of which are of one currency: `¥9,000.00`, `9,000.00 元`, `−$40.00`; with
 * the code of a currency that has no usual sign. Exact, with the places of the currency at least.
 */
export function moneyText(value: string, currency: Currency, locale: Locale): string {
  const [sign, name] = [signs[currency], names[currency]]
  const coded = formatQuantity(value, money(currency), locale)
  if (sign === undefined || name === undefined) return coded
  const number = coded.slice(0, -currency.length)
  if (locale === 'zh-CN') return number + name
  const positive = number.trim().replace(minusSign, '')
  return `${number.startsWith(minusSign) ? minusSign : ''}${sign}${positive}`
}

/** A number of a unit, money of the payslip's currency as its amounts are written. */
export function numberText(value: string, unit: Unit, currency: Currency, locale: Locale): string {
  return unit === money(currency)
    ? moneyText(value, currency, locale)
    : formatQuantity(value, unit, locale)
}

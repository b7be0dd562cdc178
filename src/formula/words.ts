import type { Locale } from '../problem/index.js'
import { formatQuantity, type Rounding, type Unit } from '../quantity/index.js'
import type { BandRange } from './trace.js'

/** What explanations say, in each language. */
export interface Words {
  readonly result: string
  readonly tiered: (x: string) => string
  /** None where a line of its own tells what is rounded, and how. */
  readonly rounded?: (x: string) => string
  /** The least, and the greatest, of several: a phrase, that wants brackets within another, or a function. */
  readonly asPhrase: boolean
  readonly least: (of: readonly string[]) => string
  readonly greatest: (of: readonly string[]) => string
  readonly slice: (range: string, amount: string, rate: string, pay: string) => string
  readonly noSlice: string
  readonly inBand: (x: string, range: string) => string
  readonly anyNumber: string
  readonly onLine: (x: string, low: string, high: string) => string
  readonly point: (at: string, value: string) => string
  readonly from: (bound: string) => string
  readonly above: (bound: string) => string
  readonly upTo: (bound: string) => string
  readonly below: (bound: string) => string
  readonly and: string
  readonly isCase: (key: string, found: string) => string
  readonly isOther: (key: string, found: string) => string
  readonly comparison: Readonly<Record<'atLeast' | 'above' | 'equals', readonly [string, string]>>
  /** The same, told from the other side. */
  readonly turned: Words['comparison']
  /** `unit` is the smallest step that is left, such as "0.01 CNY". */
  readonly roundedTo: (rounding: Rounding, unit: string) => string
  /** What a quotient of two amounts is rounded to that has no places: steps, and not parts of a hundred. */
  readonly whole: string
  readonly becomes: (rounded: string, before: string, after: string) => string
  readonly because: (reason: string) => string
  /** Of a number that says no more than yes or no. */
  readonly flag: (label: string, holds: boolean) => string
  readonly flagged: (holds: boolean) => string
}

const roundingNames: Readonly<Record<Rounding, string>> = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  'half-down': '五舍六入',
  up: '远离零进位',
  down: '截去尾数',
  ceiling: '向上取整',
  floor: '向下取整',
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    result: 'Result',
    tiered: (x) => `tiered rates on ${x}`,
    rounded: (x) => `round(${x})`,
    asPhrase: false,
    least: (of) => `min(${of.join(', ')})`,
    greatest: (of) => `max(${of.join(', ')})`,
    slice: (range, amount, rate, pay) => `${amount} (${range}) × ${rate} = ${pay}`,
    noSlice: 'No tier is reached',
    inBand: (x, range) => `${x} is ${range}`,
    anyNumber: 'any number',
    onLine: (x, low, high) => `${x} is on the line from ${low} to ${high}`,
    point: (at, value) => `${at} (${value})`,
    from: (bound) => `at least ${bound}`,
    above: (bound) => `above ${bound}`,
    upTo: (bound) => `at most ${bound}`,
    below: (bound) => `below ${bound}`,
    and: ' and ',
    isCase: (key, found) => `${key} is "${found}"`,
    isOther: (key, found) => `${key} is "${found}", which has no case of its own`,
    comparison: {
      atLeast: ['is at least', 'is below'],
      above: ['is above', 'is not above'],
      equals: ['equals', 'does not equal'],
    },
    turned: {
      atLeast: ['is at most', 'is above'],
      above: ['is below', 'is at least'],
      equals: ['equals', 'does not equal'],
    },
    roundedTo: (rounding, unit) => `Rounded ${rounding} to ${unit}`,
    whole: 'a whole number',
    becomes: (rounded, before, after) => `${rounded}: ${before} becomes ${after}`,
    because: (reason) => `Because ${reason}`,
    flagged: (holds) => (holds ? 'yes' : 'no'),
    flag: (label, holds) => `"${label}" ${holds ? 'holds' : 'does not hold'}`,
  },
  'zh-CN': {
    result: '结果',
    tiered: (x) => `${x}按档计算`,
    asPhrase: true,
    least: (of) => `${of.join(' 与 ')} 取低`,
    greatest: (of) => `${of.join(' 与 ')} 取高`,
    slice: (range, amount, rate, pay) => `${amount}（${range}）× ${rate} = ${pay}`,
    noSlice: '未达到任何一档',
    inBand: (x, range) => `${x}，属于“${range}”一档`,
    anyNumber: '任意数',
    onLine: (x, low, high) => `${x}，在 ${low} 与 ${high} 之间按直线内插`,
    point: (at, value) => `${at}（${value}）`,
    from: (bound) => `${bound} 及以上`,
    above: (bound) => `超过 ${bound}`,
    upTo: (bound) => `${bound} 及以下`,
    below: (bound) => `低于 ${bound}`,
    and: '且',
    isCase: (key, found) => `${key}为“${found}”`,
    isOther: (key, found) => `${key}为“${found}”，未单独列出`,
    comparison: {
      atLeast: ['不低于', '低于'],
      above: ['超过', '不超过'],
      equals: ['等于', '不等于'],
    },
    turned: {
      atLeast: ['不超过', '超过'],
      above: ['低于', '不低于'],
      equals: ['等于', '不等于'],
    },
    roundedTo: (rounding, unit) => `${roundingNames[rounding]}至 ${unit}`,
    whole: '整数',
    becomes: (rounded, before, after) => `${rounded}：${before} → ${after}`,
    because: (reason) => `因为${reason}`,
    flagged: (holds) => (holds ? '是' : '否'),
    flag: (label, holds) => `“${label}”${holds ? '成立' : '不成立'}`,
  },
}

/** A band in words, such as "at least 50,000.00 CNY and below 100,000.00 CNY". */
export function rangeText(range: BandRange, unit: Unit, locale: Locale): string {
  const say = words[locale]
  const bound = (value: string) => formatQuantity(value, unit, locale)
  const ends = [
    range.from && (range.exclusive ? say.above : say.from)(bound(range.from)),
    range.to && (range.toInclusive ? say.upTo : say.below)(bound(range.to)),
  ].filter((end) => end !== undefined)
  return ends.length === 0 ? say.anyNumber : ends.join(say.and)
}

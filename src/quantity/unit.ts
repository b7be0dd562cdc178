import { type Currency, currencies } from './currency.js'

const durations = ['second', 'minute', 'hour', 'day'] as const
type Duration = (typeof durations)[number]

/**
 * What a number counts. Money is always money of one currency; `ratio` is a pure number (a rate, an
 * attainment, a coefficient: 0.015 is 1.5 %); `count` counts things; `points` are scores.
 */
export type Unit = `money:${Currency}` | 'ratio' | 'count' | 'points' | `duration:${Duration}`

/**
 * The unit of money in a currency.
 *
 * @example
 * money('CNY') //=> 'money:CNY'
 */
export function money<C extends Currency>(currency: C): `money:${C}` {
  return `money:${currency}`
}

/** Every unit, for schemas. */
export const units: readonly Unit[] = [
  'ratio',
  'count',
  'points',
  ...durations.map((duration) => `duration:${duration}` as const),
  ...currencies.map(money),
]

const known: ReadonlySet<string> = new Set(units)

/** Whether a text is a unit, its currency known. */
export function isUnit(text: string): text is Unit {
  return known.has(text)
}

/** The currency of a unit of money; `undefined` for any other unit. */
export function currencyOf(unit: Unit): Currency | undefined {
  return unit.startsWith('money:') ? (unit.slice(6) as Currency) : undefined
}

/**
 * The unit of a product: a ratio scales anything, a count scales anything but points; money by money
 * and the like have none.
 */
export function productUnit(left: Unit, right: Unit): Unit | undefined {
  if (left === 'ratio') return right
  if (right === 'ratio') return left
  if (left === 'count' && right !== 'points') return right
  if (right === 'count' && left !== 'points') return left
  return undefined
}

/**
 * The unit of a quotient: like by like is a ratio; anything by a ratio or a count stays what it is
 * (money by orders is money an order); the rest has none.
 */
export function quotientUnit(dividend: Unit, divisor: Unit): Unit | undefined {
  if (dividend === divisor) return 'ratio'
  return divisor === 'ratio' || divisor === 'count' ? dividend : undefined
}

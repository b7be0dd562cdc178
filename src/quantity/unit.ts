import { type Currency, currencies } from './currency.js'

const durations = ['second', 'minute', 'hour', 'day', 'month', 'year'] as const
/** The durations that a unit can count. */
export type Duration = (typeof durations)[number]

/**
 * What a number counts. Money is always money of one currency: an amount, money for each hour, day or
 * other duration (`money:CNY/hour`), or an amount times a duration, on its way to be divided by one
 * (`money:CNY*hour`). `ratio` is a pure number (a rate, an attainment, a coefficient: 0.015 is 1.5 %);
 * `count` counts things; `points` are scores.
 */
export type Unit =
  | `money:${Currency}`
  | `money:${Currency}${'/' | '*'}${Duration}`
  | 'ratio'
  | 'count'
  | 'points'
  | `duration:${Duration}`

/**
 * The unit of money in a currency; with a duration, that of money for each.
 *
 * @example
 * money('CNY') //=> 'money:CNY'
 * money('CNY', 'hour') //=> 'money:CNY/hour'
 */
export function money<C extends Currency>(currency: C): `money:${C}`
export function money<C extends Currency, D extends Duration>(
  currency: C,
  per: D,
): `money:${C}/${D}`
export function money(currency: Currency, per?: Duration): string {
  return per === undefined ? `money:${currency}` : `money:${currency}/${per}`
}

/** Every unit, for schemas. */
export const units: readonly Unit[] = [
  'ratio',
  'count',
  'points',
  ...durations.map((duration) => `duration:${duration}` as const),
  ...currencies.map((currency) => money(currency)),
  ...currencies.flatMap((currency) =>
    durations.flatMap((duration): Unit[] => [
      money(currency, duration),
      `${money(currency)}*${duration}`,
    ]),
  ),
]

const known: ReadonlySet<string> = new Set(units)

/** Whether a text is a unit, its currency and its duration known. */
export function isUnit(text: string): text is Unit {
  return known.has(text)
}

/** The currency of a unit of money; `undefined` for any other unit, such as money for each hour. */
export function currencyOf(unit: Unit): Currency | undefined {
  return /^money:(\w{3})$/.exec(unit)?.[1] as Currency | undefined
}

/** Money for each of a duration, or times one. */
export interface TimedMoney {
  readonly currency: Currency
  readonly sign: '/' | '*'
  readonly duration: Duration
}

/** The parts of a unit of money and time; `undefined` for any other unit. */
export function timedMoneyOf(unit: Unit): TimedMoney | undefined {
  const [, currency, sign, duration] = /^money:(\w{3})([/*])(\w+)$/.exec(unit) ?? []
  return currency === undefined ? undefined : ({ currency, sign, duration } as TimedMoney)
}

/**
 * The unit of a product: a ratio scales anything, a count scales anything but points; money for each
 * hour by hours is money; money by hours is what hours divide again; money by money and the like have
 * none.
 *
 * @example
 * productUnit('money:CNY/hour', 'duration:hour') //=> 'money:CNY'
 * productUnit('money:CNY/day', 'duration:hour') //=> undefined
 */
export function productUnit(left: Unit, right: Unit): Unit | undefined {
  if (left === 'ratio') return right
  if (right === 'ratio') return left
  if (left === 'count' && right !== 'points') return right
  if (right === 'count' && left !== 'points') return left
  return overTime(left, right) ?? overTime(right, left)
}

/** The unit of money over a duration. */
function overTime(of: Unit, duration: Unit): Unit | undefined {
  const [, over] = /^duration:(\w+)$/.exec(duration) ?? []
  if (over === undefined) return undefined
  const currency = currencyOf(of)
  if (currency !== undefined) return `${money(currency)}*${over as Duration}`
  const timed = timedMoneyOf(of)
  return timed?.sign === '/' && timed.duration === over ? money(timed.currency) : undefined
}

/**
 * The unit of a quotient: like by like is a ratio; anything by a ratio or a count stays what it is
 * (money by orders is money an order). Money by hours is money for each hour, and by that it is hours;
 * money times hours is by hours money. The rest has none.
 *
 * @example
 * quotientUnit('money:CNY', 'duration:hour') //=> 'money:CNY/hour'
 * quotientUnit('money:CNY*hour', 'duration:hour') //=> 'money:CNY'
 */
export function quotientUnit(dividend: Unit, divisor: Unit): Unit | undefined {
  if (dividend === divisor) return 'ratio'
  if (divisor === 'ratio' || divisor === 'count') return dividend
  const currency = currencyOf(dividend) ?? timedMoneyOf(dividend)?.currency
  // What times the divisor gives the dividend: so a quotient undoes a product.
  return currency === undefined
    ? undefined
    : [
        money(currency),
        ...durations.flatMap((each): Unit[] => [money(currency, each), `duration:${each}`]),
      ].find((unit) => productUnit(unit, divisor) === dividend)
}

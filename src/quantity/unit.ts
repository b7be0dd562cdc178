import { type Currency, currencies } from './currency.js'

const durations = ['second', 'minute', 'hour', 'day', 'month', 'year'] as const
/** The durations that a unit can count. */
export type Duration = (typeof durations)[number]

/**
 * What a number counts. Money is always money of one currency, or money of it for each hour, day or
 * other duration; `ratio` is a pure number (a rate, an attainment, a coefficient: 0.015 is 1.5 %);
 * `count` counts things; `points` are scores.
 */
export type Unit =
  | `money:${Currency}`
  | `money:${Currency}/${Duration}`
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
  ...currencies.flatMap((currency) => durations.map((duration) => money(currency, duration))),
]

const known: ReadonlySet<string> = new Set(units)

/** Whether a text is a unit, its currency and its duration known. */
export function isUnit(text: string): text is Unit {
  return known.has(text)
}

/** The currency of a unit of money; `undefined` for any other unit, such as money for each hour. */
export function currencyOf(unit: Unit): Currency | undefined {
  const { amount, per } = partsOf(unit)
  return per === undefined ? currencyIn(amount) : undefined
}

/** Money for each of a duration, as its currency and the duration; `undefined` for any other unit. */
export function paceOf(
  unit: Unit,
): { readonly currency: Currency; readonly per: Duration } | undefined {
  const { amount, per } = partsOf(unit)
  return per === undefined ? undefined : { currency: currencyIn(amount) as Currency, per }
}

/** What stands before a unit's `/`, and the duration after it. */
function partsOf(unit: Unit): { readonly amount: string; readonly per?: Duration } {
  const [amount, per] = unit.split('/') as [string, Duration?]
  return per === undefined ? { amount } : { amount, per }
}

function currencyIn(amount: string): Currency | undefined {
  return amount.startsWith('money:') ? (amount.slice(6) as Currency) : undefined
}

/**
 * The unit of a product: a ratio scales anything, a count scales anything but points; money for each
 * hour by hours is money; money by money and the like have none.
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
  return earned(left, right) ?? earned(right, left)
}

/** The money of a pace over a duration of its own kind. */
function earned(pace: Unit, duration: Unit): Unit | undefined {
  const known = paceOf(pace)
  return known && duration === `duration:${known.per}` ? money(known.currency) : undefined
}

/**
 * The unit of a quotient: like by like is a ratio; anything by a ratio or a count stays what it is
 * (money by orders is money an order); money by hours is money for each hour, and money by that is
 * hours; the rest has none.
 *
 * @example
 * quotientUnit('money:CNY', 'duration:hour') //=> 'money:CNY/hour'
 * quotientUnit('money:CNY', 'money:CNY/hour') //=> 'duration:hour'
 */
export function quotientUnit(dividend: Unit, divisor: Unit): Unit | undefined {
  if (dividend === divisor) return 'ratio'
  if (divisor === 'ratio' || divisor === 'count') return dividend
  // What times the divisor gives the dividend: so a quotient undoes a product.
  const currency = currencyOf(dividend)
  return currency === undefined
    ? undefined
    : durations
        .flatMap((per): Unit[] => [money(currency, per), `duration:${per}`])
        .find((unit) => productUnit(unit, divisor) === dividend)
}

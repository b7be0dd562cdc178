import type { Proration } from '../calendar/index.js'
import { type Currency, minorUnits, type Rounding } from '../quantity/index.js'
import { divide, input, multiply } from './build.js'
import type { Expression } from './nodes.js'

/** The places that the days of a proration may have: half a day of an absence of 37.5 % has four. */
const dayScale = 4

/**
 * An amount of money for the part of a period that is paid: amount × days paid ÷ days of the period,
 * rounded once, from the exact quotient, to the currency's minor unit. It reads the inputs
 * `proration.numerator` and `proration.denominator`, which {@link prorationInputs} gives.
 *
 * @example
 * const pay = check(prorated(input('salary', money('CNY'), 2), { currency: 'CNY', rounding: 'half-up' }))
 * evaluate(pay, { salary: '9000', ...prorationInputs({ numerator: '19', denominator: '28' }) }).value //=> '6107.14'
 */
export function prorated(
  amount: Expression,
  { currency, rounding }: { readonly currency: Currency; readonly rounding: Rounding },
): Expression {
  const paid = { en: 'Days paid', 'zh-CN': '计薪天数' }
  const whole = { en: 'Days of the period', 'zh-CN': '当期天数' }
  return divide(
    multiply(amount, input('proration.numerator', 'count', dayScale, paid)),
    input('proration.denominator', 'count', dayScale, whole),
    { places: minorUnits(currency), rounding },
  )
}

/**
 * The inputs of a {@link prorated} amount, from what `prorate` of the calendar gives.
 *
 * @example
 * prorationInputs({ numerator: '19', denominator: '28' })
 * //=> { 'proration.numerator': '19', 'proration.denominator': '28' }
 */
export function prorationInputs({
  numerator,
  denominator,
}: Pick<Proration, 'numerator' | 'denominator'>): Readonly<
  Record<'proration.numerator' | 'proration.denominator', string>
> {
  return { 'proration.numerator': numerator, 'proration.denominator': denominator }
}

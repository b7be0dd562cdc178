import { type Expression, multiply, named, round } from '../formula/index.js'
import {
  type Component,
  type ComponentOptions,
  component,
  days,
  figure,
  type Writing,
} from '../pay/index.js'
import { minorUnits, money } from '../quantity/index.js'
import type { AllowanceTerms } from './allowance-schema.js'
import { daysOf, forDaysPaid } from './days.js'
import { stated, statedMoney } from './stated.js'

const title = { en: 'Allowance', 'zh-CN': '津贴' }
const wholeLabel = { en: 'Amount for the whole period', 'zh-CN': '整期金额' }
const dayLabel = { en: 'Amount a day', 'zh-CN': '每日标准' }
const presentLabel = { en: 'Days present', 'zh-CN': '出勤天数' }

/** Half a day of an absence of 37.5 % has four places. */
const dayScale = 4

/**
 * An allowance as a component of the person, due.
 *
 * - `prorated`: amount × days paid ÷ days of the period, cut where the amount changes (a raise, another city,
 *   another grade) and rounded once for the whole period.
 * - not prorated: the whole amount that holds on the last day employed in the period, whenever it began, for
 *   who joins, leaves or is away as well. Nothing is rounded.
 * - `perDay`: amount × days present, each day by the amount that holds on it, rounded once; by the figure
 *   `days`, the amount of the last day employed, and none where no figure is given.
 *
 * Absences of the kinds that are `unpaid` take days off, all unless said.
 *
 * @example
 * const meals = { perDay: '20', basis: 'working' }
 * allowanceComponents(meals, { id: 'meals', currency: 'CNY' }) // 21 days present pay 420.00
 */
export function allowanceComponents(
  terms: AllowanceTerms,
  { id, currency, eligible, basis, retro }: Writing,
): readonly Component[] {
  const { label = title, clause } = terms
  const [how, formula] = paidBy(terms, { currency, basis })
  return [
    component(
      id,
      { pays: 'due', label, clause, eligible, retro, ...how },
      named(label, formula, clause),
    ),
  ]
}

function paidBy(
  terms: AllowanceTerms,
  { currency, basis }: Pick<Writing, 'currency' | 'basis'>,
): readonly [ComponentOptions, Expression] {
  const { amount = '0', prorated, perDay, days: counted, rounding = 'half-up' } = terms
  const by = daysOf(terms, basis)
  if (perDay === undefined) {
    const whole = statedMoney(amount, currency, wholeLabel)
    return prorated === true ? forDaysPaid(whole, by, { currency, rounding }) : [{}, whole]
  }
  const places = minorUnits(currency)
  const each = stated(perDay, { unit: money(currency, 'day'), scale: places, label: dayLabel })
  const [how, present]: readonly [ComponentOptions, Expression] =
    counted === undefined
      ? [{ each: 'stretch' }, days('present', { ...by, label: presentLabel })]
      : [
          {},
          figure(counted, 'duration:day', dayScale, {
            missing: '0',
            least: '0',
            label: presentLabel,
          }),
        ]
  return [how, round(multiply(each, present), { places, rounding })]
}

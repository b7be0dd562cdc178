import { constant, maximum, named, subtract } from '../formula/index.js'
import { amount, type Component, component, type Writing } from '../pay/index.js'
import { sumOfParts } from '../pay/internal.js'
import { minorUnits, money } from '../quantity/index.js'
import { daysOf, forDaysPaid } from './days.js'
import { statedMoney } from './stated.js'
import type { TopUpTerms } from './top-up-schema.js'

const title = { en: 'Top-up to the minimum wage', 'zh-CN': '最低工资补差' }
const minimumLabel = { en: 'Minimum wage', 'zh-CN': '最低工资' }
const wageLabel = { en: 'Wage that counts', 'zh-CN': '计入最低工资的工资' }

/**
 * What a wage lacks to the minimum, as a component of the person, due, and never below zero.
 *
 * - `id.minimum`: the minimum, prorated for who joins, leaves or is away without pay, cut where it changes
 *   (somebody moves to another city), and rounded once; not prorated, that of the last day employed.
 *   Minimums that differ are stated by an attribute: a policy that is for some alone compares the minimum of
 *   their days with the wage of the whole period.
 * - `id`: minimum − wage. The wage is what the components counted are entitled to for the same period, so
 *   one that is put right later puts the top-up right.
 *
 * @example
 * topUpComponents({ of: { tag: 'wage' }, minimum: '2490', prorated: true }, { id: 'top_up', currency: 'CNY' })
 * // a wage of 1,760.00, whatever overtime and night work pay, is topped up by 730.00
 */
export function topUpComponents(
  { of, minimum, prorated, rounding = 'half-up', label = title, clause, ...days }: TopUpTerms,
  { id, currency, eligible, basis, retro }: Writing,
): readonly Component[] {
  const [unit, scale] = [money(currency), minorUnits(currency)]
  const whole = statedMoney(minimum, currency, minimumLabel)
  const [how, least] = prorated
    ? forDaysPaid(whole, daysOf(days, basis), { currency, rounding })
    : [{}, whole]
  const name = `${id}.minimum`
  const lacking = subtract(
    amount(name, unit, scale, { label: minimumLabel }),
    named(wageLabel, sumOfParts(of, currency)),
  )
  return [
    component(name, { label: minimumLabel, eligible, ...how }, named(minimumLabel, least)),
    component(
      id,
      { pays: 'due', label, clause, eligible, retro },
      named(label, maximum(lacking, constant('0', unit)), clause),
    ),
  ]
}

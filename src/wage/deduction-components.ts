import {
  add,
  constant,
  type Expression,
  maximum,
  minimum,
  multiply,
  named,
  round,
  subtract,
} from '../formula/index.js'
import { amount, type Component, component, figure, records, type Writing } from '../pay/index.js'
import { sumOfParts } from '../pay/internal.js'
import type { Label } from '../problem/index.js'
import { type Currency, minorUnits, money } from '../quantity/index.js'
import { daysOf, forDaysPaid } from './days.js'
import type { DeductionTerms } from './deduction-schema.js'
import { statedMoney } from './stated.js'

const title = { en: 'Deduction', 'zh-CN': '扣款' }
const toldLabel = { en: 'Owed of the period', 'zh-CN': '本期应扣' }
const newLabel = { en: 'Owed since the last payment', 'zh-CN': '新增应扣' }
const beforeLabel = { en: 'Carried over', 'zh-CN': '上期结转' }
const owedLabel = { en: 'Owed in all', 'zh-CN': '应扣合计' }
const wageLabel = { en: 'Wage of this payment', 'zh-CN': '本次应发' }
const mostLabel = { en: 'At most of the wage', 'zh-CN': '最高可扣' }
const leftLabel = { en: 'Above what must be left', 'zh-CN': '超过须保留的部分' }
const floorLabel = { en: 'Must be left', 'zh-CN': '须保留' }
const instalmentLabel = { en: 'At most a payment', 'zh-CN': '每期最多' }
const limitLabel = { en: 'Can be taken', 'zh-CN': '本次可扣' }
const restLabel = { en: 'Still owed', 'zh-CN': '结转下期' }

/**
 * A deduction as components of the person. The one called like `id` is cash: what is taken off this payment,
 * negative, and paid back where what was owed is taken away. What the limits leave is carried over, told by
 * `leftOver` of each run when its person has left, and taken off what is paid to them later.
 *
 * - `id.told`: what is owed of the period; told late, it is taken by the next payment. None is no debt.
 * - `id.owed`: what was carried over, and what was told since.
 * - `id.wage`: what the lines of this payment come to that limit it.
 * - `id.floor`: what must be left, as the day of leaving, joining and absences have it.
 * - `id`: no more than is owed, than the instalment, than the part of the wage, than what is above the
 *   floor; never more than the wage, nor below nothing.
 * - `id.rest`: what is still owed.
 *
 * @example
 * const terms = { records: { table: 'damages' }, of: { tag: 'wage' }, atMost: '0.2', floor: { amount: '2490', prorated: true } }
 * deductionComponents(terms, { id: 'damage', currency: 'CNY' })
 * // 2,000.00 owed, a wage of 3,000.00: 510.00 is taken, 1,490.00 carried over
 */
export function deductionComponents(terms: DeductionTerms, about: Writing): readonly Component[] {
  const { id, currency, eligible, basis } = about
  const { label = title, clause, floor } = terms
  const none = constant('0', money(currency))
  const part = (name: string, said: Label, of: Expression, how: object = {}) =>
    component(`${id}.${name}`, { label: said, eligible, ...how }, named(said, of))
  const read = (name: string, saying: Parameters<typeof amount>[3]) =>
    amount(`${id}.${name}`, money(currency), minorUnits(currency), saying)
  const owed = read('owed', { label: owedLabel })
  const limit = named(limitLabel, maximum(limitOf(terms, about), none))
  const before = read('rest', { over: 'before', label: beforeLabel })
  const written = [
    part('told', toldLabel, toldOf(terms, currency)),
    part('owed', owedLabel, add(before, read('told', { what: 'due', label: newLabel }))),
    part('wage', wageLabel, sumOfParts(terms.of, currency, { what: 'due' })),
  ]
  if (floor !== undefined) {
    const { amount: whole, prorated, ...days } = floor
    const stated = statedMoney(whole, currency, floorLabel)
    const rounding = 'half-up'
    const [how, least] = prorated
      ? forDaysPaid(stated, daysOf(days, basis), { currency, rounding })
      : [{}, stated]
    // Of all days employed, as the wage is, also of who moves away from the policy within the period.
    written.push(part('floor', floorLabel, least, { ...how, eligible: undefined }))
  }
  const line = amount(id, money(currency), minorUnits(currency), { label })
  return [
    ...written,
    component(
      id,
      { pays: 'cash', label, clause, eligible },
      named(label, subtract(none, minimum(owed, limit)), clause),
    ),
    part('rest', restLabel, add(owed, line)),
  ]
}

/** What is owed of a period. */
function toldOf(
  { records: told, figure: name, amount: each = '0' }: DeductionTerms,
  currency: Currency,
) {
  const [unit, scale] = [money(currency), minorUnits(currency)]
  if (told !== undefined) {
    const { table, value = 'amount', where } = told
    return records(table, 'sum', { value, unit, scale, where })
  }
  if (name !== undefined) return figure(name, unit, scale, { missing: '0' })
  return statedMoney(each, currency, toldLabel)
}

/** How much can be taken, below zero where earlier deductions took more. */
function limitOf(
  { atMost, floor, instalment, after = [], rounding = 'down' }: DeductionTerms,
  { id, currency }: Writing,
): Expression {
  const [unit, places] = [money(currency), minorUnits(currency)]
  const wage = amount(`${id}.wage`, unit, places, { label: wageLabel })
  const taken = after.map((name) => amount(name, unit, places))
  const lessTaken = (of: Expression) => (taken.length === 0 ? of : add(of, ...taken))
  const least =
    floor === undefined ? [] : [amount(`${id}.floor`, unit, places, { label: floorLabel })]
  const left = least.reduce<Expression>(subtract, lessTaken(wage))
  return minimum(
    named(leftLabel, left),
    ...(atMost === undefined
      ? []
      : [
          named(
            mostLabel,
            lessTaken(round(multiply(wage, constant(atMost)), { places, rounding })),
          ),
        ]),
    ...(instalment === undefined ? [] : [statedMoney(instalment, currency, instalmentLabel)]),
  )
}

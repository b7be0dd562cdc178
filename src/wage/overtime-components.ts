import { add, check, constant, divide, type Expression, multiply, named } from '../formula/index.js'
import {
  amount,
  type Component,
  component,
  figure,
  matching,
  member,
  type Writing,
} from '../pay/index.js'
import { minorUnits } from '../quantity/index.js'
import type { OvertimeTerms } from './overtime-schema.js'
import { statedMoney } from './stated.js'

const title = { en: 'Overtime', 'zh-CN': '加班费' }
const baseLabel = { en: 'Monthly base', 'zh-CN': '加班基数' }
const hoursLabel = { en: 'Hours', 'zh-CN': '加班小时' }
const kindLabel = { en: 'Kind of day', 'zh-CN': '加班类型' }
const divisorLabel = { en: 'Hours a month', 'zh-CN': '月计薪小时' }

/** A quarter of an hour has two places, a sixtieth of it none that end: four are enough. */
const hourScale = 4

/**
 * Overtime as a component of the person, due: base × hours × factor ÷ divisor, multiplied first and rounded
 * once for the whole period.
 *
 * - by `figures`: the hours of the period, none where no figure is given; the base is that of the last day
 *   employed in it.
 * - by `records`: `id.worked` takes each record by the base of its own day, so a rise in mid-month pays the
 *   hours after it alone; a kind without a factor withholds it.
 *
 * @example
 * overtimeComponents({ base: { attribute: 'base' }, figures: { rest_hours: '2' } }, { id: 'overtime', currency: 'CNY' })
 * // 4,000.00 × 8 h × 2 ÷ 174 = 367.82
 */
export function overtimeComponents(
  {
    base,
    divisor = '174',
    figures = {},
    records,
    rounding = 'half-up',
    label = title,
    clause,
  }: OvertimeTerms,
  { id, currency, eligible, retro }: Writing,
): readonly Component[] {
  const paid = { pays: 'due', label, clause, eligible, retro } as const
  const monthly = statedMoney(base, currency, baseLabel)
  const perHour = (worked: Expression) =>
    divide(worked, named(divisorLabel, constant(divisor, 'duration:hour')), {
      places: minorUnits(currency),
      rounding,
    })
  if (records === undefined) {
    const hours = Object.entries(figures).map(([name, said]) => {
      const { factor, label: own = undefined } = typeof said === 'string' ? { factor: said } : said
      const given = figure(name, 'duration:hour', hourScale, {
        missing: '0',
        least: '0',
        label: own,
      })
      return multiply(given, constant(factor))
    })
    return [component(id, paid, named(label, perHour(multiply(monthly, add(...hours))), clause))]
  }
  const { table, hours = 'hours', kind = 'kind', factors } = records
  const cases = Object.entries(factors).map(([name, factor]) => [name, constant(factor)] as const)
  const worked = multiply(
    monthly,
    member(hours, 'duration:hour', hourScale, { label: hoursLabel }),
    matching(member(kind, { label: kindLabel }), Object.fromEntries(cases)),
  )
  const { unit, scale } = check(worked)
  const name = `${id}.worked`
  const workedLabel = { en: 'Base × hours × factor', 'zh-CN': '基数 × 小时 × 倍数' }
  return [
    component(name, { label: workedLabel, eligible, each: { record: table } }, worked),
    component(
      id,
      paid,
      named(label, perHour(amount(name, unit, scale, { label: workedLabel })), clause),
    ),
  ]
}

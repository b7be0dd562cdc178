import {
  add,
  check,
  constant,
  divide,
  type Expression,
  equals,
  multiply,
  named,
  subtract,
  when,
} from '../formula/index.js'
import {
  amount,
  type Component,
  component,
  days,
  matching,
  member,
  type Writing,
} from '../pay/index.js'
import { minorUnits, money, type Rounding } from '../quantity/index.js'
import { daysOf } from './days.js'
import type { LeaveTerms } from './leave-schema.js'
import { type Stated, stated, statedMoney } from './stated.js'

const title = { en: 'Leave pay', 'zh-CN': '假期工资' }
const hoursTitle = { en: 'Hours of leave', 'zh-CN': '请假扣款' }
const baseLabel = { en: 'Monthly base', 'zh-CN': '月工资' }
const awayLabel = { en: 'Base × days × part paid', 'zh-CN': '月工资 × 天数 × 支付比例' }
const lostLabel = { en: 'Base × hours × part not paid', 'zh-CN': '月工资 × 小时 × 不支付比例' }
const partLabel = { en: 'Part paid', 'zh-CN': '支付比例' }
const wholeLabel = { en: 'Days of the period', 'zh-CN': '当期天数' }
const absentLabel = { en: 'Days absent', 'zh-CN': '缺勤天数' }
const ofLabel = { en: 'Days paid without absences', 'zh-CN': '不计缺勤的计薪天数' }
const leftLabel = { en: 'Days paid', 'zh-CN': '计薪天数' }
const kindLabel = { en: 'Kind of leave', 'zh-CN': '假别' }
const hoursLabel = { en: 'Hours of leave', 'zh-CN': '请假小时' }
const perDayLabel = { en: 'Hours a day', 'zh-CN': '每日工时' }

/** A quarter of an hour has two places, a sixtieth of it none that end: four are enough. */
const hourScale = 4
/** The places that the part paid may have where an attribute says it. */
const partScale = 4

/**
 * What leave of kinds pays, as components of the person, due: base × days × part paid ÷ days of the period,
 * by the days of the basis, rounded once.
 *
 * - `id.away`: base × days absent of each kind × the part of it that is paid, cut where the base changes, so
 *   that each day has the base and the part of its own.
 * - `id`: that by the days of the period. Where absences take less off the salary than they are (23 days of
 *   21.75), they are paid as much less, so that leave paid in full and the salary add up to the salary.
 *
 * With `hours`: `id.lost` is base × hours × the part not paid of each record, by the base of its own day,
 * and a kind that is not listed withholds it; `id` takes that off by the hours and days of the period.
 * A kind of absence that is not listed pays nothing; two kinds that
 * take more than all of a day withhold what is paid of them.
 *
 * @example
 * const sick = { years: [{ value: '0.6' }, { from: '2', value: '0.7' }, { from: '8', value: '1' }] }
 * leaveComponents({ base: { attribute: 'base' }, kinds: { annual: '1', sick } }, { id: 'leave', currency: 'CNY' })
 * // 4.5 days sick of 21.75 with 6,800.00 and 3 years of service: 984.83
 */
export function leaveComponents(terms: LeaveTerms, about: Writing): readonly Component[] {
  const { id, currency, eligible, retro } = about
  const { hours, clause, rounding = 'half-up' } = terms
  const { label = hours === undefined ? title : hoursTitle } = terms
  const [made, of] = hours === undefined ? daysAway(terms, about) : hoursLost(terms, hours, about)
  const as = { places: minorUnits(currency), rounding }
  return [
    made,
    component(id, { pays: 'due', label, clause, eligible, retro }, named(label, of(as), clause)),
  ]
}

/** What something comes to before it is divided by days, and how it is divided and rounded. */
type Parts = readonly [
  Component,
  (as: { readonly places: number; readonly rounding: Rounding }) => Expression,
]

/** Days of absence, of which a part is paid. */
function daysAway({ base, kinds, labels = {}, basis }: LeaveTerms, about: Writing): Parts {
  const { id, currency, eligible } = about
  const by = daysOf({ basis }, about.basis)
  const away = Object.entries(kinds).map(([kind, share]) => {
    const label = labels[kind] ?? kind
    const counted = days('absent', { ...by, kinds: [kind], input: `absent.${kind}`, label })
    return multiply(counted, partOf(share))
  })
  const sum = multiply(statedMoney(base, currency, baseLabel), add(...away))
  const name = `${id}.away`
  const { unit, scale } = check(sum)
  const paid = amount(name, unit, scale, { label: awayLabel })
  const count = { ...by, unit: 'count' } as const
  const absent = days('absent', { ...count, label: absentLabel })
  const off = subtract(
    days('part', { ...count, kinds: [], input: 'of', label: ofLabel }),
    days('part', { ...count, input: 'left', label: leftLabel }),
  )
  const whole = days('whole', { ...by, label: wholeLabel })
  return [
    component(name, { label: awayLabel, eligible, each: 'stretch' }, sum),
    (as) =>
      when(
        equals(absent, off),
        divide(paid, whole, as),
        divide(multiply(paid, off), multiply(absent, whole), as),
      ),
  ]
}

/** Hours of leave, of which a part is taken off. */
function hoursLost(
  { base, kinds, basis }: LeaveTerms,
  { table, hours = 'hours', kind = 'kind', perDay }: NonNullable<LeaveTerms['hours']>,
  about: Writing,
): Parts {
  const { id, currency, eligible } = about
  const cases = Object.entries(kinds).map(
    ([each, share]) => [each, subtract(constant('1'), partOf(share))] as const,
  )
  const lost = multiply(
    statedMoney(base, currency, baseLabel),
    member(hours, 'duration:hour', hourScale, { label: hoursLabel }),
    matching(member(kind, { label: kindLabel }), Object.fromEntries(cases)),
  )
  const name = `${id}.lost`
  const { unit, scale } = check(lost)
  const off = amount(name, unit, scale, { label: lostLabel })
  const by = daysOf({ basis }, about.basis)
  const whole = days('whole', { ...by, unit: 'count', label: wholeLabel })
  const perMonth = multiply(named(perDayLabel, constant(perDay, 'duration:hour')), whole)
  return [
    component(name, { label: lostLabel, eligible, each: { record: table } }, lost),
    (as) => subtract(constant('0', money(currency)), divide(off, perMonth, as)),
  ]
}

function partOf(share: Stated): Expression {
  return typeof share === 'string'
    ? constant(share)
    : stated(share, { unit: 'ratio', scale: partScale, label: partLabel })
}

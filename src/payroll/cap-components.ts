import {
  above,
  add,
  constant,
  divide,
  type Expression,
  maximum,
  minimum,
  named,
  prorated,
  subtract,
  when,
} from '../formula/index.js'
import { amount, attribute, type Component, component, figure, type Writing } from '../pay/index.js'
import { prorationSources, sumOfParts } from '../pay/internal.js'
import type { Label } from '../problem/index.js'
import { type Currency, minorUnits, money } from '../quantity/index.js'
import { type Cap, isPart } from './cap-schema.js'

type Own = NonNullable<Cap['least']>

/**
 * A line that takes off what several components, named or of a tag, pay together beyond `most`, or tops it
 * up to `least`: of each period, or of the year to date (`over: 'year'`), of which it takes off what the
 * earlier periods did not. Both may be each person's own, a figure or an attribute; `prorated` they hold for
 * the paid days of the period, rounded half-up. The line is due with theirs, and follows late news of them;
 * where one of them is withheld, so is it.
 *
 * With `carries` each payment is bounded, and not what is paid in all: what is taken off is paid by later ones
 * as far as they have room, what is topped up is taken off them. `id.carried` is what is still to be paid, or
 * below zero to be taken; of who leaves the run of their last period tells it in `leftOver`. `most` may then be
 * one of so many `parts` of what is there, with what was carried, rounded down to the minor unit: a bonus bank.
 *
 * @example
 * capComponents({ of: ['goods', 'service'], most: '5000' }, { id: 'both', currency: 'CNY' })[0]?.pays //=> 'due'
 */
export function capComponents(cap: Cap, about: Writing): readonly Component[] {
  const { id, currency, eligible } = about
  const { over = 'period', label = labelOf(cap), clause } = cap
  const type = [money(currency), minorUnits(currency)] as const
  const how = eligible === undefined ? {} : { eligible }
  const reads = cap.prorated === true ? { reads: prorationSources(about) } : {}
  const line = (of: Expression) =>
    component(id, { pays: 'due', ...how, ...reads }, named(label, of, clause))
  if (cap.carries === true) {
    const sum = named(together, sumOfParts(cap.of, currency, {}))
    const before = amount(`${id}.carried`, ...type, { over: 'before', label: carriedBefore })
    const all = named(togetherCarried, add(sum, before))
    const left = subtract(before, amount(id, ...type, { label }))
    return [
      line(subtract(boundedBy(cap, all, currency), sum)),
      component(`${id}.carried`, how, named(carriedLabel, left)),
    ]
  }
  const window = over === 'year' ? ({ over: { since: 'year' } } as const) : {}
  const sum = named(
    over === 'year' ? togetherOfYear : together,
    sumOfParts(cap.of, currency, window),
  )
  const off = subtract(boundedBy(cap, sum, currency), sum)
  const earlier = amount(id, ...type, {
    over: { since: 'year', through: 'before' },
    label: takenBefore,
  })
  return [line(over === 'year' ? subtract(off, earlier) : off)]
}

const together: Label = { en: 'All together', 'zh-CN': '合计' }
const togetherOfYear: Label = { en: 'All together, year to date', 'zh-CN': '年初至今合计' }
const togetherCarried: Label = { en: 'With what was carried', 'zh-CN': '连同上期结转' }
const takenBefore: Label = { en: 'Taken off before this year', 'zh-CN': '本年此前已调整' }
const carriedBefore: Label = { en: 'Carried from before', 'zh-CN': '上期结转' }
const carriedLabel: Label = { en: 'Carried on', 'zh-CN': '结转下期' }

function labelOf({ most, least, carries }: Cap): Label {
  if (carries === true) return { en: 'Paid later, or from before', 'zh-CN': '递延与补发' }
  if (least === undefined) return { en: 'Above the cap', 'zh-CN': '超出封顶部分' }
  return most === undefined
    ? { en: 'Up to the guarantee', 'zh-CN': '保底补差' }
    : { en: 'To the cap and guarantee', 'zh-CN': '封顶与保底调整' }
}

/** A sum at least and at most. A part is never of less than nothing, and gives way to the least. */
function boundedBy({ most, least, ...cap }: Cap, sum: Expression, currency: Currency): Expression {
  const bound = (value: Own) => {
    const whole = boundOf(value, currency)
    return cap.prorated === true ? prorated(whole, { currency, rounding: 'half-up' }) : whole
  }
  const lifted = (of: Expression) => (least === undefined ? of : maximum(of, bound(least)))
  if (most === undefined) return lifted(sum)
  if (!isPart(most)) return minimum(lifted(sum), bound(most))
  const places = minorUnits(currency)
  const part = divide(sum, constant(String(most.parts)), { places, rounding: 'down' })
  const label = { en: `One of ${most.parts} parts`, 'zh-CN': `${most.parts} 分之一` }
  return lifted(when(above(sum, constant('0', money(currency))), named(label, part), sum))
}

/** A bound of the policy, or what each person has. */
function boundOf(value: Own, currency: Currency): Expression {
  const [unit, places] = [money(currency), minorUnits(currency)]
  if (typeof value === 'string') return constant(value, unit)
  const { label } = value
  return 'figure' in value
    ? figure(value.figure, unit, places, { label })
    : attribute(value.attribute, unit, places, { label })
}

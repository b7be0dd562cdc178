import {
  constant,
  type Expression,
  maximum,
  minimum,
  type NodeOf,
  named,
  subtract,
} from '../formula/index.js'
import { amount, attribute, type Component, component, figure, type Writing } from '../pay/index.js'
import { sumOfParts } from '../pay/internal.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import type { Cap } from './cap-schema.js'

type Bound = NonNullable<Cap['most']>

/**
 * A line that takes off what several components, named or of a tag, pay together beyond `most`, or tops it
 * up to `least`: of each period, or of the year to date (`over: 'year'`), of which it takes off what the
 * earlier periods did not. Both may be each person's own, a figure or an attribute. The line is due with
 * theirs, and follows late news of them; where one of them is withheld, so is it.
 *
 * @example
 * capComponents({ of: ['goods', 'service'], most: '5000' }, { id: 'both', currency: 'CNY' })[0]?.pays //=> 'due'
 */
export function capComponents(cap: Cap, { id, currency, eligible }: Writing): readonly Component[] {
  const { most, least, over = 'period', label = labelOf(cap), clause } = cap
  const type = [money(currency), minorUnits(currency)] as const
  const window = over === 'year' ? ({ over: { since: 'year' } } as const) : {}
  const all = sumOfParts(cap.of, currency, window)
  const sum = named(over === 'year' ? togetherOfYear : together, all)
  const bound = (value: Bound) => boundOf(value, type)
  const lifted = least === undefined ? sum : maximum(sum, bound(least))
  const bounded = most === undefined ? lifted : minimum(lifted, bound(most))
  const off = subtract(bounded, sum)
  const earlier = amount(id, ...type, {
    over: { since: 'year', through: 'before' },
    label: takenBefore,
  })
  const said = {
    pays: 'due',
    ...(eligible !== undefined && { eligible }),
  } as const
  return [component(id, said, named(label, over === 'year' ? subtract(off, earlier) : off, clause))]
}

const together: Label = { en: 'All together', 'zh-CN': '合计' }
const togetherOfYear: Label = { en: 'All together, year to date', 'zh-CN': '年初至今合计' }
const takenBefore: Label = { en: 'Taken off before this year', 'zh-CN': '本年此前已调整' }

function labelOf({ most, least }: Cap): Label {
  if (least === undefined) return { en: 'Above the cap', 'zh-CN': '超出封顶部分' }
  return most === undefined
    ? { en: 'Up to the guarantee', 'zh-CN': '保底补差' }
    : { en: 'To the cap and guarantee', 'zh-CN': '封顶与保底调整' }
}

/** A bound of the policy, or what each person has. */
function boundOf(
  value: Bound,
  [unit, places]: readonly [unit: NodeOf<'constant'>['unit'], places: number],
): Expression {
  if (typeof value === 'string') return constant(value, unit)
  const { label } = value
  return 'figure' in value
    ? figure(value.figure, unit, places, { label })
    : attribute(value.attribute, unit, places, { label })
}

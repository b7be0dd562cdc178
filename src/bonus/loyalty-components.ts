import { all, any, atLeast, constant, equals, named, when } from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { type Component, component, days, service, type Writing } from '../pay/index.js'
import { money } from '../quantity/index.js'
import type { LoyaltyPolicy } from './grant-schema.js'
import { parseLoyalty } from './loyalty.js'

/** A loyalty bonus, and since when people serve. */
export interface LoyaltyTerms {
  readonly loyalty: LoyaltyPolicy
  /** The attribute that is the first day of service; `hired` unless said. */
  readonly hired?: string | undefined
}

/**
 * A loyalty bonus as a component of the person, due in the period that holds the anniversary: the day of the
 * first one come round again. Who leaves before it has none. With `milestone` the anniversaries listed pay,
 * with `yearly` each from the first step on. Somebody without a first day is withheld.
 *
 * Throws a `PolicyError` with every problem of the policy.
 *
 * @example
 * const loyalty = { id: 'years', currency: 'CNY', paid: 'milestone', steps: [{ years: 5, amount: '3000' }] } as const
 * loyaltyComponents({ loyalty }, { id: 'years', currency: 'CNY' }).length //=> 1
 */
export function loyaltyComponents(
  { loyalty, hired = 'hired' }: LoyaltyTerms,
  { id, eligible, retro }: Writing,
): readonly Component[] {
  const { formula, policy } = parseLoyalty(loyalty)
  const { currency, paid, steps, label = loyaltyLabel, clause } = policy
  const served = service('years', hired, { ...yearsServed, label: servedLabel })
  const since = days('whole', {
    over: { since: { date: hired, every: 'year' } },
    input: 'since',
    label: sinceLabel,
  })
  const listed = steps.map(({ years }) => equals(served, constant(String(years), 'count')))
  const pays = all(
    atLeast(days('whole', { label: wholeLabel }), since),
    ...(paid === 'milestone' ? [any(...listed)] : []),
  )
  const amount = withInputs(formula.expression, () => served)
  const bonus = named(label, when(pays, amount, constant('0', money(currency))), clause)
  return [component(id, { pays: 'due', label, clause, eligible, retro }, bonus)]
}

const yearsServed = { unit: 'count', full: 'day', input: 'service.years' } as const
const loyaltyLabel = { en: 'Loyalty bonus', 'zh-CN': '司龄奖' }
const servedLabel = { en: 'Years served', 'zh-CN': '服务年数' }
const sinceLabel = { en: 'Days since the anniversary', 'zh-CN': '周年日以来的天数' }
const wholeLabel = { en: 'Days of the period', 'zh-CN': '当期天数' }

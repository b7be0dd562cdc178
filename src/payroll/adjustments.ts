import { named } from '../formula/index.js'
import { type Component, component, member, type Writing } from '../pay/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { parseAdjustmentTerms } from './terms-schema.js'

const title = { en: 'Adjustment', 'zh-CN': '调整' }

/**
 * One-off payments and deductions that somebody decided: each record of the table `adjustments` (or the
 * one that `table` names) pays its `amount`, and its `reason` stands on the line. A record is told, voided
 * and settled as every other: twice the same pays nothing, and one that vanishes is withheld.
 *
 * Of who has left, `made` on a day within the employment lets it count in their last period.
 */
export function adjustmentComponents(
  terms: unknown,
  { id, currency, eligible }: Writing,
): readonly Component[] {
  const { table = 'adjustments', label = title, clause } = parseAdjustmentTerms(terms)
  const amount = member('amount', money(currency), minorUnits(currency))
  return [
    component(
      id,
      { pays: 'due', each: { record: table, why: 'reason' }, ...(eligible && { eligible }) },
      named(label, amount, clause),
    ),
  ]
}

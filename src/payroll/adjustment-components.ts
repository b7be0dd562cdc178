import { named } from '../formula/index.js'
import { type Component, component, member, type Writing } from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'

/** Where one-off payments and deductions are listed, and what they are called. */
export interface Adjustments {
  readonly table?: string | undefined
  readonly label?: Label | undefined
  readonly clause?: string | undefined
}

const amountLabel = { en: 'Amount', 'zh-CN': '金额' }
const title = { en: 'Adjustment', 'zh-CN': '调整' }

/**
 * One-off payments and deductions that somebody decided: each record of the table `adjustments` (or the
 * one that `table` names) pays its `amount`, and its `reason` stands on the line. A record is told, voided
 * and settled as every other: twice the same pays nothing, and one that vanishes is withheld.
 *
 * Of who has left, `made` on a day within the employment lets it count in their last period.
 */
export function adjustmentComponents(
  { table = 'adjustments', label = title, clause }: Adjustments,
  { id, currency, eligible }: Writing,
): readonly Component[] {
  const amount = member('amount', money(currency), minorUnits(currency), { label: amountLabel })
  const each = { record: table, why: 'reason' }
  const said = { pays: 'due', each, ...(eligible !== undefined && { eligible }) } as const
  return [component(id, said, named(label, amount, clause))]
}

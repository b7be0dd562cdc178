import { named } from '../formula/index.js'
import { type Component, component, type Writing } from '../pay/index.js'
import { sumOfParts } from '../pay/internal.js'
import type { SubtotalTerms } from './subtotal-schema.js'

/**
 * A subtotal as a component of the person, without a line: gross, deductions, net. Other policies limit and
 * round by its name. A component that has several of the tags counts once for each.
 *
 * @example
 * subtotalComponents({ of: { tag: ['gross', 'deduction'] } }, { id: 'net', currency: 'CNY' })
 * // 8,000.00 due and −510.00 of deductions: 7,490.00
 */
export function subtotalComponents(
  { of, what = 'due', label, clause }: SubtotalTerms,
  { id, currency, eligible }: Writing,
): readonly Component[] {
  const sum = sumOfParts(of, currency, what === 'due' ? { what } : {})
  return [component(id, { label, clause, eligible }, named(label ?? id, sum, clause))]
}

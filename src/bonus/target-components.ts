import { check } from '../formula/index.js'
import { amount, type Component, component, type Writing } from '../pay/index.js'
import { prorationSources } from '../pay/internal.js'
import type { Label } from '../problem/index.js'
import type { Rounding } from '../quantity/index.js'
import { targetBonus } from './target.js'

/** How a target bonus is paid, and what its coefficient is. */
export interface TargetTerms {
  /** A component of the person that is a ratio or a count, such as the coefficient of a scorecard. */
  readonly coefficient: Component
  /** The attribute that holds the target for the whole period; `target_bonus` unless said. */
  readonly target?: string | undefined
  /** Whether only the paid part of the period counts. */
  readonly prorated: boolean
  /** Half up unless said. */
  readonly rounding?: Rounding | undefined
  readonly label?: Label | undefined
  readonly clause?: string | undefined
}

/**
 * A target bonus as a component of the person, due: target × coefficient, and × the paid part of the
 * period where it is prorated, by the days of the basis; exact up to one rounding, to the currency's
 * minor unit. The target is that of the last day employed in the period.
 *
 * Throws a `PolicyError` where the coefficient is neither a ratio nor a count.
 *
 * @example
 * const card = scorecardComponents(policy, about)
 * const coefficient = card.at(-1)
 * [...card, ...targetBonusComponents({ coefficient, prorated: true }, about)].at(-1).component //=> about.id
 */
export function targetBonusComponents(
  terms: TargetTerms,
  { id, currency, eligible, basis, retro }: Writing,
): readonly Component[] {
  const { coefficient, target = 'target_bonus', prorated, rounding = 'half-up' } = terms
  const { label, clause } = terms
  const { unit, scale } = check(coefficient.formula)
  const factor = amount(coefficient.component, unit, scale, { label: coefficient.label })
  const { expression } = targetBonus({ currency, rounding, prorated, label, clause }, factor)
  const reads = {
    'target.bonus': { from: 'attribute', name: target } as const,
    [coefficient.component]: { from: 'component', name: coefficient.component } as const,
    ...(prorated && prorationSources({ basis })),
  }
  return [component(id, { pays: 'due', label, clause, eligible, retro, reads }, expression)]
}

import type { Component, Source, Writing } from '../pay/index.js'
import { dueComponent, prorationSources } from '../pay/internal.js'
import { parseTargetPlan } from './target-plan.js'
import type { TargetPlanPolicy } from './target-schema.js'

/** A target bonus plan, and what it reads. */
export interface TargetPlanTerms {
  readonly target: TargetPlanPolicy
  /**
   * Where inputs of the plan come from: `base` is an attribute unless said, `target.percent` the attribute
   * `target_percent`, a coefficient the figure of its name. A base may be what components came to over a
   * year, a coefficient that of a scorecard of the same book.
   */
  readonly reads?: Readonly<Record<string, Source>> | undefined
}

/**
 * A target bonus plan as a component of the person, due: its formula as `parseTargetPlan` has it, rounded
 * once, to the currency's minor unit. Where it is prorated, it is by the days of the basis. Attributes are
 * those of the last day employed in the period.
 *
 * Throws a `PolicyError` with every problem of the plan.
 *
 * @example
 * const target = { id: 'annual', currency: 'CNY', rounding: 'half-up', percent: '0.15', prorated: false, design: { kind: 'multiplicative', coefficients: [{ coefficient: 'company' }] } } as const
 * targetPlanComponents({ target }, { id: 'annual', currency: 'CNY' })[0]?.reads
 * //=> { base: { from: 'attribute', name: 'base' }, company: { from: 'figure', name: 'company' } }
 */
export function targetPlanComponents(
  { target, reads }: TargetPlanTerms,
  about: Writing,
): readonly Component[] {
  const { formula, policy } = parseTargetPlan(target)
  const own = {
    base: { from: 'attribute', name: 'base' },
    'target.percent': { from: 'attribute', name: 'target_percent' },
    ...prorationSources(about),
  } as const
  return [dueComponent({ formula: formula.expression, policy, own, reads }, about)]
}

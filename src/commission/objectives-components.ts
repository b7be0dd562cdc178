import type { Component, Source, Writing } from '../pay/index.js'
import { dueComponent } from '../pay/internal.js'
import { parseObjectives } from './objectives.js'
import type { ObjectivesPolicy } from './target-schema.js'

/** Objectives, and what they read. */
export interface ObjectivesTerms {
  readonly objectives: ObjectivesPolicy
  /**
   * Where inputs come from: `target` is the attribute `target_bonus` unless said, the completion of an
   * objective the figure of its name.
   */
  readonly reads?: Readonly<Record<string, Source>> | undefined
}

/**
 * Management by objectives as a component of the person, due: its formula as `parseObjectives` has it,
 * rounded once, to the currency's minor unit. The target is that of the last day employed in the period. An
 * objective whose completion is not given withholds what is paid, unless `reads` says what is missing.
 *
 * Throws a `PolicyError` with every problem of the policy.
 *
 * @example
 * const objectives = { id: 'mbo', currency: 'CNY', rounding: 'half-up', objectives: [{ objective: 'hiring', weight: '1' }] } as const
 * objectivesComponents({ objectives }, { id: 'mbo', currency: 'CNY' })[0]?.reads
 * //=> { target: { from: 'attribute', name: 'target_bonus' }, hiring: { from: 'figure', name: 'hiring' } }
 */
export function objectivesComponents(
  { objectives, reads }: ObjectivesTerms,
  about: Writing,
): readonly Component[] {
  const { formula, policy } = parseObjectives(objectives)
  const own = { target: { from: 'attribute', name: 'target_bonus' } } as const
  return [dueComponent({ formula: formula.expression, policy, own, reads }, about)]
}

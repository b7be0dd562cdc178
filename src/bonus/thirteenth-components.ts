import type { Component, Source, Writing } from '../pay/index.js'
import { dueComponent, prorationSources } from '../pay/internal.js'
import type { ThirteenthPolicy } from './grant-schema.js'
import { parseThirteenth } from './thirteenth.js'

/** A 13th month, and what it reads. */
export interface ThirteenthTerms {
  readonly thirteenth: ThirteenthPolicy
  /**
   * Where inputs come from. `earned` must be said: a component or a tag, of which a year adds up all
   * periods that end in it. `salary` is the attribute `base` unless said, `service.months` are full months
   * since the attribute `hired`.
   */
  readonly reads?: Readonly<Record<string, Source>> | undefined
}

/**
 * A 13th month as a component of the person, due: its formula as `parseThirteenth` has it, rounded once, to
 * the currency's minor unit. It falls due with the last day of its period, also for who has left within it.
 * Days are counted by the basis, months of service to the last day employed in the period.
 *
 * Throws a `PolicyError` with every problem of the policy.
 *
 * @example
 * const thirteenth = { id: 'thirteenth', currency: 'PHP', rounding: 'half-up', basis: 'earned' } as const
 * const reads = { earned: { from: 'component', name: 'basic' } } as const
 * thirteenthComponents({ thirteenth, reads }, { id: 'thirteenth', currency: 'PHP' })[0]?.component //=> 'thirteenth'
 */
export function thirteenthComponents(
  { thirteenth, reads }: ThirteenthTerms,
  about: Writing,
): readonly Component[] {
  const { formula, policy } = parseThirteenth(thirteenth)
  const own = {
    salary: { from: 'attribute', name: 'base' },
    'service.months': { from: 'time', count: 'months', since: 'hired' },
    ...prorationSources(about),
  } as const
  const said = { formula: formula.expression, policy, own, reads }
  return [dueComponent({ ...said, unsaid: ['earned'] }, about)]
}

import type { Component, Source, Writing } from '../pay/index.js'
import { poolComponents } from './pool-components.js'
import type { FundingPolicy, ProfitSharingPolicy } from './pool-schema.js'
import { parseProfitSharing } from './profit-sharing.js'

/** How a profit share is funded and divided. */
export interface ProfitSharingTerms {
  readonly funding: FundingPolicy
  readonly sharing: ProfitSharingPolicy
  /**
   * Where inputs come from that are no figures: what funds the share may be the sum of any component of
   * everybody, such as a plan's commission, a salary an attribute, months a service.
   */
  readonly reads?: Readonly<Record<string, Source>> | undefined
}

/**
 * Profit sharing as components: a pool of one level, as `poolComponents` writes it. People weigh the product
 * of the factors that `sharing` names. Throws a `PolicyError` with every problem of both policies.
 *
 * @example
 * const written = profitSharingComponents({ funding, sharing }, { id: 'sharing', currency: 'CNY' })
 * written.map(({ component }) => component) //=> ['sharing.fund', 'sharing.person.weight', 'sharing']
 */
export function profitSharingComponents(
  { funding, sharing, reads }: ProfitSharingTerms,
  about: Writing,
): readonly Component[] {
  const division = parseProfitSharing(sharing).policy
  return poolComponents({ funding, division, reads }, about)
}

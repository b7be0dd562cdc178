import fc from 'fast-check'
import type { Award, FundingPolicy, PoolPolicy } from '../../bonus/index.js'
import type { PaymentPolicy, PlanPolicy } from '../../commission/index.js'
import type { ScorecardPolicy } from '../../kpi/index.js'
import type { BookPolicy } from '../../run/index.js'
import { awardsIn, fundingIn, poolsIn } from './bonus-policies.js'
import { paymentsIn } from './commission-policies.js'
import { amount } from './draws.js'
import { scorecardPolicies } from './kpi-policies.js'
import { planPolicies } from './plan-policies.js'

/** What the policies of a drawn book say. */
interface Terms {
  readonly plan: PlanPolicy
  readonly scorecard: ScorecardPolicy
  readonly payments: PaymentPolicy
  readonly funding: FundingPolicy
  readonly division: PoolPolicy
  readonly award: Award
  readonly most: string
}

/**
 * Draws policy books that `parseBook` accepts, with a policy of every kind: a department with a base
 * salary, a bonus by a drawn scorecard and commission by a drawn plan, how negative dues and draws are
 * paid, the rule that credits its people, a pool, an award and a budget. With {@link runDataOf} for the
 * data, a whole run is drawn.
 *
 * @example
 * fc.assert(fc.property(bookPolicies(), (policy) => parseBook(policy).policy.id === 'drawn'))
 */
export function bookPolicies(): fc.Arbitrary<BookPolicy> {
  return planPolicies().chain((plan) => {
    const { currency } = plan
    return fc
      .record({
        plan: fc.constant(plan),
        scorecard: scorecardPolicies(),
        payments: paymentsIn(currency),
        funding: fundingIn(currency),
        division: poolsIn(currency),
        award: awardsIn(currency),
        most: amount(currency, 1_000_000),
      })
      .map(bookOf)
  })
}

function bookOf({ plan, scorecard, payments, funding, division, award, most }: Terms): BookPolicy {
  const policy = <const Kind extends string, const T>(kind: Kind, terms: T) => ({
    kind,
    id: 'drawn',
    owner: 'Nobody',
    versions: [{ from: '2020-01-01', reason: 'Drawn', terms }],
  })
  const owners = { a: [{ person: 'ann', share: '1' }], b: [{ person: 'ben', share: '1' }] }
  return {
    id: 'drawn',
    currency: plan.currency,
    rounding: 'half-up',
    proration: { basis: 'calendar-days' },
    policies: [
      policy('department', {
        label: 'Team',
        components: [{ component: 'base', prorated: true }],
        bonus: { scorecard: 'drawn', prorated: true },
        commission: 'drawn',
        payments: 'drawn',
      }),
      policy('scorecard', scorecard),
      policy('plan', plan),
      policy('payments', payments),
      policy('crediting', [{ credit: 'direct', by: 'seller', owners, unowned: 'skip' }]),
      policy('pool', { funding, division }),
      policy('award', award),
      policy('budget', { most, breach: 'report' }),
    ],
  }
}

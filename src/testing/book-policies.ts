import fc from 'fast-check'
import type { Award, FundingPolicy, PoolPolicy } from '../bonus/index.js'
import type { PaymentPolicy, PlanPolicy, SalesEvent } from '../commission/index.js'
import type { ScorecardPolicy } from '../kpi/index.js'
import { type Currency, decimal } from '../quantity/index.js'
import type { BookPolicy } from '../run/index.js'
import { awardsIn, fundingIn, poolsIn } from './bonus-policies.js'
import { amount, currencies, part, rounding } from './draws.js'
import { planPolicies, scorecardPolicies } from './policies.js'

/**
 * Draws how negative dues and draws are paid, as `parsePayments` accepts it: with or without recovery
 * by a share and forgiveness, with a draw of either kind or none.
 *
 * @example
 * fc.assert(fc.property(paymentPolicies(), (policy) => parsePayments(policy).policy.currency === policy.currency))
 */
export function paymentPolicies(): fc.Arbitrary<PaymentPolicy> {
  return currencies.chain(paymentsIn)
}

function paymentsIn(currency: Currency): fc.Arbitrary<PaymentPolicy> {
  const recovery = fc.record(
    { share: part(2), forgiveAfter: fc.integer({ min: 1, max: 24 }) },
    { requiredKeys: [] },
  )
  const until = fc.constantFrom('2026-06-30', '2027-12-31')
  const draw = fc.oneof(
    { withCrossShrink: true },
    fc.record(
      {
        kind: fc.constant('recoverable' as const),
        amount: amount(currency, 5_000),
        ceiling: amount(currency, 20_000),
        until,
      },
      { requiredKeys: ['kind', 'amount'] },
    ),
    fc.record(
      {
        kind: fc.constant('non-recoverable' as const),
        amount: amount(currency, 5_000),
        until,
      },
      { requiredKeys: ['kind', 'amount'] },
    ),
  )
  return fc
    .record({ rounding, recovery, draw }, { requiredKeys: ['rounding'] })
    .map((drawn) => ({ currency, ...drawn }))
}

/**
 * Draws ledgers of a currency that `parseEvents` accepts: orders by two sellers, some of them refunded,
 * some recorded in the month after.
 *
 * @example
 * fc.assert(fc.property(salesEvents('CNY'), (events) => appendEvents([], events).length === events.length))
 */
export function salesEvents(currency: Currency): fc.Arbitrary<readonly SalesEvent[]> {
  const order = fc.record({
    amount: amount(currency, 50_000),
    seller: fc.constantFrom('a', 'b'),
    effective: fc.constantFrom('2026-03-01', '2026-03-15', '2026-03-31'),
    recorded: fc.constantFrom('2026-03-31', '2026-04-02'),
    refunded: fc.boolean(),
  })
  return fc.array(order, { maxLength: 8 }).map((orders) =>
    orders.flatMap(({ amount: sold, seller, effective, recorded, refunded }, i) => {
      const id = `o${i + 1}`
      const event = { effective, recorded, currency, attributes: { seller } }
      const refund = { ...event, id: `${id}-R`, kind: 'refund', of: id, attributes: {} } as const
      return [
        { ...event, id, kind: 'order' as const, amount: sold },
        ...(refunded ? [{ ...refund, amount: decimal(sold).isZero() ? sold : `-${sold}` }] : []),
      ]
    }),
  )
}

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

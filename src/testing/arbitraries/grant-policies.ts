import fc from 'fast-check'
import type {
  GrantPolicy,
  LoyaltyPolicy,
  ReferralPolicy,
  ThirteenthPolicy,
} from '../../bonus/index.js'
import type { Currency } from '../../quantity/index.js'
import { amount, currencies, months, part, rising, rounding, sharesOfOne } from './draws.js'

const leaving = fc.record({
  good: fc.constantFrom('all', 'pro-rata', 'none'),
  bad: fc.constantFrom('all', 'pro-rata', 'none'),
})
const clawback = fc.tuple(leaving, months(1)).map(([by, within]) => ({ ...by, months: within }))

const vesting = fc.oneof(
  { withCrossShrink: true },
  fc.record({ kind: fc.constant('cliff' as const), months: months(0) }),
  fc
    .record({
      every: fc.constantFrom(1, 3, 12),
      times: fc.integer({ min: 1, max: 16 }),
      cliff: fc.option(part(2), { nil: undefined }),
    })
    .map(({ every, times, cliff }) => {
      const all = every * times
      const first = cliff !== undefined && { cliff: Math.floor(Number(cliff) * all) }
      return { kind: 'graded' as const, months: all, every, ...first }
    }),
  sharesOfOne.chain((shares) =>
    fc
      .uniqueArray(months(0), { minLength: shares.length, maxLength: shares.length })
      .map((drawn) => ({
        kind: 'tranches' as const,
        tranches: drawn
          .sort((a, b) => a - b)
          .map((month, i) => ({ months: month, share: shares[i] as string })),
      })),
  ),
)

/**
 * Draws grants that `parseGrant` accepts: sign-on, retention and deferred bonuses that vest at once, in
 * even steps with or without a cliff, or in tranches, for good and bad leavers, in whole units, or in money with
 * or without a clawback.
 *
 * @example
 * fc.assert(fc.property(grantPolicies(), (policy) => parseGrant(policy).policy.id === 'drawn'))
 */
export function grantPolicies(): fc.Arbitrary<GrantPolicy> {
  return fc
    .record(
      {
        currency: currencies,
        kind: fc.constantFrom('sign-on', 'retention', 'deferred'),
        vesting,
        leaving,
        // Units are never paid back.
        more: fc.oneof(
          fc.record({ clawback }, { requiredKeys: [] }),
          fc.constant({ in: 'units' as const }),
        ),
      },
      { requiredKeys: ['currency', 'kind', 'vesting', 'leaving'] },
    )
    .map(({ more, ...drawn }) => ({ id: 'drawn', ...drawn, ...more }))
}

/**
 * Draws bonuses for years of service that `parseLoyalty` accepts, each step later than the one before.
 *
 * @example
 * fc.assert(fc.property(loyaltyPolicies(), (policy) => parseLoyalty(policy).policy.steps.length > 0))
 */
export function loyaltyPolicies(): fc.Arbitrary<LoyaltyPolicy> {
  const steps = (currency: Currency) =>
    fc.tuple(rising(1, 40), fc.array(amount(currency, 10_000), { minLength: 5, maxLength: 5 }))
  return fc
    .tuple(currencies, fc.constantFrom('milestone' as const, 'yearly' as const))
    .chain(([currency, paid]) =>
      steps(currency).map(([years, amounts]) => ({
        id: 'drawn',
        currency,
        paid,
        steps: years.map((each, i) => ({ years: each, amount: amounts[i] as string })),
      })),
    )
}

/**
 * Draws referral bonuses that `parseReferral` accepts: paid on hire, after probation too or not, with
 * or without a clawback.
 *
 * @example
 * fc.assert(fc.property(referralPolicies(), (policy) => parseReferral(policy).policy.id === 'drawn'))
 */
export function referralPolicies(): fc.Arbitrary<ReferralPolicy> {
  return currencies.chain((currency) =>
    fc
      .record(
        {
          onHire: amount(currency, 5_000),
          afterProbation: fc.record({ months: months(1), amount: amount(currency, 5_000) }),
          clawback,
        },
        { requiredKeys: ['onHire'] },
      )
      .map((drawn) => ({ id: 'drawn', currency, ...drawn })),
  )
}

/**
 * Draws 13th months that `parseThirteenth` accepts: of what was earned or of a salary, with or without
 * the least service.
 *
 * @example
 * fc.assert(fc.property(thirteenthPolicies(), (policy) => parseThirteenth(policy).formula.scale <= 3))
 */
export function thirteenthPolicies(): fc.Arbitrary<ThirteenthPolicy> {
  return fc
    .record(
      {
        currency: currencies,
        rounding,
        basis: fc.constantFrom('earned', 'salary'),
        minimumMonths: months(0),
      },
      { requiredKeys: ['currency', 'rounding', 'basis'] },
    )
    .map((drawn) => ({ id: 'drawn', ...drawn }))
}

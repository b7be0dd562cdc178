import fc from 'fast-check'
import type {
  Award,
  FundingPolicy,
  GrantPolicy,
  LoyaltyPolicy,
  PoolPolicy,
  ProfitSharingPolicy,
  ReferralPolicy,
  TargetPlanPolicy,
  ThirteenthPolicy,
} from '../bonus/index.js'
import { constant, input, multiply } from '../formula/index.js'
import { type Currency, decimal, minorUnits, money, total } from '../quantity/index.js'
import {
  amount,
  currencies,
  decimalIn,
  part,
  rate,
  rising,
  rounding,
  sharesOfOne,
  whole,
} from './draws.js'

const months = (least: number) => fc.integer({ min: least, max: 60 })
const ties = fc.constantFrom('larger-weight', 'smaller-weight', 'id')

/** A floor and a cap that do not cross, either or both left out. */
const limits = fc.record({ floor: part(1), cap: decimalIn(1, 2, 1) }, { requiredKeys: [] })

const coefficients = sharesOfOne.chain((weights) =>
  fc
    .tuple(...weights.map(() => limits))
    .map((drawn) =>
      drawn.map((limit, i) => ({ coefficient: `coefficient${i}`, ...limit, weight: weights[i] })),
    ),
)

/**
 * Draws target plans that `parseTargetPlan` accepts: both designs, one to four coefficients with or
 * without their own floors and caps, prorated or not, a percent of the policy or of each person.
 *
 * @example
 * fc.assert(fc.property(targetPlanPolicies(), (policy) => parseTargetPlan(policy).formula.scale <= 3))
 */
export function targetPlanPolicies(): fc.Arbitrary<TargetPlanPolicy> {
  const design = fc
    .tuple(fc.constantFrom('multiplicative', 'additive'), coefficients)
    .map(([kind, drawn]) => ({
      kind,
      coefficients:
        kind === 'additive' ? drawn : drawn.map(({ weight: _, ...coefficient }) => coefficient),
    }))
  return fc
    .record(
      {
        currency: currencies,
        rounding,
        prorated: fc.boolean(),
        design,
        limits,
        percent: part(2),
      },
      { requiredKeys: ['currency', 'rounding', 'prorated', 'design', 'limits'] },
    )
    .map(({ limits: own, ...drawn }) => ({
      id: 'drawn',
      ...drawn,
      ...own,
    })) as fc.Arbitrary<TargetPlanPolicy>
}

/**
 * Draws how pools are funded, as `parseFunding` accepts it: a share of profit or of growth or an amount
 * a head, with or without a floor and a cap.
 *
 * @example
 * fc.assert(fc.property(fundingPolicies(), (policy) => parseFunding(policy).formula.scale <= 3))
 */
export function fundingPolicies(): fc.Arbitrary<FundingPolicy> {
  return currencies.chain(fundingIn)
}

/** {@link fundingPolicies} in one currency. */
export function fundingIn(currency: Currency): fc.Arbitrary<FundingPolicy> {
  const source = fc.oneof(
    { withCrossShrink: true },
    fc.record(
      {
        kind: fc.constant('profit-share' as const),
        rate,
        above: amount(currency, 1_000_000),
      },
      { requiredKeys: ['kind', 'rate'] },
    ),
    fc.record({ kind: fc.constant('growth-share' as const), rate }),
    fc.record({ kind: fc.constant('per-head' as const), amount: amount(currency, 5_000) }),
  )
  return fc
    .record(
      { rounding, source, floor: whole(0, 10_000), cap: whole(10_000, 500_000) },
      { requiredKeys: ['rounding', 'source'] },
    )
    .map((drawn) => ({ id: 'drawn', currency, ...drawn }))
}

/**
 * Draws how pools are divided, as `parsePool` accepts it: by department, team and person or fewer
 * levels, by salary or by salary and rating, on each level with or without a floor and a cap of so many
 * salaries.
 *
 * @example
 * fc.assert(fc.property(poolPolicies(), (policy) => parsePool(policy).levels.length <= 3))
 */
export function poolPolicies(): fc.Arbitrary<PoolPolicy> {
  return currencies.chain(poolsIn)
}

/** {@link poolPolicies} in one currency. */
export function poolsIn(currency: Currency): fc.Arbitrary<PoolPolicy> {
  const salary = input('salary', money(currency), minorUnits(currency))
  const salaries = (times: fc.Arbitrary<string>) =>
    times.map((each) => multiply(salary, constant(each)))
  const level = fc.record(
    {
      weight: fc.constantFrom(salary, multiply(salary, input('rating', 'ratio', 1))),
      floor: salaries(part(1)),
      cap: salaries(decimalIn(1, 3, 1)),
    },
    { requiredKeys: ['weight'] },
  )
  const names = fc.constantFrom(['person'], ['team', 'person'], ['department', 'team', 'person'])
  const levels = names.chain((own) =>
    fc
      .tuple(...own.map(() => level))
      .map((drawn) => drawn.map((each, i) => ({ level: own[i] as string, ...each }))),
  )
  return fc.record({ ties, levels }).map((drawn) => ({ id: 'drawn', currency, ...drawn }))
}

/**
 * Draws profit sharing that `parseProfitSharing` accepts: by one to three factors, with or without a
 * floor and a cap.
 *
 * @example
 * fc.assert(fc.property(profitSharingPolicies(), (policy) => parseProfitSharing(policy).levels.length === 1))
 */
export function profitSharingPolicies(): fc.Arbitrary<ProfitSharingPolicy> {
  return fc
    .record(
      {
        currency: currencies,
        ties,
        by: fc.shuffledSubarray(['salary', 'months', 'rating'] as const, { minLength: 1 }),
        floor: whole(0, 1_000),
        cap: whole(1_000, 50_000),
      },
      { requiredKeys: ['currency', 'ties', 'by'] },
    )
    .map((drawn) => ({ id: 'drawn', ...drawn }))
}

/**
 * Draws awards that `parseAward` accepts: one to four prizes that never rise, within their budget, by
 * one or two criteria, with or without rules of eligibility and a split among a team.
 *
 * @example
 * fc.assert(fc.property(awardPolicies(), (policy) => parseAward(policy).prizes.length > 0))
 */
export function awardPolicies(): fc.Arbitrary<Award> {
  return currencies.chain(awardsIn)
}

/** {@link awardPolicies} in one currency. */
export function awardsIn(currency: Currency): fc.Arbitrary<Award> {
  const criteria = [
    { figure: 'satisfaction', unit: 'ratio', direction: 'higher' },
    { figure: 'minutes', unit: 'duration:minute', direction: 'lower' },
  ] as const
  const tickets = whole(0, 500).map(
    (value) => ({ figure: 'tickets', unit: 'count', is: 'at-least', value }) as const,
  )
  const prizes = fc
    .array(amount(currency, 5_000), { minLength: 1, maxLength: 4 })
    .map((drawn) => drawn.toSorted((a, b) => decimal(b).comparedTo(a)))
  return fc
    .record(
      {
        eligibility: fc.array(tickets, { maxLength: 1 }),
        ranking: fc.shuffledSubarray([...criteria], { minLength: 1 }),
        ties: fc.constantFrom('share', 'all-win'),
        prizes,
        left: whole(0, 1_000),
        minimumMonths: months(0),
        split: fc.constantFrom('equal', 'weight'),
      },
      { requiredKeys: ['eligibility', 'ranking', 'ties', 'prizes', 'left'] },
    )
    .map(({ left, ...drawn }) => ({
      id: 'drawn',
      currency,
      ...drawn,
      budget: total([...drawn.prizes, left], minorUnits(currency)),
    }))
}

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
 * even steps with or without a cliff, or in tranches, for good and bad leavers, with or without a
 * clawback.
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
        clawback,
      },
      { requiredKeys: ['currency', 'kind', 'vesting', 'leaving'] },
    )
    .map((drawn) => ({ id: 'drawn', ...drawn }))
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

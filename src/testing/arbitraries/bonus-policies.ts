import fc from 'fast-check'
import type {
  Award,
  FundingPolicy,
  PoolPolicy,
  ProfitSharingPolicy,
  TargetPlanPolicy,
} from '../../bonus/index.js'
import { constant, input, multiply } from '../../formula/index.js'
import { type Currency, minorUnits, money, total } from '../../quantity/index.js'
import {
  amount,
  currencies,
  decimalIn,
  fallingAmounts,
  months,
  part,
  rate,
  rounding,
  sharesOfOne,
  whole,
} from './draws.js'

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
 * Draws how pools are funded, as `parseFunding` accepts it: a share of profit, with or without a reserve, or of
 * growth or an amount a head, with or without a floor and a cap.
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
  const reserve = fc.record({ share: part(2) })
  return fc
    .record(
      { rounding, source, floor: whole(0, 10_000), cap: whole(10_000, 500_000), reserve },
      { requiredKeys: ['rounding', 'source'] },
    )
    .map(({ reserve: kept, ...drawn }) => ({
      ...{ id: 'drawn', currency, ...drawn },
      ...(kept !== undefined && drawn.source.kind === 'profit-share' && { reserve: kept }),
    }))
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
  const weight = fc.constantFrom(salary, multiply(salary, input('rating', 'ratio', 1)))
  const bounds = { floor: salaries(part(1)), cap: salaries(decimalIn(1, 3, 1)) }
  // Most levels are without, or few drawn funds could be divided.
  const level = fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.record({ weight }) },
    { weight: 1, arbitrary: fc.record({ weight, ...bounds }, { requiredKeys: ['weight'] }) },
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
  return fc
    .record(
      {
        eligibility: fc.array(tickets, { maxLength: 1 }),
        ranking: fc.shuffledSubarray([...criteria], { minLength: 1 }),
        ties: fc.constantFrom('share', 'all-win'),
        prizes: fallingAmounts(currency, 5_000),
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

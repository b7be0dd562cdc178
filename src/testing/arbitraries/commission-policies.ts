import fc from 'fast-check'
import type {
  Contest,
  ObjectivesPolicy,
  PaymentPolicy,
  QuotaPolicy,
  Spiff,
} from '../../commission/index.js'
import type { Currency } from '../../quantity/index.js'
import {
  amount,
  currencies,
  decimalIn,
  fallingAmounts,
  part,
  rounding,
  sharesOfOne,
} from './draws.js'

/**
 * Draws how negative dues and draws are paid, as `parsePayments` accepts it: with or without recovery
 * by a share, an amount, a start and forgiveness, with a draw of either kind or none.
 *
 * @example
 * fc.assert(fc.property(paymentPolicies(), (policy) => parsePayments(policy).policy.currency === policy.currency))
 */
export function paymentPolicies(): fc.Arbitrary<PaymentPolicy> {
  return currencies.chain(paymentsIn)
}

/** {@link paymentPolicies} in one currency. */
export function paymentsIn(currency: Currency): fc.Arbitrary<PaymentPolicy> {
  const taken = {
    from: fc.oneof(
      fc.constantFrom('2026-03-01', '2027-01-01'),
      fc.record({ months: fc.integer({ min: 1, max: 12 }) }),
    ),
    share: part(2),
    most: amount(currency, 1_000),
  }
  const recovery = fc.record(
    { ...taken, forgiveAfter: fc.integer({ min: 1, max: 24 }) },
    { requiredKeys: [] },
  )
  const until = fc.constantFrom('2026-06-30', '2027-12-31')
  const draw = fc.oneof(
    { withCrossShrink: true },
    fc.record(
      {
        kind: fc.constant('recoverable' as const),
        amount: amount(currency, 5_000),
        prorated: fc.boolean(),
        ceiling: amount(currency, 20_000),
        until,
        repaid: fc.record(taken, { requiredKeys: [] }),
      },
      { requiredKeys: ['kind', 'amount'] },
    ),
    fc.record(
      {
        kind: fc.constant('non-recoverable' as const),
        amount: amount(currency, 5_000),
        prorated: fc.boolean(),
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
 * Draws quota policies that `parseQuota` accepts: prorated or not, with or without a ramp of one to four
 * periods.
 *
 * @example
 * fc.assert(fc.property(quotaPolicies(), (policy) => parseQuota(policy).formula.scale <= 3))
 */
export function quotaPolicies(): fc.Arbitrary<QuotaPolicy> {
  return fc.record(
    {
      currency: currencies,
      rounding,
      prorated: fc.boolean(),
      part: part(2),
      ramp: fc.array(part(2), { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['currency', 'rounding', 'prorated'] },
  )
}

/**
 * Draws management by objectives that `parseObjectives` accepts: one to four objectives.
 *
 * @example
 * fc.assert(fc.property(objectivesPolicies(), (policy) => parseObjectives(policy).formula.scale <= 3))
 */
export function objectivesPolicies(): fc.Arbitrary<ObjectivesPolicy> {
  const objectives = sharesOfOne.map((weights) =>
    weights.map((weight, i) => ({ objective: `objective${i + 1}`, weight })),
  )
  return fc
    .record({ currency: currencies, rounding, objectives })
    .map((drawn) => ({ id: 'drawn', ...drawn }))
}

/** A whole month, or one day of it. */
const span = fc.constantFrom(
  { from: '2026-03-01', to: '2026-03-31' },
  { from: '2026-03-15', to: '2026-03-15' },
)
const credit = fc.constantFrom('direct', 'team')
const where = fc.constant({ seller: 'a' })

/**
 * Draws SPIFFs that `parseSpiff` accepts: by the deal or by the unit, with or without a least amount of
 * a deal, a budget, and a seller whose deals alone count.
 *
 * @example
 * fc.assert(fc.property(spiffs(), (spiff) => parseSpiff(spiff).from <= spiff.to))
 */
export function spiffs(): fc.Arbitrary<Spiff> {
  const per = (currency: Currency) =>
    fc.oneof(
      { withCrossShrink: true },
      fc.record({ per: fc.constant('deal' as const), pays: amount(currency, 200) }),
      fc.record({
        per: fc.constant('unit' as const),
        figure: fc.constant('units'),
        pays: decimalIn(0, 5, 3),
      }),
    )
  return currencies.chain((currency) =>
    fc
      .record(
        {
          basis: per(currency),
          span,
          credit,
          where,
          minimum: amount(currency, 1_000),
          budget: amount(currency, 1_000),
        },
        { requiredKeys: ['basis', 'span', 'credit'] },
      )
      .map(({ basis, span: dates, ...drawn }) => ({
        id: 'drawn',
        currency,
        ...dates,
        ...basis,
        ...drawn,
      })),
  )
}

/**
 * Draws contests that `parseContest` accepts: one to four prizes that never rise, with or without a
 * least amount, and a seller whose deals alone count.
 *
 * @example
 * fc.assert(fc.property(contests(), (contest) => parseContest(contest).prizes.length <= 4))
 */
export function contests(): fc.Arbitrary<Contest> {
  return currencies.chain((currency) =>
    fc
      .record(
        {
          span,
          credit,
          where,
          prizes: fallingAmounts(currency, 5_000),
          minimum: amount(currency, 1_000),
        },
        { requiredKeys: ['span', 'credit', 'prizes'] },
      )
      .map(({ span: dates, ...drawn }) => ({ id: 'drawn', currency, ...dates, ...drawn })),
  )
}

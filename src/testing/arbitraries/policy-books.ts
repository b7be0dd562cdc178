import fc from 'fast-check'
import { type Book, parseData, settle } from '../../pay/index.js'
import {
  type BookPolicy,
  disclose,
  type Policy,
  parseBook,
  type View,
} from '../../payroll/index.js'
import type { Currency } from '../../quantity/index.js'
import {
  awardsIn,
  fundingIn,
  poolsIn,
  profitSharingPolicies,
  targetPlanPolicies,
} from './bonus-policies.js'
import {
  contests,
  objectivesPolicies,
  paymentsIn,
  quotaPolicies,
  spiffs,
} from './commission-policies.js'
import { creditings } from './creditings.js'
import { amount } from './draws.js'
import {
  grantPolicies,
  loyaltyPolicies,
  referralPolicies,
  thirteenthPolicies,
} from './grant-policies.js'
import { scorecardPolicies } from './kpi-policies.js'
import { payBooks } from './pay-books.js'
import { some } from './pay-components.js'
import { payData } from './pay-data.js'
import { planPolicies } from './plan-policies.js'
import {
  allowanceTerms,
  deductionTerms,
  leaveTerms,
  overtimeTerms,
  roundingTerms,
  subtotalTerms,
  topUpTerms,
} from './wage-terms.js'

/** The first day on which a drawn policy holds. */
const begin = '2025-01-01'

/**
 * Draws books of policies that `parseBook` of `payproof/payroll` accepts: a policy for each component of
 * {@link payBooks}, with its versions, and some of every other kind: a salary, a target bonus by a
 * scorecard, a plan, a cap, a SPIFF, payments, a pool, an award, a grant, an allowance, overtime, a
 * deduction, adjustments; with or without rules of crediting and a limit. `payDataOf` draws data that they
 * can pay.
 *
 * @example
 * fc.assert(fc.property(policyBooks('CNY'), (book) => parseBook(book).components.has('base')))
 */
export function policyBooks(currency: Currency): fc.Arbitrary<BookPolicy> {
  return fc
    .record({
      pay: payBooks(currency),
      terms: some(termsIn(currency)),
      rest: some<Pick<BookPolicy, 'crediting' | 'limits'>>({
        crediting: creditings(currency).map((credits) => ({ credits })),
        limits: amount(currency, 1_000_000).map((most) => [{ id: 'all', most, breach: 'report' }]),
      }),
    })
    .map(({ pay, terms, rest }) => {
      const others = Object.entries(terms).map(
        ([kind, own]): Policy => ({
          kind,
          id: `the_${kind}`,
          owner: 'HR',
          versions: [{ from: begin, reason: 'Handbook', terms: own }],
        }),
      )
      const book = writtenAs(pay)
      return { ...book, ...rest, policies: [...book.policies, ...others] }
    })
}

/** A policy for each component of a book. */
function writtenAs({ components, ...book }: Book): BookPolicy {
  return {
    format: 2,
    id: 'company',
    ...book,
    policies: Object.entries(components).map(([id, versions]) => ({
      kind: 'component',
      id,
      owner: 'HR',
      versions: versions.map(({ from = begin, to, value }) => {
        const { component: _, ...terms } = value
        return { from, ...(to !== undefined && { to }), reason: 'Handbook', terms }
      }),
    })),
  }
}

/** What is paid by a table of an attribute differs by it, as the laws of equal pay would tell. */
const alike = { tables: false }

/** The terms of a policy of each kind beside components, without what the policy and the book say. */
function termsIn(currency: Currency) {
  const prorated = fc.boolean()
  const of = <T extends { readonly id: string; readonly currency: Currency }>(
    policies: fc.Arbitrary<T>,
  ) =>
    policies
      .filter((policy) => policy.currency === currency)
      .map(({ currency: _, ...policy }) => withoutId(policy))
  return {
    salary: fc.record({ prorated }),
    scorecard: fc.record({ scorecard: scorecardPolicies().map(withoutId), prorated }),
    plan: planPolicies().map(({ currency: _, ...plan }) => ({ plan: withoutId(plan) })),
    quota: of(quotaPolicies().map((quota) => ({ ...quota, id: 'quota' }))).map((quota) => ({
      quota,
    })),
    payments: paymentsIn(currency).map((payments) => ({ payments, of: { tag: 'wage' } })),
    pool: fc.record({ funding: fundingIn(currency), division: poolsIn(currency).map(withoutId) }),
    award: awardsIn(currency).map((award) => ({ award: withoutId(award) })),
    target: of(targetPlanPolicies()).map((target) => ({ target })),
    objectives: of(objectivesPolicies()).map((objectives) => ({ objectives })),
    spiff: of(spiffs()).map((spiff) => ({ spiff })),
    contest: of(contests()).map((contest) => ({ contest })),
    thirteenth: of(thirteenthPolicies()).map((thirteenth) => ({
      thirteenth,
      ...(thirteenth.basis === 'earned' && {
        reads: { earned: { from: 'component', tag: 'wage' } },
      }),
    })),
    loyalty: of(loyaltyPolicies()).map((loyalty) => ({ loyalty })),
    grant: of(grantPolicies()).map((grant) => ({ grant })),
    referral: of(referralPolicies()).map((referral) => ({ referral })),
    profitSharing: fc.record({
      funding: fundingIn(currency),
      sharing: of(profitSharingPolicies()),
    }),
    allowance: allowanceTerms(currency, alike),
    overtime: overtimeTerms(currency, alike),
    leave: leaveTerms(currency, alike),
    topUp: topUpTerms(currency, alike),
    subtotal: subtotalTerms(),
    deduction: deductionTerms(currency, alike),
    rounding: roundingTerms(),
    cap: fc
      .record({
        of: fc.constant({ tag: 'wage' }),
        most: amount(currency, 20_000),
        days: fc.constantFrom({ over: 'period' }, { over: 'year' }, { prorated: true }),
      })
      .map(({ days, ...cap }) => ({ ...cap, ...days })),
    adjustments: fc.constant({}),
  }
}

function withoutId<T extends { readonly id: string }>({ id: _, ...terms }: T): Omit<T, 'id'> {
  return terms
}

/**
 * Draws views that `parseView` of `payproof/payroll` accepts: what an audience sees of somebody's
 * statement in a run of {@link payBooks} and {@link payData}.
 *
 * @example
 * fc.assert(fc.property(disclosedViews('CNY'), (view) => parseView(view).audience === view.audience))
 */
export function disclosedViews(currency: Currency): fc.Arbitrary<View> {
  return fc
    .record({
      book: payBooks(currency).map((book) => parseBook(writtenAs(book))),
      data: payData(currency).map(parseData),
      audience: fc.constantFrom('employee', 'manager', 'peer', 'auditor'),
    })
    .map((drawn) => {
      const run = settle(drawn.book, drawn.data, { period: '2026-01', before: 'first' })
      return { ...drawn, run, people: [...new Set(run.lines.map(({ person }) => person))] }
    })
    .filter(({ people }) => people.length > 0)
    .chain(({ book, data, audience, run, people }) => {
      const request = { key: 'a key of the host, as long as it must be', audience }
      return fc.constantFrom(
        ...people.map((person) => disclose(book, data, run, { ...request, person })),
      )
    })
}

import fc from 'fast-check'
import type { Currency } from '../../quantity/index.js'
import type {
  AllowanceTerms,
  DeductionTerms,
  LeaveTerms,
  OvertimeTerms,
  Parts,
  RoundingTerms,
  ServiceStep,
  Stated,
  SubtotalTerms,
  TopUpTerms,
} from '../../wage/index.js'
import { amount, decimalIn, part, rising, rounding } from './draws.js'

/** What counts, as drawn books of pay tag it. */
const of: fc.Arbitrary<Parts> = fc.constant({ tag: 'wage' })

/** Values by full years, the first for everybody. */
const bandsOf = (value: fc.Arbitrary<string>): fc.Arbitrary<readonly ServiceStep[]> =>
  rising(0, 20).chain((bounds) =>
    fc
      .array(value, { minLength: bounds.length, maxLength: bounds.length })
      .map((values) =>
        values.map((each, i) =>
          i === 0 ? { value: each } : { from: `${bounds[i]}`, value: each },
        ),
      ),
  )

/** How the amounts of drawn terms may be stated. */
export interface WageTermsOptions {
  /** Also by the values of an attribute, which sets people apart: yes unless said. */
  readonly tables?: boolean
}

/** A number as terms state it: for everybody, by years of service, or by an attribute. */
const statedAs = (
  value: fc.Arbitrary<string>,
  { tables = true }: WageTermsOptions,
): fc.Arbitrary<Stated> => {
  const table = fc.record({
    attribute: fc.constant('city'),
    values: fc.dictionary(fc.constantFrom('east', 'west'), value, { minKeys: 1 }),
    otherwise: value,
  })
  return fc.oneof(
    { withCrossShrink: true },
    value,
    bandsOf(value).map((years) => ({ years })),
    ...(tables ? [table] : []),
  )
}

const money = (currency: Currency, options: WageTermsOptions) =>
  statedAs(amount(currency, 10_000), options)
const days = fc.record({ unpaid: fc.subarray(['sick', 'personal']) }, { requiredKeys: [] })

/**
 * Draws the terms of allowances that `parseAllowance` accepts: for a whole period, prorated or not, or for
 * each day present.
 *
 * @example
 * fc.assert(fc.property(allowanceTerms('CNY'), (terms) => parseAllowance(terms) !== undefined))
 */
export function allowanceTerms(
  currency: Currency,
  options: WageTermsOptions = {},
): fc.Arbitrary<AllowanceTerms> {
  const whole = fc.record({ amount: money(currency, options), prorated: fc.boolean(), rounding })
  return fc
    .tuple(fc.oneof(whole, fc.record({ perDay: money(currency, options), rounding })), days)
    .map(([terms, counted]) => ({ ...terms, ...counted }))
}

/**
 * Draws the terms of overtime that `parseOvertime` accepts: hours of kinds of day by figures, or by the
 * records of a table.
 *
 * @example
 * fc.assert(fc.property(overtimeTerms('CNY'), (terms) => parseOvertime(terms) !== undefined))
 */
export function overtimeTerms(
  currency: Currency,
  options: WageTermsOptions = {},
): fc.Arbitrary<OvertimeTerms> {
  const factors = fc.dictionary(fc.constantFrom('workday', 'rest', 'holiday'), decimalIn(1, 3, 1), {
    minKeys: 1,
  })
  const base = money(currency, options)
  const divisor = fc.constantFrom('174', '166.67')
  return fc.oneof(
    fc.record({ base, divisor, rounding, figures: factors }),
    fc.record({
      base,
      divisor,
      rounding,
      records: factors.map((all) => ({ table: 'shifts', factors: all })),
    }),
  )
}

/**
 * Draws the terms of leave that `parseLeave` accepts: kinds of absence with the part of the base that is
 * paid, in days or in hours.
 *
 * @example
 * fc.assert(fc.property(leaveTerms('CNY'), (terms) => parseLeave(terms) !== undefined))
 */
export function leaveTerms(
  currency: Currency,
  options: WageTermsOptions = {},
): fc.Arbitrary<LeaveTerms> {
  const paid = statedAs(fc.oneof(fc.constant('0'), part(2)), options)
  return fc.record(
    {
      base: money(currency, options),
      kinds: fc.dictionary(fc.constantFrom('sick', 'annual', 'personal'), paid, { minKeys: 1 }),
      hours: fc.constant({ table: 'leave_hours', perDay: '8' }),
      rounding,
    },
    { requiredKeys: ['base', 'kinds'] },
  )
}

/**
 * Draws the terms of top-ups to a minimum that `parseTopUp` accepts.
 *
 * @example
 * fc.assert(fc.property(topUpTerms('CNY'), (terms) => parseTopUp(terms) !== undefined))
 */
export function topUpTerms(
  currency: Currency,
  options: WageTermsOptions = {},
): fc.Arbitrary<TopUpTerms> {
  return fc
    .tuple(
      fc.record({ of, minimum: money(currency, options), prorated: fc.boolean(), rounding }),
      days,
    )
    .map(([terms, counted]) => ({ ...terms, ...counted }))
}

/**
 * Draws the terms of subtotals that `parseSubtotal` accepts.
 *
 * @example
 * fc.assert(fc.property(subtotalTerms(), (terms) => parseSubtotal(terms) !== undefined))
 */
export function subtotalTerms(): fc.Arbitrary<SubtotalTerms> {
  return fc.record({ of, what: fc.constantFrom('due', 'entitled') }, { requiredKeys: ['of'] })
}

/**
 * Draws the terms of deductions that `parseDeduction` accepts: of records, a figure or an amount, with or
 * without an instalment, a part of the wage at most, and a floor.
 *
 * @example
 * fc.assert(fc.property(deductionTerms('CNY'), (terms) => parseDeduction(terms) !== undefined))
 */
export function deductionTerms(
  currency: Currency,
  options: WageTermsOptions = {},
): fc.Arbitrary<DeductionTerms> {
  const owed = fc.oneof(
    fc.constant({ records: { table: 'damages' } }),
    fc.constant({ figure: 'rent' }),
    fc.record({ amount: money(currency, options) }),
  )
  const limits = fc.record(
    {
      instalment: money(currency, options),
      atMost: part(2),
      floor: fc.record({ amount: money(currency, options), prorated: fc.boolean() }),
      rounding,
    },
    { requiredKeys: [] },
  )
  return fc
    .tuple(owed, fc.record({ of }), limits)
    .map(([own, counted, most]): DeductionTerms => ({ ...own, ...counted, ...most }))
}

/**
 * Draws the terms of rounded payments that `parseRounding` accepts.
 *
 * @example
 * fc.assert(fc.property(roundingTerms(), (terms) => parseRounding(terms) !== undefined))
 */
export function roundingTerms(): fc.Arbitrary<RoundingTerms> {
  return fc.record(
    { of, step: fc.constantFrom('1', '5', '10', '50', '100'), rounding },
    { requiredKeys: ['of', 'step'] },
  )
}

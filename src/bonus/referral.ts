import { addMonths, compareDates, type IsoDate } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import {
  check,
  type Evaluation,
  type Expression,
  evaluate,
  type Formula,
  named,
  round,
  step,
} from '../formula/index.js'
import { refuse } from '../problem/index.js'
import { difference, minorUnits, money, total } from '../quantity/index.js'
import { clawbackOf, type Leaver, monthsServed } from './clawback.js'
import { parseReferralPolicy, type ReferralPolicy } from './grant-schema.js'
import { type Leaving, monthsServedBy } from './grant-status.js'
import { leavesBefore } from './problems.js'

/** A referral bonus: the policy as it was written, and the formulas it means. */
export interface Referral {
  readonly id: string
  readonly policy: ReferralPolicy
  /** What is paid in all by the months that the referred has served. Reads `service.months`. */
  readonly formula: Formula
  /** What is paid back where the referred leaves; none where the policy has no clawback. */
  readonly clawback?: Readonly<Record<Leaver, Formula>>
}

/** One payment to the person who referred, negative where it is paid back. */
export interface ReferralPayment {
  readonly kind: 'hire' | 'probation' | 'clawback'
  readonly date: IsoDate
  readonly amount: string
  readonly evaluation: Evaluation
}

/**
 * A referral bonus, from untrusted JSON: `onHire` on the day of hire, `afterProbation` once the
 * referred has served its months, and a `clawback` where the referred leaves within its months.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const referral = parseReferral({ id: 'refer', currency: 'CNY', onHire: '1000', afterProbation: { months: 3, amount: '2000' } })
 * evaluate(referral.formula, { 'service.months': 3 }).value //=> '3000.00'
 */
export function parseReferral(json: unknown): Referral {
  const policy = parseReferralPolicy(json)
  return Object.freeze({
    id: policy.id,
    policy,
    formula: check(amountOf(policy)),
    ...(policy.clawback && { clawback: clawbackOf(policy.clawback, policy.currency) }),
  })
}

/**
 * The payments of a referral up to the day `asOf`, in the order of their dates. They never add up to
 * less than nothing.
 *
 * Throws a `PolicyError` for dates that are none, and a day of leaving before the hire.
 *
 * @example
 * referralPayments(referral, { hired: '2026-01-05', asOf: '2026-04-30' }).map(({ date }) => date) //=> ['2026-01-05', '2026-04-05']
 */
export function referralPayments(
  { policy, formula, clawback }: Referral,
  {
    hired,
    asOf,
    left,
  }: { readonly hired: IsoDate; readonly asOf: IsoDate; readonly left?: Leaving | undefined },
): readonly ReferralPayment[] {
  refuse([
    ...dateProblems(hired, 'hired'),
    ...dateProblems(asOf, 'asOf'),
    ...(left === undefined ? [] : dateProblems(left.on, 'left.on')),
  ])
  if (left !== undefined && compareDates(left.on, hired) < 0)
    refuse([leavesBefore('left.on', left.on, hired)])
  const places = minorUnits(policy.currency)
  const gone = left !== undefined && compareDates(left.on, asOf) <= 0 ? left : undefined
  const months = monthsServedBy(hired, asOf, gone)
  const steps = [
    { kind: 'hire', after: 0 },
    ...(policy.afterProbation === undefined
      ? []
      : [{ kind: 'probation', after: policy.afterProbation.months } as const]),
  ] as const
  let paid = total([], places)
  const payments: ReferralPayment[] = []
  for (const { kind, after } of steps) {
    if (after > months) continue
    const evaluation = evaluate(formula, { 'service.months': after })
    const amount = difference(evaluation.value, paid, places)
    payments.push({ kind, date: addMonths(hired, after), amount, evaluation })
    paid = evaluation.value
  }
  if (gone !== undefined && clawback !== undefined) {
    const evaluation = evaluate(clawback[gone.as], { paid, 'service.months': months })
    const amount = difference('0', evaluation.value, places)
    payments.push({ kind: 'clawback', date: gone.on, amount, evaluation })
  }
  return payments
}

function amountOf({ currency, onHire, afterProbation, label, clause }: ReferralPolicy): Expression {
  const places = minorUnits(currency)
  const bands = [
    { value: '0' },
    { from: '0', value: onHire },
    ...(afterProbation === undefined
      ? []
      : [
          {
            from: String(afterProbation.months),
            value: total([onHire, afterProbation.amount], places),
          },
        ]),
  ]
  const amount = step(monthsServed(), bands, money(currency))
  return named(
    label ?? { en: 'Referral bonus', 'zh-CN': '内推奖' },
    round(amount, { places, rounding: 'half-up' }),
    clause,
  )
}
